import { Figure, alone, changes, decades, expect, test } from '../helpers';
import { FIGURES, OBJECTS, WORLDS } from '../contract';

const QUANTITIES = FIGURES['pen-drop'].quantities;

/** Which readout each slider is known to move, and a position far from its start. */
const EFFECTS = {
  gravity: ['fall_time', 20],
  height: ['fall_time', decades(30)],
  mass: ['fall_time', decades(1e-3)],
  fluid_density: ['fall_time', decades(40)],
  area: ['fall_time', decades(0.01)],
  drag_coefficient: ['fall_time', 2],
  volume: ['fall_time', decades(1e-4)],
  wind: ['drift', -15],
} as const;

for (const [name, [readout, far]] of Object.entries(EFFECTS)) {
  test(`${name} moves ${readout} and the picture, by keyboard and by pointer`, async ({ page }) => {
    const figure = await Figure.open(page);
    await figure.unfold();
    const start = await figure.value(readout);
    await figure.control(name).focus();
    await page.keyboard.press('ArrowRight');
    await changes(() => figure.value(readout), start);
    const [next, drawing] = [await figure.value(readout), await figure.drawing()];
    await figure.slide(name, far);
    await changes(() => figure.value(readout), next);
    await changes(figure.drawing, drawing);
  });
}

test('ranges hold SI values, or their logarithms, within the declared bounds', async ({ page }) => {
  const figure = await Figure.open(page);
  for (const [name, { least, most, start, log, zero }] of Object.entries(QUANTITIES)) {
    const [min, max, step] = await Promise.all(
      ['min', 'max', 'step'].map(async (attribute) => (await figure.control(name).getAttribute(attribute)) ?? ''),
    );
    const along = (value: number) => (log ? decades(value) : value);
    const snap = step === 'any' ? 1e-6 : Number(step) / 2 + 1e-9;
    expect(Math.abs((await figure.position(name)) - along(start)), `${name} starts at ${start}`).toBeLessThanOrEqual(snap);
    expect(Number(max), `${name}: max`).toBeCloseTo(along(most), 6);
    if (zero) expect(Number(min), `${name}: the zero stop`).toBeLessThan(along(least));
    else expect(Number(min), `${name}: min`).toBeCloseTo(along(least), 6);
  }
});

test('the zero stop lies one step below the least value and means zero', async ({ page }) => {
  const figure = await Figure.open(page);
  await figure.unfold();
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

test('each object fills mass, area, drag coefficient and volume', async ({ page }) => {
  const figure = await Figure.open(page);
  for (const [object, fills] of Object.entries(OBJECTS).reverse()) {
    await figure.object(object).check({ force: true });
    for (const [name, value] of Object.entries(fills)) await expectPosition(figure, name, value);
  }
});

test('each world fills gravity and fluid density', async ({ page }) => {
  const figure = await Figure.open(page);
  await figure.unfold();
  for (const [world, fills] of Object.entries(WORLDS).reverse()) {
    await figure.world().selectOption(world);
    for (const [name, value] of Object.entries(fills)) await expectPosition(figure, name, value);
  }
});

test('a preset moved by hand reads custom, and keeps the rest of what it filled', async ({ page }) => {
  const figure = await Figure.open(page, '/en/figure/pen-drop/?object=feather&world=mars');
  await figure.slide('mass', decades(0.01));
  await expect(figure.chosenObject()).toHaveValue('custom');
  await expectPosition(figure, 'area', OBJECTS.feather.area);
  await expect(figure.world()).toHaveValue('mars');
  await figure.slide('gravity', 12);
  await expect(figure.world()).toHaveValue('custom');
  await expectPosition(figure, 'fluid_density', WORLDS.mars.fluid_density);
});

test('objects and worlds answer the keyboard', async ({ page }) => {
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

test('assistive technology hears value and unit', async ({ page }) => {
  const english = await Figure.open(page);
  await expect(english.control('height')).toHaveAttribute('aria-valuetext', /^1\.5\sm$/);
  await expect(english.control('mass')).toHaveAttribute('aria-valuetext', /^5\.8\sg$/);
  const german = await Figure.open(page, '/de/figure/pen-drop/');
  await expect(german.control('height')).toHaveAttribute('aria-valuetext', /^1,5\sm$/);
  await german.unfold();
  for (const control of await german.root.locator('input[type=range]').all()) {
    await expect(control).toHaveAccessibleName(/\S/);
    await expect(control).toHaveAttribute('aria-valuetext', /\d/);
  }
});

const TYPED = [
  ['/en/', 'Height, in m', '2', 2],
  ['/en/', 'Height, in m', '1.5e0', 1.5],
  ['/en/', 'Height, in m', '2.5e1', 25],
  ['/de/', 'Höhe in m', '2,5', 2.5],
  ['/de/', 'Höhe in m', '2.5', 2.5],
] as const;
for (const [language, name, text, height] of TYPED) {
  test(`${text} typed beside the slider in ${language} is ${height} m`, async ({ page }) => {
    const figure = await Figure.open(page, `${language}figure/pen-drop/?height=3`);
    await figure.enter(name, text);
    await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt((2 * height) / 9.80665), 9);
    await expect(figure.notices()).toHaveCount(0);
  });
}

for (const text of ['abc', '1e999', '-1', '']) {
  test(`"${text}" typed beside the slider is refused politely`, async ({ page }) => {
    const figure = await Figure.open(page);
    const [shown, before] = [await figure.field('Height, in m').inputValue(), await figure.values()];
    await figure.enter('Height, in m', text);
    if (text === '-1') {
      // A number out of range becomes the nearest bound.
      await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(0.2 / 9.80665), 9);
    } else {
      await expect(figure.field('Height, in m')).toHaveValue(shown);
      expect(await figure.values()).toEqual(before);
    }
    await expect(figure.notices()).toHaveCount(1);
  });
}

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

async function expectPosition(figure: Figure, name: string, value: number) {
  const { log, zero } = QUANTITIES[name];
  const step = (await figure.control(name).getAttribute('step')) ?? '1';
  const tolerance = step === 'any' ? 1e-6 : Number(step) / 2 + 1e-9;
  const least = Number(await figure.control(name).getAttribute('min'));
  const position = zero && value === 0 ? least : log ? decades(value) : value;
  await expect
    .poll(async () => Math.abs((await figure.position(name)) - position), { message: `${name} is ${value}` })
    .toBeLessThanOrEqual(tolerance);
}

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

for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
  test(`a panel that opens is in view at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const figure = await Figure.open(page, alone('compute-trend'));
    for (const name of ['link', 'about', 'table']) {
      await figure.action(name).scrollIntoViewIfNeeded();
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
  });
}
