import { ENGINE, Figure, alone, expect, finger, settled, test } from '../helpers';
import { FIGURES, LANGUAGES, type FigureId } from '../contract';
import type { Page } from '@playwright/test';

const SCREENS = [[1024, 768], [1280, 720], [1920, 1080], [3840, 2160]];
const ALL = Object.keys(FIGURES) as FigureId[];

const filled = (page: Page) => page.evaluate(() => document.fullscreenElement?.getAttribute('data-figure') ?? null);

/** Opens a figure alone and has it fill the screen. */
async function onStage(page: Page, id: FigureId, query = '', language = 'en'): Promise<Figure> {
  const figure = await Figure.open(page, alone(id, query, language));
  await figure.action('fullscreen').click();
  await expect.poll(() => filled(page)).toBe(id);
  return figure;
}

for (const language of LANGUAGES) {
  test(`every figure in full screen is one screen for a room, in ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const id of ALL) {
      await onStage(page, id, '', language);
      for (const [width, height] of SCREENS) {
        await page.setViewportSize({ width, height });
        await settled(page);
        await settled(page);
        expect.soft(await page.evaluate(amiss), `${id}, ${width}×${height}`).toEqual([]);
      }
    }
  });
}

test('what a room does not need opens beside the picture, and is gone again with the stage', async ({ page }) => {
  const figure = await onStage(page, 'compute-trend');
  const rest = [figure.pointDetails(), figure.root.locator('.toolbar'), figure.root.locator('.source-line'), figure.output('points')];
  for (const part of rest) await expect(part).toBeHidden();
  await figure.action('more').click();
  for (const part of rest) await expect(part).toBeVisible();
  await (await figure.openPanel('table')).getByRole('row').nth(3).scrollIntoViewIfNeeded();
  await expect(figure.picture()).toBeInViewport({ ratio: 1 });
  await expect(figure.action('fullscreen')).toBeInViewport({ ratio: 1 });
  await figure.action('more').click();
  for (const part of rest) await expect(part).toBeHidden();
  await figure.action('more').click();
  await figure.action('fullscreen').click();
  await expect.poll(() => filled(page)).toBe(null);
  await expect(figure.action('more')).toBeHidden();
  await expect(figure.root.locator('.toolbar')).toBeVisible();
  await expect(figure.root).not.toHaveAttribute('data-rest');
});

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true });
  test.skip(({ browserName }) => browserName !== 'chromium');

  test('what is drawn on stands beside the picture in the place of the controls, and goes again', async ({ page }) => {
    for (const language of LANGUAGES) {
      const figure = await onStage(page, 'structure-vs-scale', 'noise=0.2&compute=3e7&seeds=1', language);
      await figure.ready();
      const [fold, pad, controls] = [figure.root.locator('.drawing > summary'), figure.root.locator('.pad'), figure.root.locator('.settings')];
      await expect(fold).toBeInViewport({ ratio: 1 });
      await fold.click();
      for (const [width, height] of [[1366, 768], [1920, 1080]]) {
        await page.setViewportSize({ width, height });
        await settled(page);
        await settled(page);
        for (const part of [fold, pad, figure.picture(), figure.action('fullscreen')]) await expect.soft(part).toBeInViewport({ ratio: 1 });
        const { width: across, height: down } = (await pad.boundingBox()) ?? { width: 0, height: 0 };
        expect.soft([Math.round(across - down), across > 0.3 * height], 'a square that a hand can draw on').toEqual([0, true]);
        // The controls have stepped aside, and the picture has made room.
        const found = (await page.evaluate(amiss)).filter((what) => !/^(hidden|[\d.]+ of)/.test(what));
        expect.soft(found, `${language}, ${width}×${height}`).toEqual([]);
      }
      const { x, y, width } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0 };
      const touch = await finger(page);
      await touch.press({ x: x + width / 2, y: y + 0.9 * width });
      for (const share of [0.7, 0.4, 0.1]) await touch.move({ x: x + width / 2, y: y + share * width });
      await touch.lift();
      for (const said of await figure.root.locator('.judge-said').all()) await expect(said).toHaveText(/^\w+ \d+\s%$/);
      await expect(controls).toBeHidden();
      await fold.click();
      await expect(controls).toBeVisible();
    }
  });
});

test('the keys of a remote control move nothing on a stage, those of the keyboard do', ENGINE, async ({ page }) => {
  const figure = await onStage(page, 'pen-drop');
  for (const range of [figure.control('height'), figure.scrubber()]) {
    await range.focus();
    const before = await range.inputValue();
    for (const key of ['PageDown', 'PageUp', 'PageUp']) {
      await page.keyboard.press(key);
      await settled(page);
      expect(await range.inputValue(), key).toBe(before);
    }
    await page.keyboard.press('ArrowLeft');
    await expect(range).not.toHaveValue(before);
  }
  // So they do where the figure is on a page again.
  await figure.action('fullscreen').click();
  await expect.poll(() => filled(page)).toBe(null);
  const before = await figure.control('height').inputValue();
  await figure.control('height').press('PageDown');
  await expect(figure.control('height')).not.toHaveValue(before);
});

test('full screen is the first stop of a figure', async ({ page }) => {
  const figure = await Figure.open(page, alone('compute-trend'));
  await figure.root.evaluate((element) => {
    (element as HTMLElement).tabIndex = -1;
    (element as HTMLElement).focus();
  });
  await page.keyboard.press('Tab');
  await expect(figure.action('fullscreen')).toBeFocused();
});

test('where there is no full screen, the figure says so beside the button', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false }));
  const figure = await Figure.open(page);
  await figure.action('fullscreen').click();
  await expect(figure.root.locator('.figure-notice')).toContainText('does not allow full screen');
  await expect(figure.root.locator('.figure-notice')).toBeInViewport();
});

/** What keeps a figure from being one screen that can be read from the last row. Runs in the page. */
function amiss(): string[] {
  const figure = document.fullscreenElement as HTMLElement;
  const found: string[] = [];
  const say = (what: string, element: Element) => found.push(`${what}: ${element.outerHTML.slice(0, 100)}`);
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const isInside = ({ left, top, right, bottom }: DOMRect) => left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
  const all = (selector: string) => [...figure.querySelectorAll<HTMLElement>(selector)];

  for (const part of [figure, ...all('.aside')]) {
    if (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1) say(`${part.scrollWidth}×${part.scrollHeight} in ${part.clientWidth}×${part.clientHeight}`, part);
  }
  const [picture] = all('.picture svg[data-layout]').filter(isShown);
  const { width } = picture.getBoundingClientRect();
  if (width < 0.7 * innerWidth) say(`${width} of ${innerWidth} px`, picture);

  const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT, ({ parentElement, textContent }) =>
    parentElement && textContent?.trim() && isShown(parentElement) && !parentElement.closest('legend, option') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement as Element;
    const drawn = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const size = parseFloat(getComputedStyle(element).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1);
    if (size < 0.025 * innerHeight) say(`${((100 * size) / innerHeight).toFixed(2)} % of the height`, element);
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    if (!isInside(range.getBoundingClientRect())) say('cut', element);
  }

  const controls = all(':is(.settings, .transport) :is(input, select, button), .figure-tools button').filter((control) => !control.closest('details'));
  for (const part of [...controls, ...all('h2, .large output')]) {
    if (!isShown(part)) say('hidden', part);
    else if (!isInside(part.getBoundingClientRect())) say('out of view', part);
  }
  for (const control of controls.filter((control) => control.matches('select, .value'))) {
    if (parseFloat(getComputedStyle(control).fontSize) < 0.025 * innerHeight) say('small', control);
  }
  return found;
}
