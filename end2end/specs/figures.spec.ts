// What every figure of a section does, in one visit.
import { ENGINE, Figure, expect, opened, test } from '../helpers';
import { FIGURES, SECTIONS, SLUGS, choicesOf, type FigureId } from '../contract';

/** States in which every control counts: which cards are meant matters to one dataset only; and in which each is soon computed. */
const START: Partial<Record<FigureId, string>> = {
  'compute-trend': 'compute-trend.dataset=kurzweil',
  'structure-vs-scale': 'structure-vs-scale.compute=1e7',
};

/** What is set to its least beforehand, so that whatever else is set is computed soon. */
const LEAST: Partial<Record<FigureId, string[]>> = { 'search-vs-knowledge': ['compute', 'games'], 'structure-vs-scale': ['compute'] };

/** What changes when something is set: readouts, or where nothing has been measured only the setting itself, as it is told. */
const reading = (figure: Figure) =>
  figure.id === 'your-device'
    ? figure.root.locator('input[type=range][name]').evaluateAll((all) => all.map((range) => range.getAttribute('aria-valuetext')))
    : figure.values();

/** The same without what a clock says: work may be done before it ticks, and nothing has been timed then. */
async function untimed(figure: Figure) {
  const timed = await figure.root.locator('output[data-measured]').evaluateAll((all) => all.map((output) => output.getAttribute('name')));
  return Object.entries(await reading(figure)).filter(([name]) => !timed.includes(name));
}

for (const section of SLUGS) {
  test(`every control of ${section} moves a readout or the picture of its figure alone, and the address holds it all`, ENGINE, async ({ page, context }) => {
    test.slow();
    // In a low window no picture stays above the text: what is focused would draw others anew.
    await page.setViewportSize({ width: 1280, height: 460 });
    const ids = SECTIONS[section].figures;
    const start = ids.flatMap((id) => START[id] ?? []);
    await page.goto([opened('en', section), ...start].join('&'));
    const figures = ids.map((id) => new Figure(page, id));
    for (const figure of figures) {
      await figure.ready();
      await figure.unfold();
    }
    const shown = (figure: Figure) => Promise.all([reading(figure), figure.drawing()]);
    const all = () => Promise.all(figures.map(shown));
    const held = () => [...new URL(page.url()).searchParams.keys()];

    for (const [index, figure] of figures.entries()) {
      const others = async () => (await all()).filter((_, other) => other !== index);
      const [served, beside] = [await shown(figure), await others()];
      const { quantities, toggles } = FIGURES[figure.id];
      const choices = Object.keys(choicesOf(FIGURES[figure.id])).map((name) => [figure.choice(name), 'ArrowDown', name] as const);
      const numbers = Object.entries(quantities).map(([name, { start, most }]) => [figure.control(name), start < most ? 'ArrowRight' : 'ArrowLeft', name] as const);
      const switches = Object.keys(toggles).map((name) => [figure.toggle(name), 'Space', name] as const);
      for (const stops of [choices, [...numbers, ...switches]]) {
        for (const [control, key, name] of stops) {
          const before = await shown(figure);
          await control.focus();
          await page.keyboard.press(key);
          await expect.poll(() => shown(figure), { message: `${name} of ${figure.id}`, intervals: [20, 50, 100] }).not.toEqual(before);
          await figure.ready();
        }
        // From where the choices have led some numbers change nothing: on the Moon there is no air whose details could matter.
        if (stops === choices && stops.length > 0) await figure.action('reset').click();
        await figure.ready();
        for (const name of stops === choices ? LEAST[figure.id] ?? [] : []) {
          await figure.control(name).focus();
          await page.keyboard.press('Home');
        }
        await figure.ready();
      }
      expect((await others()).every((other, place) => String(other) === String(beside[place])), `${figure.id} leaves the others as they are`).toBe(true);
      expect(await shown(figure)).not.toEqual(served);
    }

    const names = ids.flatMap((id) => Object.keys(FIGURES[id].quantities).map((name) => `${id}.${name}`));
    await expect.poll(held).toEqual(expect.arrayContaining(names));
    const again = await context.newPage();
    await again.goto(page.url());
    for (const figure of figures) {
      const other = new Figure(again, figure.id);
      await other.ready();
      await other.unfold();
      await expect.poll(() => untimed(other)).toEqual(await untimed(figure));
    }

    for (const figure of figures) await figure.action('reset').click();
    await expect.poll(held).toEqual([]);
  });
}
