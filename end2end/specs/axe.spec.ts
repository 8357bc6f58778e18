import AxeBuilder from '@axe-core/playwright';
import { Figure, Question, alone, expect, opened, setTheme, someGuess, storeGuess, test } from '../helpers';
import { LANGUAGES, QUESTIONS, SECTIONS, SLUGS, THEMES } from '../contract';
import type { Page } from '@playwright/test';

// Only the texts differ between the languages: one page is read in the other one, too. Of a page that has been read, what has
// changed is read again, and in other themes the contrast of its colours.

const PANELS = ['table', 'description', 'link', 'embed', 'about'];

async function findings(page: Page, { part, contrastOnly = false }: { part?: string; contrastOnly?: boolean } = {}) {
  // One row of a table is like the other. There are no frames, for which axe would pass its results around.
  const builder = new AxeBuilder({ page }).exclude('tbody tr:nth-child(n + 4)').setLegacyMode(true);
  if (part) builder.include(part);
  builder.options({ resultTypes: ['violations'], ...(contrastOnly && { runOnly: ['color-contrast'] }) });
  // It never judges the colours of a picture; formulas have those of the text around them, and one slider those of the other.
  if (contrastOnly) for (const like of ['svg', 'math', '.slider ~ .slider']) builder.exclude(like);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`));
}

async function expectNothing(page: Page) {
  expect(await findings(page)).toEqual([]);
  for (const theme of THEMES.slice(1)) {
    await setTheme(page, theme);
    expect(await findings(page, { contrastOnly: true }), theme).toEqual([]);
  }
  await setTheme(page, THEMES[0]);
}

test('axe finds nothing on the pages without figures', async ({ page }) => {
  for (const route of ['/en/', '/en/about/']) {
    await page.goto(route);
    await expectNothing(page);
  }
});

for (const section of SLUGS) {
  const figures = (page: Page) => SECTIONS[section].figures.map((id) => new Figure(page, id));

  test(`axe finds nothing on ${section} before the guess`, async ({ page }) => {
    await Question.open(page, `/en/${section}/`);
    await expectNothing(page);
  });

  test(`axe finds nothing on ${section} after the guesses, with everything open`, async ({ page }) => {
    test.slow();
    for (const { id } of QUESTIONS[section]) await storeGuess(page, someGuess(id), id);
    await page.goto(`/en/${section}/`);
    for (const figure of figures(page)) {
      await figure.ready();
      await figure.unfold();
    }
    for (const { id } of QUESTIONS[section]) await new Question(page, id).opened('guess');
    // A panel is filled when it is opened, and closes the one before; then all are looked at side by side.
    for (const panel of PANELS) for (const figure of figures(page)) await figure.openPanel(panel);
    await expect(page.locator('.about-link')).toHaveCount(0);
    await page.locator('section[data-panel]').evaluateAll((all) => all.forEach((panel) => ((panel as HTMLElement).hidden = false)));
    await expectNothing(page);
  });
}

test('axe finds nothing on a section in the other language', async ({ page }) => {
  const section = SLUGS[SLUGS.length - 1];
  await page.goto(opened(LANGUAGES[1], section));
  for (const id of SECTIONS[section].figures) {
    await new Figure(page, id).ready();
    await new Figure(page, id).unfold();
  }
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing on a figure alone, where a notice is shown and nothing lands', async ({ page }) => {
  const figure = await Figure.open(page, alone('ensemble', 'world=water&height=oops'));
  await expect(figure.notices()).toHaveCount(1);
  await figure.openPanel('about');
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing while the drops are being computed', async ({ page }) => {
  await page.goto(alone('ensemble', 'drops=100000&object=feather&wind=5'));
  const figure = new Figure(page, 'ensemble');
  await figure.running();
  await figure.pause().click();
  expect(await findings(page, { part: '.show' })).toEqual([]);
  await figure.cancel().click();
  await figure.ready();
  expect(await findings(page, { part: '.show' })).toEqual([]);
});

test('axe finds nothing where a table is missing, where points are asked about, and while the device is measured', async ({ page }) => {
  await page.route('**/data/machines.csv', (route) => route.fulfill({ contentType: 'text/csv', body: 'name\n' }));
  await page.goto(alone('compute-trend'));
  const trend = new Figure(page, 'compute-trend');
  await expect(trend.root).toHaveAttribute('data-state', 'error');
  expect(await findings(page, { part: 'figure' })).toEqual([]);
  await page.unroute('**/data/machines.csv');
  await trend.caveat().getByRole('button').click();
  await trend.ready();
  await trend.openPoints();
  await trend.seek().fill('IBM');
  await trend.slide(trend.pointRange(), 2);
  expect(await findings(page, { part: '.stage' })).toEqual([]);
  const device = await Figure.open(page, alone('your-device', 'power=20&price=500'));
  await device.root.locator('[data-measure]').click();
  await device.running();
  expect(await findings(page, { part: 'figure' })).toEqual([]);
  await device.root.locator('[data-measure]').click();
  await device.ready();
  expect(await findings(page, { part: '.stage' })).toEqual([]);
});
