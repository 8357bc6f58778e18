import { ENGINE, OPENED, Question, SECTION, expect, test } from '../helpers';

// Words that are explained, and check questions: whichever come first on the page.

const TOLERATED = /against the policy: script-src-elem inline|violates the following directive|was preloaded using link preload but not used/;

test('a word opens its entry where it stands, and closes it', ENGINE, async ({ page }) => {
  await page.goto(OPENED);
  const word = page.locator('a.term').first();
  await expect(word).toHaveRole('button');
  await expect(word).toHaveAttribute('aria-expanded', 'false');
  const entry = await page.locator(`.glossary dd${await word.getAttribute('href')}`).textContent();
  await word.click();
  await expect(word).toHaveAttribute('aria-expanded', 'true');
  const meaning = page.locator('a.term + .meaning');
  await expect(meaning).toHaveText(entry ?? '?');
  await expect(meaning).toBeInViewport();
  await word.press('Space');
  await expect(meaning).toHaveCount(0);
  await expect(word).toHaveAttribute('aria-expanded', 'false');
  await word.press('Enter');
  await expect(meaning).toBeVisible();
  // The address has not gone to the entry.
  expect(new URL(page.url()).hash).toBe('');
});

/** What answers there are to the first check question of a page, and what is said to them. */
const check = (page: import('@playwright/test').Page) => {
  const group = page.locator('fieldset.check').first();
  return { group, answers: group.getByRole('radio'), said: group.locator('[role=status] > div') };
};

test('an answer is explained as soon as it is chosen, and where it is read out; another one may be chosen freely', ENGINE, async ({ page }) => {
  await page.goto(OPENED);
  const { group, answers, said } = check(page);
  await expect(group).toHaveAccessibleName(/\?$/);
  // The region is there before there is anything in it to be read out.
  for (const region of await group.locator('[role=status]').all()) expect(await region.evaluate((element) => getComputedStyle(element).display)).not.toBe('none');
  for (const text of await said.all()) await expect(text).toBeHidden();
  await answers.first().focus();
  await page.keyboard.press('Space');
  await expect(said.nth(0)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(said.nth(0)).toBeHidden();
  await expect(said.nth(1)).toBeVisible();
  await expect(answers.nth(1)).toBeChecked();
  await group.locator('label').first().click();
  await expect(said.nth(0)).toBeVisible();
  await expect(said.nth(1)).toBeHidden();
});

test.describe('without JavaScript', () => {
  // What the head has sent for early is used by nobody then.
  test.use({ javaScriptEnabled: false, tolerated: TOLERATED });

  test('a word leads to its entry, and answers are explained', async ({ page }) => {
    await page.goto(SECTION);
    await new Question(page).anyway.click();
    const { group, said } = check(page);
    await group.locator('label').nth(1).click();
    await expect(said.nth(1)).toBeVisible();
    await expect(said.nth(0)).toBeHidden();
    const word = page.locator('a.term').first();
    const entry = page.locator(`.glossary dd${await word.getAttribute('href')}`);
    await word.click();
    await expect(entry).toBeInViewport();
  });
});
