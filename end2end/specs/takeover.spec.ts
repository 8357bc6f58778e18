import { ENGINE, Figure, expect, holdProgram, settled, someGuess, storeGuess, takenOver, test } from '../helpers';
import { QUESTIONS, SECTIONS, SLUGS, type SectionId } from '../contract';
import type { Page } from '@playwright/test';

/** What a visit of a section may find: an address that asks for something, guesses of an earlier visit. */
const VISITS: Record<SectionId, Record<string, { query?: string; guessed?: boolean }>> = {
  'pen-drop': {
    locked: {},
    'with its guesses stored': { guessed: true },
    'opened at the start': { query: `?${SECTIONS['pen-drop'].start}` },
    'opened in a state': { query: '?pen-drop.height=200&pen-drop.world=titan&flutter.inertia=1.4&ensemble.object=feather' },
    // A notice takes room where it stands: here seen from the top of the page.
    'with a notice': { query: '?pen-drop.height=oops#main' },
  },
  'dominant-force': {
    locked: {},
    'with its guesses stored': { guessed: true },
    'opened at the start': { query: `?${SECTIONS['dominant-force'].start}` },
    'opened in a state': { query: '?compute-trend.from=1940&compute-trend.to=1990&fixed-budget.years=30&backtest.cut=1970&drivers.years=5' },
    'with another table': { query: '?compute-trend.dataset=training-compute' },
    'with a notice': { query: '?compute-trend.from=oops#main' },
  },
  'bitter-lesson': {
    locked: {},
    'with its guesses stored': { guessed: true },
    'opened at the start': { query: `?${SECTIONS['bitter-lesson'].start}` },
    'opened in a state': { query: '?search-vs-knowledge.opponent=soft&learn-the-drop.flutter=0&ngram-orders.smoothing=mixed&crossing-curves.structure=0.5' },
    'with a notice': { query: '?search-vs-knowledge.compute=oops#main' },
  },
};
const visits = SLUGS.flatMap((section) => Object.entries(VISITS[section]).map(([what, visit]) => ({ section, what, query: '', guessed: false, ...visit })));

const storeGuesses = async (page: Page, section: SectionId) => {
  for (const { id } of QUESTIONS[section]) await storeGuess(page, someGuess(id), id);
};

for (const { section, what, query, guessed } of visits.filter(({ what }) => /locked|stored|at the start/.test(what))) {
  test(`the program works on the very elements that were served, moves none of them, and then lets them be used: ${section} ${what}`, guessed ? ENGINE : {}, async ({ page }) => {
    if (guessed) await storeGuesses(page, section);
    const release = await holdProgram(page);
    await page.goto(`/en/${section}/${query}`, { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached(); // the whole text is there
    for (const id of SECTIONS[section].figures) await expect(new Figure(page, id).root).toHaveAttribute('data-state', 'static');
    if (guessed || query) {
      for (const id of SECTIONS[section].figures) await expect(new Figure(page, id).picture()).toHaveCount(1);
      await expect(page.locator('.prompt, [data-guess=commit]').filter({ visible: true })).toHaveCount(0);
    }
    const marked = 'h1, main p, figure, figure svg, figure output, figure input, figure button, .question, .prompt, footer';
    const boxes = () =>
      page.locator(marked).evaluateAll((all) =>
        all.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${element.localName}.${element.className} ${x} ${y} ${width} ${height}`;
        }),
      );
    const pictures = () => page.locator('figure svg[data-layout]').evaluateAll((all) => all.map((svg) => svg.innerHTML));
    const controls = '[data-question] :is(input, button), figure :is(input, select, button)';
    const wrong = (disabled: boolean) =>
      page.locator(controls).evaluateAll((all, disabled) => all.filter((control) => control.matches(':disabled') !== disabled).map((control) => control.outerHTML), disabled);
    await page.locator(marked).evaluateAll((all) => all.forEach((element) => Object.assign(element, { served: true })));
    expect(await wrong(true)).toEqual([]);
    const [before, drawn] = [await boxes(), await pictures()];
    release();
    await takenOver(page);
    await expect(page.locator('figure:not([data-state=ready])')).toHaveCount(0);
    await settled(page);
    const replaced = await page
      .locator(marked)
      .evaluateAll((all) => all.filter((element) => !('served' in element)).map((element) => element.outerHTML.slice(0, 80)));
    expect(replaced).toEqual([]);
    expect(await boxes()).toEqual(before);
    expect(await wrong(false)).toEqual([]);
    // A guess is drawn into the picture that it is about.
    if (!guessed) expect((await pictures()).map((picture, index) => picture === drawn[index]), 'the served pictures').toEqual(drawn.map(() => true));
  });
}

// What stands at the start has been compared box by box.
const ARRIVALS = [...visits.filter(({ what }) => !/at the start/.test(what)).map((visit) => ({ ...visit, width: 390 })), ...visits.filter(({ what }) => /in a state|table/.test(what)).map((visit) => ({ ...visit, width: 1280 }))];

for (const { section, what, query, guessed, width } of ARRIVALS) {
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
    if (guessed) await storeGuesses(page, section);
    await page.goto(`/en/${section}/${query}`);
    await takenOver(page);
    await expect(page.locator('figure:not([data-state=ready])')).toHaveCount(0);
    for (const part of await page.locator('.question, .prompt, figure').filter({ visible: true }).all()) {
      await part.scrollIntoViewIfNeeded();
      await settled(page);
    }
    const shifts = await page.evaluate(() => (window as never as { shifts: [number, ...string[]][] }).shifts);
    // A number of more or fewer digits, or words in its place, begin elsewhere, and so does the unit behind it.
    const numbers = ['output.', 'b.', 'b.missing', 'span.unit'];
    expect(shifts.filter(([, ...elements]) => elements.some((element) => !numbers.includes(element)))).toEqual([]);
  });
}
