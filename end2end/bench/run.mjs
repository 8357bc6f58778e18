// Benchmarks of the release build in dist/: node bench/run.mjs [--quick] [--runs 5] [--training]; --quick leaves Lighthouse out, --training
// all but what is computed in workers.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumFlags, dist, launchChromium } from '../engines.mjs';
import { serve } from '../server.mjs';
import { writeChart } from './chartjs.mjs';
import { load } from './load.mjs';
import { motion } from './motion.mjs';
import { writeNeighbour } from './neighbour.mjs';
import { sizes } from './sizes.mjs';
import { SLOW } from './slow.mjs';
import { training, writeTraining } from './training.mjs';
import { work } from './work.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    training: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(values.runs);
const SECTIONS = JSON.parse(readFileSync(new URL('../contract.json', import.meta.url), 'utf8')).sections;
const NEIGHBOUR = 'neighbour (stand-in)';

/** Every page of the build, as addresses. */
const routes = readdirSync(dist, { recursive: true })
  .filter((file) => /^(en|de)\b.*\bindex\.html$/.test(file))
  .map((file) => `/${dirname(file)}/`)
  .sort();

function print({ title, head, rows, notes = [] }) {
  const table = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  ').trimEnd();
  console.log(`\n${title}\n${line(table[0])}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of table.slice(1)) console.log(line(row));
  for (const note of notes) console.log(`  ${note}`);
}

/** Figures in a state whose jobs keep all cores busy for long, and the readout of what a core does meanwhile, if that is a goal. */
const BUSY = [['search-vs-knowledge', 'compute=1000000&games=1000', 'rollouts_per_s'], ['structure-vs-scale', 'noise=0.2&compute=1e11']];

/** What is computed in workers: how fast, against what others compute, and what the page does meanwhile. */
async function computed(browser, site, folder) {
  const trained = await training(browser, folder);
  print(trained);
  const { rates } = trained;
  const times = (value) => `${value.toFixed(2)} ×`;
  const ratios = [
    ['training, against one object for each neuron and link', rates.train / rates.objects, 40, times],
    ['training, against tfjs', rates.train / rates['tfjs train'], 5, times],
    ['forward, against tfjs', rates.forward / rates['tfjs forward'], 1.5, times],
    ['two workers, against one', rates['workers: 2'] / rates['workers: 1'], 1.8, times],
  ];
  const rows = [];
  for (const [id, state, readout] of BUSY) {
    const { frames, clock, processor, value } = await work(browser, `${site}en/figure/${id}/?${state}`, readout);
    rows.push([id, frames, ...clock.map(fine), ...processor.map(fine)]);
    if (readout) ratios.push([`${readout} of ${id}, one core`, value, 500_000, (number) => number.toFixed(0)]);
    // By the clock the thread also waits for a core, since they are all busy.
    ratios.push([`the page's own work in a frame of ${id}, processor time, 95 %`, processor[1], 8, fine, 'less']);
  }
  print({ title: 'The page’s own work in a frame while its jobs keep all cores busy', head: ['figure', 'frames', 'median', '95 %', 'processor, median', '95 %'], rows });
  print({
    title: 'Goals of what is computed',
    head: ['what', 'here', '', 'goal', ''],
    rows: ratios.map(([what, here, goal, show, less]) => [
      what,
      show(here),
      less ? 'less than' : 'at least',
      show(goal),
      (less ? here < goal : here >= goal) ? 'reached' : 'MISSED',
    ]),
    notes: [`Load of the machine, in processes that wait for a core: ${loadavg().map((load) => load.toFixed(1)).join(', ')}; it has ${cpus().length} cores.`],
  });
}

/** What is aimed at, and whether it was reached here. */
function goals(sizes, arrivals, motions) {
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const alone = (id) => `/en/figure/${id}/`;
  const [first, second] = Object.keys(SECTIONS).map((slug) => `/en/${slug}/`);
  const [, picture, largest, live] = arrivals.get(first);
  const rows = [
    ['program, glue and style of pen-drop alone, gzip', sizes.programs([alone('pen-drop')]), 155_000, kB],
    [`program, glue and style of ${first}, gzip`, sizes.programs(SECTIONS['pen-drop'].figures.map(alone)), 225_000, kB],
    ['program, glue and style of compute-trend alone, gzip', sizes.programs([alone('compute-trend')]), 235_000, kB],
    ['largest HTML of a section, gzip', Math.max(...routes.filter((route) => Object.keys(SECTIONS).some((slug) => route.endsWith(`/${slug}/`))).map(sizes.page)), 42_000, kB],
    ['largest paint', largest, 600, ms],
    [`slider answers on ${first}`, live, 1400, ms],
    [`slider answers on ${second}`, arrivals.get(second)[3], 2000, ms],
    ['first picture, against the stand-in', picture, arrivals.get(NEIGHBOUR)[1], ms],
    ['slider to paint with 484 points, median, against 1.2 times Chart.js', motions.ofPoints, 1.2 * motions.ofChart, fine],
    ['slider to paint of the slowest figure, 95 %', motions.slowest, 14, fine],
  ];
  return {
    title: 'Goals',
    head: ['what', 'here', 'less than', ''],
    rows: rows.map(([what, here, limit, show]) => [what, show(here), show(limit), here < limit ? 'reached' : 'MISSED']),
  };
}

const ms = (time) => (time === undefined ? '–' : `${time.toFixed(0)} ms`);
const fine = (time) => `${time.toFixed(1)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'pendrop-bench-'));
writeNeighbour(folder);
const chart = writeChart(folder, dist);
writeTraining(folder);
// A site that is built for its host (PENDROP_ORIGIN) names its translations in full; here the server does it on the way out.
const named = (html) => html.replaceAll(/(<link rel="alternate" hreflang="\w+" href=")\//g, (_, before) => before + site.url);
const site = await serve({ dir: dist, edit: named });
const neighbour = await serve({ dir: folder });
const browser = await launchChromium();
const unpaced = await launchChromium({ args: [...chromiumFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
try {
  console.log(`Chromium ${browser.version()}, node ${process.version}`);
  await computed(browser, site.url, neighbour.url);
  if (!values.training) await arrived();
} finally {
  await Promise.all([browser.close(), unpaced.close()]);
  await Promise.all([site.close(), neighbour.close()]);
  rmSync(folder, { recursive: true });
}

/** What travels, how it arrives and moves, and what Lighthouse says of it. */
async function arrived() {
  const weights = sizes(dist, routes);
  print(weights);

  const arrivals = new Map();
  for (const route of routes.filter((route) => route.startsWith('/en/'))) {
    const hasSlider = /pen-drop|dominant-force|figure/.test(route);
    arrivals.set(route, await load(browser, site.url + route.slice(1), { hasSlider, runs }));
  }
  arrivals.set(NEIGHBOUR, await load(browser, neighbour.url, { runs }));
  print({
    title: `Arrival, median of ${runs} with an empty cache; ${SLOW}`,
    head: ['page', 'first text', 'first picture', 'largest paint', 'slider answers'],
    rows: [...arrivals].map(([page, times]) => [page, ...times.map(ms)]),
    notes: [
      'The neighbour is a STAND-IN for TensorFlow Playground, made here: no content before a script of 107 kB (gzip) has run;',
      'it flatters the original, which fetches styles and fonts as well.',
    ],
  });

  const motions = await motion(browser, unpaced, site.url, neighbour.url + chart);
  print(motions);
  print(goals(weights, arrivals, motions));
  if (!values.quick) {
    const { verdicts } = await import('./lighthouse.mjs');
    print(await verdicts(site.url, routes));
  }
}
