import { Figure, alone, expect, finger, test } from '../helpers';
import type { Locator, Page } from '@playwright/test';

// A pad to draw on, and learners that say what they see. What the brush leaves, and words, are held natively: src/parts/drawing.

// The test reads the canvas more often than any page does.
test.use({ tolerated: /willReadFrequently/ });

const SHORT = alone('structure-vs-scale', 'noise=0.2&compute=3e7&seeds=1');

async function open(page: Page, url = SHORT) {
  const figure = await Figure.open(page, url);
  const pad = figure.root.locator('.pad');
  await figure.root.locator('.drawing > summary').click();
  return { figure, pad, judges: figure.root.locator('.judges'), verdicts: figure.root.locator('.judge-said') };
}

/** How bright cells are, from 0 to 255, row by row. */
const cells = (pad: Locator) =>
  pad.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
    return Array.from({ length: width * height }, (_, place) => data[4 * place]);
  });
const bright = async (pad: Locator) => (await cells(pad)).filter((cell) => cell > 128).length;

/** Presses at a cell, and goes through others. */
async function draw(page: Page, pad: Locator, [first, ...others]: [number, number][]) {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no pad');
  const to = ([column, row]: [number, number]) => [box.x + ((column + 0.5) / 16) * box.width, box.y + ((row + 0.5) / 16) * box.height] as const;
  await page.mouse.move(...to(first));
  await page.mouse.down();
  for (const cell of others) await page.mouse.move(...to(cell));
  await page.mouse.up();
}

test('what is drawn is shown to all learners, and each says what it sees', async ({ page }) => {
  const { figure, pad, judges, verdicts } = await open(page);
  await figure.ready();
  await expect(judges).toBeVisible();
  await expect(verdicts).toHaveText(['–', '–', '–']);
  await draw(page, pad, [[4, 8], [12, 8], [8, 8], [8, 4], [8, 12]]);
  const lit = await bright(pad);
  expect(lit).toBeGreaterThan(10);
  const words = /^(disc|square|triangle|ring|plus|star) \d+\s%$/;
  await expect(verdicts).toHaveText([words, words, words]);
  for (const judge of await figure.root.locator('.judge').all()) {
    const shares = await judge.locator('li').evaluateAll((all) => all.map((one) => Number((one as HTMLElement).style.getPropertyValue('--share'))));
    expect(shares).toHaveLength(6);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
  }
  await figure.root.getByRole('button', { name: 'Clear' }).click();
  expect(await bright(pad)).toBe(0);
  await expect(verdicts).toHaveText(['–', '–', '–']);
  await figure.root.getByRole('button', { name: 'Undo' }).click();
  expect(await bright(pad)).toBe(lit);
  await expect(verdicts).toHaveText([words, words, words]);
});

test('keys draw cell by cell, and say where they are', async ({ page }) => {
  const { pad } = await open(page);
  const said = page.locator('.announcer');
  await pad.focus();
  await pad.press('ArrowUp');
  await expect(said).toHaveText('row 8, column 9, dark');
  await pad.press('Space');
  await expect(said).toHaveText('row 8, column 9, bright');
  expect((await cells(pad)).flatMap((cell, place) => (cell ? [place] : []))).toEqual([7 * 16 + 8]);
  await pad.press('Space');
  expect(await bright(pad)).toBe(0);
});

test('where the training is recorded nobody can be asked before it is done here, and while it is, they answer', async ({ page }) => {
  const { figure, pad, judges, verdicts } = await open(page, alone('structure-vs-scale'));
  await expect(judges).toBeHidden();
  await draw(page, pad, [[5, 5], [10, 5], [10, 10], [5, 10], [5, 5]]);
  await figure.root.locator('[data-drawing=train]').click();
  await figure.running();
  await expect(verdicts).not.toHaveText(['–', '–', '–']);
  await expect(figure.root).toHaveAttribute('data-state', 'running');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a finger draws, up and down too, and the page stays where it is; what the browser takes away is not drawn', async ({ page }) => {
    const { figure, pad, verdicts } = await open(page);
    await figure.ready();
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const { x, y, width } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    const at = (column: number, row: number) => ({ x: x + ((column + 0.5) / 16) * width, y: y + ((row + 0.5) / 16) * width });
    const scrolled = await page.evaluate(() => scrollY);
    expect(scrolled, 'it could be scrolled up and down').toBeGreaterThan(width);
    const touch = await finger(page);
    await touch.press(at(8, 14));
    for (const row of [12, 9, 6, 3, 1]) await touch.move(at(8, row));
    await touch.lift();
    await touch.press(at(3, 8));
    for (const column of [5, 8, 12]) await touch.move(at(column, 8));
    await touch.lift();
    const lit = (await cells(pad)).map((cell) => cell === 255);
    const along = (place: (step: number) => number, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => lit[place(from + step)]);
    expect(along((row) => 16 * row + 8, 1, 14), 'upwards').not.toContain(false);
    expect(along((column) => 16 * 8 + column, 3, 12), 'across').not.toContain(false);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    const words = /^(disc|square|triangle|ring|plus|star) \d+\s%$/;
    await expect(verdicts).toHaveText([words, words, words]);

    const drawn = await cells(pad);
    await touch.press(at(2, 2));
    await touch.move(at(5, 2));
    expect(await cells(pad)).not.toEqual(drawn);
    await touch.cancel();
    await expect.poll(() => cells(pad)).toEqual(drawn);
  });
});
