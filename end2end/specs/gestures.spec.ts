import { Figure, Question, alone, expect, finger, middle, settled, test } from '../helpers';
import { sectionOf } from '../contract';
import type { Locator, Page } from '@playwright/test';

// A finger that goes up or down is the page's, and what the browser takes over changes nothing. Only Chromium lets a test move
// a finger.
test.skip(({ browserName }) => browserName !== 'chromium');
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** Where a finger is put on a range: a quarter of the way along, where no thumb is, and in the middle of the window, where
 * nothing lies over it. */
async function on(locator: Locator, share = 0.25) {
  await locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await locator.boundingBox();
  if (!box) throw new Error('there is nothing to press');
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

/** A finger swipes upwards from a place, and the page goes along. */
async function swipe(page: Page, from: { x: number; y: number }) {
  const touch = await finger(page);
  const before = await scrolled(page);
  await touch.press(from);
  for (const up of [10, 40, 80, 120, 160]) await touch.move({ x: from.x + up / 20, y: from.y - up });
  await touch.lift();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 50);
}

/** Notes every change of what is watched, from now on. */
async function noteChanges(page: Page, read: () => string | undefined): Promise<() => Promise<unknown[]>> {
  await page.evaluate(`{
    const noted = [];
    Object.assign(window, { noted });
    const look = () => {
      const now = (${read})();
      if (noted.at(-1) !== now) noted.push(now);
      requestAnimationFrame(look);
    };
    look();
  }`);
  return () => page.evaluate(() => (window as never as { noted: unknown[] }).noted);
}

/** Longer than a state must rest before the address takes it. */
const rested = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 400)));

/** What a reader sees of a figure, and the address. */
const all = async (figure: Figure) => ({ values: await figure.values(), drawing: await figure.drawing(), address: figure.page.url() });

test('a swipe over a slider scrolls the page and leaves value, picture and address at every moment', async ({ page }) => {
  const figure = await Figure.open(page, '/en/figure/pen-drop/?height=3');
  const slider = figure.control('height');
  const from = await on(slider, 0.8);
  const before = await all(figure);
  const told = await noteChanges(page, () => location.search + document.querySelector('input[name=height]')?.getAttribute('aria-valuetext'));
  const position = await slider.inputValue();
  await swipe(page, from);
  await rested(page);
  expect(await all(figure)).toEqual(before);
  expect(await slider.inputValue()).toBe(position);
  expect(await told()).toHaveLength(1);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test('a finger that goes up is no slider\'s, also where the browser neither scrolls nor leaves the thumb alone', async ({ page }) => {
  const figure = await Figure.open(page, '/en/figure/pen-drop/?height=3');
  const slider = figure.control('height');
  const before = await all(figure);
  const position = await slider.inputValue();
  // As some browsers do: the thumb goes where the finger is, and nothing is ever cancelled.
  const pressed = (up: number, right: number) =>
    slider.evaluate((range: HTMLInputElement, [up, right]) => {
      const touch = (type: string, x: number, y: number) =>
        range.dispatchEvent(new PointerEvent(type, { pointerId: 7, pointerType: 'touch', isPrimary: true, clientX: x, clientY: y, bubbles: true }));
      const input = (value: string) => {
        range.value = value;
        range.dispatchEvent(new Event('input', { bubbles: true }));
      };
      touch('pointerdown', 100, 400);
      input('2');
      for (const share of [0.1, 0.4, 0.7, 1]) {
        touch('pointermove', 100 + share * right, 400 - share * up);
        input(`${2 + share}`);
      }
      touch('pointerup', 100 + right, 400 - up);
    }, [up, right]);
  await pressed(60, 20);
  await rested(page);
  expect(await all(figure)).toEqual(before);
  expect(await slider.inputValue()).toBe(position);
  await pressed(20, 60);
  await expect.poll(() => figure.position('height')).toBeCloseTo(3, 2);
});

test('a finger on a slider sets it where it is lifted, and drags it sideways', async ({ page }) => {
  const figure = await Figure.open(page);
  const slider = figure.control('height');
  const at = await on(slider, 0.5);
  const touch = await finger(page);
  await touch.press(at);
  await touch.lift();
  // Halfway between 0.1 and 4000 m.
  await expect.poll(() => figure.position('height')).toBeCloseTo(1.3, 1);
  await touch.press(at);
  for (const right of [10, 40, 80]) await touch.move({ x: at.x + right, y: at.y });
  await touch.lift();
  await expect.poll(() => figure.position('height')).toBeGreaterThan(2);
  await expect(page).toHaveURL(/height=\d+/);
});

test('a slider that is dragged goes back when the browser takes the finger away, and what comes later is not heard', async ({ page }) => {
  const figure = await Figure.open(page, '/en/figure/pen-drop/?height=3');
  const slider = figure.control('height');
  const before = await all(figure);
  const position = await slider.inputValue();
  const at = await on(slider, 0.5);
  const touch = await finger(page);
  await touch.press(at);
  for (const right of [10, 40, 80]) await touch.move({ x: at.x + right, y: at.y });
  await expect.poll(() => figure.position('height')).toBeGreaterThan(2);
  await touch.cancel();
  // Some browsers go on moving the thumb.
  await slider.evaluate((range: HTMLInputElement) => {
    range.value = '3';
    range.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await rested(page);
  expect(await all(figure)).toEqual(before);
  expect(await slider.inputValue()).toBe(position);
  await slider.focus();
  await page.keyboard.press('End');
  await expect.poll(() => figure.position('height')).toBeCloseTo(Math.log10(4000), 6);
});

test('a swipe over the scrubber does not stop what plays; one that is taken away lets it play on', async ({ page }) => {
  const figure = await Figure.open(page, alone('flutter'));
  await figure.play().click();
  await expect(figure.play()).toHaveAccessibleName('Pause');
  await swipe(page, await on(figure.scrubber()));
  await expect(figure.play()).toHaveAccessibleName('Pause');
  const at = await on(figure.scrubber());
  const touch = await finger(page);
  await touch.press(at);
  for (const right of [10, 40, 80]) await touch.move({ x: at.x + right, y: at.y });
  await expect(figure.play()).toHaveAccessibleName('Play');
  await touch.cancel();
  await expect(figure.play()).toHaveAccessibleName('Pause');
});

test('a swipe over the slider of guesses and over the picture that takes them scrolls the page and leaves the guess', async ({ page }) => {
  const question = await Question.open(page, `/en/${sectionOf('compute-trend')}/`, 'compute-trend');
  const guess = await question.range.inputValue();
  const told = await noteChanges(page, () => document.querySelector('.guess-range')?.getAttribute('aria-valuetext') ?? '');
  await swipe(page, await on(question.range, 0.7));
  await swipe(page, await on(question.prompt, 0.4));
  await settled(page);
  expect(await question.range.inputValue()).toBe(guess);
  expect(await told()).toHaveLength(1);
  // A finger that only presses means the place.
  await question.prompt.scrollIntoViewIfNeeded();
  const touch = await finger(page);
  await touch.press(await on(question.prompt, 0.4));
  await touch.lift();
  await expect.poll(() => question.range.inputValue()).not.toBe(guess);
});

test('a swipe over the slider through the points leaves the point', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend'));
  await figure.openPoints();
  const before = await figure.pointDetails().textContent();
  await swipe(page, await on(figure.pointRange(), 0.6));
  await settled(page);
  await expect(figure.pointDetails()).toHaveText(before ?? '');
  await expect(figure.pointRange()).toHaveValue('0');
});

test('a handle that is dragged goes back when the browser takes the finger away', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend'));
  const before = await all(figure);
  const grip = await on(figure.handle().nth(1), 0.5);
  const touch = await finger(page);
  await touch.press(grip);
  for (const left of [20, 60, 100]) await touch.move({ x: grip.x - left, y: grip.y });
  await expect.poll(() => figure.position('to')).toBeLessThan(1998);
  await touch.cancel();
  await rested(page);
  expect(await all(figure)).toEqual(before);
});

test('a range that is swept goes back when a second finger comes', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend'));
  const before = await all(figure);
  const at = await on(figure.picture(), 0.4);
  const touch = await finger(page);
  await touch.press(at);
  for (const right of [20, 60, 100]) await touch.move({ x: at.x + right, y: at.y });
  await expect.poll(() => figure.position('from')).toBeGreaterThan(1900);
  await touch.press({ x: at.x + 100, y: at.y }, { x: at.x, y: at.y + 30 });
  await touch.lift();
  await rested(page);
  expect(await all(figure)).toEqual(before);
});

test('a handle that lost what the pointer does no longer follows it, and stays where it is', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend'));
  const handle = figure.handle().nth(1);
  const grip = await middle(handle);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - 40, grip.y, { steps: 4 });
  await expect.poll(() => figure.position('to')).toBeLessThan(1998);
  await settled(page);
  const left = await figure.position('to');
  await handle.evaluate((element) => [1, 2, 3].filter((id) => element.hasPointerCapture(id)).forEach((id) => element.releasePointerCapture(id)));
  await page.mouse.move(grip.x - 44, grip.y);
  await page.mouse.move(grip.x - 40, grip.y + 2);
  await page.mouse.move(grip.x - 52, grip.y, { steps: 4 });
  await settled(page);
  expect(await figure.position('to')).toBe(left);
  await page.mouse.up();
});
