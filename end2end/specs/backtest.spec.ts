import { Figure, alone, changes, expect, expectReadouts, middle, settled, test } from '../helpers';
import { backtestReadouts, dataset, type Point } from '../trend';
import type { Page } from '@playwright/test';

const open = (page: Page, query = '') => Figure.open(page, alone('backtest', query));

// Numbers and words are held natively: crates/figures/tests/all/independent.rs, said.rs and backtest.rs.

test('what came is hidden until it is revealed, in picture, readouts, table and points', async ({ page, request }) => {
  const all = await dataset(request, 'machines');
  const known = all.filter(({ year }) => year <= 1970);
  // Hidden unless one asks for it.
  const hidden = await open(await page.context().newPage());
  await expect(hidden.toggle('reveal')).not.toBeChecked();
  await page.bringToFront();
  const figure = await open(page, 'reveal=true');
  const panel = await figure.openPanel('table');
  const start = { values: await figure.values(), drawing: await figure.drawing(), title: await figure.title().textContent() };
  await expect(figure.pointRange()).toHaveAttribute('max', String(all.length - 1));
  await expect(panel.locator('tbody tr')).toHaveCount(all.length);

  await figure.toggle('reveal').focus();
  await page.keyboard.press('Space');
  await expect(figure.toggle('reveal')).not.toBeChecked();
  await changes(figure.drawing, start.drawing);
  // What the trend foretells is known before what came.
  for (const [name, value] of Object.entries(await figure.values())) {
    if (name !== 'forecast') expect(value, `${name} is not told yet`).toBeNull();
  }
  await expect(figure.title()).toHaveText(/1970.*\?$/);
  await expect(figure.caveat()).toContainText('Show what happened');
  await expect(figure.pointRange()).toHaveAttribute('max', String(known.length - 1));
  await expect(panel.locator('tbody tr')).toHaveCount(known.length);
  await expect.poll(() => new URL(page.url()).searchParams.get('reveal')).toBeNull();
  expect((await hidden.drawing()) === (await figure.drawing()), 'the same picture').toBe(true);
  await hidden.page.close();

  await page.bringToFront();
  await figure.toggle('reveal').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => figure.values()).toEqual(start.values);
  expect((await figure.drawing()) === start.drawing, 'the same picture as before').toBe(true);
  await expect(figure.title()).toHaveText(start.title ?? '');
});

/** Where years are on the screen: told by the handle at two cuts. */
async function axis(figure: Figure) {
  const at = async (cut: number) => {
    await figure.slide('cut', cut);
    await expect(figure.handle()).toHaveAttribute('aria-valuetext', String(cut));
    await settled(figure.page);
    return middle(figure.handle());
  };
  const [early, late] = [await at(1940), await at(1970)];
  return (year: number) => early.x + ((year - 1940) / 30) * (late.x - early.x);
}

async function expectCut(figure: Figure, all: Point[], cut: number) {
  await expect.poll(() => figure.position('cut')).toBe(cut);
  await expectReadouts(figure, backtestReadouts(all, cut, 10));
}

test('the cut is dragged by its handle, pressed, and moved by keys', async ({ page, request, context }) => {
  const all = await dataset(request, 'machines');
  const figure = await open(page, 'reveal=true');
  const x = await axis(figure);
  await expect(figure.handle()).toHaveCount(1);

  const grip = await middle(figure.handle());
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(x(1965), grip.y - 20, { steps: 3 });
  await page.mouse.move(x(1955), grip.y + 20, { steps: 3 });
  await expectCut(figure, all, 1955); // while it is being dragged
  await page.mouse.up();
  await page.mouse.move(x(1980), grip.y);
  await settled(page);
  await expectCut(figure, all, 1955);

  const picture = await figure.picture().boundingBox();
  if (!picture) throw new Error('there is no picture');
  // In the upper chart, and in the strip below.
  for (const [year, down] of [[1960, 0.3], [1980, 0.85]]) {
    await page.mouse.click(x(year), picture.y + down * picture.height);
    await expectCut(figure, all, year);
  }

  await figure.handle().focus();
  let cut = 1980;
  await expect(figure.handle()).toHaveRole('slider');
  await expect(figure.handle()).toHaveAccessibleName('Stand in the year');
  for (const [key, by] of [['ArrowRight', 1], ['ArrowLeft', -1], ['ArrowUp', 1], ['ArrowDown', -1], ['PageDown', -10], ['PageUp', 10], ['ArrowLeft', -1]] as const) {
    await page.keyboard.press(key);
    cut += by;
    await expect.poll(() => figure.position('cut'), { message: key }).toBe(cut);
    await expect(figure.handle()).toHaveAttribute('aria-valuetext', String(cut));
    await expect(figure.handle()).toHaveAttribute('aria-valuenow', String(cut));
  }
  await expectCut(figure, all, 1979);
  await expect.poll(() => new URL(page.url()).searchParams.get('cut')).toBe('1979');
  const again = await Figure.open(await context.newPage(), page.url());
  expect(await again.values()).toEqual(await figure.values());
  await figure.handle().focus();
  for (const [key, end] of [['End', 2025], ['Home', 1895]] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => figure.position('cut'), { message: key }).toBe(end);
  }
});
