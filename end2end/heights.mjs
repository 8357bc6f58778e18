// Measures how high frames have to be that show a figure alone, and keeps it for the code that embeds figures.
import { writeFileSync } from 'node:fs';
import { dist, launchChromium } from './engines.mjs';
import { FILE, kept, measured } from './frames.mjs';
import { serve } from './server.mjs';
import contract from './contract.json' with { type: 'json' };

const { widths } = kept();
const server = await serve({ dir: dist });
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  const rows = [['figure', 'language', ...widths]];
  for (const figure of Object.keys(contract.figures)) {
    for (const language of contract.languages) {
      rows.push([figure, language, ...(await measured(page, `${server.url}${language}/figure/${figure}/`, widths))]);
    }
  }
  writeFileSync(FILE, rows.map((row) => `${row.join(',')}\n`).join(''));
} finally {
  await browser.close();
  await server.close();
}
