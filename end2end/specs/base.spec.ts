import { existsSync } from 'node:fs';
import { ENGINE, Figure, alone, expect, test } from '../helpers';
import { ROUTES } from '../contract';
import { serve } from '../server.mjs';

const folder = process.env.PENDROP_BASE_DIST;
const base = process.env.PENDROP_BASE ?? '/x/';

// All other specs see the site at the root of its host.
test.describe(`under the base path ${base} of a plain static server`, () => {
  test.skip(!folder && !process.env.CI, `PENDROP_BASE_DIST names no build made with --base ${base}`);
  let server: Awaited<ReturnType<typeof serve>>;

  test.beforeAll(async () => {
    if (!folder || !existsSync(folder)) throw new Error(`PENDROP_BASE_DIST must name a build made with --base ${base}`);
    server = await serve({ dir: folder, base });
  });
  test.afterAll(() => server?.close());

  test('every page is there, with and without the slash, and deep links work', async ({ page, request }) => {
    for (const route of ROUTES) {
      for (const address of [route.slice(1), route.slice(1, -1)]) expect((await request.get(server.url + address)).status(), address).toBe(200);
    }
    await page.goto(`${server.url}de/dominant-force`);
    await expect(page.locator('figure:not([data-state=ready])')).toHaveCount(0);
    const figure = await Figure.open(page, `${server.url}en/figure/pen-drop?height=20`);
    expect(await figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(40 / 9.80665), 9);
  });

  test('one walks from page to page without loading the program again', ENGINE, async ({ page }) => {
    await page.goto(`${server.url}en/`);
    await expect(page.locator('h1')).toBeVisible();
    await follow(page, 'en/pen-drop');
    await new Figure(page).ready();
    await page.evaluate(() => Object.assign(window, { marker: 1 }));
    const marked = () => page.evaluate(() => (window as never as { marker?: number }).marker);

    const figure = new Figure(page);
    const before = await figure.value('fall_time');
    await figure.slide('height', 1);
    await expect.poll(() => figure.value('fall_time')).not.toBe(before);
    await follow(page, 'en/about');
    await expect(page.locator('figure[data-figure="pen-drop"]')).toHaveCount(0);
    await expect(page.locator('h1')).toBeVisible();
    await page.goBack();
    await figure.ready();
    await follow(page, 'de/pen-drop');
    await figure.ready();
    await expect(figure.root).toContainText('Schwerkraft');
    await follow(page, 'de/');
    await expect(page.locator('h1')).toBeVisible();
    expect(await marked()).toBe(1);
  });

  test('a long computation finds its worker', async ({ page }) => {
    const begun = page.waitForEvent('worker');
    await page.goto(server.url + alone('ensemble', 'drops=20000&object=feather&wind=5').slice(1));
    expect((await begun).url()).toContain(`${server.url}worker-`);
    await new Figure(page, 'ensemble').ready();
  });

  test('/ leads to a language', async ({ page }) => {
    await page.goto(server.url);
    await expect(page).toHaveURL(`${server.url}en/`);
  });

  test.describe('what is not there', () => {
    test.use({ tolerated: /404/ });
    test('has a way back', async ({ page }) => {
      expect((await page.goto(`${server.url}en/nowhere`))?.status()).toBe(404);
      await page.locator(`a[href="${base}en/"]`).filter({ visible: true }).first().click();
      await expect(page).toHaveURL(`${server.url}en/`);
    });
  });

  /** Clicks the first link to a page of the site. */
  async function follow(page: Figure['page'], to: string) {
    await page.locator(`a[href^="${base}${to}"]`).filter({ visible: true }).first().click();
    await expect(page).toHaveURL(new RegExp(`${base}${to}`));
  }
});