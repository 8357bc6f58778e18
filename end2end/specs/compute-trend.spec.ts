import { Figure, Question, alone, expect, expectReadouts, finger, middle, settled, test } from '../helpers';
import { LANGUAGES, sectionOf } from '../contract';
import { dataset, trendReadouts, type Point } from '../trend';
import type { Page } from '@playwright/test';

const open = (page: Page, query = '', language = 'en') => Figure.open(page, alone('compute-trend', query, language));

// Numbers and words are held natively: crates/figures/tests/all/independent.rs, said.rs and compute_trend.rs.

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

test('a dataset brings its own years, and keeps those that are chosen then', async ({ page, request }) => {
  const figure = await open(page);
  await figure.choice('dataset').selectOption('supercomputers');
  await expectRange(figure, await dataset(request, 'supercomputers'), 1993, 2026);
  await figure.slide('from', 2000);
  await figure.unfold();
  await figure.root.locator('input[name=scale][value=linear]').check({ force: true });
  await expect.poll(() => new URL(page.url()).search).toContain('from=2000');
  await expect(figure.choice('dataset')).toHaveValue('supercomputers');
  const again = await open(await page.context().newPage(), new URL(page.url()).search.slice(1));
  expect(await again.values()).toEqual(await figure.values());
  await expect(again.choice('scale')).toHaveValue('linear');
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

test('a range is dragged over the chart by mouse, either way, and the address holds it', { tag: '@engine' }, async ({ page, request, context }) => {
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

  // In German, where titles are long and move what is under the finger.
  test('a finger drags a range sideways, and the page stays where it is', async ({ page, request }) => {
    const points = await dataset(request, 'machines');
    const figure = await open(page, '', 'de');
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

  test('a finger drags a handle', async ({ page }) => {
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

  test('a finger that goes up scrolls the page and leaves the range', async ({ page }) => {
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
  await figure.openPoints();
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

test('the mouse over a point tells it, and no other', async ({ page, request }) => {
  const points = await dataset(request, 'machines');
  const figure = await open(page);
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

test('a finger on a point tells it', async ({ page, request }) => {
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
  await figure.openPoints();
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
  await expect(figure.pointDetails()).toContainText('No point has “no such machine” in its name.');
  await figure.seek().fill('');
  await expect(figure.pointCount()).toHaveText('');
  await expect(figure.pointRange()).toHaveAttribute('max', String(points.length - 1));
  // What is searched for is no part of the state.
  expect(new URL(page.url()).search).toBe('');
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

for (const language of LANGUAGES) {
  test(`in ${language} nothing on the page gives the answer away before the guess`, async ({ page }) => {
    const question = await Question.open(page, `/${language}/${sectionOf('compute-trend')}/`);
    await question.locked();
    await expect(question.prompt).toBeVisible();
    await expect(page.locator('output, [data-value]').filter({ visible: true })).toHaveCount(0);
    const [seen, heard] = [await page.locator('body').innerText(), await page.locator('body').ariaSnapshot()];
    for (const text of [seen, heard]) expect(text).not.toMatch(/1[.,]7 (trillion|Billionen)|10¹²|Gateway/);
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
