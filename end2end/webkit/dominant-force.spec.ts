import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from './helpers';
import { dist } from '../engines.mjs';
import { SECTIONS, type DatasetId } from '../contract';
import { dataset, trendReadouts } from '../trend';

const FIGURE = 'en/figure/compute-trend/';
const SECTION = 'en/dominant-force/';
const OPENED = `${SECTION}?${SECTIONS['dominant-force'].start}`;

/** A table as the site serves it. */
const points = (id: DatasetId) => dataset({ get: async (path: string) => ({ text: async () => readFileSync(join(dist, path), 'utf8') }) } as never, id);

const number = async (page: Page, name: string) => Number(await page.value(name));
const range = async (page: Page) => [Number(await page.property('input[name=from]', 'value')), Number(await page.property('input[name=to]', 'value'))];

test('the program takes over the served page, tables and all', async ({ page }) => {
  const served = await (await fetch(page.site + SECTION)).text();
  await page.open(OPENED);
  const [before, after] = await page.browser.run(
    (html) => [new DOMParser().parseFromString(html, 'text/html'), document].map((page) => page.querySelector('figure svg[data-layout=wide]')?.innerHTML),
    served,
  );
  expect(before).toBeTruthy();
  expect(after === before, 'the same picture').toBe(true);
  await expect.poll(() => page.browser.run(() => [...document.querySelectorAll('figure:not([data-state=ready])')].map((figure) => figure.outerHTML.slice(0, 60)))).toEqual([]);
});

test('keys move both ends of the range', async ({ page }) => {
  await page.open(FIGURE);
  for (const [handle, expected] of [[1, [1901, 1998]], [2, [1901, 1999]]] as const) {
    await page.focus(`.handle:nth-of-type(${handle})`);
    await page.browser.press('ArrowRight');
    await expect.poll(() => range(page)).toEqual(expected);
  }
  const { doubling_time } = trendReadouts(await points('machines'), { from: 1901, to: 1999 });
  await expect.poll(async () => Math.abs((await number(page, 'doubling_time')) / Number(doubling_time) - 1)).toBeLessThan(1e-6);
});

test('a range is dragged over the chart, and the address is the state', async ({ page }) => {
  await page.open(FIGURE);
  // The two ends tell where years are on the screen.
  const [left, right, top] = await page.browser.run(() => {
    document.querySelector('.picture')?.scrollIntoView({ block: 'center' });
    const middles = [...document.querySelectorAll('.handle')].map((handle) => handle.getBoundingClientRect()).map(({ x, width }) => x + width / 2);
    const { y, height } = document.querySelector('.picture')?.getBoundingClientRect() ?? { y: 0, height: 0 };
    return [...middles, y + height / 2];
  });
  const x = (year: number) => left + ((year - 1900) / 98) * (right - left);
  await page.browser.drag([1920, 1935, 1950, 1960].map((year) => ({ x: x(year), y: top })));
  await expect.poll(() => range(page)).toEqual([1920, 1960]);
  await expect.poll(() => page.browser.url()).toContain('from=1920');
  const value = await page.value('doubling_time');
  await page.browser.reload();
  await page.ready();
  await expect.poll(() => page.value('doubling_time')).toBe(value);
});

test('the slider and the search tell points', async ({ page }) => {
  await page.open(FIGURE);
  await page.focus('.point-range');
  await page.browser.press('End');
  const all = await points('machines');
  await expect.poll(() => page.property('.point-details', 'textContent')).toContain(all[all.length - 1].name);
  await page.browser.run(() => {
    const field = document.querySelector<HTMLInputElement>('.point-search input');
    if (field) field.value = 'IBM';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const found = all.filter(({ name }) => name.includes('IBM')).length;
  await expect.poll(() => page.property('.point-count', 'textContent')).toBe(`${found} of ${all.length}`);
});

test('what a budget buys, what drives it, and what a forecast was worth', async ({ page }) => {
  await page.open('en/figure/fixed-budget/?halving_time=2');
  await expect.poll(() => number(page, 'growth')).toBe(1024);
  await page.open('en/figure/drivers/?price_halving=2&spending_growth=1&other_growth=1&algorithm_halving=2');
  await expect.poll(() => number(page, 'share_price')).toBeCloseTo(0.5, 9);
  await page.open('en/figure/backtest/?reveal=true');
  const error = await page.value('mean_error_decades');
  await page.focus('.handle');
  await page.browser.press('ArrowLeft');
  await expect.poll(() => page.value('mean_error_decades')).not.toBe(error);
  await expect.poll(() => page.browser.url()).toContain('cut=1969');
});

test('a guess opens the page, and the second question locks its figure alone', async ({ page }) => {
  await page.open(SECTION);
  const guess = (id: string) =>
    page.browser.run((id) => {
      const range = document.querySelector<HTMLInputElement>(`[data-question=${id}] .guess-range`);
      if (range) range.value = '2';
      range?.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLElement>(`[data-question=${id}] [data-guess=commit]`)?.click();
    }, id);
  expect(await page.visible('figure[data-figure=compute-trend] .results')).toBe(false);
  await guess('compute-trend');
  await expect.poll(() => page.visible('figure[data-figure=compute-trend] .results')).toBe(true);
  expect(await page.visible('figure[data-figure=fixed-budget] .results')).toBe(false);
  await expect.poll(() => page.visible('figure[data-figure=backtest]')).toBe(true);
  await guess('fixed-budget');
  await expect.poll(() => page.visible('figure[data-figure=fixed-budget] .results')).toBe(true);
  await page.browser.run(() => localStorage.clear());
});

test('the device is measured, and a measurement can be cancelled', async ({ page }) => {
  await page.open('en/figure/your-device/');
  const measured = async () => {
    await page.browser.click('[data-measure]');
    await expect.poll(() => page.attribute('figure', 'data-state')).toBe('running');
    await expect.poll(async () => Number(await page.attribute('progress', 'value'))).toBeGreaterThan(0);
    await expect.poll(() => page.attribute('figure', 'data-state'), { timeout: 45_000 }).toBe('ready');
    return Promise.all(['flop_per_s_scalar', 'flop_per_s_simd', 'flop_per_s_all_cores'].map((name) => number(page, name)));
  };
  let [scalar, simd, all] = await measured();
  // Other programs may have kept the cores busy all the time.
  for (let again = 0; again < 2 && (simd < 3 * scalar || all < 0.8 * simd); again += 1) [scalar, simd, all] = await measured();
  expect(scalar).toBeGreaterThan(1e7);
  expect(simd / scalar).toBeGreaterThanOrEqual(3);
  expect(all / simd).toBeGreaterThanOrEqual(0.8);
  expect(await page.value('matches_list')).toMatch(/^\d{4}(-\d\d)?$/);
  await page.browser.click('[data-measure]');
  await expect.poll(() => page.attribute('figure', 'data-state')).toBe('running');
  await page.browser.click('[data-measure]');
  await expect.poll(() => page.attribute('figure', 'data-state')).toBe('ready');
  expect(await page.property('.measuring', 'textContent')).toContain('Stopped at');
});
