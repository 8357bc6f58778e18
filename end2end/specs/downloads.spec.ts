import { ENGINE, FIGURE, Figure, alone, changes, decades, expect, holdProgram, opened, setTheme, storeGuess, test } from '../helpers';
import { difference, inFile, lastBlob, noteBlobs, onScreen, pictureIn, rendered, saved, wordless } from '../files';
import { FIGURES, SECTIONS, SLUGS, THEMES, parametersOf } from '../contract';

test.beforeEach(({ page }) => noteBlobs(page));

// What the file says is tested natively, against the table that the page shows.
test('the CSV has the name of its figure and the rows of the table in the panel', ENGINE, async ({ page, browserName }) => {
  const figure = await Figure.open(page, alone('pen-drop', 'object=feather&wind=2', 'de'));
  const { name, bytes, text } = await saved(page, figure, 'csv', browserName);
  if (name) expect(name).toBe('pen-drop.csv');
  expect(bytes.subarray(0, 3).toString('hex'), 'its letters are told').toBe('efbbbf');
  const panel = await figure.openPanel('table');
  const [head, ...rows] = text.slice(1).trim().split('\r\n');
  expect(head).toBe((await panel.locator('thead th').allTextContents()).map((cell) => `"${cell}"`).join(';'));
  expect(rows.length).toBeGreaterThan(10);
  await expect(panel.locator('tbody tr')).toHaveCount(rows.length);
  const time = Number(rows.at(-1)?.split(';')[0].replace(',', '.'));
  expect(time / Number(await figure.value('fall_time')), 'six digits').toBeCloseTo(1, 5);
});

for (const section of SLUGS) {
  test(`the SVGs of ${section} stand alone, and look everywhere as on the page`, async ({ page, browserName }) => {
    await page.goto(opened('en', section));
    for (const [place, id] of SECTIONS[section].figures.entries()) {
      const figure = new Figure(page, id);
      await figure.ready();
      await setTheme(page, THEMES[place % THEMES.length]);
      const { name, text } = await saved(page, figure, 'svg', browserName);
      if (name) expect(name).toBe(`${id}.svg`);
      expect(text.match(/<style|class=|var\(|currentcolor|rgb|url\(|href/gi), id).toBeNull();
      const [page_, file] = [await page.evaluate(onScreen, id), await page.evaluate(inFile, text)];
      expect(file.length, id).toBeGreaterThan(10);
      expect(file, id).toEqual(page_);
      const title = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('title')?.textContent, text);
      expect(title).toBe(await figure.title().textContent());
      // What it shows and where it is from is to be read in it.
      const said = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('svg > g:first-of-type text')].map((line) => line.textContent).join(' '), text);
      for (const words of [title ?? '', 'CC BY 4.0', (await figure.root.locator('.source-line').textContent()) ?? '']) expect(said, id).toContain(words);
      expect(said.replaceAll(' ', '')).toContain(`${new URL(page.url()).origin}/en/${section}/`);

      // A program that is no browser draws the same, but for what lies over the picture.
      await page.locator('.picture text, .handle').evaluateAll((all) => all.forEach((element) => ((element as HTMLElement).style.visibility = 'hidden')));
      // Nor does the picture of the figure before count, which may stay above the text.
      await page.locator('figure .show').evaluateAll((all, id) => all.forEach((show) => ((show as HTMLElement).style.visibility = show.closest(`[data-figure="${id}"]`) ? '' : 'hidden')), id);
      // On whole pixels: between two of them, thin lines are blurred in another way.
      await figure.picture().evaluate((picture: SVGElement) => {
        picture.scrollIntoView({ block: 'center' });
        const { x, y } = picture.getBoundingClientRect();
        Object.assign(picture.style, { position: 'relative', left: `${Math.round(x) - x}px`, top: `${Math.round(y) - y}px` });
      });
      const screen = await figure.picture().screenshot();
      const box = (await figure.picture().boundingBox()) ?? { width: 1, height: 1 };
      // A file is in sixteenths of the letters' size, which themes have larger.
      const unit = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
      const [width, picture] = [Math.round(box.width), pictureIn(text, { width: box.width / unit, height: box.height / unit })];
      const { heights, share } = await difference(page, screen, rendered(wordless(picture), width));
      expect(Math.abs(heights[0] - heights[1]), id).toBeLessThanOrEqual(1);
      expect(share, id).toBeLessThan(0.01);
      expect((await difference(page, rendered(picture, width), rendered(wordless(picture), width))).share, `${id} has letters`).toBeGreaterThan(0.01);
    }
  });
}

test('a file shows what the page showed when it was asked for, of what moves too', async ({ page, context }) => {
  await storeGuess(page, '0.7');
  const figure = await Figure.open(page);
  const release = await holdProgram(page, /split_saving/);
  await figure.root.locator('select.speed').selectOption({ label: '1/10' });
  await figure.play().click();
  await changes(() => figure.scrubber().inputValue(), await figure.scrubber().inputValue());
  // What is on the screen at the click; then the animation goes on while the program arrives.
  const [screen, time] = await page.evaluate(() => {
    document.querySelector<HTMLElement>('figure [data-action=svg]')?.click();
    const time = document.querySelector<HTMLInputElement>('figure input.scrubber')?.value ?? '';
    return [document.querySelector('figure svg[data-layout=wide] > g:nth-of-type(2)')?.querySelectorAll('*').length, time];
  });
  await changes(() => figure.scrubber().inputValue(), time);
  release();
  const text = (await lastBlob(page, 'svg')).toString();
  const link = /<desc>.*(http\S+)<\/desc>/.exec(text)?.[1].replaceAll('&amp;', '&') ?? '';
  expect(Math.abs(Number(new URL(link).searchParams.get('time')) - Number(time))).toBeLessThan(1e-4);
  expect(screen).toBeGreaterThan(0);
  // Its address opens what it shows, to the last shape.
  const again = await context.newPage();
  await storeGuess(again, '0.7');
  await Figure.open(again, link);
  const shown = async () => (await again.evaluate(onScreen, 'pen-drop')).map(({ place, ...rest }) => [rest.name, rest.text, rest.fill]);
  const held = (await page.evaluate(inFile, text)).map(({ place, ...rest }) => [rest.name, rest.text, rest.fill]);
  await expect.poll(shown).toEqual(held);
});

test('a file shows the point that is asked about and those that were found, as the page does', ENGINE, async ({ page, browserName }) => {
  const figure = await Figure.open(page, alone('compute-trend', 'fit=curve'));
  await figure.openPoints();
  await figure.seek().fill('univac');
  await expect(figure.pointCount()).not.toBeEmpty();
  const { text } = await saved(page, figure, 'svg', browserName);
  const shown = await page.evaluate(onScreen, 'compute-trend');
  expect(shown.filter(({ name }) => name === 'text').map(({ text }) => text).join()).toContain('UNIVAC');
  expect(await page.evaluate(inFile, text)).toEqual(shown);
});

test('a file holds a value that was entered a moment before', async ({ page }) => {
  const figure = await Figure.open(page);
  const before = await figure.value('fall_time');
  await page.evaluate((position) => {
    const [range, button] = ['figure input[type=range][name=height]', 'figure [data-action=csv]'].map((selector) => document.querySelector(selector));
    Object.assign(range ?? {}, { value: String(position) });
    range?.dispatchEvent(new Event('input', { bubbles: true }));
    (button as HTMLElement).click();
  }, decades(20));
  const rows = (await lastBlob(page, 'csv')).toString().trim().split('\r\n');
  const time = Number(rows.at(-1)?.split(',')[0]);
  expect(time).not.toBeCloseTo(Number(before), 3);
  expect(time).toBeCloseTo(Number(await figure.value('fall_time')), 4);
});

test.describe('in a frame that may not save', () => {
  test.use({ tolerated: /Download is disallowed|sandboxed|Permissions policy|storage/i });

  test('the file is there to be copied', async ({ page }) => {
    await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: `<iframe sandbox="allow-scripts" width="900" height="1600" src="${alone('pen-drop', '', 'de')}"></iframe>` }));
    await page.goto('/host');
    const root = page.frameLocator('iframe').locator('figure');
    await expect(root).toHaveAttribute('data-state', 'ready');
    const panel = root.locator('section[data-panel=file]');
    const [text, image] = [panel.locator('textarea'), panel.locator('img')];
    await expect(panel).toBeHidden();
    await root.locator('.menu summary').first().click();
    await root.locator('[data-action=csv]').click();
    await expect(root.locator('.toolbar-notice')).toContainText('Ist keine Datei angekommen');
    await expect(text).toHaveValue(/^\uFEFF?"Zeit/);
    await root.locator('[data-action=svg]').click();
    await expect(text).toHaveValue(/^<svg/);
    await root.locator('[data-action=png]').click();
    await expect(text).toBeHidden();
    await expect(image).toBeVisible();
    expect(await image.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1344);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(root.locator('[data-action=png]')).toBeFocused();
  });
});

test('the PNG is the picture at twice its size', ENGINE, async ({ page, browserName }) => {
  const figure = await Figure.open(page);
  const box = await figure.picture().boundingBox();
    const { name, bytes } = await saved(page, figure, 'png', browserName);
  await expect(figure.panel('file'), 'it is shown where it may not arrive, and only there').toBeHidden();
  if (name) expect(name).toMatch(/^pen-drop.*\.png$/);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  // With a margin on both sides.
  expect(Math.abs(bytes.readUInt32BE(16) - 2 * ((box?.width ?? 0) + 32))).toBeLessThanOrEqual(4);
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

test('a link names every value, and the moment that is shown while it plays', async ({ page }) => {
  const figure = await Figure.open(page);
  const text = (await figure.openPanel('link')).locator('textarea');
  const names = [...new URL(await text.inputValue()).searchParams.keys()];
  expect(names.sort()).toEqual(parametersOf(FIGURES['pen-drop']).sort());
  await figure.root.locator('select.speed').selectOption({ label: '1/100' });
  await figure.play().click();
  await expect(text).toHaveValue(/time=/);
  const [link, time] = await figure.root.evaluate((figure) => ['[data-panel=link] textarea', 'input.scrubber'].map((selector) => figure.querySelector<HTMLInputElement>(selector)?.value ?? ''));
  expect(new URL(link).searchParams.get('time')).not.toBe('0');
  expect(Math.abs(Number(new URL(link).searchParams.get('time')) - Number(time))).toBeLessThan(1e-4);
});

test('on a section the panel about the model fetches what its own page tells', async ({ page }) => {
  const figure = await Figure.open(page, opened('de'));
  const about = await figure.openPanel('about');
  await expect(about.locator('math').first()).toBeVisible();
  await expect(about.locator('.about-link')).toHaveCount(0);
});
