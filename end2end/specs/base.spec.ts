import { existsSync } from 'node:fs';
import { Figure, alone, expect, figureAt, test } from '../helpers';
import { PAGES } from '../contract';
import { dist } from '../engines.mjs';
import { serve } from '../server.mjs';

const other = process.env.PENDROP_BASE_DIST;
const base = process.env.PENDROP_BASE ?? '/x/';

for (const [where, folder, path] of [
  ['the root', dist, '/'],
  [`the base path ${base}`, other, base],
] as const) {
  test.describe(`under ${where} of a plain static server`, () => {
    test.skip(!folder && !process.env.CI, `PENDROP_BASE_DIST names no build made with --base ${base}`);
    let server: Awaited<ReturnType<typeof serve>>;

    test.beforeAll(async () => {
      if (!folder || !existsSync(folder)) throw new Error(`PENDROP_BASE_DIST must name a build made with --base ${base}`);
      server = await serve({ dir: folder, base: path });
    });
    test.afterAll(() => server?.close());

    test('deep links work, with and without the slash', async ({ page }) => {
      for (const route of PAGES) {
        for (const address of [`en/${route}`, `de/${route}`.replace(/\/$/, '')]) {
          const response = await page.goto(server.url + address);
          expect(response?.status(), address).toBe(200);
          await expect(page.locator('h1, figure').first()).toBeVisible();
          // Whoever leaves before everything has arrived hears of it in Firefox.
          if (!figureAt(`/${route}`)) await expect(page.locator('input[name=theme]').first()).toBeEnabled();
          await expect(page.locator('figure:not([data-state=ready])')).toHaveCount(0);
        }
      }
      const figure = await Figure.open(page, `${server.url}en/figure/pen-drop?height=20`);
      expect(await figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(40 / 9.80665), 9);
    });

    test('one walks from page to page without loading the program again', async ({ page }) => {
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
        await page.locator(`a[href="${path}en/"]`).filter({ visible: true }).first().click();
        await expect(page).toHaveURL(`${server.url}en/`);
      });
    });

    /** Clicks the first link to a page of the site. */
    async function follow(page: Figure['page'], to: string) {
      await page.locator(`a[href^="${path}${to}"]`).filter({ visible: true }).first().click();
      await expect(page).toHaveURL(new RegExp(`${path}${to}`));
    }
  });
}
