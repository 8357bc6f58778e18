import { ENGINE, Figure, OPENED, SECTION, changes, expect, opened, takenOver, test } from '../helpers';
import { SLUGS } from '../contract';
import type { Page } from '@playwright/test';

/**
 * What Tab must reach, in order (of a radio group only its chosen button), and what kind of stop each is: those of one kind look
 * alike, for the style sheet goes by what they are and where they stand.
 */
const stops = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [tabindex="-1"], [type=radio]:not(:checked)'))
      .map((element, index) => {
        element.dataset.stop = String(index);
        const { localName, className, parentElement, outerHTML } = element;
        return { html: outerHTML.slice(0, 120), kind: [localName, element.getAttribute('type'), className, parentElement?.localName, parentElement?.className].join() };
      }),
  );

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.stop);

/** A screenshot around the focused element: with the focus, or without it. */
async function look(page: Page) {
  const clip = await page.evaluate(() => {
    const element = document.activeElement?.closest('label') ?? document.activeElement ?? document.body;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [Math.max(0, left - 12), Math.max(0, top - 12)];
    return { x, y, width: Math.min(innerWidth, right + 12) - x, height: Math.min(innerHeight, bottom + 12) - y };
  });
  return async () => (await page.screenshot({ clip })).toString('base64');
}

// Other languages have the same markup. The figures of the sections, opened, stand for those that stand alone.
const PLACES = ['/en/', '/en/about/', ...SLUGS.map((section) => `/en/${section}/`), ...SLUGS.map((section) => opened('en', section))];

for (const route of PLACES) {
  test(`Tab reaches everything on ${route} in order, and shows where it is`, route === OPENED ? ENGINE : {}, async ({ page, browserName }) => {
    await page.goto(route);
    await takenOver(page);
    const expected = await stops(page);
    expect(expected.length).toBeGreaterThan(2);
    const reached: string[] = [];
    const seen = new Set<string>();
    for (let press = 0; press < expected.length + 20 && reached.at(-1) !== String(expected.length - 1); press += 1) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === undefined || stop === reached.at(-1)) continue; // a region that scrolls may be a stop too
      reached.push(stop);
      if (browserName !== 'chromium') continue; // seeing is slow: one browser has to do
      const { html, kind } = expected[Number(stop)];
      if (seen.has(kind)) continue;
      seen.add(kind);
      const shot = await look(page);
      const withFocus = await shot();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await shot(), `focus is visible on ${html}`).not.toBe(withFocus);
      await page.locator(`[data-stop="${stop}"]`).focus();
    }
    expect(reached.map((stop) => expected[Number(stop)].html)).toEqual(expected.map(({ html }) => html));
  });
}

test('sliders follow arrows, pages, Home and End', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page);
  await figure.control('height').focus();
  for (const [key, direction] of [['ArrowRight', 1], ['ArrowUp', 1], ['PageUp', 1], ['ArrowLeft', -1], ['ArrowDown', -1], ['PageDown', -1]] as const) {
    const before = await figure.position('height');
    await page.keyboard.press(key);
    await expect.poll(async () => Math.sign((await figure.position('height')) - before), { message: key }).toBe(direction);
  }
  await page.keyboard.press('Home');
  await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(0.2 / 9.80665), 9);
  await page.keyboard.press('End');
  await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(8000 / 9.80665), 9);
});

test('panels open and close by Enter, and close by Escape', async ({ page }) => {
  const figure = await Figure.open(page, OPENED);
  for (const name of ['table', 'description', 'link', 'embed', 'about']) {
    const button = figure.action(name);
    await expect(figure.panel(name)).toBeHidden();
    await figure.root.locator('.menu', { has: page.locator(`[data-action=${name}]`) }).evaluate((menu: HTMLDetailsElement) => { menu.open = true; });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(figure.panel(name)).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Enter');
    await expect(figure.panel(name)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(figure.panel(name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(figure.panel(name)).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test('full screen by keyboard, and back', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page, OPENED);
  const filled = () => page.evaluate(() => document.fullscreenElement !== null);
  await figure.action('fullscreen').focus();
  await page.keyboard.press('Enter');
  await expect.poll(filled).toBe(true);
  const before = await figure.value('fall_time');
  await figure.control('height').focus();
  await page.keyboard.press('ArrowRight');
  await changes(() => figure.value('fall_time'), before);
  await figure.action('fullscreen').focus();
  await page.keyboard.press('Enter');
  await expect.poll(filled).toBe(false);
});

test('the first stop skips to the text', async ({ page }) => {
  await Figure.open(page, SECTION);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = () => page.evaluate(() => document.activeElement?.closest('main') !== null);
  await expect.poll(inMain).toBe(true);
});
