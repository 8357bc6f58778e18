import { ENGINE, Figure, Question, alone, expect, followTo, opened, settled, test } from '../helpers';
import { LANGUAGES, QUESTIONS, SECTIONS, SLUGS, type FigureId } from '../contract';
import type { Page } from '@playwright/test';

const WIDTHS = [320, 390, 768, 1280, 1920, 3840];
const HEIGHTS: Record<number, number> = { 320: 568, 390: 844, 768: 1024, 1280: 900, 1920: 1080, 3840: 2160 };
const size = (width: number) => ({ width, height: HEIGHTS[width] });

/** Looks at a page in one width after the other. */
async function fits(page: Page, widths: number[], figures: Figure[]) {
  for (const width of widths) {
    await page.setViewportSize(size(width));
    for (const figure of figures) await expect(figure.picture()).toHaveCount(1);
    await settled(page);
    expect.soft(await page.evaluate(tooWide), `wider than ${width} px`).toEqual([]);
    expect.soft(await page.evaluate(smallTexts), `too small at ${width} px`).toEqual([]);
  }
}

test('the pages without figures fit every width', async ({ page }) => {
  for (const language of LANGUAGES) {
    for (const route of [`/${language}/`, `/${language}/about/`]) {
      await page.goto(route);
      await fits(page, WIDTHS, []);
    }
  }
});

for (const section of SLUGS) {
  for (const language of LANGUAGES) {
    // German has the longer words: that is the language in which other engines lay the page out.
    test(`${section} fits every width in ${language}, locked and opened, and fingers find everything`, language === 'de' ? ENGINE : {}, async ({ page }) => {
      await page.setViewportSize(size(390));
      await Question.open(page, `/${language}/${section}/`);
      expect.soft(await page.evaluate(smallTargets)).toEqual([]);
      await fits(page, [320, 3840], []);
      await page.setViewportSize(size(390));
      for (const { id } of QUESTIONS[section]) {
        await new Question(page, id).answer();
        await new Question(page, id).opened('guess');
      }
      const figures = SECTIONS[section].figures.map((id) => new Figure(page, id));
      for (const figure of figures) await figure.unfold();
      expect.soft(await page.evaluate(smallTargets)).toEqual([]);
      await fits(page, WIDTHS, figures);
    });

    test(`open panels on ${section} fit a small phone in ${language}`, async ({ page }) => {
      await page.setViewportSize(size(320));
      await page.goto(opened(language, section));
      const figures = SECTIONS[section].figures.map((id) => new Figure(page, id));
      for (const figure of figures) await figure.ready();
      for (const name of ['table', 'description', 'link', 'embed', 'about']) {
        for (const figure of figures) await figure.openPanel(name);
        if (name === 'about') await expect(page.locator('.about-link')).toHaveCount(0); // all have arrived
        expect.soft(await page.evaluate(tooWide), `with ${name} open`).toEqual([]);
      }
    });
  }
}

/** States that need long words and numbers, of every figure. */
const LONG: Record<FigureId, string[]> = {
  'pen-drop': ['object=paper-sheet&height=3999.5&mass=0.0000123&wind=-19.9', 'world=water', 'height=-1&mass=x&wind=99&area=y&world=z'],
  'dominance-map': ['world=water&volume=1e-2&object=x'],
  ensemble: ['object=coffee-filter&height=4000&jitter=0.01&drops=12345&seed=-1', 'fluid_density=774.4'],
  flutter: ['nudge=1.2345e-8&inertia=9&duration=x', 'inertia=1.4&angle=0.1234'],
  'compute-trend': [
    'dataset=training-compute&from=x&to=9999&frontier=z',
    'dataset=gpu-prices&segment=professional&frontier=true&scale=linear',
    'dataset=supercomputers&from=2013.4&to=2014.5',
    'from=1990&to=1950',
  ],
  'fixed-budget': ['budget=123456789&halving_time=0.5&years=50&scale=linear'],
  backtest: ['dataset=training-compute&cut=2013&horizon=20&reveal=true', 'dataset=supercomputers&cut=2013', 'cut=1908&horizon=20&reveal=true'],
  drivers: ['spending_growth=0.5&price_halving=20&algorithm_halving=20', 'price_halving=0.5&spending_growth=10&algorithm_halving=0.1&years=50'],
  'your-device': ['power=1234&price=98765'],
  'search-vs-knowledge': ['opponent=rules-only&seed=-1', 'keep_moves=3', 'compute=524288'],
  'learn-the-drop': ['flutter=0', 'samples=10&seed=1.5'],
  'ngram-orders': ['smoothing=mixed&characters=500000&order=7&seed=x', 'characters=999&order=0'],
  'structure-vs-scale': ['width=256&compute=12345678901&axis=time&noise=x', 'pictures=hard&view=mistakes', 'view=features', 'compute=1e7'],
  'crossing-curves': ['structure=0.05&compute_doubling=0.25&years=20&compute_now=1e9', 'years=0'],
};

for (const section of SLUGS) {
  test(`the figures of ${section} alone fit, in states that need long words and numbers too`, async ({ page }) => {
    await page.setViewportSize(size(320));
    for (const id of SECTIONS[section].figures) {
      const figure = await Figure.open(page, alone(id, LONG[id][0], 'de'));
      await figure.unfold();
      await fits(page, [320, 768, 3840], [figure]);
      await page.setViewportSize(size(320));
      for (const query of LONG[id].slice(1)) {
        await followTo(page, alone(id, query, 'de'));
        await settled(page);
        await figure.ready();
        await settled(page);
        expect.soft(await page.evaluate(tooWide), `${id} ${query}`).toEqual([]);
        expect.soft(await page.evaluate(smallTexts), `${id} ${query}`).toEqual([]);
      }
    }
  });
}

test('a point with a long name, and what was found by a search, fit a phone', async ({ page }) => {
  await page.setViewportSize(size(320));
  const figure = await Figure.open(page, alone('compute-trend', 'dataset=training-compute', 'de'));
  await figure.openPoints();
  const names = async (place: number) => {
    await figure.slide(figure.pointRange(), place);
    return (await figure.pointDetails().locator('b').textContent()) ?? '';
  };
  // All names in one go: what a point is called stands there a moment after it has been chosen.
  const [longest, where] = await figure.pointRange().evaluate(async (range: HTMLInputElement) => {
    let found: [string, number] = ['', 0];
    for (let place = 0; place <= Number(range.max); place += 1) {
      range.value = String(place);
      range.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => setTimeout(done));
      const name = range.closest('.points')?.querySelector('.point-details b')?.textContent ?? '';
      if (name.length > found[0].length) found = [name, place];
    }
    return found;
  });
  expect(longest.length).toBeGreaterThan(10);
  await expect.poll(() => names(where)).toBe(longest);
  await figure.seek().fill(longest.slice(0, 3));
  await expect(figure.pointCount()).toHaveText(/^\d+ von \d+$/);
  await settled(page);
  expect.soft(await page.evaluate(tooWide), longest).toEqual([]);
  expect.soft(await page.evaluate(smallTexts), longest).toEqual([]);
  expect.soft(await page.evaluate(smallTargets), longest).toEqual([]);
});

test('a table that is not there is told within a phone\'s width, with a button for fingers', async ({ page }) => {
  await page.setViewportSize(size(320));
  await page.route('**/data/machines.csv', (route) => route.fulfill({ contentType: 'text/csv', body: 'name\n' }));
  await page.goto(alone('compute-trend', '', 'de'));
  const figure = new Figure(page, 'compute-trend');
  await expect(figure.root).toHaveAttribute('data-state', 'error');
  expect.soft(await page.evaluate(tooWide)).toEqual([]);
  expect.soft(await page.evaluate(smallTargets)).toEqual([]);
});

test('the measurement fits a phone, while it runs and when it is stopped', async ({ page }) => {
  await page.setViewportSize(size(320));
  const figure = await Figure.open(page, alone('your-device', '', 'de'));
  await figure.root.locator('[data-measure]').click();
  await figure.running();
  await expect(figure.output('flop_per_s_simd')).not.toHaveAttribute('data-value', 'null');
  expect.soft(await page.evaluate(tooWide), 'while it runs').toEqual([]);
  expect.soft(await page.evaluate(smallTargets), 'while it runs').toEqual([]);
  await figure.root.locator('[data-measure]').click();
  await figure.ready();
  expect.soft(await page.evaluate(tooWide), 'when it is stopped').toEqual([]);
  expect.soft(await page.evaluate(smallTargets), 'when it is stopped').toEqual([]);
});

test('the line about a computation fits a phone, and fingers find its buttons', async ({ page }) => {
  await page.setViewportSize(size(320));
  await page.goto(alone('ensemble', 'drops=100000&object=feather&wind=5', 'de'));
  const figure = new Figure(page, 'ensemble');
  await figure.running();
  await expect(figure.computing()).toContainText(/noch etwa \d/); // the longest it gets
  expect.soft(await page.evaluate(tooWide), 'while it runs').toEqual([]);
  await figure.cancel().click();
  await expect(figure.computing()).toContainText('abgebrochen');
  expect.soft(await page.evaluate(tooWide), 'when it is stopped').toEqual([]);
  expect.soft(await page.evaluate(smallTargets), 'when it is stopped').toEqual([]);
});

/** What makes the page scroll sideways. Runs in the page. */
function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element: Element | null): boolean =>
    element !== null && element !== document.body && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
  const culprits = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(element.parentElement),
  );
  return [`page: ${scrollWidth} of ${clientWidth}`, ...culprits.slice(0, 5).map((element) => element.outerHTML.slice(0, 100))];
}

/** Texts of displayed pictures under 12 px. Runs in the page. */
function smallTexts(): string[] {
  return [...document.querySelectorAll<SVGTextElement>('svg text')]
    .filter((text) => text.checkVisibility() && text.getBoundingClientRect().width > 0)
    .map((text) => ({ text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getScreenCTM()?.a ?? 0, text.getScreenCTM()?.b ?? 0) }))
    .filter(({ size }) => size < 11.95)
    .map(({ text, size }) => `${text}: ${size.toFixed(1)} px`);
}

/** What is to be touched but smaller than 44 px. Runs in the page. */
function smallTargets(): string[] {
  return [...document.querySelectorAll('button, summary, select, header a, label:has(input:is([type=radio], [type=checkbox])), input:is([type=range], [type=search])')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (box.width < 43.5 || box.height < 43.5))
    .map(({ element, box }) => `${box.width.toFixed(0)}×${box.height.toFixed(0)} ${element.outerHTML.slice(0, 90)}`);
}
