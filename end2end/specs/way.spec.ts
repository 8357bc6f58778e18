import type { Page } from '@playwright/test';
import { ENGINE, OPENED, Question, expect, opened, takenOver, test } from '../helpers';
import { SLUGS } from '../contract';

// Where the reader is in the lecture, and the way on.

const top = (page: Page, selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

test('the headings of a section lead there, and open what waits for an answer', ENGINE, async ({ page }) => {
  const question = await Question.open(page);
  await question.locked();
  const opener = page.locator('.where summary');
  const headings = page.getByRole('navigation', { name: 'On this page' });
  await expect(headings).toBeHidden();
  await opener.click();
  const last = headings.getByRole('link').last();
  const words = (await last.textContent()) ?? '?';
  await expect(page.getByRole('heading', { name: words })).toBeHidden();
  await last.click();
  await expect(page.getByRole('heading', { name: words })).toBeInViewport();
  // The question is asked as before.
  await question.locked();
});

test('from section to section, at the head and at the end', async ({ page }) => {
  await page.goto(opened('en', SLUGS[0]));
  await takenOver(page);
  const end = page.getByRole('navigation', { name: 'Sections' });
  await expect(end.getByRole('link')).toHaveCount(1);
  await end.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/en/${SLUGS[1]}/$`));
  await expect(page.locator('h1')).toBeInViewport();
  await page.locator('.where').getByRole('link', { name: /^Previous section: / }).click();
  await expect(page).toHaveURL(new RegExp(`/en/${SLUGS[0]}/$`));
});

test('the language switch keeps the place: the heading or the figure where the reader is', ENGINE, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [mark, offset] of [['#map', 40], ['#figure-dominance-map', -60], ['#ai', 100]] as const) {
    await page.goto(OPENED);
    await takenOver(page);
    await page.evaluate(([mark, offset]) => scrollBy(0, document.querySelector(mark)!.getBoundingClientRect().top - offset), [mark, offset] as const);
    const before = await top(page, mark);
    expect(Math.abs(before - offset)).toBeLessThan(2);
    // Where the reader is: a click of the mouse would scroll to the head of the page.
    await page.locator('header a[hreflang=de]').evaluate((link) => (link as HTMLElement).click());
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect.poll(async () => Math.abs((await top(page, mark)) - before), mark).toBeLessThan(3);
  }
});

test('on a phone the head has the contents, in one line, and the line above the title stays one', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [language, contents] of [['en', 'Contents'], ['de', 'Inhalt']]) {
    for (const slug of SLUGS) {
      await page.goto(`/${language}/${slug}/`);
      await expect(page.getByRole('banner').getByRole('link', { name: contents })).toBeVisible();
      const height = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().height);
      expect(await height('.masthead'), language).toBeLessThan(70);
      expect(await height('.where'), language).toBeLessThan(48);
    }
  }
  await page.getByRole('banner').getByRole('link', { name: 'Inhalt' }).click();
  await expect(page).toHaveURL(/\/de\/$/);
});
