// How a page arrives: first text, first picture, largest paint, and the first answer of its slider, in ms.
import { freshPage, median } from './slow.mjs';

// Runs in the page before anything else: notes times as things appear.
function watch() {
  const times = (window.times = {});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') times.text = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) times.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  const figure = () => document.querySelector('figure');
  const slider = () => figure()?.querySelector('input[type=range][name]');
  // Where nothing has been measured yet, what the slider says of itself answers.
  const reading = () => [...[...figure().querySelectorAll('output')].map((output) => output.dataset.value), slider().ariaValueText].join();
  let before;
  const frame = () => {
    // Of two frames the second begins when the first has been painted.
    const picture = [...document.querySelectorAll('figure svg, main svg')].some((svg) => svg.getBoundingClientRect().width > 100);
    if (picture && !('picture' in times)) requestAnimationFrame(() => (times.picture ??= performance.now()));
    if (slider() && !slider().disabled) {
      if (before === undefined) {
        before = reading();
        slider().value = (2 * Number(slider().max) + Number(slider().min)) / 3;
        slider().dispatchEvent(new Event('input', { bubbles: true }));
      } else if (reading() !== before) {
        times.live = performance.now();
        return;
      }
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

async function once(browser, url, hasSlider) {
  const { page, close } = await freshPage(browser, 'all');
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction((live) => window.times.text && window.times.largest && (!live || window.times.live), hasSlider);
  const times = await page.evaluate(() => window.times);
  await close();
  return times;
}

/** Medians of several loads with an empty cache. */
export async function load(browser, url, { hasSlider = true, runs = 5 } = {}) {
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await once(browser, url, hasSlider));
  const middle = (name) => (all.some((times) => times[name]) ? median(all.map((times) => times[name])) : undefined);
  return ['text', 'picture', 'largest', 'live'].map(middle);
}
