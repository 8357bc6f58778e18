// Benchmarks of the release build in dist/: node bench/run.mjs [--quick] [--runs 5]; --quick leaves Lighthouse out.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(values.runs);
const SECTION = '/en/pen-drop/';
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

/** What is aimed at, and whether it was reached here. */
function goals(sizes, section, neighbour, ofPoints) {
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const [, picture, largest, live] = section;
  const rows = [
    ['program, glue and style, gzip', sizes.program, 180_000, kB],
    [`HTML of ${SECTION}, gzip`, sizes.page(SECTION), 35_000, kB],
    ['largest paint', largest, 600, ms],
    ['slider answers', live, 1600, ms],
    ['first picture, against the stand-in', picture, neighbour[1], ms],
    ['slider to paint with 484 points, 95 %', ofPoints, 16, ms],
  ];
  return {
    title: 'Goals',
    head: ['what', 'here', 'less than', ''],
    rows: rows.map(([what, here, limit, show]) => [what, show(here), show(limit), here < limit ? 'reached' : 'MISSED']),
  };
}

const ms = (time) => (time === undefined ? '–' : `${time.toFixed(0)} ms`);

const folder = mkdtempSync(join(tmpdir(), 'pendrop-bench-'));
writeNeighbour(folder);
const chart = writeChart(folder, dist);
// A site that is built for its host (PENDROP_ORIGIN) names its translations in full; here the server does it on the way out.
const named = (html) => html.replaceAll(/(<link rel="alternate" hreflang="\w+" href=")\//g, (_, before) => before + site.url);
const site = await serve({ dir: dist, edit: named });
const neighbour = await serve({ dir: folder });
const browser = await launchChromium();
const unpaced = await launchChromium({ args: [...chromiumFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
try {
  console.log(`Chromium ${browser.version()}, node ${process.version}`);
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
  print(goals(weights, arrivals.get(SECTION), arrivals.get(NEIGHBOUR), motions.ofPoints));
  if (!values.quick) {
    const { verdicts } = await import('./lighthouse.mjs');
    print(await verdicts(site.url, routes));
  }
} finally {
  await Promise.all([browser.close(), unpaced.close()]);
  await Promise.all([site.close(), neighbour.close()]);
  rmSync(folder, { recursive: true });
}
