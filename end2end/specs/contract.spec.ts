import { Figure, decades, expect, opened, test } from '../helpers';
import { FIGURES, SECTIONS, SLUGS, choicesOf } from '../contract';

// What the files hold, the code declares and the contract says is compared natively (src/parts/tests.rs and
// src/prerender/tests/contract.rs). Here the program has taken the page over, and it is still so.
for (const section of SLUGS) {
  test(`the controls of ${section} answer and stand at the start, and each readout is there with its unit`, async ({ page }) => {
    await page.goto(opened('en', section));
    for (const id of SECTIONS[section].figures) {
      const figure = new Figure(page, id);
      const { quantities, toggles, readouts } = FIGURES[id];
      await figure.ready();
      const found = await figure.root.evaluate((root) => {
        const all = (selector: string) => [...root.querySelectorAll<HTMLInputElement>(selector)];
        return {
          disabled: all('[name]:disabled').map(({ name }) => name),
          ranges: Object.fromEntries(all('input[type=range][name]').map(({ name, min, max, value }) => [name, [min, max, value].map(Number)])),
          chosen: Object.fromEntries(all('input[type=radio]:checked, select[name]').map(({ name, value }) => [name, value])),
          on: Object.fromEntries(all('input[type=checkbox][name]').map(({ name, checked }) => [name, checked])),
          units: Object.fromEntries(all('output[name]').map((output) => [output.name, output.getAttribute('data-unit')])),
        };
      });
      expect(found.disabled, id).toEqual([]);
      expect(found.on, id).toEqual(toggles);
      expect(found.units, id).toEqual(readouts);
      expect(Object.keys(found.chosen).sort(), id).toEqual(Object.keys(choicesOf(FIGURES[id])).sort());
      expect(Object.keys(found.ranges).sort(), id).toEqual(Object.keys(quantities).sort());
      for (const [name, { least, most, start, log, zero }] of Object.entries(quantities)) {
        const [min, max, value] = found.ranges[name];
        const along = (value: number) => (zero && value === 0 ? min : log ? decades(value) : value);
        expect(value, `${id}: ${name} starts at ${start}`).toBeCloseTo(along(start), 6);
        expect(max, `${id}: ${name}`).toBeCloseTo(along(most), 6);
        if (zero) expect(min, `${id}: the zero stop of ${name}`).toBeLessThan(along(least));
        else expect(min, `${id}: ${name}`).toBeCloseTo(along(least), 6);
      }
    }
  });
}
