import { Figure, alone, changes, decades, expect, holdProgram, noteProgress, settled, test } from '../helpers';
import type { Page } from '@playwright/test';

// Seconds of work, and a moment of it.
const LONG = alone('ensemble', 'drops=100000&object=feather&wind=5');
const SHORT = alone('ensemble', 'drops=20000&object=feather&wind=5');
/** Long enough for several reports, on any machine. */
const SEVERAL = alone('ensemble', 'drops=50000&object=feather&wind=5');

async function begin(page: Page, url = LONG) {
  await page.goto(url);
  const figure = new Figure(page, 'ensemble');
  await figure.running();
  return figure;
}
const advances = (figure: Figure, from = 0) => expect.poll(() => figure.progress()).toBeGreaterThan(from);

test('the drops are computed in a worker, and what is known so far is shown', { tag: '@engine' }, async ({ page }) => {
  const worker = page.waitForEvent('worker');
  const figure = await begin(page);
  await worker;
  await advances(figure);
  await expect(figure.computing()).toContainText(/Computing\s*\d+\s%/);
  const early = await figure.value('mean');
  expect(early).toEqual(expect.any(Number));
  const bars = await figure.drawing();
  await advances(figure, await figure.progress());
  await changes(() => figure.value('mean'), early);
  await changes(figure.drawing, bars);
  await expect(figure.computing()).toContainText(/about \d+(\.\d)?\ss left/);
  await expect(figure.root).toHaveAttribute('data-state', 'running');
});

test('a pause holds it, and it goes on from there', async ({ page }) => {
  const figure = await begin(page);
  await advances(figure);
  await figure.pause().click();
  await expect(figure.pause()).toHaveText('Go on');
  await expect(figure.computing()).toContainText('Paused');
  const held = await rest(figure);
  expect(held).toBeLessThan(1);
  await expect(figure.root).toHaveAttribute('data-state', 'running');
  await figure.pause().click();
  await expect(figure.pause()).toHaveText('Pause');
  await advances(figure, held);
});

test('cancelled it stays where it is, its worker rests, and it can begin again', async ({ page }) => {
  const figure = await begin(page);
  await advances(figure);
  await figure.cancel().click();
  await figure.ready();
  await expect(figure.computing()).toContainText(/Stopped at \d+(\.\d+)?\s%/);
  await expect(figure.pause()).toBeHidden();
  const partial = await figure.value('mean');
  expect(partial).toEqual(expect.any(Number));
  expect(await rest(figure)).toBeLessThan(1);
  expect(await figure.value('mean')).toBe(partial);
  await expect(figure.cancel()).toHaveText('Compute it all');
  await expect(figure.cancel()).toBeFocused();
  await figure.cancel().click();
  await figure.running();
  await expect(figure.pause()).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
  await advances(figure);
});

test('a new value begins anew, in the same worker', async ({ page, context }) => {
  const figure = await begin(page);
  await advances(figure, 0.02);
  const noted = await figure.root.locator('progress').evaluateHandle((bar) => {
    const values: number[] = [];
    new MutationObserver(() => values.push(Number(bar.getAttribute('value')))).observe(bar, { attributes: true });
    return values;
  });
  await figure.slide('height', decades(2));
  await expect.poll(() => noted.evaluate((values) => values.includes(0))).toBe(true);
  await figure.slide('drops', decades(5000));
  await figure.ready();
  expect(page.workers()).toHaveLength(1);
  await expect.poll(() => page.url()).toContain('drops=5000');
  const fresh = await Figure.open(await context.newPage(), page.url());
  expect(await figure.values()).toEqual(await fresh.values());
});

test('a pause is obeyed at once, also after a slider has been dragged', async ({ page }) => {
  const figure = await begin(page);
  await advances(figure);
  await figure.control('height').evaluate(async (range: HTMLInputElement) => {
    for (let step = 0; step < 60; step += 1) {
      range.value = String(0.1 + 0.001 * step);
      range.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
  });
  await advances(figure);
  const lag = await figure.pause().evaluate(async (pause: HTMLElement) => {
    const bar = document.querySelector('progress');
    pause.click();
    const [begin, last] = [performance.now(), { value: bar?.value, at: performance.now() }];
    while (performance.now() - begin < 1500) {
      if (bar?.value !== last.value) Object.assign(last, { value: bar?.value, at: performance.now() });
      await new Promise(requestAnimationFrame);
    }
    return last.at - begin;
  });
  expect(lag, 'ms until it rested').toBeLessThan(500);
});

test('a pause before the worker is there is a pause, too', async ({ page }) => {
  const release = await holdProgram(page, /worker-.*\.wasm/);
  const figure = await begin(page);
  await figure.pause().click();
  await expect(figure.pause()).toHaveText('Go on');
  release();
  expect(await rest(figure)).toBe(0);
  await figure.pause().click();
  await advances(figure);
});

test('leaving the page ends the worker', async ({ page }) => {
  await page.goto('/en/pen-drop/?ensemble.drops=100000&ensemble.object=feather&ensemble.wind=5');
  const figure = new Figure(page, 'ensemble');
  await figure.running();
  await expect.poll(() => page.workers().length).toBe(1);
  await advances(figure);
  await page.locator('header a[href="/en/about/"]').first().click();
  await expect(page).toHaveURL(/about/);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a change of language begins anew, with one worker', async ({ page }) => {
  await page.goto('/en/pen-drop/?ensemble.drops=100000&ensemble.object=feather&ensemble.wind=5');
  const figure = new Figure(page, 'ensemble');
  await figure.running();
  await page.locator('header a[hreflang=de]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await figure.running();
  await advances(figure);
  await expect(figure.computing()).toContainText('Rechnet');
  expect(page.workers()).toHaveLength(1);
});

test('two figures compute side by side', async ({ page }) => {
  await page.goto('/en/pen-drop/?ensemble.drops=100000&ensemble.object=feather&ensemble.wind=5&dominance-map.wind=4');
  const [map, ensemble] = [new Figure(page, 'dominance-map'), new Figure(page, 'ensemble')];
  await ensemble.running();
  await map.ready();
  await advances(ensemble);
  await expect(ensemble.root).toHaveAttribute('data-state', 'running');
});

test.describe('without a worker', () => {
  for (const [what, prepare] of [
    ['the browser refuses one', (page: Page) => page.addInitScript(() => Object.assign(window, { Worker: class { constructor() { throw new DOMException('refused', 'SecurityError'); } } }))],
    ['its file cannot be loaded', (page: Page) => page.route(/worker-[^/]*\.js/, (route) => route.abort())],
    ['its program cannot be loaded', (page: Page) => page.route(/worker-[^/]*\.wasm/, (route) => route.abort())],
  ] as const) {
    test.describe(`since ${what}`, () => {
      if (what.includes('loaded')) test.use({ tolerated: /Failed to load|ERR_FAILED|fetch|worker/i });

      test('the page computes itself, to the same numbers', what.includes('file') ? { tag: '@engine' } : {}, async ({ page, context }) => {
        const expected = await Figure.open(await context.newPage(), SEVERAL);
        await prepare(page);
        const noted = await noteProgress(page);
        const figure = await Figure.open(page, SEVERAL);
        await figure.ready();
        expect(page.workers()).toHaveLength(0);
        expect(await figure.values()).toEqual(await expected.values());
        expect((await noted()).progress.filter((value) => value > 0).length, 'in pieces').toBeGreaterThan(1);
      });
    });
  }

  test('pause, cancel and new values work all the same, and the page answers', async ({ page }) => {
    await page.addInitScript(() => delete (window as { Worker?: unknown }).Worker);
    const figure = await begin(page);
    await advances(figure);
    await figure.pause().click();
    const held = await rest(figure);
    await figure.pause().click();
    await advances(figure, held);
    await figure.cancel().click();
    await expect(figure.computing()).toContainText('Stopped');
    const stopped = await rest(figure);
    expect(stopped).toBeLessThan(1);
    await figure.cancel().click();
    await figure.running();
    await figure.slide('drops', decades(1000));
    await figure.ready();
    await expect(figure.control('drops')).toHaveAttribute('aria-valuetext', /^1.?000$/);
  });
});

/** Where the progress rests. */
async function rest(figure: Figure): Promise<number> {
  let last = -1;
  await expect.poll(async () => {
    const before = last;
    last = await figure.progress();
    await settled(figure.page);
    return last === before;
  }, { intervals: [200] }).toBe(true);
  return last;
}
