import { Figure, alone, changes, decades, expect, expectClose, test } from '../helpers';
import { OBJECTS, WORLDS } from '../contract';
import { PEN, expectedSpread, readouts } from '../physics';
import type { Page } from '@playwright/test';

const open = (page: Page, query = '') => Figure.open(page, alone('ensemble', query));
const numbers = async (figure: Figure) => (await figure.values()) as Record<string, number>;

for (const [query, drop, jitter, drops] of [
  ['', {}, 0.2, 1e4],
  ['object=feather&jitter=0.5&seed=7', OBJECTS.feather, 0.5, 1e4],
  ['object=paper-sheet&world=mars&jitter=0.1&drops=1000', { ...OBJECTS['paper-sheet'], ...WORLDS.mars }, 0.1, 1e3],
  ['object=ping-pong-ball&height=30&drops=100000', { ...OBJECTS['ping-pong-ball'], height: 30 }, 0.2, 1e5],
] as const) {
  test(`mean and deviation are those of an integral over the errors: ${query || 'the pen'}`, async ({ page }) => {
    const { mean, deviation, errorOfMean, errorOfDeviation } = expectedSpread({ ...PEN, ...drop }, jitter, drops);
    const found = await numbers(await open(page, query));
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * errorOfMean);
    expect(Math.abs(found.standard_deviation - deviation)).toBeLessThan(4 * errorOfDeviation);
    expectClose(found.relative_spread, found.standard_deviation / found.mean, 'relative spread');
    expect(found.p05).toBeGreaterThan(found.mean - 2.5 * deviation);
    expect(found.p05).toBeLessThan(found.mean - deviation);
    expect(found.p95).toBeGreaterThan(found.mean + deviation);
    expect(found.p95).toBeLessThan(found.mean + 2.5 * deviation);
    expect(found.aloft).toBe(0);
  });
}

test('without errors all drops take as long as the one drop', async ({ page }) => {
  const figure = await open(page, 'jitter=0&object=feather');
  const time = readouts({ ...PEN, ...OBJECTS.feather }).fall_time as number;
  const { relative_spread, standard_deviation, aloft, ...times } = await numbers(figure);
  expect([relative_spread, standard_deviation, aloft]).toEqual([0, 0, 0]);
  for (const [name, value] of Object.entries(times)) expectClose(value, time, name);
  await expect(figure.title()).toContainText('every drop takes equally long');
});

test('the same seed gives the same numbers, another one others, close by', async ({ page, context }) => {
  const figure = await open(page, 'seed=5');
  const five = await numbers(figure);
  expect(await numbers(await Figure.open(await context.newPage(), alone('ensemble', 'seed=5', 'de')))).toEqual(five);
  await figure.slide('seed', 6);
  await changes(() => figure.values(), five);
  const six = await numbers(figure);
  expect(Math.abs(six.mean - five.mean)).toBeLessThan((6 * five.standard_deviation) / 100);
  await figure.slide('seed', 5);
  await expect.poll(() => figure.values()).toEqual(five);
});

test('a body as dense as the fluid: half of the drops never land, and the title says so', async ({ page }) => {
  const figure = await open(page, `fluid_density=${PEN.mass / PEN.volume}`);
  expect(Math.abs((await numbers(figure)).aloft - 5000)).toBeLessThan(4 * 50);
  await expect(figure.title()).toContainText(/(49|50|51)\s%.*never land/);
});

test('where no drop lands there are no times, but words', async ({ page }) => {
  for (const query of ['object=ping-pong-ball&world=water', 'gravity=0']) {
    const figure = await open(page, query);
    const { aloft, ...times } = await figure.values();
    expect(aloft).toBe(10_000);
    for (const [name, value] of Object.entries(times)) {
      expect(value, name).toBeNull();
      await expect(figure.output(name)).toHaveText(/^\D*\p{Letter}{3}\D*$/u);
    }
  }
});

test('drops come in whole numbers', async ({ page }) => {
  const figure = await open(page, 'drops=12.5');
  await expect(figure.notices()).toContainText('13');
  await expect(figure.field('Drops, as a number')).toHaveValue('13');
  await figure.slide('drops', 2.345);
  await expect(figure.control('drops')).toHaveAttribute('aria-valuetext', '221');
  await expect(figure.notices()).toHaveCount(0);
  await figure.enter('Drops, as a number', '50.4');
  await expect(figure.notices()).toContainText('50');
  await expect(figure.control('drops')).toHaveAttribute('aria-valuetext', '50');
});

test('the table counts every drop once', async ({ page }) => {
  const figure = await open(page, 'object=feather');
  const panel = await figure.openPanel('table');
  const counted = async () =>
    (await panel.locator('tbody tr').evaluateAll((all) => all.map((row) => Number(row.lastElementChild?.textContent?.replace(/\D/g, '') ?? NaN)))).reduce((sum, drops) => sum + drops, 0);
  await expect.poll(counted).toBe(10_000);
  await figure.slide('drops', decades(1000));
  await expect.poll(counted).toBe(1000);
});
