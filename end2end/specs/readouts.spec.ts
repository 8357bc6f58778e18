import { Figure, OPENED, expect, expectClose, test } from '../helpers';
import { LANGUAGES, OBJECTS, WORLDS } from '../contract';
import { PEN, readouts } from '../physics';

const STATES = [
  ['', {}],
  ['object=ping-pong-ball', OBJECTS['ping-pong-ball']],
  ['object=ping-pong-ball&height=20', { ...OBJECTS['ping-pong-ball'], height: 20 }],
  ['object=feather&height=3', { ...OBJECTS.feather, height: 3 }],
  ['object=coffee-filter&height=4000', { ...OBJECTS['coffee-filter'], height: 4000 }],
  ['object=paper-sheet', OBJECTS['paper-sheet']],
  ['object=steel-ball&world=water', { ...OBJECTS['steel-ball'], ...WORLDS.water }],
  ['world=moon', WORLDS.moon],
  ['world=mars', WORLDS.mars],
  ['world=venus', WORLDS.venus],
  ['world=vacuum&object=feather', { ...WORLDS.vacuum, ...OBJECTS.feather }],
  ['height=0.1&mass=10', { height: 0.1, mass: 10 }],
  ['wind=5', { wind: 5 }],
  ['object=ping-pong-ball&wind=-12&height=4', { ...OBJECTS['ping-pong-ball'], wind: -12, height: 4 }],
  ['object=ping-pong-ball&mass=0.001&wind=20&height=0.1', { ...OBJECTS['ping-pong-ball'], mass: 0.001, wind: 20, height: 0.1 }],
] as const;

for (const language of LANGUAGES) {
  for (const [query, drop] of STATES) {
    test(`${language}: ${query || 'the pen'} reads as computed independently`, async ({ page }) => {
      const figure = await Figure.open(page, `/${language}/figure/pen-drop/?${query}`);
      const expected = readouts({ ...PEN, ...drop });
      await expect(figure.output('fall_time')).toHaveText(/\d/);
      await expect.poll(async () => close(await figure.value('fall_time'), expected.fall_time)).toBe(true);
      const values = await figure.values();
      for (const [name, value] of Object.entries(expected)) {
        if (typeof value === 'number') expectClose(values[name], value, name);
        else expect(values[name], name).toBe(value);
      }
    });
  }

  for (const query of ['world=water', 'gravity=0', 'gravity=0&wind=10', 'fluid_density=1000&volume=0.01&wind=-3']) {
    test(`${language}: with ${query} nothing lands, and the figure says why`, async ({ page }) => {
      const figure = await Figure.open(page, `/${language}/figure/pen-drop/?${query}`);
      const landing = ['fall_time', 'fall_time_vacuum', 'prediction_error', 'impact_speed', 'dominance', 'peak_drag_to_weight', 'drift'];
      for (const name of landing) {
        await expect(figure.output(name), name).toHaveAttribute('data-value', 'null');
        await expect(figure.output(name), name).toHaveText(/\p{Letter}{3}/u);
      }
      await expect(figure.root).toContainText(language === 'en' ? 'no fall time' : 'keine Fallzeit');
      await expect(figure.scrubber()).toHaveJSProperty('max', '10');
    });
  }
}

for (const [query, force] of [['', 'gravity'], ['object=feather', 'none'], ['object=ping-pong-ball&mass=0.001&height=0.1&wind=20', 'wind'], ['world=water', 'buoyancy']]) {
  test(`the dominant force of ${query || 'the pen'} is ${force}`, async ({ page }) => {
    const figure = await Figure.open(page, `/en/figure/pen-drop/?${query}`);
    await expect(figure.output('dominant_force')).toHaveAttribute('data-value', force);
    await expect(figure.output('dominant_force')).toHaveText(force);
  });
}

test('the title states the finding, and changes with it', async ({ page }) => {
  const figure = await Figure.open(page, OPENED);
  const before = await figure.title().textContent();
  await figure.object('feather').check({ force: true });
  await expect(figure.title()).not.toHaveText(before ?? '');
});

const close = (value: unknown, expected: unknown) =>
  typeof value === 'number' && typeof expected === 'number' && Math.abs(value - expected) <= 1e-6 * expected;
