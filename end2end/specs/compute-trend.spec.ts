import { Figure, Question, alone, changes, expect, expectClose, expectReadouts, finger, middle, settled, test } from '../helpers';
import { LANGUAGES, sectionOf, type DatasetId } from '../contract';
import { YEAR, dataset, fitted, robustDoubling, trendReadouts, type Choice, type Point } from '../trend';
import type { Page } from '@playwright/test';

const open = (page: Page, query = '', language = 'en') => Figure.open(page, alone('compute-trend', query, language));

/** Over which years each dataset is fitted at the start. */
const SPANS: Record<DatasetId, [number, number]> = {
  machines: [1900, 1998],
  kurzweil: [1900, 1999],
  'gpu-prices': [2000, 2024],
  transistors: [1971, 2025],
  supercomputers: [1993, 2026],
  'training-compute': [2010, 2026],
};

const STATES: [string, DatasetId, Partial<Choice>?][] = [
  ['', 'machines'],
  ['from=1940&to=1998', 'machines', { from: 1940 }],
  ['from=1900&to=1945', 'machines', { to: 1945 }],
  ['frontier=true', 'machines', { frontier: true }],
  ['frontier=1&from=1950&to=1990.5', 'machines', { frontier: true, from: 1950, to: 1990.5 }],
  ['scale=linear&from=1950', 'machines', { from: 1950 }],
  ['segment=consumer', 'machines'], // there are no segments of machines
  ['dataset=kurzweil', 'kurzweil'],
  ['dataset=gpu-prices', 'gpu-prices'],
  ['dataset=gpu-prices&from=2010', 'gpu-prices', { from: 2010 }],
  ['dataset=gpu-prices&segment=consumer', 'gpu-prices', { segment: 'consumer' }],
  ['dataset=gpu-prices&segment=professional', 'gpu-prices', { segment: 'professional' }],
  ['dataset=gpu-prices&segment=professional&frontier=true', 'gpu-prices', { segment: 'professional', frontier: true }],
  ['dataset=transistors', 'transistors'],
  ['dataset=supercomputers', 'supercomputers'],
  ['dataset=supercomputers&from=1960', 'supercomputers', { from: 1960 }],
  ['dataset=supercomputers&from=1993.4583&to=2000.4583', 'supercomputers', { from: 1993.4583, to: 2000.4583 }], // both lists count
  ['dataset=training-compute', 'training-compute'],
  ['dataset=training-compute&from=1950&to=2010', 'training-compute', { from: 1950, to: 2010 }],
];

for (const language of LANGUAGES) {
  for (const [query, id, given] of STATES) {
    test(`${language}: ${query || 'the start'} reads as computed independently`, async ({ page, request }) => {
      const figure = await open(page, query, language);
      const [from, to] = SPANS[id];
      const choice = { from, to, ...given };
      const points = await dataset(request, id);
      await expectReadouts(figure, trendReadouts(points, choice));
      expectClose(await figure.value('doubling_time_robust'), YEAR * robustDoubling(fitted(points, choice)), 'doubling_time_robust');
      await expect(figure.notices()).toHaveCount(0);
    });
  }

  for (const [query, readout, value, shown] of [
    ['dataset=transistors', 'doubling_time', 2.013 * YEAR, /^2[.,]01\D/],
    ['dataset=transistors', 'r_squared', 0.983, /^0[.,]983/],
    ['dataset=transistors', 'points', 112, /^112/],
    ['dataset=supercomputers&from=1993', 'doubling_time', 1.241 * YEAR, /^1[.,]24\D/],
    ['dataset=supercomputers&from=1993', 'points', 66, /^66/],
    ['dataset=training-compute&from=2010', 'factor_per_year', 4.679, /^4[.,]68\D/],
    ['dataset=training-compute&from=2010', 'points', 428, /^428/],
    ['dataset=training-compute&from=2010', 'r_squared', 0.604, /^0[.,]604/],
    ['from=1940&to=1998', 'tenfold_time', 5.73 * YEAR, /^5[.,]73\D/],
    ['dataset=gpu-prices&from=2000&to=2024', 'doubling_time', 2.589 * YEAR, /^2[.,]59\D/],
  ] as const) {
    test(`${language}: ${readout} of ${query} is the published one`, async ({ page }) => {
      const figure = await open(page, query, language);
      expect(Math.abs(Number(await figure.value(readout)) / value - 1)).toBeLessThan(1e-3);
      await expect(figure.output(readout)).toHaveText(language === 'en' ? new RegExp(shown.source.replace('[.,]', '\\.')) : new RegExp(shown.source.replace('[.,]', ',')));
    });
  }
}

const TIMES = ['doubling_time', 'doubling_time_low', 'doubling_time_high', 'tenfold_time'];
const ODD: [what: string, query: string, missing: string[], caveat: Record<'en' | 'de', RegExp>][] = [
  ['a range that ends before it begins', 'from=1990&to=1950', [...TIMES, 'doubling_time_robust', 'factor_per_year', 'r_squared', 'growth'], { en: /1990.*1950/, de: /1990.*1950/ }],
  ['a range without points', 'from=1893&to=1899', [...TIMES, 'doubling_time_robust', 'factor_per_year', 'r_squared', 'growth'], { en: /at least two/, de: /zwei/ }],
  ['points of one date', 'from=1944&to=1944.5', [...TIMES, 'factor_per_year', 'r_squared', 'growth'], { en: /\p{Letter}{4}/u, de: /\p{Letter}{4}/u }],
  ['two points', 'from=1911&to=1919', ['doubling_time_low', 'doubling_time_high'], { en: /two points/, de: /Zwei Punkte/ }],
  ['points that may as well not rise', 'dataset=gpu-prices&from=2003&to=2004', ['doubling_time_high'], { en: /no upper limit/, de: /keine/ }],
  ['points that fall', 'dataset=gpu-prices&from=2020&to=2024', TIMES, { en: /falls/, de: /fällt/ }],
  ['points that stay', 'dataset=supercomputers&from=2013.4&to=2014.5', [...TIMES, 'r_squared'], { en: /level/, de: /\p{Letter}{4}/u }],
];
for (const [what, query, missing, caveat] of ODD) {
  for (const language of LANGUAGES) {
    test(`${language}: ${what}: what is missing says why`, async ({ page }) => {
      const figure = await open(page, query, language);
      for (const name of missing) {
        await expect(figure.output(name), name).toHaveAttribute('data-value', 'null');
        await expect(figure.output(name), name).toHaveText(/^\D*\p{Letter}{2}\D*$/u);
      }
      const values = await figure.values();
      for (const [name, value] of Object.entries(values)) if (!missing.includes(name) && value !== null) expect(Number.isFinite(value), name).toBe(true);
      await expect(figure.caveat()).toBeVisible();
      await expect(figure.caveat()).toHaveText(caveat[language]);
      await expect(figure.root).toHaveAttribute('data-state', 'ready');
    });
  }
}

test('what an address cannot have is replaced, and each says so', async ({ page }) => {
  const figure = await open(page, 'dataset=abacus&from=1850&to=soon&scale=round&frontier=perhaps&segment=toys');
  await expect(figure.notices()).toHaveCount(6);
  await expect(figure.choice('dataset')).toHaveValue('machines');
  expect([await figure.position('from'), await figure.position('to')]).toEqual([1890, 1998]);
  await expect(figure.choice('scale')).toHaveValue('log');
  await expect(figure.toggle('frontier')).not.toBeChecked();
  // A choice made anew takes its notice away.
  await figure.toggle('frontier').check({ force: true });
  await figure.choice('dataset').selectOption('kurzweil');
  await expect(figure.notices()).toHaveCount(4);
});

test('each dataset begins with its own years, and keeps those that are chosen then', async ({ page, request }) => {
  const figure = await open(page);
  for (const [id, [from, to]] of Object.entries(SPANS).reverse()) {
    await figure.choice('dataset').selectOption(id);
    await expect.poll(() => figure.position('from')).toBe(from);
    expect(await figure.position('to')).toBe(to);
    await figure.ready();
    const expected = trendReadouts(await dataset(request, id as DatasetId), { from, to });
    await expect(figure.output('points')).toHaveAttribute('data-value', String(expected.points));
    await expectReadouts(figure, expected);
  }
  await figure.choice('dataset').selectOption('supercomputers');
  await figure.slide('from', 2000);
  await figure.choice('scale').locator('xpath=ancestor::fieldset').locator('input[value=linear]').check({ force: true });
  await expect.poll(() => new URL(page.url()).search).toContain('from=2000');
  await expect(figure.choice('dataset')).toHaveValue('supercomputers');
  const again = await open(await page.context().newPage(), new URL(page.url()).search.slice(1));
  expect(await again.values()).toEqual(await figure.values());
  await expect(again.choice('scale')).toHaveValue('linear');
});

test('records only, on a linear axis, of one kind of card: title, picture and readouts follow', async ({ page, request }) => {
  const figure = await open(page, 'dataset=gpu-prices');
  await figure.unfold();
  const points = await dataset(request, 'gpu-prices');
  const follows = async (set: () => Promise<unknown>, choice: Partial<Choice>) => {
    const [drawing, values] = [await figure.drawing(), await figure.values()];
    await set();
    await changes(figure.drawing, drawing);
    if (Object.keys(choice).length) await changes(() => figure.values(), values);
    await expectReadouts(figure, trendReadouts(points, { from: 2000, to: 2024, ...choice }));
  };
  const title = await figure.title().textContent();
  await follows(() => figure.toggle('frontier').check({ force: true }), { frontier: true });
  await expect(figure.title()).not.toHaveText(title ?? '');
  await follows(() => figure.toggle('frontier').uncheck({ force: true }), { frontier: false });
  await follows(() => figure.root.locator('input[name=segment][value=consumer]').check({ force: true }), { segment: 'consumer' });
  await follows(() => figure.root.locator('input[name=segment][value=all]').check({ force: true }), { segment: 'all' });
  await follows(() => figure.root.locator('input[name=scale][value=linear]').check({ force: true }), {});
  await expect(figure.picture().locator('text').filter({ hasText: /^10[⁰-⁹]+$/ })).toHaveCount(0);
  await follows(() => figure.root.locator('input[name=scale][value=log]').check({ force: true }), {});
  expect(await figure.picture().locator('text').filter({ hasText: /^10[⁰-⁹⁻¹²³]+$/ }).count()).toBeGreaterThan(2);
});

/** Where years are on the screen: told by the two handles. */
async function axis(figure: Figure) {
  const [from, to] = [await figure.position('from'), await figure.position('to')];
  const [left, right] = [await middle(figure.handle().nth(0)), await middle(figure.handle().nth(1))];
  const picture = await middle(figure.picture());
  return (year: number, up = 0) => ({ x: left.x + ((year - from) / (to - from)) * (right.x - left.x), y: picture.y - up });
}

/** The range is this one, and all readouts are of it. */
async function expectRange(figure: Figure, points: Point[], from: number, to: number) {
  await expect.poll(async () => [await figure.position('from'), await figure.position('to')]).toEqual([from, to]);
  const expected = trendReadouts(points, { from, to });
  await expect(figure.output('points')).toHaveAttribute('data-value', String(expected.points));
  await expectReadouts(figure, expected);
}

test('a range is dragged over the chart by mouse, either way, and the address holds it', async ({ page, request, context }) => {
  const points = await dataset(request, 'machines');
  const figure = await open(page);
  const at = await axis(figure);
  for (const [begin, end] of [[1920, 1960], [1995, 1940]]) {
    await page.mouse.move(at(begin).x, at(begin).y);
    await page.mouse.down();
    await page.mouse.move(at((begin + end) / 2).x, at(0).y - 20, { steps: 4 });
    await page.mouse.move(at(end).x, at(end).y + 15, { steps: 4 });
    await expectRange(figure, points, Math.min(begin, end), Math.max(begin, end)); // while it is being dragged
    await page.mouse.up();
    await page.mouse.move(at(1905).x, at(1905).y);
    await settled(page);
    await expectRange(figure, points, Math.min(begin, end), Math.max(begin, end));
  }
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('1940');
  const again = await Figure.open(await context.newPage(), page.url());
  expect(await again.values()).toEqual(await figure.values());
  expect((await again.drawing()) === (await figure.drawing()), 'the same picture').toBe(true);
});

test('a hand that trembles drags nothing, and a press is not a range', async ({ page }) => {
  const figure = await open(page);
  const at = await axis(figure);
  await page.mouse.move(at(1930).x, at(1930).y);
  await page.mouse.down();
  await page.mouse.move(at(1930).x + 5, at(1930).y + 5);
  await page.mouse.up();
  await settled(page);
  expect([await figure.position('from'), await figure.position('to')]).toEqual([1900, 1998]);
  expect(new URL(page.url()).search).toBe('');
});

test('each end of the range is dragged by its handle, and they do not pass each other', async ({ page, request }) => {
  const points = await dataset(request, 'machines');
  const figure = await open(page);
  const at = await axis(figure);
  await expect(figure.handle()).toHaveCount(2);
  const drag = async (handle: number, year: number) => {
    const grip = await middle(figure.handle().nth(handle));
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(at(year).x, grip.y - 30, { steps: 4 });
    await page.mouse.up();
  };
  await drag(0, 1940);
  await expectRange(figure, points, 1940, 1998);
  await drag(1, 1970);
  await expectRange(figure, points, 1940, 1970);
  await drag(0, 1985);
  await expectRange(figure, points, 1969, 1970);
});

test('keys move the ends of the range, and the handles say where they are', async ({ page }) => {
  const figure = await open(page);
  for (const [handle, name, start] of [[0, 'from', 1900], [1, 'to', 1998]] as const) {
    const grip = figure.handle().nth(handle);
    await grip.focus();
    await expect(grip).toHaveRole('slider');
    await expect(grip).toHaveAccessibleName(`Fit ${name}`);
    let year: number = start;
    for (const [key, by] of [['ArrowRight', 1], ['ArrowUp', 1], ['PageUp', 10], ['PageDown', -10], ['ArrowLeft', -1], ['ArrowDown', -1]] as const) {
      await page.keyboard.press(key);
      year += by;
      await expect.poll(() => figure.position(name), { message: `${name}: ${key}` }).toBe(year);
      await expect(grip).toHaveAttribute('aria-valuetext', String(year));
    }
    for (const [key, end] of [['End', 2030], ['Home', 1890]] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => figure.position(name), { message: `${name}: ${key}` }).toBe(end);
    }
    await expect(grip).toBeFocused();
    await figure.action('reset').click();
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const language of LANGUAGES) {
    test(`in ${language} a finger drags a range sideways, and the page stays where it is`, async ({ page, browserName, request }) => {
      test.skip(browserName !== 'chromium', 'only Chromium lets a test drag a finger');
      const points = await dataset(request, 'machines');
      const figure = await open(page, '', language);
      const at = await axis(figure);
      const scrolled = await page.evaluate(() => scrollY);
      const touch = await finger(page);
      await touch.press(at(1910));
      for (const year of [1920, 1935, 1950, 1960]) await touch.move(at(year));
      await touch.lift();
      await settled(page);
      // A finger is a few pixels wide, and the browser may keep the first of its way to itself.
      const [from, to] = [await figure.position('from'), await figure.position('to')];
      expect(Math.abs(from - 1910)).toBeLessThanOrEqual(1);
      expect(Math.abs(to - 1960)).toBeLessThanOrEqual(1);
      await expectRange(figure, points, from, to);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    });
  }

  test('a finger drags a handle', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'only Chromium lets a test drag a finger');
    const figure = await open(page);
    const at = await axis(figure);
    const grip = await middle(figure.handle().nth(1));
    const touch = await finger(page);
    await touch.press(grip);
    for (const year of [1990, 1975, 1960]) await touch.move({ x: at(year).x, y: grip.y });
    await touch.lift();
    await expect.poll(() => figure.position('to')).toBe(1960);
    expect(await figure.position('from')).toBe(1900);
  });

  test('a finger that goes up scrolls the page and leaves the range', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'only Chromium lets a test drag a finger');
    const figure = await open(page);
    const at = await axis(figure);
    const touch = await finger(page);
    await touch.press(at(1950));
    for (const up of [20, 60, 120, 180]) await touch.move(at(1950, up));
    await touch.lift();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect([await figure.position('from'), await figure.position('to')]).toEqual([1900, 1998]);
  });
});

/** Where the ring is that marks the point that is asked about. */
const ring = (figure: Figure) => figure.overlay().locator('path.ink');

test('the slider goes through all points by keys and tells each: name, value, source', async ({ page, request }) => {
  const points = await dataset(request, 'machines');
  const figure = await open(page);
  await expect(figure.pointRange()).toHaveAttribute('max', String(points.length - 1));
  await figure.pointRange().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  for (const place of [1, 2, 3]) {
    const { name, year } = points[place];
    await expect(figure.pointDetails().locator('b')).toHaveText(name);
    await expect(figure.pointDetails()).toContainText(String(year));
    await expect(figure.pointDetails()).toContainText('Moravec');
    await expect(figure.pointDetails()).toContainText(/×\s10⁻[⁷⁸]/u);
    await expect(figure.pointRange()).toHaveAttribute('aria-valuetext', new RegExp(`${escaped(name)}.*${year}.*Moravec`));
    await expect(ring(figure)).toHaveCount(1);
    await expect(figure.overlay()).toContainText(name);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('End');
  await expect(figure.pointDetails().locator('b')).toHaveText(points[points.length - 1].name);
});

for (const language of LANGUAGES) {
  test(`in ${language} the mouse over a point tells it, and no other`, async ({ page, request }) => {
    const points = await dataset(request, 'machines');
    const figure = await open(page, '', language);
    await expect(ring(figure)).toHaveCount(0);
    // Lonely ones: nothing else is near enough to be meant instead.
    for (const place of [0, 2, 6]) {
      await figure.slide(figure.pointRange(), place);
      await expect(figure.pointDetails().locator('b')).toHaveText(points[place].name);
      const there = await middle(ring(figure));
      await figure.slide(figure.pointRange(), points.length - 1);
      await expect(figure.pointDetails().locator('b')).not.toHaveText(points[place].name);
      await page.mouse.move(there.x - 3, there.y + 3);
      await expect(figure.pointDetails().locator('b')).toHaveText(points[place].name);
      await expect(figure.pointDetails()).toContainText(String(points[place].year));
      const found = await middle(ring(figure));
      expect(Math.hypot(found.x - there.x, found.y - there.y)).toBeLessThan(1);
      expect(Number(await figure.pointRange().inputValue())).toBe(place);
    }
  });
}

test('a finger on a point tells it', async ({ page, browserName, request }) => {
  test.skip(browserName !== 'chromium', 'only Chromium lets a test press with a finger');
  const points = await dataset(request, 'machines');
  const figure = await open(page);
  await figure.slide(figure.pointRange(), 2);
  const there = await middle(ring(figure));
  await figure.slide(figure.pointRange(), 60);
  const touch = await finger(page);
  await touch.press(there);
  await touch.lift();
  await expect(figure.pointDetails().locator('b')).toHaveText(points[2].name);
});

test('a search counts the points with that name, highlights them, and the slider goes through these', async ({ page, request }) => {
  const points = await dataset(request, 'machines');
  const named = (text: string) => points.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  const figure = await open(page);
  const drawn = () => figure.overlay().locator('circle').count();
  expect(await drawn()).toBe(0);
  for (const text of ['IBM', 'eniac', ' Dec ']) {
    const found = named(text.trim());
    expect(found.length).toBeGreaterThan(0);
    await figure.seek().fill(text);
    await expect(figure.pointCount()).toHaveText(`${found.length} of ${points.length}`);
    await expect.poll(drawn).toBeGreaterThanOrEqual(found.length);
    // The first of them is asked about at once.
    await expect(figure.pointDetails().locator('b')).toHaveText(found[0].name);
    await expect(ring(figure)).toHaveCount(1);
    await expect(figure.pointRange()).toHaveValue('0');
    await expect(figure.pointRange()).toHaveAttribute('max', String(found.length - 1));
  }
  await figure.seek().fill('IBM');
  await figure.pointRange().focus();
  await page.keyboard.press('End');
  await expect(figure.pointDetails().locator('b')).toHaveText(named('IBM').at(-1)?.name ?? '');
  await page.keyboard.press('Home');
  await expect(figure.pointDetails().locator('b')).toHaveText(named('IBM')[0].name);
  await figure.seek().fill('no such machine');
  await expect(figure.pointCount()).toHaveText(`0 of ${points.length}`);
  await expect(ring(figure)).toHaveCount(0);
  await expect(figure.pointDetails()).toHaveText('No point has “no such machine” in its name.');
  await figure.seek().fill('');
  await expect(figure.pointCount()).toHaveText('');
  await expect(figure.pointRange()).toHaveAttribute('max', String(points.length - 1));
  // What is searched for is no part of the state.
  expect(new URL(page.url()).search).toBe('');
});

test('a search in German, and in another dataset', async ({ page, request }) => {
  const points = await dataset(request, 'training-compute');
  const figure = await open(page, 'dataset=training-compute', 'de');
  await figure.seek().fill('gpt');
  const found = points.filter(({ name }) => name.toLowerCase().includes('gpt'));
  await expect(figure.pointCount()).toHaveText(`${found.length} von ${points.length}`);
  await figure.slide(figure.pointRange(), found.length - 1);
  await expect(figure.pointDetails().locator('b')).toHaveText(found.at(-1)?.name ?? '');
  await expect(figure.pointDetails()).toContainText(/Epoch AI/);
});

test('another dataset forgets the point that was asked about', async ({ page }) => {
  const figure = await open(page);
  await figure.slide(figure.pointRange(), 5);
  await expect(ring(figure)).toHaveCount(1);
  await figure.choice('dataset').selectOption('kurzweil');
  await figure.ready();
  await expect(ring(figure)).toHaveCount(0);
  await expect(figure.pointDetails().locator('b')).toHaveText('');
});

test('the table says of every point whether it is fitted', async ({ page, request }) => {
  const points = await dataset(request, 'machines');
  const figure = await open(page, 'from=1940&to=1960');
  const panel = await figure.openPanel('table');
  await expect(panel.locator('tbody tr')).toHaveCount(points.length);
  await expect(panel.locator('tbody tr').filter({ hasText: 'yes' })).toHaveCount(Number(await figure.value('points')));
  await expect(panel.locator('tbody tr').first()).toContainText(points[0].name);
});

for (const language of LANGUAGES) {
  test(`in ${language} nothing on the page gives the answer away before the guess`, async ({ page }) => {
    const question = await Question.open(page, `/${language}/${sectionOf('compute-trend')}/`);
    await question.locked();
    await expect(question.prompt).toBeVisible();
    await expect(page.locator('output, [data-value]').filter({ visible: true })).toHaveCount(0);
    const [seen, heard] = [await page.locator('body').innerText(), await page.locator('body').ariaSnapshot()];
    for (const text of [seen, heard]) expect(text).not.toMatch(/1[.,]7 (trillion|Billionen)|10¹²|Gateway/);
  });

  test(`in ${language} the guess is dragged to a place, judged, and drawn beside the answer`, async ({ page, request }) => {
    const question = await Question.open(page, `/${language}/${sectionOf('compute-trend')}/`);
    await question.range.focus();
    await page.keyboard.press('Home');
    await expect(question.commit).toContainText(/\b1\b/);
    const held = question.prompt.locator('svg').filter({ visible: true });
    await held.scrollIntoViewIfNeeded();
    const picture = await held.boundingBox();
    if (!picture) throw new Error('nothing is held');
    await page.mouse.move(picture.x + 0.8 * picture.width, picture.y + 0.5 * picture.height);
    await page.mouse.down();
    await page.mouse.move(picture.x + 0.8 * picture.width, picture.y + 0.6 * picture.height, { steps: 3 });
    await page.mouse.up();
    const guess = 10 ** Number(await question.range.inputValue());
    expect(guess).toBeGreaterThan(1e5);
    expect(guess).toBeLessThan(1e12);
    await question.commit.click();
    await question.opened('guess');
    // What the last machine gave for a dollar, against what the first did.
    const { measured_growth } = trendReadouts(await dataset(request, 'machines'), { from: 1900, to: 1998 });
    expect(Number(measured_growth)).toBeGreaterThan(1.6e12);
    await expect(question.verdict).toContainText(language === 'en' ? '1.7 trillion' : '1,7-Billionen');
    await expect(question.verdict).toContainText(language === 'en' ? 'times as much as you guessed' : 'zu niedrig');
    await expect(question.figure.picture().locator('text').filter({ hasText: MARK[language] })).toHaveCount(1);
    await question.figure.slide('from', 1950);
    await expect(question.figure.picture().locator('text').filter({ hasText: MARK[language] }), 'a guess is about the whole century').toHaveCount(0);
  });
}

/** What stands beside the guess in the picture. */
const MARK = { en: 'your guess', de: 'Ihre Schätzung' };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
