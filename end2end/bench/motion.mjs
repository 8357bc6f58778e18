// How figures move: from a slider's movement to the frame that shows it, and frames per second while playing or computing.
import { freshPage, median, quantile } from './slow.mjs';

const MOVES = 100;
const SECONDS = 3;

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

export async function motion(browser, site) {
  const rows = [];
  for (const [id, slider, watched, what, state = '', within = WITHIN] of FIGURES) {
    for (const [speed, slow] of [['', undefined], [', 4× slower', 'processor']]) {
      const { page, close } = await freshPage(browser, slow);
      let seen = ['–', '–'];
      if (watched) {
        await page.goto(`${site}en/figure/${id}/${watched}`);
        await page.waitForSelector(what === 'computing' ? 'figure[data-state=running]' : 'figure[data-state=ready]');
        const { rate, longest } = await page.evaluate(frames, SECONDS);
        seen = [`${rate.toFixed(0)} ${what}`, `${longest.toFixed(0)} ms`];
      }
      await page.goto(`${site}en/figure/${id}/${state}`);
      await page.waitForSelector('figure[data-state=ready]');
      const times = await page.evaluate(answers, [slider, MOVES, within]);
      await close();
      rows.push([`${id}${speed}`, `${median(times).toFixed(1)} ms`, `${quantile(times, 0.95).toFixed(1)} ms`, ...seen]);
    }
  }
  return { title: 'Motion', head: ['', 'slider to frame, median', '95 %', 'frames/s', 'longest frame'], rows };
}
