import { Figure, Question, expect, finger, middle, test } from '../helpers';
import { sectionOf } from '../contract';
import type { Page } from '@playwright/test';

const ID = 'fixed-budget';

// Numbers, words and pictures are held natively: crates/figures/tests/all/independent.rs, said.rs and fixed_budget.rs.

/** The section with the question before it answered, so that this one is there. */
async function asked(page: Page, language = 'en'): Promise<Question> {
  const question = await Question.open(page, `/${language}/${sectionOf(ID)}/`, ID);
  await new Question(page, 'compute-trend').answer();
  await question.locked();
  return question;
}

/** Where a share of the held picture's height is, from its top. */
async function heldAt(question: Question) {
  const picture = question.prompt;
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('nothing is held');
  return (down: number) => ({ x: box.x + 0.7 * box.width, y: box.y + down * box.height });
}
const guess = async (question: Question) => 10 ** Number(await question.range.inputValue());
const heldTexts = (question: Question) => question.prompt.locator('svg').filter({ visible: true }).locator('text').allTextContents();

test('the curve is dragged by mouse: the number under it, the slider and the button say the same', async ({ page }) => {
  const question = await asked(page);
  const at = await heldAt(question);
  await page.mouse.move(at(0.8).x, at(0.8).y);
  await page.mouse.down();
  let before = await guess(question);
  for (const down of [0.6, 0.4, 0.25]) {
    await page.mouse.move(at(down).x, at(down).y, { steps: 3 });
    await expect.poll(() => guess(question)).toBeGreaterThan(before * 2.5);
    before = await guess(question);
  }
  // Beyond the edge it is the greatest guess, and the least.
  await page.mouse.move(at(-0.2).x, at(-0.2).y);
  await expect.poll(() => guess(question)).toBeCloseTo(1e4, 3);
  await page.mouse.move(at(1.1).x, at(1.1).y);
  await expect.poll(() => guess(question)).toBeCloseTo(1, 6);
  await page.mouse.move(at(0.5).x, at(0.5).y);
  await expect.poll(() => guess(question)).toBeGreaterThan(30);
  const number = await question.field.inputValue();
  await expect(question.range).toHaveAttribute('aria-valuetext', /\d.* times/);
  expect(number).not.toBe('');
  expect((await heldTexts(question)).join(' ')).toContain(`${number} times`);
  await page.mouse.up();
});

test('a guess by keys is judged, drawn beside the answer, and kept', async ({ page }) => {
  const question = await asked(page, 'de');
  const drawn = question.figure.picture().locator('text').filter({ hasText: 'Ihre Schätzung' });
  await question.range.focus();
  await page.keyboard.press('Home');
  await question.commit.click();
  await question.opened('guess');
  await expect(question.verdict).toHaveText(/73,1-mal so viel wie gezeichnet/);
  await expect(question.figure.output('growth')).toContainText('73,1');
  await expect(drawn).toHaveCount(1);
  await page.reload();
  await question.figure.ready();
  await question.opened('guess');
  await expect(question.verdict).toHaveText(/73,1-mal so viel wie gezeichnet/);
  await question.figure.slide('years', 30);
  await expect(drawn, 'a guess is about twenty years').toHaveCount(0);
});

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

  test('the curve is dragged by finger, and the page stays where it is', async ({ page }) => {
    const question = await asked(page);
    const at = await heldAt(question);
    const scrolled = await page.evaluate(() => scrollY);
    const touch = await finger(page);
    await touch.press(await middle(question.grip));
    for (const down of [0.7, 0.6, 0.5, 0.4, 0.3]) await touch.move(at(down));
    await touch.lift();
    await expect.poll(() => guess(question)).toBeGreaterThan(150);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await question.answer();
    await question.opened('guess');
    await expect(question.verdict).toHaveText(/too high/);
  });
});
