// How a page moves: from a slider's movement to the frame that shows it, and frames per second while playing.
import { freshPage, median, quantile } from './slow.mjs';

const MOVES = 100;

// Both run in the page.
async function answers(moves) {
  const slider = document.querySelector('input[type=range][name=height]');
  const reading = () => document.querySelector('output[name=fall_time]').dataset.value;
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      }),
    );
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    const before = reading();
    const start = performance.now();
    slider.value = String(((move * 7) % 30) / 10);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    let end = await painted();
    while (reading() === before) end = await painted();
    times.push(end - start);
  }
  return times;
}

async function frames(seconds) {
  document.querySelector('button.play').click();
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

export async function motion(browser, url) {
  const rows = [];
  for (const [name, slow] of [['unthrottled', undefined], ['4× slower processor', 'processor']]) {
    const { page, close } = await freshPage(browser, slow);
    await page.goto(`${url}?height=4000`);
    await page.waitForSelector('figure[data-state=ready]');
    const { rate, longest } = await page.evaluate(frames, 3);
    await page.reload();
    await page.waitForSelector('figure[data-state=ready]');
    const times = await page.evaluate(answers, MOVES);
    await close();
    rows.push([name, `${median(times).toFixed(1)} ms`, `${quantile(times, 0.95).toFixed(1)} ms`, rate.toFixed(0), `${longest.toFixed(0)} ms`]);
  }
  return { title: 'Motion', head: ['', 'slider to frame, median', '95 %', 'frames/s playing', 'longest frame'], rows };
}
