import { Figure, expect, settled, test } from '../helpers';
import { ROUTES } from '../contract';

const WIDTHS = [320, 390, 768, 1280, 1920, 3840];
const heights: Record<number, number> = { 320: 568, 390: 844, 768: 1024, 1280: 900, 1920: 1080, 3840: 2160 };

for (const route of ROUTES) {
  test(`${route} fits every width, and its pictures stay legible`, async ({ page }) => {
    await page.goto(route);
    const figure = new Figure(page);
    const hasFigure = route.includes('pen-drop');
    if (hasFigure) {
      await figure.ready();
      await figure.unfold();
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: heights[width] });
      if (hasFigure) await expect(figure.picture()).toHaveCount(1);
      await settled(page);
      expect.soft(await page.evaluate(tooWide), `wider than ${width} px`).toEqual([]);
      expect.soft(await page.evaluate(smallTexts), `too small at ${width} px`).toEqual([]);
    }
  });
}

for (const language of ['en', 'de']) {
  test(`open panels fit a small phone in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    const figure = await Figure.open(page, `/${language}/pen-drop/`);
    await figure.unfold();
    for (const name of ['table', 'description', 'link', 'embed', 'about']) {
      await figure.openPanel(name);
      expect.soft(await page.evaluate(tooWide), `with ${name} open`).toEqual([]);
    }
  });

  test(`fingers find everything on a phone in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const figure = await Figure.open(page, `/${language}/pen-drop/`);
    await figure.unfold();
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });
}

test('a state that needs long words and numbers fits too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const query of ['object=paper-sheet&height=3999.5&mass=0.0000123&wind=-19.9', 'world=water', 'height=-1&mass=x&wind=99&area=y&world=z']) {
    const figure = await Figure.open(page, `/de/figure/pen-drop/?${query}`);
    await figure.unfold();
    await settled(page);
    expect.soft(await page.evaluate(tooWide), query).toEqual([]);
  }
});

/** What makes the page scroll sideways. Runs in the page. */
function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element: Element | null): boolean =>
    element !== null && element !== document.body && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
  const culprits = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(element.parentElement),
  );
  return [`page: ${scrollWidth} of ${clientWidth}`, ...culprits.slice(0, 5).map((element) => element.outerHTML.slice(0, 100))];
}

/** Texts of displayed pictures under 12 px. Runs in the page. */
function smallTexts(): string[] {
  return [...document.querySelectorAll<SVGTextElement>('svg text')]
    .filter((text) => text.checkVisibility() && text.getBoundingClientRect().width > 0)
    .map((text) => ({ text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getScreenCTM()?.a ?? 0, text.getScreenCTM()?.b ?? 0) }))
    .filter(({ size }) => size < 11.95)
    .map(({ text, size }) => `${text}: ${size.toFixed(1)} px`);
}

/** What is to be touched but smaller than 44 px. Runs in the page. */
function smallTargets(): string[] {
  return [...document.querySelectorAll('button, summary, select, header a, label:has(input[type=radio]), input[type=range]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (box.width < 43.5 || box.height < 43.5))
    .map(({ element, box }) => `${box.width.toFixed(0)}×${box.height.toFixed(0)} ${element.outerHTML.slice(0, 90)}`);
}
