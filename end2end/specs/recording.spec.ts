import { Figure, alone, expect, test } from '../helpers';

// What is recorded is held to the jobs natively: crates/figures/tests/all/recordings.rs.

test('what is recorded says so, is made anew on request, and can be had back', async ({ page }) => {
  const figure = await Figure.open(page, alone('learn-the-drop'));
  const [word, button] = [figure.root.locator('.computing-word'), figure.root.locator('[data-computing=cancel]')];
  await expect(word).toHaveText(/^Recorded on \d{4}-\d\d-\d\d; /);
  await button.click();
  await expect(word).toHaveText(/^Computed here in /, { timeout: 30_000 });
  await figure.ready();
  await expect(figure.output('error_drag')).not.toHaveAttribute('data-value', 'null');
  await button.click();
  await expect(word).toHaveText(/^Recorded on /);
});

test('what takes long is asked first', async ({ page }) => {
  const figure = await Figure.open(page, alone('search-vs-knowledge', 'compute=1000000&games=1000'));
  await figure.ready();
  await expect(figure.root.locator('.computing-word')).toHaveText(/^This takes about \d+\smin here\.$/);
  await figure.root.locator('[data-computing=cancel]').click();
  await figure.running();
});
