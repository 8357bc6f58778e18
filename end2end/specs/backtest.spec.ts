import { Figure, alone, changes, expect, expectReadouts, finger, middle, settled, test } from '../helpers';
import { LANGUAGES, type DatasetId } from '../contract';
import { backtestReadouts, dataset, wins, type Point } from '../trend';
import type { APIRequestContext, Page } from '@playwright/test';

const open = (page: Page, query = '', language = 'en') => Figure.open(page, alone('backtest', query, language));

/** The points that take part: of supercomputers those of the lists. */
const points = async (request: APIRequestContext, id: DatasetId) =>
  (await dataset(request, id)).filter(({ group }) => id !== 'supercomputers' || group !== '');

const STATES: [query: string, id: DatasetId, cut: number, horizon: number][] = [
  ['', 'machines', 1970, 10],
  ['cut=1945&horizon=20', 'machines', 1945, 20],
  ['cut=1985.5&horizon=3', 'machines', 1985.5, 3],
  ['dataset=supercomputers', 'supercomputers', 2010, 10],
  ['dataset=supercomputers&cut=2013', 'supercomputers', 2013, 10],
  ['dataset=supercomputers&cut=2000.4583&horizon=1', 'supercomputers', 2000.4583, 1], // the list of the cut is known, that of a year later counts
  ['dataset=gpu-prices&horizon=5', 'gpu-prices', 2015, 5],
  ['dataset=transistors&horizon=20', 'transistors', 1990, 20],
  ['dataset=training-compute&horizon=5', 'training-compute', 2018, 5],
  ['dataset=kurzweil&cut=1950&horizon=20', 'kurzweil', 1950, 20],
];
for (const language of LANGUAGES) {
  for (const [query, id, cut, horizon] of STATES) {
    test(`${language}: ${query || 'the start'} reads as computed independently`, async ({ page, request }) => {
      const figure = await open(page, query, language);
      await expectReadouts(figure, backtestReadouts(await points(request, id), cut, horizon));
      await expect(figure.notices()).toHaveCount(0);
    });
  }

  for (const [what, query] of [
    ['too little was known', 'cut=1895'],
    ['the table ends before the cut', 'cut=2010'],
  ]) {
    test(`${language}: where ${what} there are no numbers, but words`, async ({ page }) => {
      const figure = await open(page, query, language);
      const { beats_constant, beats_recent, ...values } = await figure.values();
      // What the strip says of all years does not hang on this one.
      for (const share of [beats_constant, beats_recent]) expect(share).toEqual(expect.any(Number));
      for (const [name, value] of Object.entries(values)) {
        expect(value, name).toBeNull();
        await expect(figure.output(name)).toHaveText(/^\D*\p{Letter}{3}\D*$/u);
      }
      await expect(figure.caveat()).toBeVisible();
      await expect(figure.caveat()).toHaveText(/\p{Letter}{3}/u);
    });
  }
}

for (const [id, horizon] of [['machines', 10], ['machines', 3], ['gpu-prices', 10], ['transistors', 20], ['supercomputers', 10]] as const) {
  test(`over all years of ${id}, ${horizon} ahead, the trend is held against the simpler forecasts`, async ({ page, request }) => {
    const all = await points(request, id);
    const figure = await open(page, `dataset=${id}&horizon=${horizon}`);
    await expectReadouts(figure, { beats_constant: wins(all, horizon, 'constant'), beats_recent: wins(all, horizon, 'recent') });
    // It is about all years, not about the one in which the reader stands.
    const before = await figure.values();
    await figure.slide('cut', 2005);
    await changes(() => figure.values(), before);
    const after = await figure.values();
    expect([after.beats_constant, after.beats_recent]).toEqual([before.beats_constant, before.beats_recent]);
  });
}

test('without points in the five years before the cut, that forecast alone is missing', async ({ page }) => {
  const figure = await open(page, 'cut=1908&horizon=20');
  const { bias_decades_recent, mean_error_decades_recent, ...others } = await figure.values();
  expect([bias_decades_recent, mean_error_decades_recent]).toEqual([null, null]);
  for (const [name, value] of Object.entries(others)) expect(value, name).toEqual(expect.any(Number));
  await expect(figure.caveat()).toContainText('five years before the cut');
});

test('history failed the supercomputers of 2013: the page lets it', async ({ page }) => {
  const figure = await open(page, 'dataset=supercomputers&cut=2013');
  expect(Number(await figure.value('coverage_95'))).toBeLessThan(0.5);
  expect(Number(await figure.value('bias_decades'))).toBeGreaterThan(0.4);
});

test('what came can be hidden and revealed, in picture, readouts, table and points', async ({ page, request }) => {
  const all = await points(request, 'machines');
  const known = all.filter(({ year }) => year <= 1970);
  const figure = await open(page);
  const panel = await figure.openPanel('table');
  const start = { values: await figure.values(), drawing: await figure.drawing(), title: await figure.title().textContent() };
  await expect(figure.pointRange()).toHaveAttribute('max', String(all.length - 1));
  await expect(panel.locator('tbody tr')).toHaveCount(all.length);

  await figure.toggle('reveal').focus();
  await page.keyboard.press('Space');
  await expect(figure.toggle('reveal')).not.toBeChecked();
  await changes(figure.drawing, start.drawing);
  for (const [name, value] of Object.entries(await figure.values())) expect(value, `${name} is not told yet`).toBeNull();
  await expect(figure.title()).toHaveText(/1970.*\?$/);
  await expect(figure.caveat()).toContainText('Show what happened');
  await expect(figure.pointRange()).toHaveAttribute('max', String(known.length - 1));
  await expect(panel.locator('tbody tr')).toHaveCount(known.length);
  await expect.poll(() => new URL(page.url()).searchParams.get('reveal')).toBe('false');
  const hidden = await open(await page.context().newPage(), 'reveal=false');
  expect((await hidden.drawing()) === (await figure.drawing()), 'the same picture').toBe(true);
  await hidden.page.close();

  await page.bringToFront();
  await figure.toggle('reveal').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => figure.values()).toEqual(start.values);
  expect((await figure.drawing()) === start.drawing, 'the same picture as before').toBe(true);
  await expect(figure.title()).toHaveText(start.title ?? '');
});

/** Where years are on the screen: told by the handle at two cuts. */
async function axis(figure: Figure) {
  const at = async (cut: number) => {
    await figure.slide('cut', cut);
    await expect(figure.handle()).toHaveAttribute('aria-valuetext', String(cut));
    await settled(figure.page);
    return middle(figure.handle());
  };
  const [early, late] = [await at(1940), await at(1970)];
  return (year: number) => early.x + ((year - 1940) / 30) * (late.x - early.x);
}

async function expectCut(figure: Figure, all: Point[], cut: number) {
  await expect.poll(() => figure.position('cut')).toBe(cut);
  await expectReadouts(figure, backtestReadouts(all, cut, 10));
}

test('the cut is dragged by its handle, pressed, and moved by keys', async ({ page, request, context }) => {
  const all = await points(request, 'machines');
  const figure = await open(page);
  const x = await axis(figure);
  await expect(figure.handle()).toHaveCount(1);

  const grip = await middle(figure.handle());
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(x(1965), grip.y - 20, { steps: 3 });
  await page.mouse.move(x(1955), grip.y + 20, { steps: 3 });
  await expectCut(figure, all, 1955); // while it is being dragged
  await page.mouse.up();
  await page.mouse.move(x(1980), grip.y);
  await settled(page);
  await expectCut(figure, all, 1955);

  const picture = await figure.picture().boundingBox();
  if (!picture) throw new Error('there is no picture');
  // In the upper chart, and in the strip below.
  for (const [year, down] of [[1960, 0.3], [1980, 0.85]]) {
    await page.mouse.click(x(year), picture.y + down * picture.height);
    await expectCut(figure, all, year);
  }

  await figure.handle().focus();
  let cut = 1980;
  await expect(figure.handle()).toHaveRole('slider');
  await expect(figure.handle()).toHaveAccessibleName('Stand in the year');
  for (const [key, by] of [['ArrowRight', 1], ['ArrowLeft', -1], ['ArrowUp', 1], ['ArrowDown', -1], ['PageDown', -10], ['PageUp', 10], ['ArrowLeft', -1]] as const) {
    await page.keyboard.press(key);
    cut += by;
    await expect.poll(() => figure.position('cut'), { message: key }).toBe(cut);
    await expect(figure.handle()).toHaveAttribute('aria-valuetext', String(cut));
    await expect(figure.handle()).toHaveAttribute('aria-valuenow', String(cut));
  }
  await expectCut(figure, all, 1979);
  await expect.poll(() => new URL(page.url()).searchParams.get('cut')).toBe('1979');
  const again = await Figure.open(await context.newPage(), page.url());
  expect(await again.values()).toEqual(await figure.values());
  await figure.handle().focus();
  for (const [key, end] of [['End', 2025], ['Home', 1895]] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => figure.position('cut'), { message: key }).toBe(end);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a finger drags the cut, and the page stays where it is', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'only Chromium lets a test drag a finger');
    const figure = await open(page);
    const x = await axis(figure);
    const grip = await middle(figure.handle());
    const scrolled = await page.evaluate(() => scrollY);
    const touch = await finger(page);
    await touch.press(grip);
    for (const year of [1965, 1960, 1955, 1950]) await touch.move({ x: x(year), y: grip.y - 10 });
    await touch.lift();
    await expect.poll(async () => Math.abs((await figure.position('cut')) - 1950)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });
});

test('the strip of all cuts depends on the horizon and the dataset, not on the cut', async ({ page }) => {
  const figure = await open(page);
  const still = () => figure.picture().locator('> g').first().innerHTML();
  const start = await still();
  await figure.slide('cut', 1950);
  await expect.poll(() => figure.value('outcomes')).not.toBeNull();
  await settled(page);
  expect((await still()) === start, 'the axes and the strip stay').toBe(true);
  await figure.slide('horizon', 20);
  await changes(still, start);
  const longer = await still();
  await figure.choice('dataset').selectOption('transistors');
  await figure.ready();
  await changes(still, longer);
});

test('a point that came later says how far the trend was off', async ({ page, request }) => {
  const all = await points(request, 'machines');
  const figure = await open(page);
  const later = all.findIndex(({ year }) => year > 1970);
  await figure.slide(figure.pointRange(), later);
  await expect(figure.pointDetails().locator('b')).toHaveText(all[later].name);
  await expect(figure.pointDetails()).toContainText(/Moravec.*trend foretold [\d.]+ times as much/);
  await figure.slide(figure.pointRange(), later - 1);
  await expect(figure.pointDetails().locator('b')).toHaveText(all[later - 1].name);
  await expect(figure.pointDetails()).not.toContainText('foretold');
});
