import { FIGURE, Figure, expect, holdProgram, opened, settled, storeGuess, takenOver, test } from '../helpers';
import { LANGUAGES, SECTIONS, SLUGS, type SectionId } from '../contract';

for (const section of SLUGS) {
  test(`the controls of ${section} wait for the program, and answer once it is there`, async ({ page }) => {
    const release = await holdProgram(page);
    await page.goto(opened('en', section), { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached(); // the whole text is there
    const controls = '[data-question] :is(input, button), figure :is(input, select, button)';
    const wrong = (disabled: boolean) =>
      page.locator(controls).evaluateAll((all, disabled) => all.filter((control) => control.matches(':disabled') !== disabled).map((control) => control.outerHTML), disabled);
    for (const id of SECTIONS[section].figures) {
      await expect(new Figure(page, id).root).toHaveAttribute('data-state', 'static');
      await expect(new Figure(page, id).picture()).toHaveCount(1);
    }
    expect(await page.locator(controls).count()).toBeGreaterThan(50);
    expect(await wrong(true)).toEqual([]);
    release();
    await takenOver(page);
    expect(await wrong(false)).toEqual([]);
  });
}

/** What a visit of a section may find: an address that asks for something, a guess of an earlier visit. */
const VISITS: Record<SectionId, Record<string, { query?: string; guess?: string }>> = {
  'pen-drop': {
    locked: {},
    'with a guess stored': { guess: '0.7' },
    'opened at the start': { query: '?pen-drop.height=1.5' },
    'opened in a state': { query: '?pen-drop.height=200&pen-drop.world=titan&flutter.inertia=1.4&ensemble.object=feather' },
    'with a notice': { query: '?pen-drop.height=oops' },
  },
  'dominant-force': {
    locked: {},
    'with a guess stored': { guess: '1000' },
    'opened at the start': { query: '?compute-trend.dataset=machines' },
    'opened in a state': { query: '?compute-trend.from=1940&compute-trend.to=1990&fixed-budget.years=30&backtest.cut=1970&drivers.years=5' },
    'with another table': { query: '?compute-trend.dataset=training-compute' },
    'with a notice': { query: '?compute-trend.from=oops' },
  },
};
const visits = SLUGS.flatMap((section) => Object.entries(VISITS[section]).map(([what, visit]) => ({ section, what, query: '', guess: '', ...visit })));

for (const { section, what, query, guess } of visits.filter(({ what }) => /locked|stored|at the start/.test(what))) {
  test(`the program works on the very elements that were served, and moves none of them: ${section} ${what}`, async ({ page }) => {
    if (guess) await storeGuess(page, guess, SECTIONS[section].figures[0]);
    const release = await holdProgram(page);
    await page.goto(`/en/${section}/${query}`, { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached(); // the whole text is there
    const marked = 'h1, main p, figure, figure svg, figure output, figure input, figure button, .question, .prompt, footer';
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

for (const section of SLUGS) {
  test(`the takeover changes nothing in the pictures of ${section}`, async ({ page }) => {
    await page.goto(opened('en', section));
    await takenOver(page);
    for (const id of SECTIONS[section].figures) await new Figure(page, id).ready();
    await settled(page);
    const html = await (await page.request.get(`/en/${section}/`)).text();
    for (const id of SECTIONS[section].figures) {
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
}

for (const width of [390, 1280]) {
  for (const { section, what, query, guess } of visits) {
    test(`nothing shifts on ${section} at ${width} px ${what}`, async ({ page, browserName }) => {
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
      if (guess) await storeGuess(page, guess, SECTIONS[section].figures[0]);
      await page.goto(`/en/${section}/${query}`);
      await takenOver(page);
      await expect(page.locator('figure:not([data-state=ready])')).toHaveCount(0);
      for (const part of await page.locator('.question, .prompt, figure').filter({ visible: true }).all()) {
        await part.scrollIntoViewIfNeeded();
        await settled(page);
      }
      const shifts = await page.evaluate(() => (window as never as { shifts: [number, ...string[]][] }).shifts);
      // Behind a number of more or fewer digits its unit stands elsewhere.
      const moved = what.includes('table') ? shifts.filter(([, ...elements]) => elements.some((element) => element !== 'span.unit')) : shifts;
      expect(moved).toEqual([]);
    });
  }
}

for (const [section, language] of SLUGS.flatMap((section) => LANGUAGES.map((language) => [section, language] as const))) {
  test(`${language}: every fraction and every index of ${section} is whole`, async ({ page }) => {
    await page.goto(`/${language}/${section}/`);
    const counts = await page.locator('mfrac, msub, msup, mover, munder').evaluateAll((all) => all.map((element) => element.children.length));
    if (section === 'pen-drop') expect(counts.length).toBeGreaterThan(5);
    expect(new Set([...counts, 2])).toEqual(new Set([2]));
  });
}

test('a program that the host does not call WebAssembly starts all the same', async ({ page }) => {
  await page.route(/pendrop_bg\.wasm/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto(FIGURE);
  await expect(page.locator('figure')).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('html')).not.toHaveAttribute('data-failed');
});
