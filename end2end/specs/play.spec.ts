import AxeBuilder from '@axe-core/playwright';
import { ENGINE, Figure, alone, expect, holdProgram, test } from '../helpers';
import type { Locator, Page } from '@playwright/test';

// Rules, replies and sentences are held natively: crates/figures/tests/all/search_vs_knowledge.rs. Here: that the reader can play.

const ID = 'search-vs-knowledge';
const ADDRESS = 'compute=64';

/** A game on an open page. */
class Game {
  readonly figure: Figure;
  readonly line: Locator;
  readonly said: Locator;
  readonly places: Locator;
  readonly rivals: Locator;

  constructor(readonly page: Page) {
    this.figure = new Figure(page, ID);
    const root = this.figure.root;
    [this.line, this.said] = [root.locator('.game'), root.locator('.game-said')];
    [this.places, this.rivals] = [root.locator('.places button'), root.locator('.game-rival select')];
  }

  /** Opens the figure in a state, and begins. */
  static async begin(page: Page, query = ADDRESS, language = 'en'): Promise<Game> {
    await Figure.open(page, alone(ID, query, language));
    const game = new Game(page);
    await game.start();
    return game;
  }

  /** Begins: the keys are on the board then. */
  async start() {
    await this.button('start').click();
    await this.is('turn');
    await expect(this.column(4)).toBeFocused();
  }

  button = (name: 'start' | 'first' | 'take-back' | 'again' | 'retry' | 'leave') => this.figure.root.locator(`[data-game=${name}]`);
  /** Column 1 is the first. */
  column = (number: number) => this.places.nth(number - 1);
  is = (stage: 'turn' | 'thinking' | 'failed' | 'over') => expect(this.line).toHaveAttribute('data-stage', stage);
  announced = () => this.page.locator('.announcer');

  /** Presses these keys, and after each of them waits for the answer. */
  async press(keys: string) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await expect(this.line).not.toHaveAttribute('data-stage', 'thinking');
    }
  }

  /** What is in each column, as it is told. */
  labels = () => this.places.evaluateAll((all) => all.map((place) => place.getAttribute('aria-label')));
}

test('a whole game by keys: to its end, another one, and back', ENGINE, async ({ page }) => {
  const game = await Game.begin(page);
  const { figure, said } = game;
  const address = page.url();
  // The keys are on the board, in its middle, and all that belongs to the recorded game has gone.
  await expect(game.column(4)).toBeFocused();
  await expect(figure.scrubber()).toBeHidden();
  await expect(game.button('start')).toBeHidden();
  await expect(said).toHaveText('You begin. Choose a column.');
  await expect(game.announced()).toHaveText('You begin. Choose a column.');
  // Arrows choose, at most to the edges; Enter and space play.
  await page.keyboard.press('ArrowLeft');
  await expect(game.column(3)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(game.column(1)).toBeFocused();
  await expect(game.column(1)).toHaveAttribute('tabindex', '0');
  await game.press(' ');
  await expect(said).toHaveText('Pure search: column 6. Your move.');
  await expect(game.announced()).toHaveText('Pure search: column 6. Your move.');
  await expect(game.column(6)).toHaveAccessibleName('Column 6, from the bottom: opponent');
  await expect(figure.picture().locator('text').filter({ hasText: 'tries before move 2' })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('figure').setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);
  // Where an answer is that of before, it is told all the same: what was told has gone in between.
  await page.evaluate(() => {
    const [place, told] = [document.querySelector('.announcer'), [] as string[]];
    Object.assign(window, { told });
    if (place) new MutationObserver(() => told.push(place.textContent ?? '')).observe(place, { childList: true, characterData: true, subtree: true });
  });
  await game.press('1');
  await expect(game.announced()).toHaveText('Pure search: column 5. Your move.');
  expect(await page.evaluate(() => (window as { told?: string[] }).told)).toEqual(['', 'Pure search: column 5. Your move.']);
  // A digit plays at once. A column that is full is refused, and says so.
  await game.press('111');
  await expect(game.column(1)).toHaveAccessibleName(/^Column 1, full\./);
  await expect(game.column(1)).toHaveAttribute('aria-disabled', 'true');
  const labels = await game.labels();
  await game.press('1');
  await expect(said).toHaveText('Nothing fits there. Choose another place.');
  await expect(game.announced()).toHaveText('Nothing fits there. Choose another place.');
  expect(await game.labels()).toEqual(labels);
  await game.press('2345');
  await game.is('over');
  await expect(game.announced()).toHaveText('Column 2. Pure search wins.');
  await expect(figure.picture().locator('text').filter({ hasText: 'Pure search wins' })).toBeVisible();
  for (const place of await game.places.all()) await expect(place).toHaveAttribute('aria-disabled', 'true');
  // The same moves get the same answers; the end can be taken back; then another game, which is won.
  await game.button('take-back').press('Enter');
  await game.is('turn');
  await expect(game.announced()).toHaveText('Taken back. Your move.');
  await game.press('5');
  await expect(said).toHaveText('Column 2. Pure search wins.');
  await game.button('again').press('Enter');
  await expect(game.column(4)).toBeFocused();
  await game.press('4444');
  await expect(game.announced()).toHaveText('You win. Well played!');
  await expect(game.button('leave')).toHaveText('Back to the figure');
  await game.button('leave').press('Enter');
  await expect(game.button('start')).toBeFocused();
  await expect(game.line).toBeHidden();
  await expect(game.places.first()).toBeHidden();
  await expect(figure.scrubber()).toBeVisible();
  expect(page.url()).toBe(address);
});

test('whom the reader plays against, and who begins, is chosen before the first move', async ({ page }) => {
  const game = await Game.begin(page, 'compute=4096', 'de');
  await game.rivals.selectOption({ label: 'Beratene Suche' });
  await expect(game.button('first')).toHaveText('Gegner beginnt');
  await game.button('first').click();
  await expect(game.said).toHaveText(/^Beratene Suche: Spalte \d\. Sie sind am Zug\.$/);
  const opened = await game.labels();
  // Only the two columns that it may look at have been looked at.
  await expect(game.figure.picture().locator('text').filter({ hasText: /^(<1|\d+)$/ })).toHaveCount(2);
  await expect(game.button('first')).toHaveText('Ich beginne');
  await game.column(1).click();
  await game.is('turn');
  await expect(game.button('first')).toBeHidden();
  await expect(game.rivals).toBeHidden();
  // Taken back, the other's first move stays.
  await game.button('take-back').click();
  await expect(game.said).toHaveText('Zurückgenommen. Sie sind am Zug.');
  expect(await game.labels()).toEqual(opened);
  expect(opened.filter((label) => !label?.endsWith('leer'))).toEqual([expect.stringMatching(/^Spalte \d, von unten: Gegner$/)]);
  await expect(game.rivals).toBeVisible();
});

test('a game goes on where a setting changes, with what is in force, and says so', async ({ page }) => {
  const game = await Game.begin(page);
  await game.rivals.selectOption('1');
  await game.column(4).focus();
  await game.press('4');
  const labels = await game.labels();
  await game.figure.root.locator('input[name=opponent][value=rules-only]').check();
  await expect(game.said).toHaveText('From now on: Rules of thumb.');
  expect(await game.labels()).toEqual(labels);
  await game.column(4).focus();
  await game.press('1');
  await expect(game.said).toHaveText(/^Rules of thumb: column \d\. Your move\.$/);
  await game.figure.action('reset').click();
  await expect(game.said).toHaveText(/^From now on: Guided search, 32\s768 units per move\.$/);
  await game.is('turn');
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('columns are as wide as fingers, and a tap plays', async ({ page }) => {
    const game = await Game.begin(page);
    for (const place of await game.places.all()) expect((await place.boundingBox())?.width).toBeGreaterThanOrEqual(44);
    for (const control of await game.line.locator('button:visible, select:visible').all()) {
      const box = await control.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    }
    await game.column(4).tap();
    await expect(game.said).toHaveText(/^Pure search: column \d\. Your move\.$/);
    await expect(game.column(4)).toHaveAccessibleName(/you/);
  });
});

test('what surrounds the figure stays where it is while a game begins, goes on and ends', async ({ page }) => {
  for (const [width, height] of [[390, 844], [1280, 900]]) {
    await page.setViewportSize({ width, height });
    const figure = await Figure.open(page, alone(ID, ADDRESS));
    const game = new Game(page);
    const tops = () => figure.root.evaluate((root) => [...root.querySelectorAll('.settings, .toolbar')].map((element) => Math.round(element.getBoundingClientRect().top + scrollY)));
    const before = await tops();
    await game.start();
    expect(await tops(), `begun at ${width}`).toEqual(before);
    await game.press('4444');
    await game.is('over');
    expect(await tops(), `over at ${width}`).toEqual(before);
  }
});

test('in full screen the whole game is on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const figure = await Figure.open(page, alone(ID, ADDRESS));
  await figure.action('fullscreen').click();
  const game = new Game(page);
  await game.start();
  await game.press('4');
  await game.is('turn');
  for (const part of [game.column(1), game.column(7), game.said, game.button('leave')]) await expect(part).toBeInViewport({ ratio: 1 });
});

test('while the other thinks the page answers: the game is ended, or a move taken back, within 100 ms', async ({ page }) => {
  // Thinking lasts as long as the worker is not there.
  const release = await holdProgram(page, /worker-[^/]*\.wasm/);
  const game = await Game.begin(page);
  /** From a press of a button until the document shows what it does, ms. */
  const lag = (name: string, shows: string) =>
    game.figure.root.evaluate(
      (root, { name, shows }) =>
        new Promise<number>((resolve) => {
          const begin = performance.now();
          const observer = new MutationObserver(() => {
            if (!document.querySelector(shows)) return;
            observer.disconnect();
            resolve(performance.now() - begin);
          });
          observer.observe(root, { subtree: true, attributes: true });
          root.querySelector<HTMLElement>(`[data-game=${name}]`)?.click();
        }),
      { name, shows },
    );
  await page.keyboard.press('4');
  await game.is('thinking');
  await expect(game.said).toHaveText('Pure search is thinking …');
  // Nothing is played meanwhile.
  await page.keyboard.press('3');
  await expect(game.announced()).toHaveText('Not your move yet.');
  expect(await lag('take-back', '.game[data-stage=turn]'), 'ms until it was taken back').toBeLessThan(100);
  expect((await game.labels()).every((label) => label?.endsWith('empty'))).toBe(true);
  await page.keyboard.press('4');
  await game.is('thinking');
  expect(await lag('leave', 'figure:not([data-played])'), 'ms until it had ended').toBeLessThan(100);
  // Whatever was asked before is answered to nobody.
  await game.start();
  await page.keyboard.press('1');
  await game.is('thinking');
  release();
  await game.is('turn');
  const labels = await game.labels();
  expect(labels.filter((label) => label?.includes('you'))).toEqual(['Column 1, from the bottom: you']);
  expect(labels.filter((label) => label?.includes('opponent'))).toHaveLength(1);
});

test('where thinking takes long, it says how long', async ({ page }) => {
  // What a device is known to take that is ninety times slower.
  await page.addInitScript(() => localStorage.setItem('pendrop-pace', '90'));
  await holdProgram(page, /worker-[^/]*\.wasm/);
  const game = await Game.begin(page, 'compute=524288');
  await page.keyboard.press('4');
  await expect(game.said).toHaveText(/^Pure search is thinking … About 1\ss\.$/);
});

test('leaving the page ends the game and its worker', async ({ page }) => {
  const game = await Game.begin(page);
  await page.keyboard.press('4');
  await expect(game.said).toHaveText(/Your move\.$/);
  await expect.poll(() => page.workers().length).toBe(1);
  await page.locator('a[href="/en/bitter-lesson/"]').first().click();
  await expect(page).toHaveURL(/\/en\/bitter-lesson\//);
  await expect.poll(() => page.workers().length).toBe(0);
});

test.describe('without a worker', () => {
  test.use({ tolerated: /Failed to load|ERR_FAILED|fetch|worker/i });

  test('the page thinks itself, to the same moves', async ({ page, context }) => {
    const query = 'compute=65536';
    const moves = '4435261';
    const elsewhere = await Game.begin(await context.newPage(), query);
    await elsewhere.press(moves);
    await page.route(/worker-[^/]*\.js/, (route) => route.abort());
    const game = await Game.begin(page, query);
    await game.press(moves);
    expect(page.workers()).toHaveLength(0);
    expect(await game.labels()).toEqual(await elsewhere.labels());
    expect((await game.labels()).join().match(/opponent/g)?.length).toBeGreaterThan(4);
  });
});

test.describe('where workers die', () => {
  test.use({ tolerated: /killed by the test/ });

  test('the game is kept, and the answer can be asked for again', async ({ page }) => {
    // As long as it is so wanted, a worker that is sent a word dies of it.
    await page.addInitScript(() => {
      const code = (url: string) => `
        addEventListener('message', (event) => { event.stopImmediatePropagation(); setTimeout(() => { throw new Error('killed by the test'); }); });
        handed = fetch(${JSON.stringify(url.replace('.js', '.wasm'))}).then((program) => WebAssembly.compileStreaming(program));
        importScripts(${JSON.stringify(url)});`;
      const Real = Worker;
      class Deadly extends Real {
        constructor(url: string) {
          const whole = new URL(url, location.href).href;
          super((window as { spared?: boolean }).spared ? url : URL.createObjectURL(new Blob([code(whole)], { type: 'text/javascript' })));
        }
      }
      Object.assign(window, { Worker: Deadly });
    });
    const game = await Game.begin(page);
    await page.keyboard.press('4');
    await game.is('failed');
    await expect(game.said).toHaveText('No answer came: the computation broke off. Your game is kept.');
    await expect(game.announced()).toHaveText('No answer came: the computation broke off. Your game is kept.');
    await expect(game.column(4)).toHaveAccessibleName('Column 4, from the bottom: you');
    await page.evaluate(() => Object.assign(window, { spared: true }));
    await game.button('retry').click();
    await expect(game.said).toHaveText(/^Pure search: column \d\. Your move\.$/);
    await expect(game.button('retry')).toBeHidden();
  });
});
