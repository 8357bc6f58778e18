import { ENGINE, GUESS, Question, SECTION, denyStorage, expect, followTo, storeGuess, takenOver, test } from '../helpers';
import { LANGUAGES } from '../contract';
import type { Page } from '@playwright/test';

test('nothing gives the answer away before the guess', async ({ page }) => {
  for (const language of LANGUAGES) {
    const question = await Question.open(page, `/${language}/pen-drop/`);
    await question.locked();
    await expect(page.locator('output, [data-value]').filter({ visible: true })).toHaveCount(0);
    const [seen, heard] = [await page.locator('body').innerText(), await page.locator('body').ariaSnapshot()];
    for (const text of [seen, heard, await page.title()]) expect(text).not.toMatch(/0[.,]55|0[.,]21\s?%/);
    await expect(page.locator('.prompt svg').filter({ visible: true })).toHaveCount(1);
  }
});

test('a guess is made, the drop falls as fast as life, and the verdict follows', ENGINE, async ({ page }) => {
  const question = await Question.open(page);
  await question.range.fill('0.7');
  await expect(question.range).toHaveAttribute('aria-valuetext', /^0\.70\ss$/);
  await expect(question.commit).toContainText('Commit to 0.70');
  const watched = await question.commit.evaluate(async (commit: HTMLElement) => {
    const frame = () => new Promise<number>(requestAnimationFrame);
    const scrubber = document.querySelector<HTMLInputElement>('figure[data-figure=pen-drop] .scrubber');
    const time = () => Number(scrubber?.value);
    const told = () => document.querySelector('.verdict [role=status]')?.textContent ?? '';
    commit.click();
    do await frame();
    while (time() === 0 || time() > 0.2); // from the moment it is let go
    const first = told();
    const speeds = [];
    for (let [fallen, passed] = [time(), performance.now()]; fallen < 0.5; ) {
      await frame();
      const [then, now] = [time(), performance.now()];
      speeds.push((1000 * (then - fallen)) / (now - passed));
      [fallen, passed] = [then, now];
    }
    // The middle one: where the machine stands still for a moment, some frames are long and others short.
    return { speed: speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)], first };
  });
  // Told apart from a tenth of it, and from ten times.
  expect(watched.speed).toBeGreaterThan(0.5);
  expect(watched.speed).toBeLessThan(2);
  expect(watched.first, 'the fall is watched before it is judged').toContain('0.70');
  expect(watched.first).not.toContain('0.5543');
  await question.opened('guess');
  for (const word of ['0.70', '0.5543', 'sooner']) await expect(question.verdict).toContainText(word);
  await expect(question.figure.output('fall_time')).toContainText('0.5543');
  await expect(question.figure.output('fall_time')).toBeInViewport();
  await expect(question.again).toHaveText('Guess again');
  await expect(question.verdict).toBeFocused();
  await expect(question.figure.play()).not.toHaveAccessibleName('Pause');
  const mark = question.figure.picture().locator('text').filter({ hasText: 'your guess' });
  await expect(mark).toHaveCount(1);
  await question.figure.object('feather').check({ force: true });
  await expect(mark, 'a guess is about the pen').toHaveCount(0);
});

test('a guess outlasts a reload and a change of language; guessing again locks again', ENGINE, async ({ page }) => {
  let question = await Question.open(page);
  await question.range.fill('0.7');
  await question.answer();
  await expect(question.verdict).toContainText('0.5543');
  await page.reload();
  await question.figure.ready();
  await question.opened('guess');
  await expect(question.verdict).toContainText('0.70');
  await page.locator('header a[hreflang=de]').click();
  await expect(page).toHaveURL(/\/de\/pen-drop/);
  question = new Question(page);
  await question.figure.ready();
  await question.opened('guess');
  await expect(question.verdict).toContainText('0,70');

  await question.again.click();
  await question.locked();
  await expect(question.range).toBeFocused();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.reload();
  await question.figure.ready();
  await question.locked();
});

test('keys alone step around the question', async ({ page }) => {
  const question = await Question.open(page);
  await question.range.focus();
  for (const next of [question.field, question.commit, question.anyway]) {
    await page.keyboard.press('Tab');
    await expect(next).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(question.figure.title()).toBeVisible();
  await expect(question.prompt).toBeHidden();
});

test('an address that asks for a state of a figure opens that one, goes to it, and asks about all others', async ({ page }) => {
  const SECOND = '/en/dominant-force/';
  for (const url of [`${SECOND}?backtest.cut=2013`, `${SECOND}#figure-backtest`]) {
    const question = await Question.open(page, url, 'backtest');
    await question.opened('address');
    await expect(question.figure.root).toBeInViewport();
    await expect.poll(() => question.figure.root.evaluate((figure) => Math.abs(figure.getBoundingClientRect().top))).toBeLessThan(2);
    for (const other of ['compute-trend', 'fixed-budget'] as const) await new Question(page, other).locked();
    await page.goto('about:blank'); // another place on the same page would not load it anew
  }
  // Reached by a link of another page, it is the same.
  await page.goto('/en/about/');
  await takenOver(page);
  await followTo(page, `${SECOND}?backtest.cut=2013`);
  const question = new Question(page, 'backtest');
  await question.opened('address');
  await expect.poll(() => question.figure.root.evaluate((figure) => Math.abs(figure.getBoundingClientRect().top))).toBeLessThan(2);
  await new Question(page, 'compute-trend').locked();
});

test('a place after the first question is shown, and the questions stay', async ({ page }) => {
  const question = await Question.open(page, `${SECTION}#map`);
  await expect(page.locator('#map')).toBeInViewport();
  await question.locked();
  await (await Question.open(page, `${SECTION}?height=2&from=mail`)).locked();
  await expect(page.locator('#map')).toBeHidden();
});

test('a stored guess counts on the page as a file too, and goes together with a state in the address', async ({ page }) => {
  await storeGuess(page, '0.7');
  await (await Question.open(page, `${SECTION}index.html`)).opened('guess');
  const question = await Question.open(page, `${SECTION}?pen-drop.object=feather`);
  await question.opened('guess');
  await expect(question.figure.chosenObject()).toHaveValue('feather');
  await expect(question.verdict).toContainText(/0\.70\ss.*pen/);
});

test('without storage a guess counts for as long as the page is open', async ({ page }) => {
  await denyStorage(page);
  const question = await Question.open(page);
  await question.answer();
  await question.opened('guess');
  await expect(question.verdict).toContainText('0.5543');
  await question.again.click();
  await question.locked();
  await question.answer();
  await question.opened('guess');
  await page.goto(SECTION);
  await question.locked();
});

test('coming from another page the rules are the same', async ({ page }) => {
  await page.goto('/en/');
  const enter = page.locator('a[href="/en/pen-drop/"]').filter({ visible: true }).first();
  await enter.click();
  const question = new Question(page);
  await question.figure.ready();
  await question.locked();
  await question.answer();
  await question.opened('guess');
  await page.locator('header a[href="/en/"]').first().click();
  await expect(page).toHaveURL(/\/en\/$/);
  await enter.click();
  await question.figure.ready();
  await question.opened('guess');
});

test('the first drop after a guess is the one that was guessed, whatever was looked at before', async ({ page }) => {
  const question = await Question.open(page);
  await question.anyway.click();
  await question.figure.object('feather').check({ force: true });
  await expect(question.figure.title()).toContainText('feather');
  await question.anyway.click();
  await question.answer();
  await expect(question.verdict).toContainText('0.5543');
  await expect(question.figure.title()).toContainText('pen');
  await expect(question.figure.output('fall_time')).toContainText('0.5543');
});

test('a guess made here opens the page there, and is kept under its name', async ({ page, context }) => {
  const question = await Question.open(page);
  await question.range.fill('0.62');
  await question.answer();
  expect(await stored(page)).toBe('0.62');
  await (await Question.open(await context.newPage())).opened('guess');
  await question.again.click();
  expect(await stored(page)).toBeNull();
});

const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), GUESS);
