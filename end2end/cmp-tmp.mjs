import { chromiumFlags, launchChromium } from './engines.mjs';
import { serve } from './server.mjs';
const [a, b] = await Promise.all(['/tmp/before/dist', '/work/main/dist'].map((dir) => serve({ dir })));
const browser = await launchChromium();
const ids = ['pen-drop','dominance-map','ensemble','flutter','compute-trend','fixed-budget','backtest','drivers','your-device'];
const shot = async (url, id, lang, width, theme, act) => {
  const context = await browser.newContext({ viewport: { width, height: 1000 }, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}${lang}/figure/${id}/`);
  await page.waitForSelector('figure[data-state=ready]');
  if (act) await act(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  const png = await page.screenshot({ fullPage: true });
  const text = await page.evaluate(() => document.querySelector('figure').innerText);
  await context.close();
  return { png, text };
};
const slide = async (page) => { const range = page.locator('form.settings input[type=range]').first(); if (await range.count()) { await range.focus(); for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowRight'); await page.waitForTimeout(300); await page.evaluate(() => document.activeElement.blur()); } };
let same = 0, different = [];
for (const id of ids) for (const [lang, width, theme] of [['en', 1280, 'light'], ['de', 390, 'dark'], ['de', 1920, 'light']]) for (const [name, act] of [['start', undefined], ['slid', slide]]) {
  const [one, two] = [await shot(a.url, id, lang, width, theme, act), await shot(b.url, id, lang, width, theme, act)];
  if (one.png.equals(two.png) && one.text === two.text) same += 1; else { different.push([id, lang, width, name, one.text === two.text]); const fs = await import('node:fs'); fs.writeFileSync(`/tmp/cmp-${id}-${lang}-${name}-a.png`, one.png); fs.writeFileSync(`/tmp/cmp-${id}-${lang}-${name}-b.png`, two.png); }
}
console.log('same', same, 'different', JSON.stringify(different));
await browser.close(); await a.close(); await b.close();
