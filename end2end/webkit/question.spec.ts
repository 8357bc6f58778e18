import { expect, test } from './helpers';

const SECTION = 'en/pen-drop/';

test('a guess opens the page, is judged, outlasts a reload, and can be made again', async ({ page }) => {
  await page.open(SECTION);
  expect(await page.visible('.results')).toBe(false);
  await page.browser.run(() => {
    const range = document.querySelector<HTMLInputElement>('.guess-range');
    if (range) range.value = '0.99';
    range?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(() => page.property('[data-guess=commit]', 'textContent')).toContain('0.99');
  await page.browser.click('[data-guess=commit]');
  await expect.poll(() => page.visible('.results')).toBe(true);
  const verdict = () => page.property('.verdict [role=status]', 'textContent');
  await expect.poll(verdict).toMatch(/0\.99\ss.*0\.5543\ss.*sooner/);
  await page.browser.reload();
  await page.ready();
  expect(await page.visible('.results')).toBe(true);
  await expect.poll(verdict).toContain('0.5543');
  await page.browser.click('[data-guess=again]');
  await expect.poll(() => page.visible('.results')).toBe(false);
  expect(await page.visible('.guess')).toBe(true);
});

test('who does not guess, and who asks for a state, sees the figures', async ({ page }) => {
  await page.open(SECTION);
  await page.browser.click('.show-anyway summary');
  await expect.poll(() => page.visible('.results')).toBe(true);
  await page.open(`${SECTION}?pen-drop.height=2`);
  expect(await page.visible('.results')).toBe(true);
  expect(await page.visible('.question')).toBe(false);
});
