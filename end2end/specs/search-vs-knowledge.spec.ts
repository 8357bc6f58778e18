import { sectionOf } from '../contract';
import { Figure, Question, alone, expect, test } from '../helpers';

// Numbers, words and pictures are held natively: crates/figures/tests/all/search_vs_knowledge.rs.

const ID = 'search-vs-knowledge';

test('a game goes by moves: one a second, one a step, one a key', async ({ page }) => {
  const figure = await Figure.open(page, alone(ID, 'time=3'));
  await expect(figure.root.locator('select.speed option:checked')).toHaveText('1');
  const step = figure.root.locator('.transport .step');
  await step.click();
  await expect(figure.scrubber()).toHaveValue('4');
  await figure.scrubber().focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.scrubber()).toHaveValue('5');
  await page.keyboard.press('End');
  await expect(figure.picture().locator('text').filter({ hasText: 'Pure search wins' })).toBeVisible();
  // From the end it begins anew.
  await step.click();
  await expect(figure.scrubber()).toHaveValue('0');
});

test('what is recorded is there at once; anything else is computed, and streams', async ({ page }) => {
  const figure = await Figure.open(page, alone(ID, 'compute=1024'));
  await expect(figure.root).toHaveAttribute('data-state', 'ready');
  await expect(figure.output('win_rate')).not.toHaveAttribute('data-value', 'null');
  const other = await Figure.open(page, alone(ID, 'compute=256&games=4&positions=10&seed=3'));
  await expect(other.root).toHaveAttribute('data-state', 'ready');
  await expect(other.output('optimal_pure')).not.toHaveAttribute('data-value', 'null');
});

test('a guess is answered at once: a game need not be watched first', async ({ page }) => {
  const question = await Question.open(page, `/en/${sectionOf(ID)}/`, ID);
  await question.range.focus();
  await page.keyboard.press('End');
  await expect(question.range).toHaveAttribute('aria-valuetext', 'never');
  await question.commit.click();
  await expect(question.verdict).toHaveText(/You said never. It does/);
  await expect(question.figure.play()).not.toHaveAccessibleName('Pause');
});
