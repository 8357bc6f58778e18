import { Figure, alone, expect, followTo, middle, test } from '../helpers';

// Numbers, words and pictures are held natively: crates/figures/tests/all/structure_vs_scale.rs.

const ID = 'structure-vs-scale';
const SMALL = 'noise=0.1&compute=1e7&seeds=1';

test('learners train here to their end, on as many workers as there are, and are timed', async ({ page }) => {
  const figure = await Figure.open(page, alone(ID, `${SMALL}&axis=time`));
  await figure.ready();
  // What is learnt natively, to the last picture.
  for (const [name, told] of Object.entries({ accuracy_hand: 2122, accuracy_cnn: 563, accuracy_mlp: 874 })) {
    expect(Math.round(3000 * Number(await figure.output(name).getAttribute('data-value'))), name).toBe(told);
  }
  await expect(figure.output('flop_per_s')).toHaveAttribute('data-measured', '');
  expect(Number(await figure.output('flop_per_s').getAttribute('data-value')), 'in a debug build too').toBeGreaterThan(1e5);
  await expect(figure.picture().locator('text').filter({ hasText: 'time on one core' }).first()).toBeVisible();
  // Less of what is recorded is there at once.
  const recorded = await Figure.open(page, alone(ID, 'compute=1e9&pictures=crowded'));
  await expect(recorded.root).toHaveAttribute('data-state', 'ready');
  await expect(recorded.output('accuracy_cnn')).not.toHaveAttribute('data-value', 'null');
});

test('training is paused, goes on, and is cancelled; what has been learnt stays', async ({ page }) => {
  const figure = await Figure.open(page, alone(ID, 'noise=0.1&compute=1e11&seeds=5'));
  const [pause, cancel] = ['pause', 'cancel'].map((name) => figure.root.locator(`[data-computing=${name}]`));
  // So much is asked first.
  await cancel.click();
  await figure.running();
  await expect(figure.title()).toHaveText(/^So far, with /, { timeout: 60_000 });
  await pause.click();
  await expect(figure.root.locator('.computing-word')).toHaveText('Paused');
  await pause.click();
  await expect(figure.root.locator('.computing-word')).toHaveText('Computing');
  await cancel.click();
  await expect(figure.root.locator('.computing-word')).toHaveText(/^Stopped at /);
  await expect(figure.title()).toHaveText(/^So far, with /);
  await expect(figure.output('accuracy_cnn')).toHaveAttribute('data-value', 'null');
});

test('training that is under way is left for good: what comes back is the question, not half a result', async ({ page }) => {
  const figure = await Figure.open(page, alone(ID, 'compute=1e11&seeds=5'));
  const word = figure.root.locator('.computing-word');
  await figure.slide('noise', 0.1);
  await expect(page).toHaveURL(/noise=0\.1&/);
  const address = page.url();
  /** Trains until something is known, and asks what has been drawn: the page is left before anybody has answered. */
  const train = async () => {
    await expect(word).toHaveText(/^This takes about /);
    await expect(figure.title()).toHaveText('Three learners are to tell six shapes apart');
    await figure.cancel().click();
    await figure.running();
    await expect(figure.title()).toHaveText(/^So far, with /, { timeout: 60_000 });
    const pad = figure.root.locator('.pad');
    if (!(await pad.isVisible())) await figure.root.locator('.drawing > summary').click();
    const { x, y } = await middle(pad);
    await page.mouse.click(x, y);
  };
  const asksAgain = async () => {
    await figure.ready();
    expect(page.url()).toBe(address);
    expect(await figure.position('noise')).toBe(0.1);
    for (const [name, value] of Object.entries(await figure.values())) expect(value, name).toBeNull();
    expect(page.workers()).toHaveLength(0);
  };
  await train();
  await page.reload();
  await asksAgain();
  await train();
  await followTo(page, '/en/about/');
  await expect(page).toHaveURL(/about/);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.goBack();
  await asksAgain();
  // And it can be had.
  await train();
  expect(page.workers().length).toBeGreaterThan(1);
});
