import { ENGINE, Question, expect, finger, guessKey, middle, storeGuess, test } from '../helpers';
import { QUESTIONS, type FigureId } from '../contract';
import type { Locator, Page } from '@playwright/test';

// What every question of every page does, whichever figure it is about. `question.spec.ts` has what is told about the pen,
// and what addresses, storage and keys have to do with it.

const address = (slug: string, language = 'en') => `/${language}/${slug}/`;
const PAGES = Object.entries(QUESTIONS).map(([slug, [first, ...later]]) => ({ slug, first, later }));
const EACH = PAGES.flatMap(({ slug, first, later }) => [first, ...later].map((asked) => ({ ...asked, slug, first: first.id })));
const LATER = EACH.filter(({ id, first }) => id !== first);
const [CURVE] = EACH.filter(({ curve }) => curve);

/** Answers the first question of a page, if it is another one, so that this one is there. */
async function reach(page: Page, { slug, id, first }: (typeof EACH)[number]): Promise<Question> {
  const question = await Question.open(page, address(slug), id);
  if (id !== first) {
    const before = new Question(page, first);
    await before.figure.ready();
    await before.answer();
    // What is watched first is told last, in more words.
    await expect(before.figure.root).not.toHaveAttribute('data-watching');
  }
  await question.locked();
  return question;
}

const stored = (page: Page, id: FigureId) => page.evaluate((key) => localStorage.getItem(key), guessKey(id));
const position = async (range: Locator) => Number(await range.inputValue());

for (const asked of EACH) {
  const { slug, id, first, log } = asked;

  test(`${address(slug)} asks about ${id}, keeps back its figure until a guess is made by keys, and knows the guess after a reload`, async ({ page }) => {
    let question = await reach(page, asked);
    await expect(question.prompt).toBeVisible();
    await expect(question.prompt.locator('svg').filter({ visible: true })).toHaveCount(1);
    await expect(question.root.locator('.question-title')).toHaveText(/\S.*\?$/);
    await expect(question.figure.root.locator('output').filter({ visible: true })).toHaveCount(0);
    // And nothing else but what follows the first.
    const after = page.locator('main :is(.answer, .rest) > .prose').filter({ visible: true });
    if (id === first) await expect(after).toHaveCount(0);
    else expect(await after.count()).toBeGreaterThan(0);

    await question.range.focus();
    await page.keyboard.press('Home');
    const [least, words] = [await position(question.range), (await question.range.getAttribute('aria-valuetext')) ?? ''];
    await page.keyboard.press('ArrowRight');
    expect(await position(question.range)).toBeGreaterThan(least);
    await expect(question.range).not.toHaveAttribute('aria-valuetext', words);
    await page.keyboard.press('End');
    const most = await position(question.range);
    await page.keyboard.press('Tab');
    await expect(question.field).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(question.commit).toBeFocused();
    await page.keyboard.press('Enter');
    await question.opened('guess');
    await expect(question.prompt).toBeHidden();
    await expect(question.verdict).toBeFocused();
    await expect(question.verdict).toHaveText(/\d/);
    const guess = (await stored(page, id)) ?? '';
    expect(guess, 'as the script in the head reads it').toMatch(/^\d+(\.\d+)?$/);
    expect(Number(guess) / (log ? 10 ** most : most)).toBeCloseTo(1, 6);

    await page.reload();
    question = new Question(page, id);
    await question.figure.ready();
    await question.opened('guess');
    await question.again.click();
    await question.locked();
    await expect(question.prompt).toBeVisible();
    await expect(question.range).toBeFocused();
    expect(await stored(page, id)).toBeNull();
    await question.anyway.click();
    await expect(question.figure.title()).toBeVisible();
    await expect(question.prompt).toBeHidden();
    await question.anyway.click();
    await question.answer();
    await question.opened('guess');
  });
}

for (const asked of LATER) {
  const { slug, id, first } = asked;

  test(`${id} and ${first} are guessed apart: neither guess opens or closes the other's figure`, async ({ page }) => {
    const question = await reach(page, asked);
    const before = new Question(page, first);
    await before.opened('guess');
    await question.answer();
    await question.opened('guess');
    await before.again.click();
    await before.locked();
    await expect(question.root, 'all waits for the first').toBeHidden();
    await before.answer();
    await question.opened('guess');
    await question.again.click();
    await question.locked();
    await before.opened('guess');
    await question.answer();

    // A guess about the later one alone does not open the page.
    await page.evaluate((key) => localStorage.removeItem(key), guessKey(first));
    await page.goto(address(slug));
    await before.figure.ready();
    await before.locked();
    await before.answer();
    await question.opened('guess');
  });
}

test('words in the storage are no guesses', async ({ page }) => {
  for (const guess of ['abc', 'NaN', '-1e400']) {
    for (const { id } of EACH) await storeGuess(page, guess, id);
    for (const { slug, first } of PAGES) await (await Question.open(page, address(slug), first.id)).locked();
  }
});

/** The picture before the guess, and its place on the screen. */
async function grab(question: Question) {
  const picture = question.prompt;
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('nothing is held');
  return { box, ...(await middle(picture)) };
}
const drawing = (question: Question) => question.prompt.locator('svg').filter({ visible: true }).innerHTML();

test('a curve is dragged by mouse, in step with the slider, and drawn beside the answer', ENGINE, async ({ page }) => {
  const question = await reach(page, CURVE);
  const { box, x, y } = await grab(question);
  const start = await drawing(question);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const pressed = await position(question.range);
  for (const share of [0.4, 0.3, 0.2]) await page.mouse.move(x, box.y + share * box.height);
  await expect.poll(() => position(question.range)).not.toBe(pressed);
  const dragged = await position(question.range);
  const drawn = await drawing(question);
  expect(drawn).not.toBe(start);
  await page.mouse.up();
  await page.mouse.move(x, box.y + 0.7 * box.height);
  expect(await position(question.range), 'let go').toBe(dragged);
  await question.range.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => drawing(question)).not.toBe(drawn);

  await question.anyway.click();
  const answer = await question.figure.drawing();
  await question.anyway.click();
  await question.answer();
  await question.opened('guess');
  await expect.poll(() => question.figure.drawing()).not.toBe(answer);
});

test('a curve is dragged by finger, and the page stays where it is', async ({ browser, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium lets a test move a finger');
  const page = await browser.newPage({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const question = await reach(page, CURVE);
  const { box } = await grab(question);
  const { x, y } = await middle(question.grip);
  const scrolled = await page.evaluate(() => scrollY);
  const start = await position(question.range);
  const touch = await finger(page);
  await touch.press({ x, y });
  for (let step = 1; step <= 10; step += 1) await touch.move({ x, y: y - (step / 10) * 0.35 * box.height });
  await expect.poll(() => position(question.range)).not.toBe(start);
  await expect.poll(async () => Math.abs((await middle(question.grip)).y - (y - 0.35 * box.height)), { message: 'under the finger' }).toBeLessThan(20);
  await touch.lift();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await page.close();
});
