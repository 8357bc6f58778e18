import { ENGINE, Figure, Question, SECTION, denyStorage, expect, followTo, settled, takenOver, test } from '../helpers';
import type { Page } from '@playwright/test';

// Where the reader is, and what they have opened, belongs to the entry of the history and to the visit.

/** What a place is told by (src/browser/place.rs). */
const MARKS = 'main :is(h1, h2, h3, p, li, figure):not(figure *)';

const top = (page: Page, selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
/** Follows a link where the reader is; a click on one elsewhere would scroll to it. */
const about = (page: Page) => followTo(page, '/en/about/');
/** Waits until the entry of the history keeps where the page has come to rest. */
const kept = (page: Page) =>
  expect.poll(() =>
    page.evaluate((marks) => {
      const [mark, offset] = String(history.state).split(' ').map(Number);
      const element = document.querySelectorAll(marks)[mark];
      return element ? Math.abs(element.getBoundingClientRect().top - offset) : Infinity;
    }, MARKS),
  ).toBeLessThan(1);

/** Opens the section without a guess and goes to its map. */
async function read(page: Page): Promise<Question> {
  const question = await Question.open(page);
  await question.anyway.click();
  await page.locator('#map').evaluate((heading) => heading.scrollIntoView());
  await settled(page);
  expect(Math.abs(await top(page, '#map'))).toBeLessThan(2);
  await kept(page);
  return question;
}

test('who goes back is where they were, and what was opened is open', ENGINE, async ({ page }) => {
  const question = await read(page);
  await about(page);
  await expect(page).toHaveURL(/about/);
  await expect(page.locator('h1')).toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, 150));
  await kept(page);
  await page.goBack();
  await question.figure.ready();
  await expect(question.figure.root).toBeVisible();
  await expect.poll(() => top(page, '#map')).toBeLessThan(3);
  expect(await top(page, '#map')).toBeGreaterThan(-3);
  await page.goForward();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(150);
});

test('who loads the page anew is where they were, and what was opened is open', ENGINE, async ({ page }) => {
  const question = await read(page);
  await page.reload();
  await question.figure.ready();
  await expect(question.figure.root).toBeVisible();
  await expect.poll(() => top(page, '#map')).toBeLessThan(40);
  expect(await top(page, '#map')).toBeGreaterThan(-40);
});

test('who turns the phone, or makes the window narrower, is where they were', async ({ page }) => {
  await read(page);
  for (const [width, height] of [[844, 390], [390, 844], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => top(page, '#map')).toBeLessThan(40);
    expect(await top(page, '#map')).toBeGreaterThan(-40);
    await kept(page);
  }
});

test('who comes back from a footnote, or without storage, is where they were', async ({ page }) => {
  await denyStorage(page);
  const question = await read(page);
  await page.evaluate(() => window.scrollTo(0, 120));
  await followTo(page, '#fn-1');
  await expect(page.locator('#fn-1')).toBeInViewport();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  await about(page);
  await expect(page).toHaveURL(/about/);
  await page.goBack();
  await question.figure.ready();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  await expect(question.figure.root).toBeVisible();
});

test('a figure that the address has opened stays open when its state is the start again', async ({ page }) => {
  const question = await Question.open(page, `${SECTION}?pen-drop.height=2`);
  await question.opened('address');
  await question.figure.action('reset').click();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.reload();
  await question.figure.ready();
  await expect(question.figure.root).toBeVisible();
  await page.locator('header a[hreflang=de]').click();
  await expect(page).toHaveURL(/\/de\//);
  await question.figure.ready();
  await expect(question.figure.root).toBeVisible();
});

test('a state of the address is opened where the reader was when they come back', async ({ page }) => {
  const figure = await Figure.open(page, `${SECTION}?pen-drop.height=2`);
  await expect.poll(() => top(page, '#figure-pen-drop')).toBeLessThan(2);
  await page.evaluate(() => window.scrollTo(0, 0));
  await settled(page);
  await about(page);
  await expect(page).toHaveURL(/about/);
  await page.goBack();
  await figure.ready();
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.reload();
  await figure.ready();
  expect(await page.evaluate(() => scrollY), 'nor by loading it anew').toBe(0);
});

test('settings that were unfolded are unfolded', async ({ page }) => {
  await page.goto('/en/figure/pen-drop/');
  await takenOver(page);
  const details = page.locator('figure .settings > details');
  await details.locator('> summary').click();
  await followTo(page, '/en/about/');
  await expect(page).toHaveURL(/about/);
  await page.goBack();
  await expect(details).toHaveAttribute('open', '');
  await page.reload();
  await expect(details).toHaveAttribute('open', '');
});
