import { Figure, expect, opened, settled, test } from '../helpers';
import { LANGUAGES, SECTIONS, SLUGS } from '../contract';

// Whatever a slider leads to, titles and rows keep their room: no control moves under the hand.

/** Where the controls and rows of a figure stand, from its upper edge. */
const places = (figure: Figure) =>
  figure.root.evaluate((root) =>
    [...root.querySelectorAll('.settings > :is(.slider, .presets, .select, .toggle), .results output, .picture:not(.prompt), .transport, .toolbar')]
      .filter((element) => element.checkVisibility())
      .map((element) => [element.getAttribute('name') ?? element.className, Math.round(element.getBoundingClientRect().top - root.getBoundingClientRect().top)]),
  );

for (const section of SLUGS) {
  for (const language of LANGUAGES) {
    test(`no slider of ${section} moves anything that can be held, in ${language}`, async ({ page }) => {
      test.slow();
      for (const width of [1366, 390]) {
        // In a low window no picture stays above the text.
        await page.setViewportSize({ width, height: 460 });
        await page.goto(opened(language, section));
        for (const id of SECTIONS[section].figures) {
          const figure = new Figure(page, id);
          await figure.ready();
          const before = await places(figure);
          for (const range of await figure.root.locator('.settings > .slider input[type=range]').all()) {
            const [least, most, start] = await range.evaluate((input: HTMLInputElement) => [input.min, input.max, input.value].map(Number));
            for (const share of [0, 0.2, 0.5, 0.8, 1]) {
              await figure.slide(range, least + share * (most - least));
              await settled(page);
              expect.soft(await places(figure), `${id}, ${await range.getAttribute('name')} at ${share}, ${width} px`).toEqual(before);
            }
            await figure.slide(range, start);
          }
        }
      }
    });
  }
}
