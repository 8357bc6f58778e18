import { Figure, SECTION, expect, holdProgram, settled, test } from '../helpers';
import { READOUTS } from '../contract';

test('the file as served holds picture, readouts and disabled controls', async ({ request }) => {
  const html = await (await request.get(SECTION)).text();
  expect(html).toMatch(/<figure[^>]*data-figure="pen-drop"[^>]*data-state="static"|<figure[^>]*data-state="static"[^>]*data-figure="pen-drop"/);
  expect(html).toMatch(/<svg[^>]*data-layout="wide"/);
  expect(html).toMatch(/<svg[^>]*data-layout="narrow"/);
  for (const name of Object.keys(READOUTS)) {
    expect(html).toMatch(new RegExp(`<output[^>]*name="${name}"[^>]*data-value="[^"]+"`));
  }
});

test('controls wait for the program, and answer once it is there', async ({ page }) => {
  const release = await holdProgram(page);
  await page.goto(SECTION, { waitUntil: 'commit' });
  const figure = new Figure(page);
  await expect(figure.root).toHaveAttribute('data-state', 'static');
  await expect(figure.picture()).toHaveCount(1);
  const controls = figure.root.locator('input, select, button');
  await expect(controls.first()).toBeAttached();
  for (const control of await controls.all()) await expect(control).toBeDisabled();
  release();
  await figure.ready();
  for (const control of await figure.root.locator('input[name], select[name], input.scrubber, button').all()) {
    await expect(control).toBeEnabled();
  }
});

test('the program works on the very elements that were served, and moves none of them', async ({ page }) => {
  const release = await holdProgram(page);
  await page.goto(SECTION, { waitUntil: 'commit' });
  const figure = new Figure(page);
  await expect(page.locator('footer')).toBeAttached(); // the whole text is there
  const marked = 'h1, main p, figure, figure svg, figure output, figure input, figure button, footer';
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
  await figure.ready();
  const replaced = await page
    .locator(marked)
    .evaluateAll((all) => all.filter((element) => !('served' in element)).map((element) => element.outerHTML.slice(0, 80)));
  expect(replaced).toEqual([]);
  expect(await boxes()).toEqual(before);
});

test('the takeover changes nothing in the picture', async ({ page }) => {
  const figure = await Figure.open(page, SECTION);
  const html = await (await page.request.get(SECTION)).text();
  for (const layout of ['wide', 'narrow']) {
    const [served, live] = await page.evaluate(
      ([html, selector]) =>
        [new DOMParser().parseFromString(html, 'text/html'), document].map((page) => page.querySelector(selector)?.innerHTML),
      [html, `figure[data-figure="pen-drop"] svg[data-layout=${layout}]`],
    );
    expect(served).toBeTruthy();
    expect(live).toBe(served);
  }
  await expect(figure.output('fall_time')).toHaveAttribute('data-unit', 's');
});

for (const width of [390, 1280]) {
  for (const query of ['', '?pen-drop.height=200&pen-drop.world=titan', '?pen-drop.height=oops']) {
    test(`nothing shifts at ${width} px ${query}`, async ({ page, browserName }) => {
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
      const figure = await Figure.open(page, SECTION + query);
      await figure.root.scrollIntoViewIfNeeded();
      await settled(page);
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
