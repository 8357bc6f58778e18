// How figures move: from a slider's movement to the painted frame that shows it, and frames per second while playing or
// computing. The first is measured in a browser that does not wait for a screen: with one, every answer that is quick
// enough takes one period of the screen, 16.7 ms, however quick it is.
import { freshPage, median, quantile } from './slow.mjs';

const MOVES = 100;
const SECONDS = 3;
/** How long a reader takes to reach for a slider at least, ms. */
const REACH = 500;

// These run in the page.
async function answers([name, moves, [first, last]]) {
  const slider = document.querySelector(`input[type=range][name=${name}]`);
  const outputs = [...document.querySelectorAll('output')];
  const reading = () => outputs.map((output) => output.dataset.value).join();
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      }),
    );
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    const before = reading();
    const start = performance.now();
    slider.value = String(low + (high - low) * (first + (last - first) * (((move * 7) % 30) / 30)));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    let end = await painted();
    while (reading() === before) end = await painted();
    times.push(end - start);
  }
  return times;
}

async function frames(seconds) {
  document.querySelector('button.play')?.click();
  const frame = () => new Promise(requestAnimationFrame);
  let last = await frame();
  const [start, gaps] = [last, []];
  while (last - start < seconds * 1000) {
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  return { rate: gaps.length / ((last - start) / 1000), longest: Math.max(...gaps) };
}

/** Where along it a slider is moved, as shares of its length. */
const WITHIN = [0.2, 0.8];

/**
 * Figures with the slider that is moved, in which state and where, and what is watched: a state that plays, or one that
 * computes beside the page. The trend is that of the most points, 484 of them, with an end of its range among them.
 */
const FIGURES = [
  ['pen-drop', 'height', '?height=4000', 'playing'],
  ['dominance-map', 'mass', undefined, ''],
  ['ensemble', 'height', '?drops=100000&object=feather&wind=5', 'computing'],
  ['flutter', 'inertia', '?duration=200', 'playing'],
  ['compute-trend', 'from', undefined, '', '?dataset=training-compute', [0.47, 0.9]],
  ['fixed-budget', 'halving_time', undefined, ''],
  ['backtest', 'cut', undefined, '', '?dataset=training-compute', [0.6, 0.95]],
  ['drivers', 'price_halving', undefined, ''],
];
const POINTS = 'compute-trend';

async function answered(browser, url, slow, slider, within) {
  const { page, close } = await freshPage(browser, slow);
  await page.goto(url);
  await page.waitForSelector('figure[data-state=ready]');
  // What comes after the figure is ready (the program is still being compiled) is over before a hand is at the slider.
  await page.waitForTimeout(REACH);
  const times = await page.evaluate(answers, [slider, MOVES, within]);
  await close();
  return times;
}

async function watched(browser, url, slow, what) {
  const { page, close } = await freshPage(browser, slow);
  await page.goto(url);
  await page.waitForSelector(what === 'computing' ? 'figure[data-state=running]' : 'figure[data-state=ready]');
  const { rate, longest } = await page.evaluate(frames, SECONDS);
  await close();
  return [`${rate.toFixed(0)} ${what}`, `${longest.toFixed(0)} ms`];
}

/** `unpaced` is a browser that does not wait for a screen, `chart` the address of the chart to compare with. */
export async function motion(browser, unpaced, site, chart) {
  const rows = [];
  let [ofPoints, ofChart, slowest] = [0, 0, 0];
  for (const [speed, slow] of [['', undefined], [', 4× slower', 'processor']]) {
    const row = (name, times, seen = ['–', '–']) =>
      rows.push([`${name}${speed}`, `${median(times).toFixed(1)} ms`, `${quantile(times, 0.95).toFixed(1)} ms`, ...seen]);
    for (const [id, slider, plays, what, state = '', within = WITHIN] of FIGURES) {
      const at = `${site}en/figure/${id}/`;
      const times = await answered(unpaced, at + state, slow, slider, within);
      row(id, times, plays && (await watched(browser, at + plays, slow, what)));
      if (!slow) slowest = Math.max(slowest, quantile(times, 0.95));
      if (id === POINTS) {
        const byChart = await answered(unpaced, chart, slow, slider, within);
        row('  the same points by Chart.js', byChart);
        if (!slow) [ofPoints, ofChart] = [median(times), median(byChart)];
      }
    }
  }
  return { ofPoints, ofChart, slowest, title: 'Motion', head: ['', 'slider to paint, median', '95 %', 'frames/s', 'longest frame'], rows };
}
