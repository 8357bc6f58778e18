import type { Page } from '@playwright/test';
import { Figure, OPENED, SECTION, decades, denyStorage, expect, holdProgram, opened, setTheme, settled, takenOver, test } from '../helpers';
import { LANGUAGES, PAGES, SECTIONS, SLUGS, THEMES } from '../contract';

for (const page_ of PAGES) {
  test(`/en/${page_} and /de/${page_} say which language they are in, and know each other`, async ({ page }) => {
    const seen = [];
    for (const language of LANGUAGES) {
      await page.goto(`/${language}/${page_}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const description = await page.locator('meta[name=description]').getAttribute('content');
      for (const other of LANGUAGES) {
        const alternate = page.locator(`link[rel=alternate][hreflang=${other}]`);
        await expect(alternate).toHaveAttribute('href', new RegExp(`/${other}/${page_}$`));
      }
      seen.push([await page.title(), description]);
      expect(description?.length).toBeGreaterThan(40);
    }
    expect(seen[0]).not.toEqual(seen[1]);
    for (const [title] of seen) expect(title).toMatch(/Pendrop/);
  });
}

test('every page has its own title and description', async ({ request }) => {
  const heads = await Promise.all(
    LANGUAGES.flatMap((language) => PAGES.map((page) => request.get(`/${language}/${page}`))).map(async (response) =>
      /<title>.*?<\/title>/.exec(await (await response).text())?.[0],
    ),
  );
  expect(new Set(heads).size).toBe(heads.length);
});

test('German numbers have a decimal comma, in readouts, fields and the picture', async ({ page }) => {
  const figure = await Figure.open(page, opened('de'));
  await expect(figure.field('Höhe in m')).toHaveValue('1,5');
  await expect(figure.output('fall_time')).toContainText(/0,55/);
  expect(await figure.picture().locator('text').allTextContents()).not.toContainEqual(expect.stringMatching(/\d\.\d/));
});

test('the language switch keeps the page and the state of its figure', async ({ page }) => {
  let figure = await Figure.open(page, OPENED);
  await figure.slide('height', decades(30));
  await figure.object('feather').check({ force: true });
  await expect.poll(() => page.url()).toContain('pen-drop.object=feather');
  const values = await figure.values();
  for (const language of ['de', 'en']) {
    await page.locator(`header a[hreflang=${language}]`).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/pen-drop/?\\?`));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    figure = new Figure(page);
    await figure.ready();
    await expect.poll(() => figure.values()).toEqual(values);
    await expect(figure.chosenObject()).toHaveValue('feather');
  }
});

test('in-page navigation changes title and language too', async ({ page }) => {
  await Figure.open(page, SECTION);
  const title = await page.title();
  await page.locator('header a[hreflang=de]').click();
  await expect(page).not.toHaveTitle(title);
});

test('a page says the same however one came to it: it brings its own strings', async ({ page, context }) => {
  test.slow();
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
  await page.evaluate(() => ((window as unknown as { stayed: boolean }).stayed = true));
  // Each address asks for another state than the served one, so that the program writes what the figures say.
  for (const path of [
    '/de/pen-drop/?pen-drop.height=30&dominance-map.height=30&ensemble.height=30&flutter.inertia=0.1',
    '/de/dominant-force/?compute-trend.dataset=gpu-prices&fixed-budget.years=30&backtest.horizon=5&drivers.years=3&your-device.price=900',
    '/en/dominant-force/?compute-trend.dataset=gpu-prices&fixed-budget.years=30&backtest.horizon=5&drivers.years=3&your-device.price=900',
    '/en/pen-drop/?pen-drop.height=30&dominance-map.height=30&ensemble.height=30&flutter.inertia=0.1',
  ]) {
    await page.evaluate((href) => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = href;
      link.click();
    }, path);
    await expect(page.locator('html')).toHaveAttribute('lang', path.slice(1, 3));
    await alone.goto(path);
    const expected = await texts(alone);
    expect(expected.length).toBeGreaterThan(3);
    await expect.poll(() => texts(page)).toEqual(expected);
  }
  expect(await page.evaluate(() => (window as unknown as { stayed: boolean }).stayed)).toBe(true);
});

for (const [locale, path] of [['de-AT', '/de/'], ['en-GB', '/en/'], ['fr-FR', '/en/']]) {
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

  for (const [path, language] of [['/en/nowhere/', 'en'], ['/de/nirgends/', 'de'], ['/elsewhere', 'en']]) {
    test(`${path} answers in ${language} with status 404`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByText(language === 'en' ? 'This page is not here' : 'Diese Seite gibt es nicht').filter({ visible: true }).first()).toBeVisible();
      await page.locator(`a[href$="/${language}/"]`).filter({ visible: true }).first().click();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
      await expect(page.locator('h1')).toBeVisible();
    });
  }
});

test('a theme once chosen stays, and is there before the first paint', async ({ page }) => {
  await page.goto(SECTION);
  await new Figure(page).ready();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).color);
  const inks = new Set<string>();
  for (const theme of ['dark', 'projector', 'light']) {
    await page.locator(`input[name=theme][value=${theme}]`).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    inks.add(await ground());
    const release = await holdProgram(page);
    await page.reload({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme); // without the program
    release();
    await new Figure(page).ready();
    await expect(page.locator(`input[name=theme][value=${theme}]`)).toBeChecked();
  }
  expect(inks.size).toBe(THEMES.length);
});

test('a page that may not store anything works all the same', async ({ page }) => {
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

test('the language switch keeps the state after going back, too', async ({ page }) => {
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
    const again = page.locator('.failure button');
    await expect(again).toBeVisible();
    await page.unroute('**/de/dominant-force/**');
    await again.click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page).toHaveURL(/\/de\/.*compute-trend\.from=1950.*compute-trend\.to=1988/);
    await expect.poll(() => range(page)).toEqual([1950, 1988]);
  });
});
