import { LANGUAGES, IDS } from '../contract';
import { FIGURE, Figure, alone, expect, settled, test } from '../helpers';
import { kept, measured } from '../frames.mjs';
import type { Page } from '@playwright/test';

// Figures in frames of other pages.

/** A page of somebody else with the pen in a frame, which notes what it is told. */
async function host(page: Page, address = FIGURE): Promise<Figure> {
  await page.route('**/host/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>told = []; addEventListener('message', ({ data }) => told.push(data))</script><iframe src="${address}" style="width:700px;height:500px"></iframe>`,
    }),
  );
  await page.goto('/host/');
  const frame = page.frames()[1];
  await expect.poll(() => frame.url()).toContain(address);
  const figure = new Figure(frame as never as Page);
  await figure.ready();
  return figure;
}

test('the page around a frame is told how high it has to be, as platforms read it', async ({ page }) => {
  const figure = await host(page);
  const told = () => page.evaluate(() => (window as never as { told: unknown[] }).told);
  const height = () => figure.root.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  const last = async () => (await told()).slice(-2);
  const messages = async () => {
    const message = { subject: 'lti.frameResize', height: await height() };
    return [message, JSON.stringify(message)];
  };
  await expect.poll(last).toEqual(await messages());
  const [before, count] = [await height(), (await told()).length];
  await figure.root.locator('.settings > details > summary').click();
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(last).toEqual(await messages());
  expect((await told()).length - count, 'once for a change').toBe(2);
});

test('links of a figure in a frame open outside of it', async ({ page, context }) => {
  const figure = await host(page);
  const outside = context.waitForEvent('page');
  await figure.page.locator('.from a').click();
  await expect(await outside).toHaveURL(/\/en\/pen-drop\/$/);
  expect(figure.page.url()).toContain(FIGURE);
});

for (const language of LANGUAGES) {
  test(`every figure has the height that is kept for its width, and uses that width, in ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    const { widths, heights } = kept();
    for (const id of IDS) {
      const now = await measured(page, alone(id, '', language), widths);
      const off = now.map((height, index) => Math.abs(height - heights[`${id},${language}`][index]));
      expect.soft(Math.max(...off), `${id}: ./dev heights measures ${now}`).toBeLessThanOrEqual(24);
      for (const width of [280, 640, 800, 1000, 1180, 1400]) {
        await page.setViewportSize({ width, height: 1000 });
        await settled(page);
        const [used, wide] = await page.locator('figure').evaluate((figure) => [figure.getBoundingClientRect().width, document.documentElement.scrollWidth]);
        expect.soft(width - used, `${id} at ${width} px`).toBeLessThanOrEqual(64);
        expect.soft(wide, `${id} at ${width} px`).toBe(width);
      }
    }
  });
}

test('the code takes the height that is kept for its width', async ({ page }) => {
  const figure = await Figure.open(page);
  const panel = await figure.openPanel('embed');
  const code = panel.locator('textarea');
  const { widths, heights } = kept();
  const wide = heights['pen-drop,en'].filter((_, index) => widths[index] >= 640);
  await expect(code).toHaveValue(new RegExp(` width="100%" height="${Math.max(...wide) + 24}" .*loading="lazy"`));
  await panel.getByRole('combobox').selectOption('320');
  await expect(code).toHaveValue(new RegExp(` width="320" height="${heights['pen-drop,en'][widths.indexOf(320)] + 24}" `));
});
