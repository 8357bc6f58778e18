import { Figure, expect, opened, settled, test } from '../helpers';
import { LANGUAGES, SECTIONS, SLUGS } from '../contract';

// Whatever a slider leads to, titles, rows and what comes and goes keep to their room: nothing moves under the hand.

for (const section of SLUGS) {
  for (const language of LANGUAGES) {
    test(`no slider of ${section} moves anything that can be held, in ${language}`, async ({ page }) => {
      test.slow();
      // In a low window no picture stays above the text.
      await page.setViewportSize({ width: 1366, height: 460 });
      await page.goto(opened(language, section));
      for (const width of [1366, 390]) {
        await page.setViewportSize({ width, height: 460 });
        for (const id of SECTIONS[section].figures) {
          const figure = new Figure(page, id);
          await figure.ready();
          // The second time beside a run that is kept.
          if (width === 390 && (await figure.action('keep').count())) await figure.action('keep').click();
          await settled(page);
          expect.soft(await figure.root.evaluate(moved), `${id}, ${width} px`).toEqual([]);
        }
      }
    });
  }
}

/** Draws each slider in front through its places, and says what left its place in the figure, once each. Runs in the page. */
async function moved(figure: Element): Promise<string[]> {
  const held = '.picture:not(.prompt), .transport, .computing, .points, .readout, .results details, .runs-tools, .settings > :is(.slider, .presets, .select, .toggle, details), .toolbar';
  const boxes = [...figure.querySelectorAll(held)].filter((element) => element.checkVisibility());
  const place = (element: Element) => element.getBoundingClientRect().top - figure.getBoundingClientRect().top;
  const before = new Map(boxes.map((element) => [element, place(element)]));
  const found: string[] = [];
  const set = async (input: HTMLInputElement, value: number | string) => {
    input.value = String(value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  };
  for (const input of figure.querySelectorAll<HTMLInputElement>('.settings > .slider input[type=range]')) {
    const [start, least, most] = [input.value, Number(input.min), Number(input.max)];
    for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
      await set(input, least + share * (most - least));
      for (const [element, top] of before) {
        const by = place(element) - top;
        if (Math.abs(by) < 0.5) continue;
        const name = element.querySelector('[name]')?.getAttribute('name') ?? '';
        found.push(`${element.className || element.localName} ${name} moved by ${by.toFixed(1)} px with ${input.name} at ${input.value}`);
        before.delete(element);
      }
    }
    // Let go, and drawn back: a run of its own each time.
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await set(input, start);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return found;
}
