import { expect, test } from './helpers';
import { LANGUAGES, SLUGS } from '../contract';
import { ask, differences, hooked, ofPage, toldNatively } from '../told';

// As specs/told.spec.ts.
test('in every state all figures say what they say natively', async ({ page }) => {
  test.setTimeout(300_000);
  const native = toldNatively();
  for (const section of SLUGS) {
    await page.open(`en/${section}/`);
    await page.browser.run(() => document.documentElement.setAttribute('data-testing', ''));
    for (const language of [...LANGUAGES].reverse()) {
      await page.browser.click(`header a[hreflang=${language}]`);
      await expect.poll(() => page.attribute('html', 'lang')).toBe(language);
      await expect.poll(() => page.browser.run(hooked)).toBe(true);
      const states = ofPage(native, section, language);
      const found = (await page.browser.run(ask, states.map(({ id, query }) => ({ id, query })))) as never as string[];
      expect(differences(states, found)).toEqual([]);
    }
  }
});
