// The tables behind the charts: fetched when a figure needs them, kept, and told when they cannot be had.
import { ENGINE, Figure, alone, changes, expect, holdProgram, opened, takenOver, test } from '../helpers';
import { DATASETS, FIGURES, SECTIONS, sectionOf, type FigureId } from '../contract';
import { dataset, trendReadouts } from '../trend';
import type { Page, Route } from '@playwright/test';

const SECTION = sectionOf('compute-trend');
/** The figures that show machines at the start. */
const OF_MACHINES: FigureId[] = ['compute-trend', 'backtest'];
const WORDS = {
  en: { missing: 'The table machines could not be loaded', damaged: 'The table machines arrived damaged', stays: 'stays', again: 'Try again' },
  de: { missing: 'Die Tabelle machines ließ sich nicht laden', damaged: 'Die Tabelle machines kam beschädigt an', stays: 'bleibt', again: 'Noch einmal versuchen' },
};

type Serve = (route: Route) => Promise<void>;
const changed = (edit: (csv: string) => string): Serve => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: edit(await response.text()) });
};

const notThere: Serve = (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>404</title>' });
const aPage: Serve = (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html><body>Please log in.</body></html>' });

/** Ways in which a table can fail to be there or to be one; which texts are none is tested natively. */
const TROUBLES = [
  { what: 'is not there', language: 'en', kind: 'missing', serve: notThere },
  { what: 'cannot be reached', language: 'de', kind: 'missing', serve: (route: Route) => route.abort() },
  { what: 'breaks off in a row', language: 'en', kind: 'damaged', serve: changed((csv) => csv.slice(0, csv.indexOf('\n', csv.length / 2) - 5)) },
  { what: 'is a page', language: 'de', kind: 'damaged', serve: aPage },
] as const;

test.describe('a table', () => {
  // The browser itself tells of what it cannot load.
  test.use({ tolerated: /Failed to load|ERR_FAILED|404|NetworkError/ });

  for (const { what, language, kind, serve } of TROUBLES) {
    // What an engine calls a failure differs.
    test(`that ${what}: what was drawn stays, the figure says so, and can try again`, kind === 'missing' ? ENGINE : {}, async ({ page, request }) => {
      await page.route('**/data/machines.csv', serve);
      const url = alone('compute-trend', '', language);
      await page.goto(url);
      const figure = new Figure(page, 'compute-trend');
      await expect(figure.root).toHaveAttribute('data-state', 'error');
      await expect(figure.caveat()).toBeVisible();
      await expect(figure.caveat()).toContainText(WORDS[language][kind]);
      await expect(figure.caveat()).toContainText(WORDS[language].stays);
      await expectServed(figure, url);
      const again = figure.caveat().getByRole('button', { name: WORDS[language].again });
      // In vain as long as nothing has changed.
      await again.click();
      await expect(figure.root).toHaveAttribute('data-state', 'error');
      await expect(figure.caveat()).toContainText(WORDS[language][kind]);
      await page.unroute('**/data/machines.csv');
      await again.click();
      await figure.ready();
      await expect(figure.caveat()).toHaveText('');
      await expectServed(figure, url);
      await figure.slide('from', 1950);
      const { doubling_time } = trendReadouts(await dataset(request, 'machines'), { from: 1950, to: 1998 });
      await expect.poll(async () => Math.abs(Number(await figure.value('doubling_time')) / Number(doubling_time) - 1)).toBeLessThan(1e-6);
    });
  }

  test('that is not there leaves the other figures of the section alone', async ({ page }) => {
    await page.route('**/data/machines.csv', notThere);
    await page.goto(opened('en', SECTION));
    await takenOver(page);
    for (const id of SECTIONS[SECTION].figures) {
      const figure = new Figure(page, id);
      const ill = OF_MACHINES.includes(id);
      await expect(figure.root, id).toHaveAttribute('data-state', ill ? 'error' : 'ready');
      if (ill) await expect(figure.caveat()).toContainText(WORDS.en.missing);
      else for (const [name] of Object.entries(FIGURES[id].quantities)) await expect(figure.control(name)).toBeEnabled();
    }
    await page.unroute('**/data/machines.csv');
    for (const id of OF_MACHINES) {
      await new Figure(page, id).caveat().getByRole('button').click();
      await new Figure(page, id).ready();
    }
  });

  test('that another choice needs and that is not there: the chart before stays until it can be had', async ({ page, request }) => {
    await page.route('**/data/gpu-prices.csv', notThere);
    const figure = await Figure.open(page, alone('compute-trend'));
    const [values, drawing, title] = [await figure.values(), await figure.drawing(), await figure.title().textContent()];
    await figure.choice('dataset').selectOption('gpu-prices');
    await expect(figure.root).toHaveAttribute('data-state', 'error');
    await expect(figure.caveat()).toContainText('The table gpu-prices could not be loaded');
    expect(await figure.values()).toEqual(values);
    expect((await figure.drawing()) === drawing, 'the same picture').toBe(true);
    await expect(figure.title()).toHaveText(title ?? '');
    // Back to what is there: nothing is amiss.
    await figure.choice('dataset').selectOption('machines');
    await figure.ready();
    await expect(figure.caveat()).toHaveText('');
    await figure.choice('dataset').selectOption('gpu-prices');
    await expect(figure.root).toHaveAttribute('data-state', 'error');
    await page.unroute('**/data/gpu-prices.csv');
    await figure.caveat().getByRole('button', { name: 'Try again' }).click();
    await figure.ready();
    const { points } = trendReadouts(await dataset(request, 'gpu-prices'), { from: 2006, to: 2024 });
    await expect(figure.output('points')).toHaveAttribute('data-value', String(points));
  });

  test('that an address asks for and that is not there is told, and the chart of the start stays', async ({ page }) => {
    await page.route('**/data/supercomputers.csv', aPage);
    await page.goto(alone('compute-trend', 'dataset=supercomputers', 'de'));
    const figure = new Figure(page, 'compute-trend');
    await expect(figure.root).toHaveAttribute('data-state', 'error');
    await expect(figure.caveat()).toContainText('Die Tabelle supercomputers kam beschädigt an');
    await expectServed(figure, alone('compute-trend', '', 'de'));
    await expect(figure.choice('dataset')).toHaveValue('supercomputers');
    await page.unroute('**/data/supercomputers.csv');
    await figure.caveat().getByRole('button').click();
    await figure.ready();
    await expect(figure.output('points')).toHaveAttribute('data-value', '66');
  });
});

test('a slow table: what was served stays, then the figure answers', async ({ page }) => {
  const release = await holdProgram(page, '**/data/machines.csv');
  const url = alone('compute-trend');
  const asked = page.waitForRequest('**/data/machines.csv');
  await page.goto(url);
  await asked;
  const figure = new Figure(page, 'compute-trend');
  await expect(figure.root).toHaveAttribute('data-state', /^(static|running)$/);
  await expectServed(figure, url);
  release();
  await figure.ready();
  await expectServed(figure, url);
  const before = await figure.values();
  await figure.slide('to', 1980);
  await changes(() => figure.values(), before);
});

test('a table that is chosen and slow: the chart before stays, and the last choice counts', async ({ page }) => {
  const release = await holdProgram(page, '**/data/training-compute.csv');
  const figure = await Figure.open(page, alone('compute-trend'));
  const [values, drawing] = [await figure.values(), await figure.drawing()];
  await figure.choice('dataset').selectOption('training-compute');
  await figure.running();
  expect(await figure.values()).toEqual(values);
  expect((await figure.drawing()) === drawing, 'the same picture').toBe(true);
  await figure.choice('dataset').selectOption('transistors');
  await figure.ready();
  await expect(figure.output('points')).toHaveAttribute('data-value', '107');
  release();
  await figure.choice('dataset').selectOption('training-compute');
  await figure.ready();
  await expect(figure.output('points')).toHaveAttribute('data-value', '428');
});

test('each table is fetched at most once, wherever one goes', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const table = /\/data\/([\w-]+)\.csv/.exec(request.url())?.[1];
    if (table) asked.push(table);
  });
  await page.goto(opened('en', SECTION));
  await allReady(page);
  const atFirst = [...asked];
  let trend = new Figure(page, 'compute-trend');
  for (const id of [...DATASETS.filter((id) => id !== 'machines'), 'machines']) {
    const before = await trend.drawing();
    await trend.choice('dataset').selectOption(id);
    await changes(trend.drawing, before); // choices of one frame are one choice: each is waited for
    await trend.ready();
  }
  const backtest = new Figure(page, 'backtest');
  await backtest.choice('dataset').selectOption('kurzweil');
  await backtest.ready();
  await page.locator('header a[hreflang=de]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await allReady(page);
  await page.locator('a[href*="/de/about"]').first().click();
  await expect(page).toHaveURL(/\/de\/about/);
  await page.goBack();
  await allReady(page);
  trend = new Figure(page, 'compute-trend');
  await trend.choice('dataset').selectOption('training-compute');
  await expect(trend.output('points')).toHaveAttribute('data-value', '428');
  expect(asked.toSorted()).toEqual([...DATASETS].toSorted());
  // What nobody looks at yet is not on its way: the page begins with what its figures show at the start.
  expect(atFirst.toSorted()).toEqual(['gpu-prices', 'machines', 'supercomputers', 'training-compute']);
});

test('no table is fetched where none is shown', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const url of ['/en/', '/en/about/', opened('en')]) {
    await page.goto(url);
    await expect(page.locator('input[name=theme], figure input').first()).toBeEnabled();
    await allReady(page);
  }
  expect(asked.filter((url) => url.includes('/data/'))).toEqual([]);
});

const allReady = (page: Page) => expect(page.locator('figure:not([data-state=ready])')).toHaveCount(0);

/** Title, picture and readouts are those of the file as it is served; numbers but for rounding. */
async function expectServed(figure: Figure, url: string) {
  const html = await (await figure.page.request.get(url)).text();
  // Of a page from its text, or of this one.
  const shown = (html?: string) => {
    const figure = (html ? new DOMParser().parseFromString(html, 'text/html') : document).querySelector('figure');
    return {
      values: [...(figure?.querySelectorAll('output') ?? [])].map((output) => `${output.getAttribute('name')} ${Number(output.getAttribute('data-value')).toPrecision(12)} ${output.textContent?.trim()}`),
      title: figure?.querySelector('h2')?.textContent,
      picture: figure?.querySelector('svg[data-layout=wide]')?.innerHTML,
    };
  };
  const [served, live] = [await figure.page.evaluate(shown, html), await figure.page.evaluate(shown, undefined)];
  expect(served.picture?.length).toBeGreaterThan(1000);
  expect(live.picture === served.picture, 'the served picture').toBe(true);
  expect({ ...live, picture: '' }).toEqual({ ...served, picture: '' });
}
