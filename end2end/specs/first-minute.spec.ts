import { Figure, Question, alone, expect, test } from '../helpers';
import { LANGUAGES, QUESTIONS } from '../contract';
import type { Locator, Page } from '@playwright/test';

// What somebody sees who opens a section for the first time, until they know what their guess was worth.

const SIZES = [{ width: 390, height: 844 }, { width: 1366, height: 768 }];
const FIRST = Object.entries(QUESTIONS).map(([slug, [{ id }]]) => ({ slug, id }));

/** Whether all of an element is in the window, and over everything else there. */
const wholly = (part: Locator) =>
  part.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && !!seen && (element.contains(seen) || seen.contains(element));
  });

for (const size of SIZES) {
  for (const { slug, id } of FIRST) {
    test(`the first screen of ${slug} has picture, question, slider and button at ${size.width} px`, async ({ page }) => {
      await page.setViewportSize(size);
      for (const language of LANGUAGES) {
        const question = await Question.open(page, `/${language}/${slug}/`, id);
        for (const part of [question.root.locator('.question-title'), question.range, question.field, question.commit]) {
          expect.soft(await wholly(part), `${language}: ${await part.evaluate((element) => element.outerHTML.slice(0, 80))}`).toBe(true);
        }
        const picture = await question.prompt.boundingBox();
        expect(picture && picture.y + 60 < size.height, 'the upper part of the picture').toBe(true);
        const words = await question.range.evaluate((range) => {
          const text = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
          let words = '';
          for (let node = text.nextNode(); node && !(node.compareDocumentPosition(range) & Node.DOCUMENT_POSITION_PRECEDING); node = text.nextNode()) {
            if (node.parentElement?.checkVisibility() && !node.parentElement.closest('svg, nav, .where, .figure-number')) words += ` ${node.nodeValue}`;
          }
          return words.trim().split(/\s+/);
        });
        expect(words.length, words.join(' ')).toBeLessThanOrEqual(60);
        expect(words.length).toBeGreaterThan(15);
      }
    });
  }
}

test('a guess is chosen, not found: no thumb, and a button that says so', async ({ page }) => {
  const question = await Question.open(page, '/de/pen-drop/');
  /** How high what is drawn on the slider at 0.8 s is: the line, or the thumb. No mark stands there. */
  const thumb = async () => {
    const shot = (await question.range.screenshot()).toString('base64');
    return page.evaluate(async (shot) => {
      const image = new Image();
      image.src = `data:image/png;base64,${shot}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(Math.round(0.4 * image.width), 0, 1, image.height) ?? { data: [] };
      return [...data].filter((value, place) => place % 4 === 0 && value < 170).length;
    }, shot);
  };
  const empty = () => question.root.locator('.guess').getAttribute('data-empty');
  expect(await empty()).not.toBeNull();
  expect(await thumb()).toBeLessThan(8);
  await expect(question.commit).toHaveText('Erst schätzen');
  await expect(question.range).toHaveAttribute('aria-valuetext', 'noch keine Schätzung');
  const notice = question.root.locator('.guess .notice');
  await question.commit.dispatchEvent('click');
  await expect(question.range).toBeFocused();
  await expect(notice).toHaveText(/Drücken Sie auf die Linie/);
  await question.locked();

  for (const text of ['bald', '9', '-1']) {
    await question.field.fill(text);
    await question.field.press('Enter');
    await expect(notice).toHaveText(`„${text}“ ist keine Zahl zwischen 0 und 2,00.`);
    await expect(question.field).toHaveValue('');
    expect(await empty()).not.toBeNull();
  }
  await question.field.fill('0,7 s');
  await question.field.press('Enter');
  await expect(notice).toBeEmpty();
  await expect(question.field).toHaveValue('0,70');
  await question.field.fill('0,8');
  await question.field.press('Enter');
  await question.field.blur();
  expect(await thumb()).toBeGreaterThan(14);
  await expect(question.commit).toHaveText(/Auf 0,80\ss festlegen/);
});

test('a press where the slider stands unseen is a guess, too', async ({ page }) => {
  const question = await Question.open(page);
  await question.range.click(); // in its middle, where its value is
  await expect(question.field).toHaveValue('1.00');
});

for (const size of SIZES) {
  test(`the answer comes where the question was, at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    const question = await Question.open(page);
    const figure = question.figure;
    const before = await figure.root.boundingBox();
    const scrolled = await page.evaluate(() => scrollY);
    await question.field.fill('0.7');
    await question.field.press('Enter');
    await question.commit.click();
    await expect(question.verdict).toContainText('0.5543');
    const after = await figure.root.boundingBox();
    const moved = (after?.y ?? 0) + (await page.evaluate(() => scrollY)) - (before?.y ?? 0) - scrolled;
    expect(Math.abs(moved), 'nothing above the figure has changed').toBeLessThan(1);
    for (const part of [figure.picture(), question.verdict, question.again]) await expect(part).toBeInViewport({ ratio: 0.9 });
    await expect(question.verdict).toBeFocused();
    // Mid-fall, with the loupe and both lines.
    await expect.poll(async () => Number(await figure.scrubber().inputValue())).toBeLessThan(0.5);
    await expect(figure.root.locator('select.speed')).toHaveValue('1');
    await expect(figure.root.locator('.said')).toHaveText(/You said\s*0\.70\s*s/);
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });
}

test.describe('an object falls when it is chosen by hand', () => {
  const time = async (figure: Figure) => Number(await figure.scrubber().inputValue());

  test('at once, as fast as life, and stays where it lands', async ({ page }) => {
    const figure = await Figure.open(page, alone('pen-drop'));
    await figure.object('steel-ball').check({ force: true });
    await expect(figure.play()).toHaveAccessibleName('Pause');
    await expect(figure.play()).toHaveAccessibleName('Play');
    expect(await time(figure)).toBeCloseTo(Number(await figure.value('fall_time')), 2);
    await expect.poll(() => new URL(page.url()).search).toContain('object=steel-ball');
    expect(new URL(page.url()).search).not.toContain('time');
  });

  test('not for an address, and not for who asks for less motion', async ({ page }) => {
    const figure = await Figure.open(page, alone('pen-drop', 'object=steel-ball'));
    await expect(figure.play()).toHaveAccessibleName('Play');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await figure.object('pen').check({ force: true });
    await expect(figure.title()).toContainText('pen');
    await expect(figure.play()).toHaveAccessibleName('Play');
  });
});

test('a marked value is set by a press on its mark', async ({ page }) => {
  const figure = await Figure.open(page, alone('pen-drop'));
  const mark = (name: string) => figure.root.locator('.slider.accent .ticks i', { hasText: name });
  await mark('Moon').click();
  await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(3 / 1.622), 6);
  await mark('Jupiter').click();
  await expect.poll(() => figure.value('fall_time_vacuum')).toBeCloseTo(Math.sqrt(3 / 24.79), 6);
});
