import AxeBuilder from '@axe-core/playwright';
import { Figure, expect, setTheme, test } from '../helpers';
import { ROUTES, THEMES } from '../contract';

test.skip(({ browserName }) => browserName !== 'chromium', 'axe reads the same document in every browser: one is enough');

for (const route of ROUTES) {
  for (const theme of THEMES) {
    test(`axe finds nothing on ${route} in ${theme}`, async ({ page }) => {
      await page.goto(route);
      const figure = new Figure(page);
      if (route.includes('pen-drop')) {
        await figure.ready();
        await figure.unfold();
      }
      await setTheme(page, theme);
      expect(await findings(page)).toEqual([]);
      if (!route.includes('pen-drop')) return;
      for (const name of ['table', 'description', 'link', 'embed', 'about']) {
        await figure.openPanel(name);
        expect(await findings(page, `section[data-panel=${name}]`), `with ${name} open`).toEqual([]);
      }
    });
  }
}

test('axe finds nothing where a notice is shown and nothing lands', async ({ page }) => {
  await Figure.open(page, '/en/figure/pen-drop/?world=water&height=oops');
  expect(await findings(page)).toEqual([]);
});

async function findings(page: Figure['page'], part?: string) {
  const builder = new AxeBuilder({ page });
  if (part) builder.include(part);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`));
}
