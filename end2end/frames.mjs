// How high a figure alone is at the widths that frames have. `./dev heights` keeps what this measures; a test compares.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FILE = fileURLToPath(new URL('../src/parts/panels/heights.csv', import.meta.url));

/** The widths, and the heights of each figure in each language by `figure,language`. */
export function kept() {
  const [head, ...rows] = readFileSync(FILE, 'utf8').trim().split('\n').map((row) => row.split(','));
  return { widths: head.slice(2).map(Number), heights: Object.fromEntries(rows.map(([figure, language, ...heights]) => [`${figure},${language}`, heights.map(Number)])) };
}

/** Opens a figure alone and measures it at each width, CSS pixels. */
export async function measured(page, address, widths) {
  await page.goto(address);
  await page.locator('figure[data-state=ready]').waitFor();
  // As the script in the page's head says it in a frame.
  await page.evaluate(() => { document.documentElement.dataset.framed = ''; });
  const heights = [];
  for (const width of widths) {
    // High enough for every figure: none of the rules for low windows holds.
    await page.setViewportSize({ width, height: 1000 });
    heights.push(
      await page.evaluate(async () => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        return Math.ceil(document.body.getBoundingClientRect().height);
      }),
    );
  }
  return heights;
}
