import type { Page } from '@playwright/test';
import { ENGINE, Figure, Question, SECTION, decades, expect, holdProgram, test } from '../helpers';
import type { FigureId } from '../contract';

// Words in the text that put a figure into a state. Which of them a section has is its authors' matter: the tests bring their own,
// at the top of the page.

const WORDS = 'the feather, from high up';

/** Puts words for a state of a figure below the title of the section, as the build would. */
async function withWords(page: Page, id: FigureId = 'pen-drop', state = 'object=feather&height=20') {
  const link = `<p><a class="state" data-shows="${id}" href="/en/figure/${id}/?${state.replaceAll('&', '&amp;')}">${WORDS}</a>. And on.</p>`;
  await page.route(({ pathname }) => pathname === SECTION, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</h1>', `</h1>${link}`) });
  });
  return page.getByRole('button', { name: WORDS });
}

const back = (page: Page) => page.getByRole('button', { name: /^back/ });

/** The figure after it has been given values of its own, by the address. */
async function started(page: Page) {
  const words = await withWords(page);
  const figure = await Figure.open(page, `${SECTION}?pen-drop.object=ping-pong-ball&pen-drop.height=5&pen-drop.time=0.5`);
  return { words, figure };
}

test('words put a figure into their state and take it back to what it was, its moment too', ENGINE, async ({ page }) => {
  const { words, figure } = await started(page);
  const before = { values: await figure.values(), time: await figure.scrubber().inputValue() };
  const title = await figure.title().textContent();
  await expect(words).toHaveAttribute('aria-pressed', 'false');
  await expect(back(page)).toHaveCount(0);
  await words.click();
  await expect(figure.chosenObject()).toHaveValue('feather');
  expect(await figure.position('height')).toBeCloseTo(decades(20), 6);
  expect(await figure.scrubber().inputValue()).not.toBe(before.time);
  await expect(words).toHaveAttribute('aria-pressed', 'true');
  await expect(figure.picture()).toBeInViewport({ ratio: 0.5 });
  await expect.poll(() => new URL(page.url()).searchParams.get('pen-drop.height')).toBe('20');
  // It is said aloud as what the reader's hand does is.
  const announcer = page.locator('.announcer');
  await expect(announcer).toContainText((await figure.title().textContent()) ?? '?');

  // A full stop stays with its words, and the name says where it goes back to.
  await expect(words.locator('..')).toHaveText(`${WORDS}.back And on.`);
  await expect(back(page)).toHaveText('back');
  await expect(back(page)).toHaveAccessibleName(/^back to: Ping-pong ball, Height 5\s*m$/);
  await back(page).click();
  await expect.poll(() => figure.values()).toEqual(before.values);
  expect(await figure.scrubber().inputValue()).toBe(before.time);
  await expect(words).toBeFocused();
  await expect(words).toHaveAttribute('aria-pressed', 'false');
  await expect(back(page)).toHaveCount(0);
  await expect(words.locator('..')).toHaveText(`${WORDS}. And on.`);
  await expect(announcer).toContainText(title ?? '?');
});

test('with the keyboard, too: words pressed again take it back, and after another change there is nothing to take back', ENGINE, async ({ page }) => {
  const { words, figure } = await started(page);
  const before = await figure.values();
  await words.focus();
  await page.keyboard.press('Space');
  await expect(words).toHaveAttribute('aria-pressed', 'true');
  await expect(words).toBeFocused();
  const made = await figure.values();
  expect(made).not.toEqual(before);
  await page.keyboard.press('Space');
  await expect.poll(() => figure.values()).toEqual(before);
  await expect(words).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect.poll(() => figure.values()).toEqual(made);
  await figure.slide('height', decades(10));
  await expect(words).toHaveAttribute('aria-pressed', 'false');
  await expect(back(page)).toHaveCount(0);
  expect(await figure.position('height')).toBeCloseTo(decades(10), 6);
  await expect(figure.chosenObject()).toHaveValue('feather');
  // Pressed anew they begin anew, and go back to where the reader was by then.
  await words.press('Enter');
  await back(page).press('Enter');
  await expect.poll(() => figure.position('height')).toBeCloseTo(decades(10), 6);
  await expect(words).toBeFocused();
});

test('a picture that is in view stays where it is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1200 });
  const { words, figure } = await started(page);
  await page.evaluate(() => window.scrollTo(0, 30));
  await expect(figure.picture()).toBeInViewport({ ratio: 1 });
  await words.click();
  await expect(words).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => scrollY)).toBe(30);
  // With a key the browser has the link.
  const [tab] = await Promise.all([page.context().waitForEvent('page'), words.click({ modifiers: ['Control'] })]);
  expect(new URL(tab.url() === 'about:blank' ? await tab.waitForURL(/figure/).then(() => tab.url()) : tab.url()).pathname).toBe('/en/figure/pen-drop/');
  await expect(words).toHaveAttribute('aria-pressed', 'true');
});

test('a figure that a question keeps back is opened, as by an address', async ({ page }) => {
  const words = await withWords(page);
  const question = await Question.open(page);
  await question.locked();
  await words.click();
  await question.opened('address');
  await expect(question.figure.chosenObject()).toHaveValue('feather');
  await expect(question.figure.picture()).toBeInViewport({ ratio: 0.5 });
  // For the visit: the page loaded anew asks no more.
  await page.goto(SECTION);
  await question.figure.ready();
  await expect(question.figure.title()).toBeVisible();
});

test('a figure whose program is still on its way is shown, and takes the state when it is there', async ({ page }) => {
  const words = await withWords(page, 'dominance-map', 'object=feather');
  const release = await holdProgram(page, /split_falling.*\.wasm$/);
  await page.goto(`${SECTION}?pen-drop.height=1.5`);
  const map = new Figure(page, 'dominance-map');
  await words.click();
  await expect(map.picture()).toBeInViewport({ ratio: 0.5 });
  await expect(map.root).toHaveAttribute('data-state', 'static');
  release();
  await map.ready();
  await expect(words).toHaveAttribute('aria-pressed', 'true');
  await expect(map.root.locator('select[name=object], input[name=object]:checked')).toHaveValue('feather');
});

test.describe('without JavaScript', () => {
  // What the head has sent for early is used by nobody then.
  test.use({ javaScriptEnabled: false, tolerated: /against the policy: script-src-elem inline|violates the following directive|was preloaded using link preload but not used/ });

  test('words for a state lead to the figure alone in that state', async ({ page }) => {
    await withWords(page);
    await page.goto(SECTION);
    await page.getByRole('link', { name: WORDS }).click();
    await expect(page).toHaveURL(/\/en\/figure\/pen-drop\/\?object=feather&height=20$/);
  });
});
