import { Figure, Question, SECTION, alone, expect, holdProgram, takenOver, test } from '../helpers';

// Nobody waits without being told what for, and nobody waits for ever.

const LIMIT = 30_000;

test('a page that does not come is announced, given up, and asked for again', async ({ page }) => {
  await page.clock.install();
  await page.goto('/en/');
  await takenOver(page);
  await holdProgram(page, '**/en/about/');
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  const waiting = page.locator('.page-waiting');
  await page.locator('footer a[href="/en/about/"]').click();
  await page.clock.runFor(200);
  await expect(waiting).toBeHidden();
  await page.clock.runFor(200);
  await expect(waiting).toBeVisible();
  await expect(waiting).toHaveText('Loading the page …');
  await page.clock.runFor(LIMIT);
  await expect(waiting).toBeHidden();
  await expect(page.locator('.failure').first()).toBeVisible();
  await expect(page).toHaveURL(/\/en\/$/);
  await page.unroute('**/en/about/');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page).toHaveURL(/about/);
  await expect(waiting).toBeHidden();
});

test('who stays after all does not wait any more', async ({ page }) => {
  await page.goto('/en/');
  await takenOver(page);
  await holdProgram(page, '**/en/about/');
  await page.locator('footer a[href="/en/about/"]').click();
  await expect(page.locator('.page-waiting')).toBeVisible();
  await page.locator('.brand').click();
  await expect(page.locator('.page-waiting')).toBeHidden();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('controls that cannot be used yet say why, and after a while that they cannot be had', async ({ page }) => {
  test.slow();
  await page.clock.install();
  const release = await holdProgram(page);
  await page.goto(SECTION);
  const question = new Question(page);
  const why = question.root.locator('.question .waiting');
  await expect(question.range).toBeDisabled();
  await expect(why).toHaveText('The controls are still loading …');
  await expect(why.locator('span')).toBeVisible();
  await page.clock.runFor(LIMIT);
  const failed = page.locator('.program-failed');
  await expect(failed).toBeVisible();
  await expect(why.locator('span')).toBeHidden();
  await expect(failed.getByRole('button', { name: 'Try again' })).toBeVisible();
  release();
  await question.figure.ready();
  await expect(failed, 'it has come after all').toBeHidden();
  await expect(question.range).toBeEnabled();
});

test('a question waits for its own figure, and a figure that does not come can be tried again', async ({ page }) => {
  await page.clock.install();
  const release = await holdProgram(page, /split_data.*\.wasm$/);
  await page.goto('/en/dominant-force/');
  const question = new Question(page, 'compute-trend');
  await expect(question.root.locator('.question .waiting span')).toBeVisible();
  await expect(question.range).toBeDisabled();
  await page.goto(alone('compute-trend', '', 'de'));
  const figure = new Figure(page, 'compute-trend');
  await expect(figure.root.locator('> .waiting span').first()).toBeVisible();
  await expect(figure.control('from')).toBeDisabled();
  await expect.poll(async () => {
    await page.clock.runFor(LIMIT);
    return figure.root.getAttribute('data-state');
  }).toBe('error');
  await expect(figure.caveat()).toContainText('Programm');
  release();
  await figure.caveat().getByRole('button').click();
  await figure.ready();
  await expect(figure.control('from')).toBeEnabled();
  await expect(figure.root.locator('> .waiting span').first()).toBeHidden();
});

test.describe('the rest of a figure', () => {
  test.use({ tolerated: /404/ }); // the browser tells of what does not come

  test('comes after it answers, and can be tried again where it does not come', async ({ page, context }) => {
    const rest = /split_deferred.*\.wasm$/;
    let refuse = () => {};
    const refused = new Promise<void>((done) => (refuse = done));
    await context.route(rest, async (route) => {
      await refused;
      await route.fulfill({ status: 404 });
    });
    await page.goto(alone('pen-drop'));
    const figure = new Figure(page, 'pen-drop');
    const slider = figure.control('height');
    await expect(slider).toBeEnabled();
    const before = await figure.values();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => figure.values()).not.toEqual(before);
    const moved = await figure.values();
    await expect(figure.action('fullscreen')).toBeDisabled();
    await expect(figure.root).toHaveAttribute('data-state', 'static');

    refuse();
    await expect(figure.root).toHaveAttribute('data-state', 'error');
    await expect(slider, 'what answers goes on to').toBeEnabled();
    await context.unroute(rest);
    await figure.caveat().getByRole('button').click();
    await figure.ready();
    await expect(figure.action('fullscreen')).toBeEnabled();
    expect(await figure.values()).toEqual(moved);
  });
});
