import { ENGINE, FIGURE, Figure, changes, expect, settled, test } from '../helpers';

const open = (page: Figure['page'], query = '') => Figure.open(page, FIGURE + query);
const play = (figure: Figure) => figure.root.locator('button.play');
const time = async (figure: Figure) => Number(await figure.scrubber().inputValue());
const landing = async (figure: Figure) => Number(await figure.value('fall_time'));
const landed = (figure: Figure) => expect.poll(async () => Math.abs((await landing(figure)) - (await time(figure)))).toBeLessThan(1e-3);

test('play runs to the landing, and the figure stays ready', ENGINE, async ({ page }) => {
  const figure = await open(page);
  await figure.slide(figure.scrubber(), 0);
  const start = await figure.drawing();
  await play(figure).click();
  await changes(figure.drawing, start);
  await expect(figure.root).toHaveAttribute('data-state', 'ready');
  await landed(figure);
  await expect(play(figure)).not.toHaveAccessibleName(/pause/i);
});

test('play becomes pause, and pause holds the moment, by pointer and by keyboard', async ({ page }) => {
  const figure = await open(page, '?height=4000');
  await figure.slide(figure.scrubber(), 0);
  await play(figure).click();
  await expect(play(figure)).toHaveAccessibleName('Pause');
  await expect.poll(() => time(figure)).toBeGreaterThan(0.1);
  const before = await figure.value('fall_time');
  await figure.slide('mass', 0);
  await changes(() => figure.value('fall_time'), before); // a slider answers meanwhile
  await play(figure).click();
  await expect(play(figure)).not.toHaveAccessibleName('Pause');
  const held = await time(figure);
  expect(held).toBeLessThan(await landing(figure));
  await settled(page);
  expect(await time(figure)).toBe(held);
  await page.keyboard.press('Space');
  await expect(play(figure)).toHaveAccessibleName('Pause');
  await page.keyboard.press('Enter');
  await expect(play(figure)).not.toHaveAccessibleName('Pause');
});

test('step goes on by a little', async ({ page }) => {
  const figure = await open(page);
  await figure.slide(figure.scrubber(), 0.1);
  const drawing = await figure.drawing();
  await figure.root.locator('button.step').click();
  await expect.poll(() => time(figure)).toBeGreaterThan(0.1);
  expect(await time(figure)).toBeLessThan(0.3);
  await changes(figure.drawing, drawing);
});

test('real time is as fast as life, and slower speeds are offered', async ({ page }) => {
  const figure = await open(page, '?height=4000');
  const speeds = figure.root.locator('select.speed');
  for (const [speed, label] of [[1, '1'], [0.1, '1/10']] as const) {
    await speeds.selectOption({ label });
    await figure.slide(figure.scrubber(), 0);
    await play(figure).click();
    const measured = await figure.scrubber().evaluate(async (scrubber: HTMLInputElement) => {
      const frame = () => new Promise<number>(requestAnimationFrame);
      const read = () => Number(scrubber.value);
      while (read() === 0) await frame();
      const [begin, from] = [performance.now(), read()];
      while (performance.now() - begin < 600) await frame();
      return (read() - from) / ((performance.now() - begin) / 1000);
    });
    expect(measured / speed).toBeGreaterThan(0.7);
    expect(measured / speed).toBeLessThan(1.3);
    await play(figure).click();
  }
});

test('the scrubber moves the picture, by pointer and by keyboard, and says its time', ENGINE, async ({ page }) => {
  const figure = await open(page);
  await figure.slide(figure.scrubber(), 0.2);
  const drawing = await figure.drawing();
  await figure.slide(figure.scrubber(), 0.4);
  await changes(figure.drawing, drawing);
  const later = await figure.drawing();
  await figure.scrubber().focus();
  await page.keyboard.press('Home');
  await changes(figure.drawing, later);
  expect(await time(figure)).toBe(0);
  await page.keyboard.press('End');
  await landed(figure);
  await expect(figure.scrubber()).toHaveAttribute('aria-valuetext', /\d\s?(m|µ)?s/);
});

test('the scrubber reaches to the landing, wherever that moves', async ({ page }) => {
  const figure = await open(page);
  for (const height of [10, 1000]) {
    await figure.slide('height', Math.log10(height));
    await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt((2 * height) / 9.80665), 9);
    await expect.poll(async () => Number(await figure.scrubber().getAttribute('max'))).toBeGreaterThanOrEqual(await landing(figure));
    await figure.scrubber().focus();
    await page.keyboard.press('End');
    await landed(figure);
  }
});
