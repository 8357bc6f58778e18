// Screenshots: node shots.mjs [--routes /en/pen-drop/,/en/] [--widths 390,1280] [--themes light,dark] [--languages en,de]
// [--out DIR] [--query pen-drop.object=feather] [--view]; --view takes the window instead of the whole page.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dist, launchChromium } from './engines.mjs';
import { serve } from './server.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: {
    routes: text('/,/pen-drop/,/about/,/figure/pen-drop/'),
    widths: text('390,768,1280,1920,3840'),
    themes: text('light,dark,projector'),
    languages: text('en,de'),
    query: text(''),
    out: text(here('shots')),
    view: { type: 'boolean', default: false },
  },
});
const heights = { 390: 844, 768: 1024, 1280: 900, 1920: 1080, 3840: 2160 };
const list = (name) => values[name].split(',');
// A route with its language stands for itself.
const routes = list('routes').flatMap((route) =>
  /^\/(en|de)\//.test(route) ? [route] : list('languages').map((language) => `/${language}${route}`),
);

mkdirSync(values.out, { recursive: true });
const server = await serve({ dir: dist });
const browser = await launchChromium();
try {
  for (const route of routes) {
    for (const width of list('widths').map(Number)) {
      const page = await browser.newPage({ viewport: { width, height: heights[width] ?? 900 } });
      await page.goto(server.url + route.slice(1) + (values.query && `?${values.query}`));
      if (await page.locator('figure[data-figure]').count()) await page.waitForFunction(() => !document.querySelector('figure[data-state=static]'));
      for (const theme of list('themes')) {
        await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
        const name = `${route.replace(/^\/|\/$/g, '').replaceAll('/', '-')}-${width}-${theme}.png`;
        await page.screenshot({ path: join(values.out, name), fullPage: !values.view });
        console.log(join(values.out, name));
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
