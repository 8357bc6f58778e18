import { Figure, alone, changes, decades, expect, expectReadouts, test } from '../helpers';
import { LANGUAGES, SCENARIOS } from '../contract';
import { dataset, trendReadouts } from '../trend';
import type { Page } from '@playwright/test';

const open = (page: Page, query = '', language = 'en') => Figure.open(page, alone('drivers', query, language));

type Rates = (typeof SCENARIOS)['flat-budget'];
const START = SCENARIOS['deep-learning'];

/** Factors multiply, so their logarithms add up: each has its share of the sum. */
function readouts(given: Partial<Rates> = {}): Record<string, number | string | null> {
  const { price_halving, spending_growth, algorithm_halving, years } = { ...START, ...given };
  const yearly = { price: Math.log10(2) / price_halving, spending: Math.log10(spending_growth), algorithms: Math.log10(2) / algorithm_halving };
  const sum = yearly.price + yearly.spending + yearly.algorithms;
  const share = (decades: number) => (sum > 0 ? decades / sum : null);
  const [[most]] = Object.entries(yearly).sort(([, a], [, b]) => b - a);
  return {
    share_price: share(yearly.price),
    share_spending: share(yearly.spending),
    share_algorithms: share(yearly.algorithms),
    dominant_driver: sum > 0 ? most : null,
    growth: 10 ** (years * sum),
  };
}

for (const language of LANGUAGES) {
  for (const [query, given] of [
    ['', {}],
    ['scenario=flat-budget', SCENARIOS['flat-budget']],
    ['scenario=half-century', SCENARIOS['half-century']],
    ['years=1', { years: 1 }],
    ['price_halving=0.5&spending_growth=1.2&algorithm_halving=3&years=10', { price_halving: 0.5, spending_growth: 1.2, algorithm_halving: 3, years: 10 }],
    ['spending_growth=10', { spending_growth: 10 }],
    ['spending_growth=0.7', { spending_growth: 0.7 }], // less money: the others have more than the whole
    ['spending_growth=0.5&price_halving=20&algorithm_halving=20', { spending_growth: 0.5, price_halving: 20, algorithm_halving: 20 }],
  ] as [string, Partial<Rates>][]) {
    test(`${language}: ${query || 'the start'} reads as the closed form says`, async ({ page }) => {
      const figure = await open(page, query, language);
      const expected = readouts(given);
      await expectReadouts(figure, expected);
      if (expected.share_price !== null) {
        const { share_price, share_spending, share_algorithms } = (await figure.values()) as Record<string, number>;
        expect(share_price + share_spending + share_algorithms).toBeCloseTo(1, 9);
      }
      await expect(figure.notices()).toHaveCount(0);
    });
  }
}

test('the measured growth beside it is that of the tables', async ({ page, request }) => {
  const figure = await open(page);
  const factor = async (id: 'gpu-prices' | 'training-compute', from: number, to: number) => trendReadouts(await dataset(request, id), { from, to }).factor_per_year;
  const expected = {
    measured_compute_growth: await factor('training-compute', 2010, 2100),
    measured_price_growth: await factor('gpu-prices', 2000, 2024),
    measured_price_growth_since_2010: await factor('gpu-prices', 2010, 2024),
  };
  await expectReadouts(figure, expected);
  expect(expected.measured_compute_growth).toBeGreaterThan(4.6);
  expect(expected.measured_price_growth).toBeLessThan(1.35);
});

for (const [query, driver, words] of [
  ['', 'algorithms', { en: /algorithm|method/i, de: /Verfahren|Algorithm|Methoden/ }],
  ['spending_growth=10', 'spending', { en: /spending|money/i, de: /Ausgaben|Geld/ }],
  ['scenario=half-century', 'price', { en: /price/i, de: /Preis/ }],
] as const) {
  for (const language of LANGUAGES) {
    test(`${language}: the dominant driver of ${query || 'the start'} is ${driver}`, async ({ page }) => {
      const figure = await open(page, query, language);
      await expect(figure.output('dominant_driver')).toHaveAttribute('data-value', driver);
      await expect(figure.output('dominant_driver')).toHaveText(words[language]);
    });
  }
}

test('a scenario fills all four, and reads custom once one of them is moved', async ({ page }) => {
  const figure = await open(page);
  const logarithmic = (name: string) => name !== 'years';
  for (const [name, fills] of Object.entries(SCENARIOS).reverse()) {
    await figure.root.locator(`input[name=scenario][value=${name}]`).check({ force: true });
    for (const [parameter, value] of Object.entries(fills)) {
      await expect.poll(async () => Math.abs((await figure.position(parameter)) - (logarithmic(parameter) ? decades(value) : value)), { message: `${name}: ${parameter}` }).toBeLessThan(0.0051);
    }
    await expectReadouts(figure, readouts(fills));
  }
  await figure.slide('spending_growth', decades(3));
  await expect(figure.choice('scenario')).toHaveValue('custom');
});

test('the shares do not depend on the years, the picture does', async ({ page }) => {
  const figure = await open(page);
  const [drawing, values] = [await figure.drawing(), await figure.values()];
  await figure.slide('years', 40);
  await changes(figure.drawing, drawing);
  await changes(() => figure.value('growth'), values.growth);
  const after = await figure.values();
  for (const name of ['share_price', 'share_spending', 'share_algorithms']) expect(Math.abs(Number(after[name]) - Number(values[name])), name).toBeLessThan(1e-12);
});
