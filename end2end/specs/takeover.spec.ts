import { Figure, OPENED, SECTION, expect, holdProgram, settled, storeGuess, takenOver, test } from '../helpers';
import { IDS } from '../contract';

test('controls wait for the program, and answer once it is there', async ({ page }) => {
  const release = await holdProgram(page);
  await page.goto(OPENED, { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeAttached(); // the whole text is there
  const controls = '[data-question] :is(input, button), figure :is(input, select, button)';
  const wrong = (disabled: boolean) =>
    page.locator(controls).evaluateAll((all, disabled) => all.filter((control) => control.matches(':disabled') !== disabled).map((control) => control.outerHTML), disabled);
  for (const id of IDS) {
    await expect(new Figure(page, id).root).toHaveAttribute('data-state', 'static');
    await expect(new Figure(page, id).picture()).toHaveCount(1);
  }
  expect(await page.locator(controls).count()).toBeGreaterThan(50);
  expect(await wrong(true)).toEqual([]);
  release();
  await takenOver(page);
  expect(await wrong(false)).toEqual([]);
});

for (const [what, query, guess] of [['locked', '', ''], ['with a guess stored', '', '0.7'], ['opened', '?pen-drop.height=1.5', '']]) {
  test(`the program works on the very elements that were served, and moves none of them: the section ${what}`, async ({ page }) => {
    if (guess) await storeGuess(page, guess);
    const release = await holdProgram(page);
    await page.goto(SECTION + query, { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached(); // the whole text is there
    const marked = 'h1, main p, figure, figure svg, figure output, figure input, figure button, .question, .held, footer';
    const boxes = () =>
      page.locator(marked).evaluateAll((all) =>
        all.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${element.localName}.${element.className} ${x} ${y} ${width} ${height}`;
        }),
      );
    await page.locator(marked).evaluateAll((all) => all.forEach((element) => Object.assign(element, { served: true })));
    const before = await boxes();
    release();
    await takenOver(page);
    await settled(page);
    const replaced = await page
      .locator(marked)
      .evaluateAll((all) => all.filter((element) => !('served' in element)).map((element) => element.outerHTML.slice(0, 80)));
    expect(replaced).toEqual([]);
    expect(await boxes()).toEqual(before);
  });
}

test('the takeover changes nothing in the picture', async ({ page }) => {
  await page.goto(OPENED);
  await takenOver(page);
  await settled(page);
  const html = await (await page.request.get(SECTION)).text();
  for (const id of IDS) {
    for (const layout of ['wide', 'narrow']) {
      const [served, live] = await page.evaluate(
        ([html, selector]) =>
          [new DOMParser().parseFromString(html, 'text/html'), document].map((page) => page.querySelector(selector)?.innerHTML),
        [html, `figure[data-figure="${id}"] svg[data-layout=${layout}]`],
      );
      expect(served, `${id}, ${layout}`).toBeTruthy();
      expect(live === served, `${id}, ${layout}`).toBe(true);
    }
  }
});

const VISITS = [
  ['locked', '', ''],
  ['with a guess stored', '', '0.7'],
  ['opened at the start', '?pen-drop.height=1.5', ''],
  ['opened in a state', '?pen-drop.height=200&pen-drop.world=titan&flutter.inertia=1.4&ensemble.object=feather', ''],
  ['with a notice', '?pen-drop.height=oops', ''],
] as const;
for (const width of [390, 1280]) {
  for (const [what, query, guess] of VISITS) {
    test(`nothing shifts at ${width} px ${what}`, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'only Chromium measures layout shift; the boxes are compared in every browser');
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        const shifts: unknown[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Element }[] };
            shifts.push([value, ...sources.map(({ node }) => `${node?.localName ?? node?.nodeName}.${node?.className}`)]);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      if (guess) await storeGuess(page, guess);
      await page.goto(SECTION + query);
      await takenOver(page);
      for (const part of await page.locator('.question, .held, figure').filter({ visible: true }).all()) {
        await part.scrollIntoViewIfNeeded();
        await settled(page);
      }
      expect(await page.evaluate(() => (window as never as { shifts: unknown[] }).shifts)).toEqual([]);
    });
  }
}

for (const language of ['en', 'de']) {
  test(`${language}: every fraction and every index is whole`, async ({ page }) => {
    await page.goto(`/${language}/pen-drop/`);
    const counts = await page.locator('mfrac, msub, msup, mover, munder').evaluateAll((all) => all.map((element) => element.children.length));
    expect(counts.length).toBeGreaterThan(5);
    expect(new Set(counts)).toEqual(new Set([2]));
  });
}
