import { Figure, Question, expect, guessKey, holdProgram, middle, settled, storeGuess, takenOver, test } from '../helpers';
import { LANGUAGES, QUESTIONS, type FigureId } from '../contract';
import type { Locator, Page } from '@playwright/test';

// What every question of every page does, whichever figure it is about. `question.spec.ts` has what is told about the pen.

const address = (slug: string, language = 'en') => `/${language}/${slug}/`;
const PAGES = Object.entries(QUESTIONS).map(([slug, [first, ...later]]) => ({ slug, first, later }));
const EACH = PAGES.flatMap(({ slug, first, later }) => [first, ...later].map((asked) => ({ ...asked, slug, first: first.id })));
const LATER = EACH.filter(({ id, first }) => id !== first);
const CURVES = EACH.filter(({ curve }) => curve);

/** Answers the first question of a page, if it is another one, so that this one is there. */
async function reach(page: Page, { slug, id, first }: (typeof EACH)[number], language = 'en'): Promise<Question> {
  const question = await Question.open(page, address(slug, language), id);
  if (id !== first) {
    const before = new Question(page, first);
    await before.figure.ready();
    await before.commit.click();
    // What is watched first is told last, in more words.
    await expect(before.figure.root).not.toHaveAttribute('data-watching');
  }
  await question.locked();
  return question;
}

/** A guess in the middle of the slider, as the device keeps it. */
async function someGuess(page: Page, question: Question): Promise<string> {
  await question.range.evaluate((range: HTMLInputElement) => {
    range.value = String((Number(range.min) + Number(range.max)) / 2);
    range.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await question.commit.click();
  return (await stored(page, question.figure.id)) ?? '';
}

const stored = (page: Page, id: FigureId) => page.evaluate((key) => localStorage.getItem(key), guessKey(id));
const position = async (range: Locator) => Number(await range.inputValue());

for (const asked of EACH) {
  const { slug, id, first } = asked;

  for (const language of LANGUAGES) {
    test(`${address(slug, language)} asks about ${id} and keeps back its figure, and nothing else but what follows the first`, async ({ page }) => {
      const question = await reach(page, asked, language);
      await expect(question.prompt).toBeVisible();
      await expect(question.prompt.locator('svg').filter({ visible: true })).toHaveCount(1);
      await expect(question.root.getByRole('heading')).toHaveText(/\S.*\?$/);
      await expect(question.range).toHaveAttribute('aria-valuetext', /\d/);
      await expect(question.figure.root.locator('output').filter({ visible: true })).toHaveCount(0);
      const after = page.locator('main .answer > .prose').filter({ visible: true });
      if (id === first) await expect(after).toHaveCount(0);
      else expect(await after.count()).toBeGreaterThan(0);
    });
  }

  test(`a guess about ${id} is kept under its name, told, and outlasts a reload`, async ({ page }) => {
    let question = await reach(page, asked);
    const guess = await someGuess(page, question);
    expect(guess, 'as the script in the head reads it').toMatch(/^\d+(\.\d+)?$/);
    await question.opened('guess');
    await expect(question.prompt).toBeHidden();
    await expect(question.again).toBeFocused();
    await expect(question.verdict).toHaveText(/\d/);
    await page.reload();
    question = new Question(page, id);
    await question.figure.ready();
    await question.opened('guess');
    await question.again.click();
    await question.locked();
    await expect(question.prompt).toBeVisible();
    await expect(question.range).toBeFocused();
    expect(await stored(page, id)).toBeNull();
  });

  test(`a guess about ${id} is known before the program is there, and then nothing moves`, async ({ page }) => {
    const guesses = new Map<FigureId, string>();
    for (const { id } of [{ id: first }, asked]) {
      if (guesses.has(id)) continue;
      const question = await Question.open(page, address(slug), id);
      guesses.set(id, await someGuess(page, question));
    }
    for (const [id, guess] of guesses) await storeGuess(page, guess, id);
    const release = await holdProgram(page);
    await page.goto(address(slug), { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached(); // the whole text is there
    const question = new Question(page, id);
    await expect(question.figure.root).toBeVisible();
    await expect(question.prompt).toBeHidden();
    await expect(question.commit).toBeHidden();
    const boxes = () => page.locator('h1, main p, figure, .question, .prompt, footer').evaluateAll((all) => all.map((element) => JSON.stringify(element.getBoundingClientRect())));
    const before = await boxes();
    release();
    await takenOver(page);
    await settled(page);
    expect(await boxes()).toEqual(before);
  });

  test(`${id} is shown without a guess, and may still be guessed`, async ({ page }) => {
    const question = await reach(page, asked);
    await question.anyway.click();
    await expect(question.figure.root).toBeVisible();
    await expect(question.prompt).toBeHidden();
    await question.commit.click();
    await question.opened('guess');
  });

  test(`an address that asks for a state opens ${id} and asks nothing`, async ({ page }) => {
    const question = await Question.open(page, `${address(slug)}?${id}.x=1`, id);
    await question.opened('address');
    await expect(question.prompt).toBeHidden();
  });

  for (const guess of ['abc', 'NaN', '-1e400']) {
    test(`"${guess}" in the storage is no guess about ${id}`, async ({ page }) => {
      await storeGuess(page, guess, id);
      await reach(page, asked);
    });
  }

  test(`keys alone guess about ${id}`, async ({ page }) => {
    const question = await reach(page, asked);
    await question.range.focus();
    await page.keyboard.press('Home');
    const [least, words] = [await position(question.range), await question.range.getAttribute('aria-valuetext')];
    await page.keyboard.press('ArrowRight');
    expect(await position(question.range)).toBeGreaterThan(least);
    await expect(question.range).not.toHaveAttribute('aria-valuetext', words ?? '');
    await page.keyboard.press('Tab');
    await expect(question.commit).toBeFocused();
    await page.keyboard.press('Enter');
    await question.opened('guess');
  });
}

for (const asked of LATER) {
  const { slug, id, first } = asked;

  test(`${id} and ${first} are guessed apart: neither guess opens or closes the other's figure`, async ({ page }) => {
    const question = await reach(page, asked);
    const before = new Question(page, first);
    await before.opened('guess');
    await someGuess(page, question);
    await question.opened('guess');
    await before.again.click();
    await before.locked();
    await expect(question.root, 'all waits for the first').toBeHidden();
    await before.commit.click();
    await question.opened('guess');
    await question.again.click();
    await question.locked();
    await before.opened('guess');
  });

  test(`a guess about ${id} alone does not open the page`, async ({ page }) => {
    const question = await reach(page, asked);
    await someGuess(page, question);
    await page.evaluate((key) => localStorage.removeItem(key), guessKey(first));
    await page.goto(address(slug));
    const before = new Question(page, first);
    await before.figure.ready();
    await before.locked();
    await before.commit.click();
    await question.opened('guess');
  });

  test(`without scripts ${id} opens by itself`, async ({ browser, browserName }) => {
    test.skip(browserName === 'firefox', 'there scripts cannot be switched off from outside');
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address(slug));
    await new Question(page, first).anyway.click();
    const question = new Question(page, id);
    await expect(question.figure.root).toBeHidden();
    await question.anyway.click();
    await expect(question.figure.root).toBeVisible();
    await expect(new Figure(page, first).root).toBeVisible();
    await page.close();
  });
}

for (const { log, ...asked } of EACH.filter(({ log }) => log)) {
  test(`the slider about ${asked.id} goes by decades and is told in words`, async ({ page }) => {
    const question = await reach(page, asked);
    const ends = await question.range.evaluate((range: HTMLInputElement) => [Number(range.min), Number(range.max)]);
    await question.range.focus();
    await page.keyboard.press('End');
    expect(await position(question.range)).toBeCloseTo(ends[1], 6);
    await question.commit.click();
    expect(Number(await stored(page, asked.id)) / 10 ** ends[1]).toBeCloseTo(1, 6);
  });
}

for (const asked of CURVES) {
  const { id } = asked;
  /** The held picture's middle, on the screen. */
  const grab = async (question: Question) => {
    const picture = question.prompt.locator('.picture');
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (!box) throw new Error('nothing is held');
    return { picture, box, ...(await middle(picture)) };
  };
  const drawing = (question: Question) => question.prompt.locator('svg').filter({ visible: true }).innerHTML();

  test(`the curve of ${id} is pressed and dragged by mouse, in step with the slider`, async ({ page }) => {
    const question = await reach(page, asked);
    const { box, x, y } = await grab(question);
    const start = { position: await position(question.range), drawing: await drawing(question) };
    await page.mouse.move(x, y);
    await page.mouse.down();
    const pressed = await position(question.range);
    for (const share of [0.4, 0.3, 0.2]) await page.mouse.move(x, box.y + share * box.height);
    await expect.poll(() => position(question.range)).not.toBe(pressed);
    const dragged = await position(question.range);
    expect(await drawing(question)).not.toBe(start.drawing);
    await page.mouse.up();
    await page.mouse.move(x, box.y + 0.7 * box.height);
    expect(await position(question.range), 'let go').toBe(dragged);
    await question.commit.click();
    await question.opened('guess');
  });

  test(`the curve of ${id} follows the slider`, async ({ page }) => {
    const question = await reach(page, asked);
    const before = await drawing(question);
    await question.range.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => drawing(question)).not.toBe(before);
  });

  test(`the curve of ${id} is dragged by finger, and the page stays where it is`, async ({ browser, browserName }) => {
    test.skip(browserName !== 'chromium', 'only Chromium lets a test move a finger');
    const page = await browser.newPage({ hasTouch: true, viewport: { width: 390, height: 844 } });
    const question = await reach(page, asked);
    const { box, x, y } = await grab(question);
    const scrolled = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch('touchStart', y);
    const pressed = await position(question.range);
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', y - (step / 10) * 0.35 * box.height);
    await expect.poll(() => position(question.range)).not.toBe(pressed);
    await touch('touchEnd');
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await page.close();
  });

  test(`the guess about ${id} is drawn beside the answer`, async ({ page }) => {
    const question = await reach(page, asked);
    await question.anyway.click();
    const alone = await question.figure.drawing();
    await question.range.focus();
    await page.keyboard.press('Home');
    await question.commit.click();
    await expect.poll(() => question.figure.drawing()).not.toBe(alone);
  });
}
