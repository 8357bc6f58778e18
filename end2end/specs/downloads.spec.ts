import { ENGINE, FIGURE, Figure, alone, decades, expect, opened, test } from '../helpers';
import { SECTIONS, SLUGS } from '../contract';
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
      return blob && new Promise<string>((done) => {
        const reader = Object.assign(new FileReader(), { onload: () => done(String(reader.result).split(',')[1]) });
        reader.readAsDataURL(blob);
      });
    }, kind);
  let base64 = '';
  await expect.poll(async () => (base64 = (await last()) ?? '').length).toBeGreaterThan(0);
  const bytes = Buffer.from(base64, 'base64');
  return { name: (await started)?.suggestedFilename(), bytes, text: bytes.toString() };
}

// What the file says is tested natively, against the table that the page shows.
test('the CSV has the name of its figure and the rows of the table in the panel', ENGINE, async ({ page, browserName }) => {
  const figure = await Figure.open(page, alone('pen-drop', 'object=feather&wind=2', 'de'));
  const { name, text } = await saved(page, figure, 'csv', browserName);
  if (name) expect(name).toBe('pen-drop.csv');
  const panel = await figure.openPanel('table');
  const [head, ...rows] = text.trim().split('\r\n');
  expect(head).toBe((await panel.locator('thead th').allTextContents()).map((cell) => `"${cell}"`).join(','));
  expect(rows.length).toBeGreaterThan(10);
  await expect(panel.locator('tbody tr')).toHaveCount(rows.length);
  expect(Number(rows.at(-1)?.split(',')[0]), 'every digit, with a point').toBe(await figure.value('fall_time'));
});

for (const section of SLUGS) {
  test(`the SVGs of ${section} stand alone: valid, with their own colours`, async ({ page, browserName }) => {
    await page.goto(opened('en', section));
    for (const id of SECTIONS[section].figures) {
      const figure = new Figure(page, id);
      await figure.ready();
      const { name, text } = await saved(page, figure, 'svg', browserName);
      if (name) expect(name).toBe(`${id}.svg`);
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
          title: parsed.querySelector('title')?.textContent,
        };
      }, text);
      expect(found, id).toMatchObject({ root: 'svg', undefinedColours: [], elsewhere: [], title: await figure.title().textContent() });
      expect(found.width).toBeGreaterThan(300);
      expect(found.texts).toBeGreaterThan(3);
    }
  });
}

test('the PNG is the picture at twice its size', ENGINE, async ({ page, browserName }) => {
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

test('the panels with a link and with code to embed hold the exact state', async ({ page, context }) => {
  const figure = await Figure.open(page, '/en/pen-drop/?pen-drop.object=feather');
  await figure.slide('height', decades(12));
  for (const [panel, next] of [['link', 13], ['embed', 14]] as const) {
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
    await figure.slide('height', decades(next));
    await expect(text).not.toHaveValue(value);
  }
});

test('on a section the panel about the model fetches what its own page tells', async ({ page }) => {
  const figure = await Figure.open(page, opened('de'));
  const about = await figure.openPanel('about');
  await expect(about.locator('math').first()).toBeVisible();
  await expect(about.locator('.about-link')).toHaveCount(0);
});
