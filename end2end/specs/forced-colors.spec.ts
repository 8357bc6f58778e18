import { Figure, Question, SECTION, alone, expect, setTheme, settled, test } from '../helpers';
import type { Locator, Page } from '@playwright/test';

/** A part of an element's box, as shares of it: left, top, right, bottom. */
type Part = [number, number, number, number];
const WHOLE: Part = [0, 0, 1, 1];

/** The share of a part of an element that stands out from the ground that the reader has chosen. Widened by pixels around it. */
async function inked(page: Page, element: Locator, [left, top, right, bottom]: Part = WHOLE): Promise<number> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element} is not shown`);
  const clip = { x: box.x + left * box.width, y: box.y + top * box.height, width: (right - left) * box.width, height: (bottom - top) * box.height };
  const shot = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const ground = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
    probe.remove();
    const standsOut = (at: number) => ground.some((part, index) => index < 3 && Math.abs(pixels[at + index] - part) > 100);
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) count += Number(standsOut(at));
    return count / (image.width * image.height);
  }, shot);
}

/** Where the thumb of a range is, as a share of its length. */
const place = (range: Locator) => range.evaluate((input: HTMLInputElement) => (Number(input.value) - Number(input.min)) / (Number(input.max) - Number(input.min)));

/** Track on both sides of the thumb, and the thumb, which is higher. */
async function expectSlider(page: Page, range: Locator, what: string) {
  const at = await place(range);
  const box = (await range.boundingBox()) as { width: number; height: number };
  const thumb = 20 / box.width;
  if (at > 0.1) expect.soft(await inked(page, range, [0.01, 0.45, at - thumb, 0.55]), `${what}: track before the thumb`).toBeGreaterThan(0.4);
  expect.soft(await inked(page, range, [at + thumb, 0.45, 0.99, 0.55]), `${what}: track behind the thumb`).toBeGreaterThan(0.2);
  const around: Part = [Math.max(0, at - thumb), 0.25, Math.min(1, at + thumb), 0.75];
  expect.soft(await inked(page, range, around), `${what}: thumb`).toBeGreaterThan(0.2);
}

// The colours of the device, and a theme of the page that is the other way round and has to step aside.
for (const [colorScheme, theme] of [['light', 'dark'], ['dark', 'projector']] as const) {
  test.describe(`on a ${colorScheme} ground`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors: 'active' } });

    test('a number can be seen to be changed: slider, field, mark, choice, transport', async ({ page }) => {
      const figure = await Figure.open(page, alone('pen-drop', 'gravity=20'));
      await setTheme(page, theme);
      await expectSlider(page, figure.control('height'), 'a slider');
      await expectSlider(page, figure.control('gravity'), 'the slider of the dominant force');
      await expectSlider(page, figure.scrubber(), 'the scrubber');
      expect.soft(await inked(page, figure.root.locator('.value').first(), [0, 0.85, 1, 1.08]), 'the line under a number').toBeGreaterThan(0.1);
      expect.soft(await inked(page, figure.root.locator('.default.moved')), 'the mark of the default').toBeGreaterThan(0.2);
      const speed = figure.root.locator('.speed');
      expect.soft(await inked(page, speed, [0.75, 0.3, 1, 0.7]), 'the arrow of the list of speeds').toBeGreaterThan(0.02);
      expect.soft(await inked(page, figure.play(), [0, 0, 1, 0.06]), 'the edge of a button').toBeGreaterThan(0.3);
      const words = figure.root.locator('.presets span');
      expect.soft(await inked(page, words.nth(0), [0, 0.1, 0.06, 0.9]), 'what is chosen').toBeGreaterThan(0.9);
      expect.soft(await inked(page, words.nth(2), [0, 0.1, 0.02, 0.9]), 'what is not').toBeLessThan(0.5);
      await expect.soft(figure.action('fullscreen')).toHaveCSS('text-decoration-line', 'underline');
      await figure.openPanel('link');
      expect.soft(await inked(page, figure.panel('link').locator('textarea'), [0, 0, 1, 0.03]), 'the edge of a text').toBeGreaterThan(0.3);
    });

    test('data can be seen to be asked: list, toggle, search, handles, and all of the picture', async ({ page }) => {
      const figure = await Figure.open(page, alone('compute-trend', 'frontier=true'));
      await setTheme(page, theme);
      await figure.unfold();
      const list = figure.choice('dataset');
      expect.soft(await inked(page, list, [0, 0, 1, 0.05]), 'the edge of a list').toBeGreaterThan(0.3);
      expect.soft(await inked(page, list, [0.9, 0.3, 1, 0.7]), 'the arrow of a list').toBeGreaterThan(0.01);
      expect.soft(await inked(page, figure.toggle('frontier')), 'a toggle').toBeGreaterThan(0.2);
      expect.soft(await inked(page, figure.seek(), [0, 0.6, 1, 0.9]), 'the line under a search').toBeGreaterThan(0.03);
      await expectSlider(page, figure.pointRange(), 'the slider through the points');
      expect.soft(await inked(page, figure.handle().first()), 'a handle').toBeGreaterThan(0.04);
      // A shape in the colour of the ground is one that lies under a label, or lets something recede.
      const unseen = await figure.picture().evaluate((picture) => {
        const colour = (name: string) => {
          (picture as SVGElement).style.color = name;
          return getComputedStyle(picture).color;
        };
        const ground = colour('Canvas');
        return [...picture.querySelectorAll('[class]')]
          .filter((shape) => !/^(paper|wash|veil)/.test(shape.getAttribute('class') ?? '') && getComputedStyle(shape).color === ground)
          .map((shape) => shape.outerHTML.slice(0, 80));
      });
      expect.soft(unseen).toEqual([]);
      expect.soft(await inked(page, figure.picture()), 'the picture').toBeGreaterThan(0.03);
    });

    test('what waits and what is asked can be seen: progress, guess, buttons', async ({ page }) => {
      await page.goto(alone('ensemble', 'drops=100000&object=feather&wind=5'));
      await setTheme(page, theme);
      const figure = new Figure(page, 'ensemble');
      await expect.poll(figure.progress).toBeGreaterThan(0.02);
      await figure.pause().click();
      await settled(page);
      const bar = figure.root.locator('progress');
      const share = await figure.progress();
      expect.soft(await inked(page, bar, [0, 0, 1, 0.1]), 'the edge of a bar').toBeGreaterThan(0.3);
      expect.soft(await inked(page, bar, [0, 0.3, share, 0.7]), 'its finished part').toBeGreaterThan(0.9);
      expect.soft(await inked(page, bar, [share + 0.05, 0.3, 0.95, 0.7]), 'the rest of it').toBeLessThan(0.1);
      const question = await Question.open(page, SECTION);
      await setTheme(page, theme);
      await question.range.focus();
      await page.keyboard.press('ArrowRight');
      await expectSlider(page, question.range, 'the guess');
      expect.soft(await inked(page, question.commit, [0, 0.1, 0.05, 0.9]), 'the button that counts').toBeGreaterThan(0.9);
      await expect.soft(question.anyway).toHaveCSS('text-decoration-line', 'underline');
      await expect.soft(page.locator('footer a').first()).toHaveCSS('text-decoration-line', 'underline');
    });
  });
}
