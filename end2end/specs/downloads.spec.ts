import { FIGURE, Figure, alone, decades, expect, opened, test } from '../helpers';
import { FIGURES, IDS, LANGUAGES, SECTIONS, SLUGS } from '../contract';
import type { Page } from '@playwright/test';

// The blob behind a download is looked at itself: not every browser tells of the download of one.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL;
    const blobs: Blob[] = [];
    Object.assign(window, { blobs });
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return make.call(URL, blob);
    };
  });
});

/** What the button saves: name, type and bytes. */
async function saved(page: Page, figure: Figure, kind: string, browserName: string) {
  const started = browserName === 'firefox' ? undefined : page.waitForEvent('download');
  await figure.action(kind).click();
  const last = () =>
    page.evaluate(async (type) => {
      const blob = (window as never as { blobs: Blob[] }).blobs.findLast((blob) => blob.type.includes(type));
      return blob && [...new Uint8Array(await blob.arrayBuffer())];
    }, kind);
  await expect.poll(async () => (await last())?.length).toBeGreaterThan(0);
  const bytes = Buffer.from((await last()) ?? []);
  return { name: (await started)?.suggestedFilename(), bytes, text: bytes.toString() };
}

/** Rows of cells; a cell in quotes may hold the comma. */
const rows = (csv: string) =>
  csv.trim().split(/\r?\n/).map((line) => [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')));

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A number as the page shows it: 1,5 or −2 × 10⁻⁷. */
function number(shown: string): number {
  const plain = shown.replace(/\s/g, '').replace('−', '-').replace(',', '.');
  return Number(plain.replace(/×10(.*)/, (_, power) => `e${[...power].map((sign) => (sign === '⁻' ? '-' : DIGITS.indexOf(sign))).join('')}`));
}

const TABLES = [
  ['en', 'pen-drop', 'object=feather&wind=2'],
  ['de', 'pen-drop', 'object=feather&wind=2'],
  ['en', 'dominance-map', 'fluid_density=500'], // some of it floats: cells without a number
  ['de', 'ensemble', 'object=feather'],
  ['en', 'flutter', ''],
  ['de', 'compute-trend', ''],
  ['en', 'fixed-budget', ''],
  ['de', 'backtest', ''],
  ['en', 'drivers', ''],
] as const;
for (const [language, id, query] of TABLES) {
  test(`the CSV of ${id} in ${language} is the data table`, async ({ page, browserName }) => {
    const figure = await Figure.open(page, alone(id, query, language));
    const { name, text } = await saved(page, figure, 'csv', browserName);
    if (name) expect(name).toMatch(new RegExp(`^${id}.*\\.csv$`));
    const panel = await figure.openPanel('table');
    const [head, ...body] = rows(text);
    const cells = await panel.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(head).toEqual(await panel.locator('thead th').allTextContents());
    expect(body.length).toBe(cells.length);
    body.forEach((row, index) => {
      expect(row).toHaveLength(head.length);
      row.forEach((value, column) => {
        if (value === '') return expect(cells[index][column]).not.toMatch(/\d/);
        if (Number.isNaN(Number(value))) return expect(value).toBe(cells[index][column]); // a name
        const [exact, shown] = [Number(value), number(cells[index][column])];
        expect(Math.abs(exact - shown), `row ${index}, column ${column}: ${value} and ${cells[index][column]}`).toBeLessThanOrEqual(1e-4 * Math.abs(exact));
      });
    });
    expect(body.length).toBeGreaterThan(10);
    if (id === 'pen-drop') expect(Number(body.at(-1)?.[0])).toBeCloseTo(Number(await figure.value('fall_time')), 6);
  });
}

for (const id of IDS) {
  test(`the SVG of ${id} stands alone: valid, with its own colours`, async ({ page, browserName }) => {
    const figure = await Figure.open(page, alone(id));
    const { name, text } = await saved(page, figure, 'svg', browserName);
    if (name) expect(name).toMatch(new RegExp(`^${id}.*\\.svg$`));
    const found = await page.evaluate(async (text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
      await image.decode();
      const used = [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
      return {
        root: parsed.documentElement.localName,
        width: image.naturalWidth,
        undefinedColours: used.filter((name) => !text.includes(`${name}:`)),
        elsewhere: [...text.matchAll(/(?:href|src|url)\s*[=(]\s*["']?(https?:[^"')]+)/g)].map(([, url]) => url),
        texts: parsed.querySelectorAll('text').length,
      };
    }, text);
    expect(found).toMatchObject({ root: 'svg', undefinedColours: [], elsewhere: [] });
    expect(found.width).toBeGreaterThan(300);
    expect(found.texts).toBeGreaterThan(3);
  });
}

test('the PNG is the picture at twice its size', async ({ page, browserName }) => {
  const figure = await Figure.open(page);
  const box = await figure.picture().boundingBox();
  const { name, bytes } = await saved(page, figure, 'png', browserName);
  if (name) expect(name).toMatch(/^pen-drop.*\.png$/);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(Math.abs(bytes.readUInt32BE(16) - 2 * (box?.width ?? 0))).toBeLessThanOrEqual(4);
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0));
    return new Set(pixels).size;
  }, bytes.toString('base64'));
  expect(colours, 'the picture is not blank').toBeGreaterThan(10);
});

for (const panel of ['link', 'embed']) {
  test(`the ${panel} panel holds the exact state`, async ({ page, context }) => {
    const figure = await Figure.open(page, '/en/pen-drop/?pen-drop.object=feather');
    await figure.slide('height', decades(12));
    const text = (await figure.openPanel(panel)).locator('textarea, input').first();
    await expect(text).toHaveJSProperty('readOnly', true);
    await expect(text).toHaveValue(/height=/);
    const value = await text.inputValue();
    const url = panel === 'link' ? value : (/src="([^"]+)"/.exec(value)?.[1] ?? '').replaceAll('&amp;', '&');
    if (panel === 'embed') {
      expect(value).toMatch(/^<iframe [^>]*title="[^"]+"/);
      expect(url).toContain(FIGURE);
    }
    const opened = await Figure.open(await context.newPage(), url);
    await expect.poll(() => opened.values()).toEqual(await figure.values());
    await figure.slide('height', decades(13));
    await expect(text).not.toHaveValue(value);
  });
}

for (const section of SLUGS) {
  test(`the panels of ${section} about the model tell what it assumes, its equations and its source`, async ({ page }) => {
    for (const language of LANGUAGES) {
      await page.goto(opened(language, section));
      for (const id of SECTIONS[section].figures) {
        const figure = new Figure(page, id);
        await figure.ready();
        const about = await figure.openPanel('about');
        await expect(about.locator('math').first()).toBeVisible();
        await expect(about.locator('a[rel=external][href*="/source/"]')).toHaveAttribute('href', `/source/${FIGURES[id].source}.txt`);
        await expect(await figure.openPanel('description')).toContainText(/\d/);
      }
    }
  });
}
