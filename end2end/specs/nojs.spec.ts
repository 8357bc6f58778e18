import { ENGINE, Figure, Question, alone, expect, test } from '../helpers';
import { QUESTIONS, SECTIONS, SLUGS, type SectionId } from '../contract';

// What the head has sent for early is used by nobody then, and Chromium says so after a few seconds.
test.use({ javaScriptEnabled: false, tolerated: /against the policy: script-src-elem inline|violates the following directive|was preloaded using link preload but not used/ });

test.beforeEach(async ({ page, browserName }) => {
  if (browserName !== 'firefox') return;
  // There scripts cannot be switched off from outside, but a policy forbids them all the same.
  await page.route(({ pathname }) => pathname.endsWith('/'), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" } });
  });
});

/** The readout that each section shows first. */
const SEEN: Record<SectionId, { readout: string; text: RegExp }> = {
  'pen-drop': { readout: 'fall_time', text: /0\.55/ },
  'dominant-force': { readout: 'points', text: /1\d\d/ },
  'bitter-lesson': { readout: 'win_rate', text: /\d\d/ },
};

// Texts, readouts and the page at / are tested natively; here is what the style sheet makes of them.
for (const section of SLUGS) {
  test(`without JavaScript a click a question shows pictures and readouts of ${section}, on a phone the narrow ones`, ENGINE, async ({ page }) => {
    await page.goto(`/en/${section}/`);
    const { figures } = SECTIONS[section];
    for (const id of figures) await expect(new Figure(page, id).title()).toBeHidden();
    for (const { id } of QUESTIONS[section]) {
      await expect(new Figure(page, id).title()).toBeHidden();
      await new Question(page, id).anyway.click();
      await expect(new Figure(page, id).root).toBeVisible();
    }
    const readout = new Figure(page, figures[0]).output(SEEN[section].readout);
    await expect(readout).toBeVisible();
    await expect(readout).toHaveText(SEEN[section].text);
    for (const [width, layout] of [[1280, 'wide'], [390, 'narrow']] as const) {
      await page.setViewportSize({ width, height: 844 });
      for (const id of figures) {
        const figure = new Figure(page, id);
        await expect(figure.root).toHaveAttribute('data-state', 'static');
        await expect(figure.picture()).toHaveAttribute('data-layout', layout);
      }
    }
    await page.goto(alone(figures[0]));
    await expect(new Figure(page, figures[0]).picture()).toHaveAttribute('data-layout', 'narrow');
  });
}
