import { Figure, Question, alone, expect, test } from '../helpers';
import { FIGURES, IDS } from '../contract';

test.use({ javaScriptEnabled: false, tolerated: /violates the following directive/ });

test.beforeEach(async ({ page, browserName }) => {
  if (browserName !== 'firefox') return;
  // There scripts cannot be switched off from outside, but a policy forbids them all the same.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" } });
  });
});

for (const [language, words] of [['en', 'pen'], ['de', 'Stift']]) {
  test(`without JavaScript text is there in ${language}, and one click shows pictures and readouts`, async ({ page }) => {
    await page.goto(`/${language}/pen-drop/`);
    const question = new Question(page);
    await expect(page.locator('main')).toContainText(words);
    await expect(question.figure.root).toBeHidden();
    await question.anyway.click();
    for (const id of IDS) {
      const figure = new Figure(page, id);
      await expect(figure.root).toHaveAttribute('data-state', 'static');
      await expect(figure.picture()).toHaveCount(1);
      for (const name of Object.keys(FIGURES[id].readouts)) await expect(figure.output(name)).toHaveAttribute('data-value', /./);
    }
    await expect(question.figure.output('fall_time')).toBeVisible();
    await expect(question.figure.output('fall_time')).toHaveText(/0[.,]55/);
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
