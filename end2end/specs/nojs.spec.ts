import { Figure, Question, alone, expect, test } from '../helpers';
import { FIGURES, IDS, QUESTIONS, SECTIONS, SLUGS, type SectionId } from '../contract';

test.use({ javaScriptEnabled: false, tolerated: /violates the following directive/ });

test.beforeEach(async ({ page, browserName }) => {
  if (browserName !== 'firefox') return;
  // There scripts cannot be switched off from outside, but a policy forbids them all the same.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" } });
  });
});

/** A word of the text, and the readout that each section shows first, in both languages. */
const SEEN: Record<SectionId, { en: string; de: string; readout: string; text: RegExp }> = {
  'pen-drop': { en: 'pen', de: 'Stift', readout: 'fall_time', text: /0[.,]55/ },
  'dominant-force': { en: 'computing', de: 'Rechn', readout: 'points', text: /1\d\d/ },
};

for (const [section, language] of SLUGS.flatMap((section) => (['en', 'de'] as const).map((language) => [section, language] as const))) {
  test(`without JavaScript the text of ${section} is there in ${language}, and a click a question shows pictures and readouts`, async ({ page }) => {
    await page.goto(`/${language}/${section}/`);
    const { figures } = SECTIONS[section];
    await expect(page.locator('main')).toContainText(SEEN[section][language]);
    for (const id of figures) await expect(new Figure(page, id).root).toBeHidden();
    for (const { id } of QUESTIONS[section]) await new Question(page, id).anyway.click();
    for (const id of figures) {
      const figure = new Figure(page, id);
      await expect(figure.root).toHaveAttribute('data-state', 'static');
      await expect(figure.picture()).toHaveCount(1);
      for (const name of Object.keys(FIGURES[id].readouts)) await expect(figure.output(name)).toHaveAttribute('data-value', /./);
    }
    const readout = new Figure(page, figures[0]).output(SEEN[section].readout);
    await expect(readout).toBeVisible();
    await expect(readout).toHaveText(SEEN[section].text);
  });
}

test('without JavaScript the narrow picture stands alone on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const id of IDS) {
    await page.goto(alone(id));
    await expect(new Figure(page, id).picture()).toHaveAttribute('data-layout', 'narrow');
  }
});

test('without JavaScript / offers both languages', async ({ page }) => {
  await page.goto('/');
  for (const [language, name] of [['en', 'English'], ['de', 'Deutsch']]) {
    await expect(page.locator(`a[href$="/${language}/"]`).filter({ hasText: name }).first()).toBeVisible();
  }
});
