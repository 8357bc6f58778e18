import { Figure, expect, takenOver, test } from '../helpers';
import { LANGUAGES, SECTIONS, SLUGS } from '../contract';
import { ask, differences, hooked, ofPage, toldNatively } from '../told';

// The native tests hold numbers, words and sentences; here the same code, compiled for browsers, says the same.
test('in every state all figures say what they say natively', { tag: '@engine' }, async ({ page }) => {
  test.setTimeout(300_000);
  const native = toldNatively();
  let asked = 0;
  for (const section of SLUGS) {
    await page.goto(`/en/${section}/`);
    await takenOver(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-testing', ''));
    // The next page is taken over with the hooks: first in the other language, then in this one again.
    for (const language of [...LANGUAGES].reverse()) {
      await page.locator(`header a[hreflang=${language}]`).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const id of SECTIONS[section].figures) await new Figure(page, id).ready();
      await page.waitForFunction(hooked);
      const states = ofPage(native, section, language);
      expect(differences(states, await page.evaluate(ask, states.map(({ id, query }) => ({ id, query }))))).toEqual([]);
      asked += states.length;
    }
  }
  expect(asked).toBe(native.length);
});
