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

test('what is computed here is timed here, whoever computes', async ({ page }) => {
  const query = 'compute=256&seed=3&axis=time';
  const timed = async () => {
    const figure = await Figure.open(page, alone(ID, query));
    await figure.ready();
    await expect(figure.output('rollouts_per_s')).toHaveAttribute('data-measured', '');
    const read = await figure.output('rollouts_per_s').getAttribute('data-value');
    expect(Number(read), 'in a debug build too').toBeGreaterThan(100);
    await expect(figure.picture().locator('text').filter({ hasText: 'time per move, measured on this device' }).first()).toBeVisible();
  };
  await timed();
  expect(page.workers().length).toBeGreaterThan(0);
  await page.addInitScript(() => Object.assign(window, { Worker: class { constructor() { throw new DOMException('refused', 'SecurityError'); } } }));
  await timed();
  expect(page.workers()).toHaveLength(0);
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
