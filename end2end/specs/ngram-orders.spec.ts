import { Figure, alone, expect, test } from '../helpers';

// Numbers and words are tested natively: crates/figures/tests/all/ngram_orders.rs.

/** Verse in three scripts, of some thousand characters. */
const verse = (lines: number) => {
  const all = ['Ὕβρις φυτεύει τύραννον.', '雪とけて村いっぱいの子どもかな。', '🖊️ falls, 🪶 floats.\t\u0001'];
  return Array.from({ length: lines }, (_, line) => all[(line * line) % 7 % 3]).join('\r\n');
};

test('a text of the reader’s is learnt from, refused with a reason and nothing lost, and given back', async ({ page }) => {
  const figure = await Figure.open(page, alone('ngram-orders'));
  const served = await figure.values();
  const place = figure.root.locator('.own-text');
  const [field, use, back, answer] = [place.getByLabel('Your text'), place.getByText('Use this text'), place.getByText('Back to the companion’s text'), place.getByRole('status')];
  const put = (text: string) => field.evaluate((area, value) => void ((area as HTMLTextAreaElement).value = value), text);
  await place.locator('summary').click();
  await expect(back).toBeHidden();
  const note = (await figure.openPanel('link')).getByText('Your text is not in it');
  await expect(note).toBeHidden();

  await field.fill('Too short.');
  await use.click();
  await expect(answer).toHaveText(/too short to learn from: 10 characters\. It takes at least 1000\./);
  const long = 'It falls, and the air holds it.\n'.repeat(70_000);
  // As a paste puts it there; typing two megabytes takes minutes.
  await put(long);
  await use.click();
  await expect(answer).toHaveText(/^That is too long: 2\s240\s000 bytes\. At most 2\s000\s000 /);
  expect(await field.evaluate((area) => (area as HTMLTextAreaElement).value.length)).toBe(long.length);
  expect(await figure.values()).toEqual(served);

  await put(verse(300));
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(figure.title()).toHaveText(/of your text/);
  await figure.ready();
  expect(Number((await figure.values()).bits_per_character)).toBeLessThan(0.5);
  await expect(answer).toHaveText((await figure.title().textContent()) ?? '');
  await expect(figure.root.locator('.source-line')).toHaveText(/^Your text, which stays on this page\./);
  await expect(note).toBeVisible();
  expect(new URL(page.url()).search).toBe('');

  // The other models of it are there at once.
  await figure.control('order').focus();
  await page.keyboard.press('Home');
  await expect(figure.output('best_order')).toHaveText('0');
  await figure.action('reset').click();

  await back.click();
  await expect(use).toBeFocused();
  await expect(note).toBeHidden();
  await expect.poll(() => figure.values()).toEqual(served);
  await expect(field).not.toHaveValue('');
});

test('what is computed here is what is recorded', async ({ page }) => {
  const figure = await Figure.open(page, alone('ngram-orders', 'smoothing=mixed', 'de'));
  const recorded = await figure.values();
  await figure.root.locator('[data-computing=cancel]').click();
  await expect(figure.root.locator('.computing-word')).toHaveText(/^Hier gerechnet/, { timeout: 30_000 });
  for (const [name, value] of Object.entries(await figure.values())) {
    // Other libraries have other last digits of a logarithm.
    if (value === null) expect(value, name).toBe(recorded[name]);
    else expect(Math.abs(Number(value) / Number(recorded[name]) - 1), name).toBeLessThan(1e-9);
  }
});
