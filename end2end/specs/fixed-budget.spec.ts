import { Figure, Question, alone, changes, decades, expect, expectClose, expectReadouts, finger, test } from '../helpers';
import { LANGUAGES, sectionOf } from '../contract';
import { dataset, leastSquares } from '../trend';
import type { APIRequestContext, Page } from '@playwright/test';

const ID = 'fixed-budget';
const open = (page: Page, query = '', language = 'en') => Figure.open(page, alone(ID, query, language));
const START = { budget: 1000, years: 20, halving_time: 2.59 };

/** What the money buys: a dollar buys what the trend of all cards gives at the date of the newest. */
async function readouts(request: APIRequestContext, given: Partial<typeof START>) {
  const { budget, years, halving_time } = { ...START, ...given };
  const cards = await dataset(request, 'gpu-prices');
  const { meanX, meanY, slope } = leastSquares(cards.filter(({ year }) => 2000 <= year && year <= 2024));
  const compute_start = budget * 10 ** (meanY + slope * (cards[cards.length - 1].year - meanX));
  const growth = 2 ** (years / halving_time);
  return { growth, growth_by_adding: 1 + years * (2 ** (1 / halving_time) - 1), compute_start, compute_end: compute_start * growth };
}

for (const language of LANGUAGES) {
  for (const [query, given] of [
    ['', {}],
    ['years=50', { years: 50 }],
    ['halving_time=2&years=20', { halving_time: 2 }],
    ['budget=1e9&years=50&halving_time=0.5', { budget: 1e9, years: 50, halving_time: 0.5 }],
    ['budget=1&years=1&halving_time=20', { budget: 1, years: 1, halving_time: 20 }],
    ['scale=log&budget=250&years=12.5', { budget: 250, years: 12.5 }],
  ] as [string, Partial<typeof START>][]) {
    test(`${language}: ${query || 'the start'} reads as computed independently`, async ({ page, request }) => {
      const figure = await open(page, query, language);
      await expectReadouts(figure, await readouts(request, given));
      await expect(figure.notices()).toHaveCount(0);
      await expect(figure.caveat()).toHaveText('');
    });
  }
}

test('twenty years at two a halving are ten doublings', async ({ page }) => {
  const figure = await open(page, 'halving_time=2');
  expectClose(await figure.value('growth'), 1024, 'growth');
  await expect(figure.output('growth')).toHaveText(/1.?02\d/);
});

test('the curve bends on a linear axis and is straight on a logarithmic one; the money moves no curve', async ({ page }) => {
  const figure = await open(page, 'halving_time=2');
  const [linear, values] = [await figure.drawing(), await figure.values()];
  await figure.root.locator('input[name=scale][value=log]').check({ force: true });
  await changes(figure.drawing, linear);
  expect(await figure.values()).toEqual(values);
  await figure.slide('budget', decades(1e6));
  await changes(() => figure.values(), values);
  expect(await figure.value('growth')).toBe(values.growth);
  expectClose(await figure.value('compute_start'), 1000 * Number(values.compute_start), 'a thousand times the money');
});

test('the title states the finding, and changes with it', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.title()).toContainText('211');
  const before = await figure.title().textContent();
  await figure.slide('years', 1);
  await expect(figure.title()).not.toHaveText(before ?? '');
});

/** The section with the question before it answered, so that this one is there. */
async function asked(page: Page, language = 'en'): Promise<Question> {
  const question = await Question.open(page, `/${language}/${sectionOf(ID)}/`, ID);
  await new Question(page, 'compute-trend').commit.click();
  await question.locked();
  return question;
}

/** Where a share of the held picture's height is, from its top. */
async function heldAt(question: Question) {
  const picture = question.prompt.locator('.picture');
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('nothing is held');
  return (down: number) => ({ x: box.x + 0.7 * box.width, y: box.y + down * box.height });
}
const guess = async (question: Question) => 10 ** Number(await question.range.inputValue());
const heldTexts = (question: Question) => question.prompt.locator('svg').filter({ visible: true }).locator('text').allTextContents();

const WORDS = {
  en: { low: /211 times as high as your curve/, high: /too high/, mark: 'your guess', times: (n: string) => `${n} times` },
  de: { low: /211-mal so viel wie gezeichnet/, high: /zu hoch/, mark: 'Ihr Tipp', times: (n: string) => `${n}-Fache` },
};

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`in ${language} the curve is dragged by mouse: the number under it, the slider and the button say the same`, async ({ page }) => {
    const question = await asked(page, language);
    const at = await heldAt(question);
    await page.mouse.move(at(0.8).x, at(0.8).y);
    await page.mouse.down();
    let before = await guess(question);
    for (const down of [0.6, 0.4, 0.25]) {
      await page.mouse.move(at(down).x, at(down).y, { steps: 3 });
      await expect.poll(() => guess(question)).toBeGreaterThan(before * 5);
      before = await guess(question);
    }
    // Beyond the edge it is the greatest guess, and the least.
    await page.mouse.move(at(-0.2).x, at(-0.2).y);
    await expect.poll(() => guess(question)).toBeCloseTo(1e6, 3);
    await page.mouse.move(at(1.1).x, at(1.1).y);
    await expect.poll(() => guess(question)).toBeCloseTo(1, 6);
    await page.mouse.move(at(0.5).x, at(0.5).y);
    await expect.poll(() => guess(question)).toBeGreaterThan(100);
    const number = /[\d\s.,]*\d/.exec((await question.commit.textContent()) ?? '')?.[0].trim() ?? '';
    await expect(question.range).toHaveAttribute('aria-valuetext', new RegExp(words.times('\\d.*')));
    expect(number).not.toBe('');
    expect((await heldTexts(question)).join(' ')).toContain(words.times(number));
    await page.mouse.up();
  });

  for (const [how, key, judged] of [['far too low', 'Home', words.low], ['far too high', 'End', words.high]] as const) {
    test(`in ${language} a guess ${how} by keys is judged so, drawn, and kept`, async ({ page }) => {
      const question = await asked(page, language);
      await question.range.focus();
      await page.keyboard.press(key);
      await question.commit.click();
      await question.opened('guess');
      await expect(question.verdict).toContainText('211');
      await expect(question.verdict).toHaveText(judged);
      await expect(question.figure.output('growth')).toContainText('211');
      await expect(question.figure.picture().locator('text').filter({ hasText: words.mark })).toHaveCount(1);
      await page.reload();
      await question.figure.ready();
      await question.opened('guess');
      await expect(question.verdict).toHaveText(judged);
      await question.figure.slide('years', 30);
      await expect(question.figure.picture().locator('text').filter({ hasText: words.mark }), 'a guess is about twenty years').toHaveCount(0);
    });
  }
}

test('what is locked is this figure: the text after it and the figures after it are there', async ({ page }) => {
  const question = await asked(page);
  await expect(page.locator('#backtest')).toBeVisible();
  for (const id of ['compute-trend', 'backtest', 'drivers', 'your-device'] as const) await expect(new Figure(page, id).root).toBeVisible();
  await expect(question.prompt).toBeVisible();
  await question.anyway.click();
  await expect(question.figure.root).toBeVisible();
  await expect(question.prompt).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the curve is dragged by finger, and the page stays where it is', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'only Chromium lets a test drag a finger');
    const question = await asked(page);
    const at = await heldAt(question);
    const scrolled = await page.evaluate(() => scrollY);
    const touch = await finger(page);
    await touch.press(at(0.8));
    for (const down of [0.7, 0.6, 0.5, 0.4, 0.3]) await touch.move(at(down));
    await touch.lift();
    await expect.poll(() => guess(question)).toBeGreaterThan(1000);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await question.commit.click();
    await question.opened('guess');
    await expect(question.verdict).toHaveText(WORDS.en.high);
  });
});
