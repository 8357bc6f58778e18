import AxeBuilder from '@axe-core/playwright';
import { Figure, Question, SECTION, alone, expect, figureAt, opened, setTheme, storeGuess, test } from '../helpers';
import { IDS, LANGUAGES, SECTIONS, SLUGS, THEMES } from '../contract';

test.skip(({ browserName }) => browserName !== 'chromium', 'axe reads the same document in every browser: one is enough');

const PANELS = ['table', 'description', 'link', 'embed', 'about'];

for (const language of LANGUAGES) {
  const sections = SLUGS.flatMap((section) => [[`/${language}/${section}/`], [opened(language, section), SECTIONS[section].figures]] as const);
  for (const [route, unfolded] of [[`/${language}/`], [`/${language}/about/`], ...sections, [alone('pen-drop', '', language)]] as const) {
    // The colours are those of the theme in every language.
    for (const theme of language === 'en' ? THEMES : THEMES.slice(0, 1)) {
      test(`axe finds nothing on ${route} in ${theme}`, async ({ page }) => {
        await page.goto(route);
        const id = figureAt(route);
        if (id) await new Figure(page, id).ready();
        for (const id of unfolded ?? []) await new Figure(page, id).unfold();
        await setTheme(page, theme);
        expect(await findings(page)).toEqual([]);
        if (route === alone('pen-drop', '', language)) await expectNothingInPanels(new Figure(page));
      });
    }
  }
}

for (const id of IDS.slice(1)) {
  test(`axe finds nothing on ${id} alone and in its panels`, async ({ page }) => {
    const figure = await Figure.open(page, alone(id));
    await figure.unfold();
    expect(await findings(page)).toEqual([]);
    await expectNothingInPanels(figure);
  });
}

test('axe finds nothing beside a verdict', async ({ page }) => {
  await storeGuess(page, '0.7');
  await (await Question.open(page, SECTION)).opened('guess');
  expect(await findings(page)).toEqual([]);
});

for (const id of ['pen-drop', 'dominance-map', 'ensemble'] as const) {
  test(`axe finds nothing where a notice is shown and nothing lands: ${id}`, async ({ page }) => {
    await Figure.open(page, alone(id, 'world=water&height=oops'));
    expect(await findings(page)).toEqual([]);
  });
}

test('axe finds nothing while the drops are being computed', async ({ page }) => {
  await page.goto(alone('ensemble', 'drops=100000&object=feather&wind=5'));
  const figure = new Figure(page, 'ensemble');
  await figure.running();
  await figure.pause().click();
  expect(await findings(page)).toEqual([]);
  await figure.cancel().click();
  await figure.ready();
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing where a table is missing, where points are asked about, and while the device is measured', async ({ page }) => {
  await page.route('**/data/machines.csv', (route) => route.fulfill({ contentType: 'text/csv', body: 'name\n' }));
  await page.goto(alone('compute-trend'));
  const trend = new Figure(page, 'compute-trend');
  await expect(trend.root).toHaveAttribute('data-state', 'error');
  expect(await findings(page)).toEqual([]);
  await page.unroute('**/data/machines.csv');
  await trend.caveat().getByRole('button').click();
  await trend.ready();
  await trend.seek().fill('IBM');
  await trend.slide(trend.pointRange(), 2);
  expect(await findings(page)).toEqual([]);
  const device = await Figure.open(page, alone('your-device', 'power=20&price=500'));
  await device.root.locator('[data-measure]').click();
  await device.running();
  expect(await findings(page)).toEqual([]);
  await device.root.locator('[data-measure]').click();
  await device.ready();
  expect(await findings(page)).toEqual([]);
});

for (const id of ['compute-trend', 'fixed-budget'] as const) {
  test(`axe finds nothing beside the verdict about ${id}`, async ({ page }) => {
    for (const asked of ['compute-trend', 'fixed-budget'] as const) await storeGuess(page, '100', asked);
    await (await Question.open(page, '/en/dominant-force/', id)).opened('guess');
    expect(await findings(page)).toEqual([]);
  });
}

async function expectNothingInPanels(figure: Figure) {
  for (const name of PANELS) {
    await figure.openPanel(name);
    expect(await findings(figure.page, `section[data-panel=${name}]`), `with ${name} open`).toEqual([]);
  }
}

async function findings(page: Figure['page'], part?: string) {
  const builder = new AxeBuilder({ page });
  if (part) builder.include(part);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`));
}
