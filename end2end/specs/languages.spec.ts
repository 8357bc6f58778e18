import type { Page } from '@playwright/test';
import { ENGINE, Figure, OPENED, SECTION, decades, denyStorage, expect, followTo, holdProgram, opened, setTheme, settled, takenOver, test } from '../helpers';
import { SECTIONS, SLUGS, THEMES } from '../contract';

test('the language switch keeps the page and the state of its figure, and changes title and language', async ({ page }) => {
  let figure = await Figure.open(page, OPENED);
  await figure.slide('height', decades(30));
  await figure.object('feather').check({ force: true });
  await expect.poll(() => page.url()).toContain('pen-drop.object=feather');
  const values = await figure.values();
  for (const language of ['de', 'en']) {
    const title = await page.title();
    await page.locator(`header a[hreflang=${language}]`).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/pen-drop/?\\?`));
    await expect(page).not.toHaveTitle(title);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    figure = new Figure(page);
    await figure.ready();
    await expect.poll(() => figure.values()).toEqual(values);
    await expect(figure.chosenObject()).toHaveValue('feather');
  }
});

test('a page says the same however one came to it: it brings its own strings', async ({ page, context }) => {
  const alone = await context.newPage();
  const texts = async (on: Page) => {
    await takenOver(on);
    await settled(on);
    // What shows of the pictures, and all of the text beside them: a layout that does not show is drawn when it is needed.
    return on.locator('figure').evaluateAll((figures) =>
      figures.map((figure) => [
        (figure as HTMLElement).innerText,
        ...[...figure.querySelectorAll('.results, [data-panel=description]')].map((part) => part.textContent),
      ]),
    );
  };
  await page.goto('/en/');
  // Only the program follows links without loading them anew.
  await expect(page.locator('input[name=theme]').first()).toBeEnabled();
  await page.evaluate(() => ((window as unknown as { stayed: boolean }).stayed = true));
  // Each address asks for another state than the served one, so that the program writes what the figures say.
  for (const path of [
    '/de/dominant-force/?compute-trend.dataset=gpu-prices&fixed-budget.years=30&backtest.horizon=5&drivers.years=3&your-device.price=900',
    '/en/pen-drop/?pen-drop.height=30&dominance-map.height=30&ensemble.height=30&flutter.inertia=0.1',
  ]) {
    await followTo(page, path);
    await expect(page.locator('html')).toHaveAttribute('lang', path.slice(1, 3));
    await alone.goto(path);
    const expected = await texts(alone);
    expect(expected.length).toBeGreaterThan(3);
    await expect.poll(() => texts(page)).toEqual(expected);
  }
  expect(await page.evaluate(() => (window as unknown as { stayed: boolean }).stayed)).toBe(true);
});

for (const [locale, path] of [['de-AT', '/de/'], ['fr-FR', '/en/']]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });
    test(`is led from / to ${path}`, async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveURL(new RegExp(`${path}$`));
    });
  });
}

test('a language once chosen beats that of the browser', async ({ page }) => {
  await page.goto('/en/');
  await page.locator('header a[hreflang=de]').click();
  await expect(page).toHaveURL(/\/de\/$/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/de\/$/);
});

test.describe('an address that is not there', () => {
  test.use({ tolerated: /404/ });

  test('answers in its language with status 404, and has a way back', async ({ page }) => {
    for (const [path, language, title] of [['/en/nowhere/', 'en', 'This page is not here'], ['/de/nirgends/', 'de', 'Diese Seite gibt es nicht']]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByText(title).filter({ visible: true }).first()).toBeVisible();
      await page.locator(`a[href$="/${language}/"]`).filter({ visible: true }).first().click();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
      await expect(page.locator('h1')).toBeVisible();
    }
  });
});

test('a theme once chosen stays, and is there before the first paint', async ({ page }) => {
  await page.goto(SECTION);
  await new Figure(page).ready();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).color);
  const inks = new Set<string>();
  for (const theme of ['projector', 'light', 'dark']) {
    await page.locator(`input[name=theme][value=${theme}]`).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    inks.add(await ground());
    if (theme !== 'dark') continue;
    const release = await holdProgram(page);
    await page.reload({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme); // without the program
    release();
    await new Figure(page).ready();
    await expect(page.locator(`input[name=theme][value=${theme}]`)).toBeChecked();
  }
  expect(inks.size).toBe(THEMES.length);
});

test('a page that may not store anything works all the same', ENGINE, async ({ page }) => {
  await denyStorage(page);
  const figure = await Figure.open(page, OPENED);
  const before = await figure.value('fall_time');
  await figure.slide('height', decades(10));
  await expect.poll(() => figure.value('fall_time')).not.toBe(before);
  await page.locator('input[name=theme][value=dark]').check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('header a[hreflang=de]').click();
  await expect(page).toHaveURL(/\/de\/pen-drop/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/en\/$/);
});

for (const section of SLUGS) {
  test(`the pictures of ${section} take their colours from the theme`, async ({ page }) => {
    await Figure.open(page, opened('en', section));
    for (const id of SECTIONS[section].figures) {
      const figure = new Figure(page, id);
      const colours = new Set<string>();
      for (const theme of THEMES) {
        await setTheme(page, theme);
        colours.add(await figure.picture().locator('text').first().evaluate((text) => getComputedStyle(text).fill));
      }
      expect(colours.size, id).toBe(THEMES.length);
    }
  });
}

/** The section with its figure at 1950, and then one of its ends moved: an address that the state has replaced. */
async function moved(page: Page) {
  const figure = await Figure.open(page, `${opened('en', 'dominant-force')}&compute-trend.from=1950`, 'compute-trend');
  await figure.control('to').focus();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/compute-trend\.to=1988/);
}
const range = async (page: Page) => {
  const figure = new Figure(page, 'compute-trend');
  await figure.ready();
  return Promise.all(['from', 'to'].map((name) => figure.position(name)));
};

test('the language switch keeps the state after going back, too', ENGINE, async ({ page }) => {
  await moved(page);
  for (const step of ['de', 'back', 'de'] as const) {
    await (step === 'back' ? page.goBack() : page.locator(`header a[hreflang=${step}]`).click());
    await expect(page.locator('html')).toHaveAttribute('lang', step === 'back' ? 'en' : step);
    await expect(page).toHaveURL(/compute-trend\.from=1950.*compute-trend\.to=1988/);
    await expect.poll(() => range(page)).toEqual([1950, 1988]);
  }
});

test.describe('with a page that cannot be had', () => {
  test.use({ tolerated: /Failed to load resource/ });

  test('a page that is tried again is asked for in the same state', async ({ page }) => {
    await moved(page);
    await page.route('**/de/dominant-force/**', (route) => route.abort());
    await page.locator('header a[hreflang=de]').click();
    const again = page.locator('.failure:not(.program-failed) button');
    await expect(again).toBeVisible();
    await page.unroute('**/de/dominant-force/**');
    await again.click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page).toHaveURL(/\/de\/.*compute-trend\.from=1950.*compute-trend\.to=1988/);
    await expect.poll(() => range(page)).toEqual([1950, 1988]);
  });
});

test('a translator that calls the page another language changes no words of ours', async ({ page }) => {
  // As page translators do it: before the program has arrived, and with their own elements around every text.
  await page.route('**/en/figure/pen-drop/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<html lang="en"', '<html lang="de" class="translated-ltr"');
    await route.fulfill({ response, body });
  });
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      for (const element of document.querySelectorAll('h2, .label, output b, output .unit, summary, button')) {
        if (!element.children.length) element.innerHTML = `<font><font>${element.textContent}</font></font>`;
      }
    }),
  );
  const figure = await Figure.open(page);
  const before = await figure.title().textContent();
  await figure.object('feather').check({ force: true });
  await expect(figure.title()).toContainText('feather');
  await expect(figure.title()).not.toHaveText(before ?? '');
  await expect(figure.output('fall_time')).toContainText('.');
  await expect(figure.play()).toHaveAccessibleName('Play');
  await expect(page.locator('.picture')).toHaveAttribute('translate', 'no');
});
