import { Figure, alone, expect, test } from '../helpers';

// Numbers, words and the table are held natively: crates/figures/tests/all/independent.rs, said.rs and ensemble.rs.
test('drops come in whole numbers, from the address, the slider and the field', async ({ page }) => {
  const figure = await Figure.open(page, alone('ensemble', 'drops=12.5'));
  await expect(figure.notices()).toContainText('13');
  await expect(figure.field('Drops, as a number')).toHaveValue('13');
  await figure.slide('drops', 2.345);
  await expect(figure.control('drops')).toHaveAttribute('aria-valuetext', '221');
  await expect(figure.notices()).toHaveCount(0);
  await figure.enter('Drops, as a number', '50.4');
  await expect(figure.notices()).toContainText('50');
  await expect(figure.control('drops')).toHaveAttribute('aria-valuetext', '50');
});
