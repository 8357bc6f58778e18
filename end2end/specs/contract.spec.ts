import { Figure, alone, decades, expect, opened, test } from '../helpers';
import { FIGURES, IDS, LANGUAGES, SECTIONS, SLUGS, choicesOf, parametersOf, sectionOf } from '../contract';

for (const [language, section] of LANGUAGES.flatMap((language) => SLUGS.map((section) => [language, section] as const))) {
  test(`in ${language} every readout of every figure stands once on ${section}, with its unit`, async ({ page }) => {
    await page.goto(opened(language, section));
    for (const id of SECTIONS[section].figures) {
      const figure = new Figure(page, id);
      await figure.ready();
      for (const [name, unit] of Object.entries(FIGURES[id].readouts)) {
        await expect(figure.output(name), `${id}: ${name}`).toHaveCount(1);
        if (unit) await expect(figure.output(name), `${id}: ${name}`).toHaveAttribute('data-unit', unit);
      }
      expect(Object.keys(await figure.values()).sort()).toEqual(Object.keys(FIGURES[id].readouts).sort());
    }
  });
}

for (const id of IDS) {
  const { quantities, toggles, readouts } = FIGURES[id];

  test(`the files with ${id} hold its pictures, readouts and controls as they are served`, async ({ page, request }) => {
    for (const url of LANGUAGES.flatMap((language) => [alone(id, '', language), `/${language}/${sectionOf(id)}/`])) {
      const html = await (await request.get(url)).text();
      const found = await page.evaluate(
        ([html, id, least]) => {
          const figure = new DOMParser().parseFromString(html, 'text/html').querySelector(`figure[data-figure="${id}"]`);
          const all = (selector: string) => [...(figure?.querySelectorAll<HTMLInputElement>(selector) ?? [])];
          return {
            state: figure?.getAttribute('data-state'),
            layouts: all('svg[data-layout]').map((svg) => `${svg.getAttribute('data-layout')} ${svg.querySelectorAll('path').length > least && svg.querySelectorAll('text').length > 5}`),
            readouts: all('output[data-value]:not([data-value=""])').map((output) => output.getAttribute('name')),
            controls: [...new Set(all('[name]:is(input, select):disabled').map((control) => control.name))],
          };
        },
        // Shapes of one kind share a path: pictures that are mostly lines have few.
        [html, id, 2] as const,
      );
      expect(found.state, url).toBe('static');
      expect(found.layouts.sort(), url).toEqual(['narrow true', 'wide true']);
      expect(found.readouts.sort(), url).toEqual(Object.keys(readouts).sort());
      expect(found.controls.sort(), url).toEqual(parametersOf(FIGURES[id]).sort());
    }
  });

  test(`the controls of ${id} answer, hold SI values or their logarithms, and have names`, async ({ page }) => {
    const figure = await Figure.open(page, alone(id));
    await figure.unfold();
    for (const [name, { least, most, start, log, zero }] of Object.entries(quantities)) {
      const control = figure.control(name);
      await expect(control).toBeEnabled();
      await expect(control).toHaveAccessibleName(/\S/);
      await expect(control).toHaveAttribute('aria-valuetext', /\d/);
      const [min, max, step] = await control.evaluate(({ min, max, step }: HTMLInputElement) => [min, max, step]);
      const along = (value: number) => (zero && value === 0 ? Number(min) : log ? decades(value) : value);
      const snap = step === 'any' ? 1e-6 : Number(step) / 2 + 1e-9;
      expect(Math.abs((await figure.position(name)) - along(start)), `${name} starts at ${start}`).toBeLessThanOrEqual(snap);
      expect(Number(max), `${name}: max`).toBeCloseTo(along(most), 6);
      if (zero) expect(Number(min), `${name}: the zero stop`).toBeLessThan(along(least));
      else expect(Number(min), `${name}: min`).toBeCloseTo(along(least), 6);
    }
    for (const [name, options] of Object.entries(choicesOf(FIGURES[id]))) {
      const controls = figure.root.locator(`[name=${name}]`);
      const offered = await controls.evaluateAll((all) => all.flatMap((control) => [...((control as HTMLSelectElement).options ?? [control])].map(({ value }) => value)));
      expect(offered.sort(), name).toEqual([...options].sort());
      for (const control of await controls.all()) await expect(control).toBeEnabled();
    }
    for (const [name, on] of Object.entries(toggles)) {
      await expect(figure.toggle(name)).toBeEnabled();
      await expect(figure.toggle(name)).toHaveAccessibleName(/\S/);
      await expect(figure.toggle(name)).toBeChecked({ checked: on });
    }
  });
}
