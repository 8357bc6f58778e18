import { Figure, alone, changes, expect, test } from '../helpers';
import type { Page } from '@playwright/test';

const open = (page: Page, query: string) => Figure.open(page, alone('flutter', query));

// Numbers and words are held natively: crates/figures/tests/all/independent.rs, said.rs and flutter.rs.

test('it plays to its end, at first ten units of time in a second, without seconds', async ({ page }) => {
  const figure = await open(page, 'duration=10');
  await expect(figure.root.locator('select.speed option:checked')).toHaveText('10');
  await figure.slide(figure.scrubber(), 2);
  await expect(figure.scrubber()).toHaveAttribute('aria-valuetext', '2');
  const drawing = await figure.drawing();
  await figure.play().click();
  await changes(figure.drawing, drawing);
  await expect.poll(async () => Number(await figure.scrubber().inputValue())).toBe(10);
  await expect(figure.play()).not.toHaveAccessibleName('Pause');
  await expect(figure.root).toHaveAttribute('data-state', 'ready');
});

test('the address says where the animation is', async ({ page, context }) => {
  const figure = await open(page, 'time=50');
  await expect(figure.scrubber()).toHaveValue('50');
  await figure.scrubber().focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).not.toContain('time=50');
  const again = await Figure.open(await context.newPage(), page.url());
  await expect(again.scrubber()).toHaveValue(await figure.scrubber().inputValue());
  expect((await again.drawing()) === (await figure.drawing()), 'the same picture').toBe(true);
});
