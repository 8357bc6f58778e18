import { Figure, OPENED, expect, settled, test } from '../helpers';
import type { Page } from '@playwright/test';

// While the text speaks of a figure, its picture stays above it.

const pinned = (page: Page) => page.locator('figure[data-pinned]').evaluateAll((all) => all.map((figure) => figure.getAttribute('data-figure')));

/** Scrolls so far that an element stands in the lower half of the window. */
const readAt = (page: Page, selector: string, place: number) =>
  page.locator(selector).nth(place).evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 0.7 * innerHeight));

for (const size of [{ width: 390, height: 844 }, { width: 1366, height: 768 }]) {
  test(`the picture stays while its passage is read, small, and goes on request: ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    const figure = await Figure.open(page, OPENED);
    const links = page.locator('[data-shows=pen-drop]');
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(await pinned(page)).toEqual([]);

    await readAt(page, '[data-shows=pen-drop]', 0);
    await expect.poll(() => pinned(page)).toEqual(['pen-drop']);
    await settled(page);
    const shown = await figure.root.locator('.show').boundingBox();
    expect(shown?.y).toBe(0);
    expect(shown?.height).toBeLessThanOrEqual(0.45 * size.height + 1);
    await expect(figure.picture()).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight), 'its place stays').toBe(height);

    // What is set in the text is seen at once, and the text stays where it is.
    const drawn = await figure.drawing();
    const scrolled = await page.evaluate(() => scrollY);
    await links.nth(2).evaluate((link) => scrollBy(0, link.getBoundingClientRect().top - 0.7 * innerHeight));
    const place = await page.evaluate(() => scrollY);
    await links.nth(2).click();
    await expect.poll(() => figure.drawing()).not.toBe(drawn);
    expect(await page.evaluate(() => scrollY)).toBe(place);
    expect(place).toBeGreaterThan(scrolled);

    await figure.action('unpin').click();
    await expect.poll(() => pinned(page)).toEqual([]);
    await page.mouse.wheel(0, 40);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(place);
    expect(await pinned(page), 'and stays away').toEqual([]);

    // Who presses words in the text wants to see what they do, and not to lose their place.
    const kept = await page.evaluate(() => scrollY);
    await links.nth(1).evaluate((link: HTMLElement) => link.click());
    await expect.poll(() => pinned(page)).toEqual(['pen-drop']);
    expect(await page.evaluate(() => scrollY)).toBe(kept);
    await figure.action('unpin').click();

    // Who has been at the figure again may want it again.
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
    await readAt(page, '[data-shows=pen-drop]', 0);
    await expect.poll(() => pinned(page)).toEqual(['pen-drop']);
    // Where the next figure stands, the text has come to an end.
    await page.locator('figure[data-figure=dominance-map]').evaluate((next) => next.scrollIntoView());
    await expect.poll(() => pinned(page)).toEqual([]);
  });
}

test('a place that is gone to does not lie under the picture', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await Figure.open(page, `${OPENED}#until-it-breaks`);
  await expect.poll(() => pinned(page)).toEqual(['pen-drop']);
  const clear = () =>
    page.locator('#until-it-breaks').evaluate((heading) => heading.getBoundingClientRect().top - (document.querySelector('[data-pinned] .show')?.getBoundingClientRect().bottom ?? 0));
  await expect.poll(clear).toBeGreaterThan(0);
});

test('who turns the phone under the picture goes on reading where they were', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await Figure.open(page, OPENED);
  const words = page.locator('p:has([data-shows=pen-drop])').nth(1);
  /** How far below what covers the window the paragraph begins. */
  const below = () => words.evaluate((element) => element.getBoundingClientRect().top - (document.querySelector('[data-pinned] .show')?.getBoundingClientRect().bottom ?? 0));
  await readAt(page, '[data-shows=pen-drop]', 0);
  await expect.poll(() => pinned(page)).toEqual(['pen-drop']);
  await page.evaluate((distance) => scrollBy(0, distance), (await below()) - 10);
  expect(await below()).toBeCloseTo(10, 0);
  const kept = () => page.evaluate(() => String(history.state));
  for (const [width, height] of [[844, 390], [390, 844]]) {
    // The place is kept once the page has come to rest.
    await expect.poll(async () => Number((await kept()).split(' ')[1])).toBeCloseTo(await words.evaluate((element) => element.getBoundingClientRect().top), 0);
    await page.setViewportSize({ width, height });
    if (height < 620) await expect.poll(() => pinned(page), 'too low for a picture above the text').toEqual([]);
    await expect.poll(below).toBeCloseTo(10, 0);
  }
});
