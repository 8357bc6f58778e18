import { ENGINE, Figure, alone, changes, decades, expect, test } from '../helpers';

// That each control moves its figure is seen in figures.spec.ts; bounds, presets and labels are tested natively.

test('the zero stop lies one step below the least value and means zero, and assistive technology hears value and unit', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page);
  await figure.unfold();
  await expect(figure.control('height')).toHaveAttribute('aria-valuetext', /^1\.5\sm$/);
  for (const [name, least] of [['fluid_density', '0.001'], ['volume', '0.01']]) {
    await figure.control(name).focus();
    await page.keyboard.press('Home');
    await expect(figure.control(name)).toHaveAttribute('aria-valuetext', /^0\s|^0$/);
    await page.keyboard.press('ArrowRight');
    await expect(figure.control(name)).toHaveAttribute('aria-valuetext', new RegExp(`^${least.replace('.', '\\.')}\\s`));
    await page.keyboard.press('ArrowLeft');
    await expect(figure.control(name)).toHaveAttribute('aria-valuetext', /^0\s|^0$/);
  }
  const values = await figure.values();
  expect(values.fall_time).toBe(values.fall_time_vacuum);
  expect(values.terminal_velocity).toBeNull();
});

test('a preset moved by hand reads custom, and keeps the rest of what it filled', async ({ page }) => {
  const figure = await Figure.open(page, '/en/figure/pen-drop/?object=feather&world=mars');
  await figure.slide('mass', decades(0.01));
  await expect(figure.chosenObject()).toHaveValue('custom');
  expect(await figure.position('area'), 'the feather\'s').toBeCloseTo(decades(20e-4), 6);
  await expect(figure.world()).toHaveValue('mars');
  await figure.slide('gravity', 12);
  await expect(figure.world()).toHaveValue('custom');
  expect(await figure.position('fluid_density'), 'that of Mars').toBeCloseTo(decades(0.02), 6);
});

test('objects and worlds answer the keyboard', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page);
  await figure.unfold();
  const fallTime = () => figure.value('fall_time');
  const start = await fallTime();
  await figure.object('pen').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.chosenObject()).toHaveValue('ping-pong-ball');
  await changes(fallTime, start);
  const next = await fallTime();
  await figure.world().focus();
  await page.keyboard.press('ArrowDown');
  await expect(figure.world()).toHaveValue('moon');
  await changes(fallTime, next);
});

test('a number is typed beside the slider as each language writes it, and what is none is refused politely', ENGINE, async ({ page }) => {
  const shows = (figure: Figure, height: number) => expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt((2 * height) / 9.80665), 9);
  const german = await Figure.open(page, '/de/figure/pen-drop/?height=3');
  await german.enter('Höhe in m', '2,5');
  await shows(german, 2.5);
  await expect(german.notices()).toHaveCount(0);
  const figure = await Figure.open(page);
  await figure.enter('Height, in m', '2.5e1');
  await shows(figure, 25);
  const [shown, before] = [await figure.field('Height, in m').inputValue(), await figure.values()];
  for (const text of ['abc', '1e999', '5 km']) {
    await figure.enter('Height, in m', text);
    await expect(figure.notices()).toHaveText(new RegExp(`“${text}” is not a number between 0\\.1 and 4000\\sm; 25\\sm is shown\\.`));
    await expect(figure.field('Height, in m')).toHaveValue(shown);
    expect(await figure.values()).toEqual(before);
  }
  // A number out of range becomes the nearest bound.
  await figure.enter('Height, in m', '-1');
  await shows(figure, 0.1);
  await expect(figure.notices()).toHaveCount(1);
});

test('what a field shows can be changed in place; one that is emptied shows again what it did, and says nothing', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page, alone('fixed-budget', 'budget=5e7'));
  const field = figure.field('Budget, in $');
  await expect(field).toHaveValue(/^5\s×\s10⁷$/);
  await figure.enter('Budget, in $', (await field.inputValue()).replace('5', '6'));
  await expect(page).toHaveURL(/budget=6e7/);
  // The field shows how the number was read.
  for (const [text, shown] of [['1,500', /^1500$/], ['$2.5 million', /^2\s500\s000$/], ['', /^2\s500\s000$/]] as const) {
    await figure.enter('Budget, in $', text);
    await expect(field).toHaveValue(shown);
  }
  await expect(figure.notices()).toHaveCount(0);
  await expect.poll(() => figure.position('budget')).toBeCloseTo(decades(2.5e6), 9);
});

test('reset brings back the start', async ({ page }) => {
  const figure = await Figure.open(page);
  const start = await figure.values();
  await figure.slide('height', decades(100));
  await figure.object('feather').check({ force: true });
  await changes(() => figure.values(), start);
  await figure.action('reset').click();
  await expect.poll(() => figure.values()).toEqual(start);
  await expect(figure.chosenObject()).toHaveValue('pen');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

for (const [what, find] of [
  ['slider', (figure: Figure) => figure.control('from')],
  ['handle in the picture', (figure: Figure) => figure.handle().first()],
] as const) {
  test(`no key is lost where several are pressed within a frame: ${what}`, async ({ page }) => {
    const figure = await Figure.open(page, alone('compute-trend'));
    await find(figure).evaluate((element) => {
      for (let press = 0; press < 7; press += 1) element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    });
    await expect.poll(() => figure.position('from')).toBe(1907);
  });
}

test('a panel that opens is in view, on a desk and on a phone', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend'));
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(viewport);
    for (const name of ['link', 'about', 'table']) {
      await figure.root.locator('.toolbar').scrollIntoViewIfNeeded();
      const panel = await figure.openPanel(name);
      const heading = panel.locator(':scope > *').first();
      await expect(heading).toBeInViewport();
      // Not under the picture either, which stays on a phone.
      const clear = () => heading.evaluate((element) => {
        const { left, top } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + 4, top + 4));
      });
      await expect.poll(clear).toBe(true);
    }
  }
});
