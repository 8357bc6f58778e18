import { Figure, alone, changes, decades, expect, expectClose, finger, middle, noteProgress, test } from '../helpers';
import { PEN, readouts } from '../physics';
import type { Page } from '@playwright/test';

const open = (page: Page, query = '') => Figure.open(page, alone('dominance-map', query));
const error = (figure: Figure) => figure.value('prediction_error');

// Numbers, words and where the lines lie are held natively: crates/figures/tests/all/independent.rs, said.rs and dominance_map.rs.

/** Pixels of a decade of mass and of area, and where the point is for 1 g and 1 cm². */
async function scale(page: Page, language = 'en') {
  const at = async (query: string) => middle((await Figure.open(page, alone('dominance-map', query, language))).handle());
  const [low, high] = [await at('mass=1e-3&area=1e-4'), await at('mass=1&area=1e-2')];
  return { origin: low, perMass: (high.x - low.x) / 3, perArea: (high.y - low.y) / 2 };
}

/** The point is under a place, and mass and area are those of the place, to three digits. */
async function expectPoint(figure: Figure, at: { x: number; y: number }, { origin, perMass, perArea }: Awaited<ReturnType<typeof scale>>, drop = {}) {
  const expected = { mass: -3 + (at.x - origin.x) / perMass, area: -4 + (at.y - origin.y) / perArea };
  for (const name of ['mass', 'area'] as const) {
    await expect.poll(async () => Math.abs((await figure.position(name)) - expected[name]), { message: name }).toBeLessThan(1.5 / Math.abs(name === 'mass' ? perMass : perArea));
  }
  const point = await middle(figure.handle());
  expect(Math.hypot(point.x - at.x, point.y - at.y), 'the handle is under the pointer').toBeLessThan(1.5);
  const [mass, area] = [10 ** (await figure.position('mass')), 10 ** (await figure.position('area'))];
  expectClose(await error(figure), readouts({ ...PEN, ...drop, mass, area }).prediction_error as number, 'the error there');
}

test('the mouse drags the point, and the address and the preset follow', { tag: '@engine' }, async ({ page, context }) => {
  const map = await scale(page);
  const figure = await open(page);
  const from = await middle(figure.handle());
  const to = { x: from.x - 130, y: from.y - 90 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await expectPoint(figure, to, map); // while it is being dragged
  await page.mouse.up();
  await page.mouse.move(to.x + 50, to.y);
  await expectPoint(figure, to, map);
  await expect(figure.chosenObject()).toHaveValue('custom');
  await expect.poll(() => page.url()).toContain('mass=');
  const again = await Figure.open(await context.newPage(), page.url());
  await expect.poll(() => again.values()).toEqual(await figure.values());
});

test('a click moves the point there, beyond the edge to the edge', async ({ page }) => {
  const map = await scale(page);
  const figure = await open(page);
  const from = await middle(figure.handle());
  const to = { x: from.x + 80, y: from.y - 140 };
  await page.mouse.click(to.x, to.y);
  await expectPoint(figure, to, map);
  const picture = await figure.picture().boundingBox();
  await page.mouse.click((picture?.x ?? 0) + (picture?.width ?? 0) - 2, to.y);
  await expect.poll(() => figure.position('mass')).toBe(1); // log10 of 10 kg
});

test('a click counts, too, if the map is drawn anew between press and release', async ({ page }) => {
  const map = await scale(page);
  const figure = await open(page);
  const from = await middle(figure.handle());
  const to = { x: from.x + 80, y: from.y - 140 };
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  const drawing = await figure.drawing();
  await figure.slide('height', decades(2));
  await changes(figure.drawing, drawing);
  await page.mouse.up();
  await expectPoint(figure, to, map, { height: 2 });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a finger drags the point, and the page stays where it is', async ({ page }) => {
    const map = await scale(page, 'de');
    // To the ball and beyond, with titles short and long on the way.
    for (const [right, up] of [[40, 60], [-60, 100]]) {
      const figure = await Figure.open(page, alone('dominance-map', '', 'de'));
      const from = await middle(figure.handle());
      const scrolled = await page.evaluate(() => scrollY);
      const touch = await finger(page);
      await touch.press(from);
      for (const share of [0.25, 0.5, 0.75, 1]) await touch.move({ x: from.x + share * right, y: from.y - share * up });
      await touch.lift();
      await expectPoint(figure, { x: from.x + right, y: from.y - up }, map);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    }
  });
});

test('keys move the point, and its name says where it is', async ({ page }) => {
  const figure = await open(page);
  await figure.handle().focus();
  const KEYS = [['ArrowRight', 'mass', 1], ['ArrowLeft', 'mass', -1], ['End', 'mass', 1], ['Home', 'mass', -1], ['ArrowUp', 'area', 1], ['ArrowDown', 'area', -1], ['PageUp', 'area', 1], ['PageDown', 'area', -1]] as const;
  for (const [key, name, direction] of KEYS) {
    const [before, told] = [await figure.position(name), await figure.handle().getAttribute('aria-label')];
    await page.keyboard.press(key);
    await expect.poll(async () => Math.sign((await figure.position(name)) - before), { message: key }).toBe(direction);
    await expect(figure.handle()).not.toHaveAttribute('aria-label', told ?? '');
  }
  await page.keyboard.press('ArrowRight');
  await expect(figure.handle()).toHaveAccessibleName(/Mass 6\.\d+\sg, Area 0\.\d+\scm²/);
});

test('still air needs no long computation; in wind a worker computes the map, and says how far it is', async ({ page }) => {
  const noted = await noteProgress(page);
  const calm = await open(page, 'height=10');
  expect((await noted()).states).not.toContain('running');
  await expect(calm.computing()).toBeHidden();
  const worker = page.waitForEvent('worker');
  const figure = await open(page, 'wind=-20&height=4000&volume=1e-8');
  await worker;
  const { states, progress } = await noted();
  expect([...new Set(states)]).toEqual(['running', 'ready']);
  expect(states.at(-1)).toBe('ready');
  expect(progress.at(-1)).toBe(1);
  expect(new Set(progress).size, 'it rises in steps').toBeGreaterThan(2);
  expect(progress.every((value, index) => index === 0 || value >= progress[index - 1])).toBe(true);
  await expect(figure.computing()).toBeHidden();
});

test('a slider moved while the map is computed begins again, and the last state counts', async ({ page, context }) => {
  const figure = await open(page, 'wind=4');
  for (const wind of [5, 6, 7]) await figure.slide('wind', wind);
  await expect.poll(() => page.url()).toContain('wind=7');
  await figure.ready();
  const fresh = await Figure.open(await context.newPage(), page.url());
  expect((await figure.drawing()) === (await fresh.drawing()), 'the same picture').toBe(true);
});
