import { Figure, FIGURE, OPENED, alone, decades, denyStorage, expect, test } from '../helpers';
import { noteBlobs, saved } from '../files';
import type { Locator, Page } from '@playwright/test';

// What runs are called, how they go through an address, and what pictures and tables make of them is tested natively.

const rows = (figure: Figure) => figure.root.locator('.runs li');
const names = (figure: Figure) => figure.root.locator('.runs li span');
const note = (figure: Figure) => figure.root.locator('.runs-note');
const described = (figure: Figure) => figure.panel('description').locator('p').first();
const letters = (figure: Figure) => figure.picture().locator('text');
const choose = (figure: Figure, object: string) => figure.object(object).check({ force: true });

/** Drags a range by hand from where it is by so many pixels, in steps. */
async function drag(page: Page, range: Locator, pixels: number) {
  await range.scrollIntoViewIfNeeded();
  const box = await range.boundingBox();
  if (!box) throw new Error('no range');
  const at = Number(await range.evaluate((element: HTMLElement) => getComputedStyle(element).getPropertyValue('--at')));
  const [x, y] = [box.x + 12 + at * (box.width - 24), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 4; step += 1) await page.mouse.move(x + (step * pixels) / 4, y);
  await page.mouse.up();
}

test('the run before stays beside the next one, a drag is one run, and the axes say what they become', async ({ page }) => {
  const figure = await Figure.open(page);
  await expect(note(figure)).toHaveText('');
  await choose(figure, 'feather');
  await expect(described(figure)).toContainText(/comparison: Pen: 0\.5543\ss\.$/);
  await expect(letters(figure).filter({ hasText: /^Pen/ })).toHaveCount(1);
  await expect(note(figure)).toHaveText(/^Axis now to 3\ss$/);
  // From choice to choice the one before is the one before.
  await choose(figure, 'steel-ball');
  await expect(described(figure)).toContainText(/comparison: Feather: 2\.639\ss\.$/);
  await expect(note(figure)).toHaveText('');
  // A drag is one run, however many values it goes through.
  const height = figure.control('height');
  await drag(page, height, 40);
  await expect(described(figure)).toContainText(/comparison: 1\.5\sm: 0\.\d+\ss\.$/);
  const reached = await height.getAttribute('aria-valuetext');
  await drag(page, height, 40);
  await expect(described(figure)).toContainText(`comparison: ${reached}`);
  await expect(rows(figure)).toHaveCount(0);
  expect(new URL(page.url()).searchParams.has('keep')).toBe(false);
  await figure.action('reset').click();
  await expect(described(figure)).not.toContainText('comparison');
  // What the address brings is no run of the reader's; it has the start by then.
  await expect.poll(() => new URL(page.url()).searchParams.has('height')).toBe(false);
  await page.evaluate(() => history.pushState(null, '', '?object=feather'));
  await page.goBack();
  await page.goForward();
  await expect(figure.chosenObject()).toHaveValue('feather');
  await expect(described(figure)).not.toContainText('comparison');
});

test('runs are kept in address, link and file, and removed', async ({ page, context, browserName }) => {
  await noteBlobs(page);
  const figure = await Figure.open(page);
  await figure.world().selectOption('moon', { force: true });
  await choose(figure, 'feather');
  await figure.action('keep').click();
  await expect(note(figure)).toHaveText('Kept');
  await expect(page.locator('.announcer').filter({ hasText: 'Kept: ' })).toHaveCount(1);
  await figure.action('keep').click();
  await expect(rows(figure)).toHaveCount(1);
  await figure.world().selectOption('earth', { force: true });
  await choose(figure, 'ping-pong-ball');
  await figure.action('keep').click();
  await choose(figure, 'pen');
  await expect(names(figure)).toHaveText(['Feather, Moon', 'Ping-pong ball, Earth']);
  await expect(rows(figure).first()).toContainText(/1\.360\ss/);
  await expect.poll(() => page.url()).toContain('?keep=object:feather,world:moon;object:ping-pong-ball');

  const { text } = await saved(page, figure, 'csv', browserName);
  const lines = text.slice(1).trim().split('\r\n');
  expect(lines[0]).toMatch(/^"run","time/i);
  for (const name of ['Pen, Earth', 'Feather, Moon', 'Ping-pong ball, Earth']) {
    expect(lines.filter((line) => line.startsWith(`"${name}",`)).length, name).toBeGreaterThan(10);
  }

  const link = await (await figure.openPanel('link')).locator('textarea').inputValue();
  const other = await Figure.open(await context.newPage(), link);
  await expect(names(other)).toHaveText(['Feather, Moon', 'Ping-pong ball, Earth']);
  await expect(letters(other).filter({ hasText: /^(Feather|Ping-pong ball)/ })).toHaveCount(2);

  // The focus goes to the next row, and from the last one to the button.
  const remove = (run: string) => figure.root.getByRole('button', { name: `Remove ${run}` });
  await remove('Feather, Moon').click();
  await expect(names(figure)).toHaveText(['Ping-pong ball']);
  await expect(remove('Ping-pong ball')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(figure)).toHaveCount(0);
  await expect(figure.action('keep')).toBeFocused();
  await expect.poll(() => new URL(page.url()).searchParams.has('keep')).toBe(false);
});

test('on a page of several figures runs are named with their figure, and what is none is said', async ({ page }) => {
  const figure = await Figure.open(page, `${OPENED}&pen-drop.keep=object:feather;moon&flutter.keep=start`);
  await expect(names(figure)).toHaveText(['Feather']);
  await expect(note(figure)).toHaveText('“moon” cannot be kept.');
  await choose(figure, 'steel-ball');
  await expect.poll(() => page.url()).toContain('pen-drop.object=steel-ball');
  expect(page.url()).toContain('pen-drop.keep=object:feather');
});

test('a run that measures something else is kept beside the picture, with its number', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend', 'keep=dataset:gpu-prices'));
  await expect(rows(figure)).toContainText(/×10 every/);
  await expect(rows(figure)).toContainText('Not drawn here: it measures something else');
});

test('a run whose job has ended stays beside the next, and one that a link brings is run when it is asked for', async ({ page, context, browserName }) => {
  await noteBlobs(page);
  const figure = await Figure.open(page, alone('learn-the-drop', 'samples=20&seeds=5'));
  const learnt = (figure: Figure) => expect(figure.output('error_drag')).not.toHaveAttribute('data-value', 'null');
  const label = (figure: Figure) => letters(figure).filter({ hasText: /^20 measurements/ });
  await learnt(figure);
  await figure.action('keep').click();
  await figure.slide('samples', decades(8));
  await expect(names(figure)).toHaveText(['20 measurements']);
  await figure.ready();
  await learnt(figure);
  await expect(rows(figure).locator('b')).toHaveText(/\S/);
  await expect(label(figure)).toHaveCount(1);
  const { text } = await saved(page, figure, 'csv', browserName);
  for (const samples of [8, 20]) expect(text, 'both runs').toContain(`"${samples} measurements",${samples},`);

  const link = await (await figure.openPanel('link')).locator('textarea').inputValue();
  const other = await Figure.open(await context.newPage(), link);
  await learnt(other);
  await expect(rows(other)).toContainText('Not drawn here: it has not been run on this page yet.');
  await expect(label(other)).toHaveCount(0);
  await rows(other).getByRole('button', { name: 'Run it: 20 measurements' }).click();
  await expect(other.control('samples')).toHaveAttribute('aria-valuetext', '20');
  await expect(rows(other).locator('b')).toHaveText(/\S/);
  await expect(rows(other).getByRole('button')).toHaveCount(1);
  // Its row has been written anew meanwhile.
  await expect(rows(other).getByRole('button')).toBeFocused();
  await other.action('reset').click();
  await expect(label(other)).toHaveCount(1);
});

const done = (figure: Figure) => figure.root.locator('.challenge-done');
const MET = 'object=ping-pong-ball&height=4.7';

for (const denied of [false, true]) {
  test(`a challenge is met by the reader's hand alone${denied ? ', where nothing may be stored' : ', and stays so'}`, async ({ page }) => {
    if (denied) await denyStorage(page);
    const figure = await Figure.open(page, alone('pen-drop', MET));
    const said = page.locator('.announcer').filter({ hasText: 'Challenge done.' });
    // The moment is the reader's; the values are the address's.
    await figure.slide(figure.scrubber(), 0.5);
    await expect(page.locator('.announcer').filter({ hasText: 'ping-pong ball' }).first()).toBeAttached();
    await expect(done(figure)).toBeHidden();
    await figure.slide('height', decades(3));
    await figure.slide('height', decades(4.7));
    await expect(done(figure)).toBeVisible();
    await expect(said).toHaveCount(1);
    await figure.action('reset').click();
    await expect(done(figure)).toBeVisible();
    await page.goto(FIGURE);
    await figure.ready();
    await expect(done(figure)).toBeVisible({ visible: !denied });
  });
}
