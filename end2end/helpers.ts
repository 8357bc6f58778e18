import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { SECTIONS, SLUGS, type FigureId, type SectionId } from './contract';

// Firefox lays out what it has received so far, and then misses the rest of a fraction that is still on its way.
// That the fractions of a whole page are whole is a native test.
const HALF_RECEIVED = /Incorrect number of children for <m\w+\/> tag/;
/** What the console says of what breaks the policy. */
const VIOLATION = 'against the policy';

/**
 * The runner's `test`, listening: whatever the page says on the console, throws, asks of another host, or does against the policy that the
 * server sends with it, fails the test. `test.use({ tolerated: /…/ })` names what a test provokes on purpose.
 */
export const test = base.extend<{ tolerated: RegExp | undefined; quiet: void }>({
  tolerated: [undefined, { option: true }],
  quiet: [
    async ({ page, browserName, tolerated }, use) => {
      const heard: string[] = [];
      await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => console.error(`against the policy: ${effectiveDirective} ${blockedURI} ${sample}`)));
      page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') heard.push(`request to ${url.host}`);
      });
      await use();
      // What breaks the policy is tolerated only by who says so.
      const isTolerated = (line: string) => tolerated?.test(line) && (!line.includes(VIOLATION) || tolerated.source.includes(VIOLATION));
      expect(heard.filter((line) => !isTolerated(line) && !(browserName === 'firefox' && HALF_RECEIVED.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Marks what may differ from engine to engine: Chromium runs every test, the others only these. */
export const ENGINE = { tag: '@engine' };

export const FIGURE = '/en/figure/pen-drop/';
export const SECTION = '/en/pen-drop/';
/** A section, all of it: the address asks for a state (which is that at the start), so the questions step aside. */
export const opened = (language: string, section: SectionId = 'pen-drop') => `/${language}/${section}/?${SECTIONS[section].start}`;
export const OPENED = opened('en');
/** The name under which a device keeps a guess. */
export const guessKey = (id: FigureId) => `pendrop-guess-${id}`;
export const GUESS = guessKey('pen-drop');

/** Where a figure stands alone, in a state. */
export const alone = (id: FigureId, query = '', language = 'en') => `/${language}/figure/${id}/${query && `?${query}`}`;

/** The figure that stands alone at an address, or the first of a section. */
function figureAt(url: string): FigureId | undefined {
  const alone = /\/figure\/([\w-]+)/.exec(url)?.[1];
  const section = SLUGS.find((slug) => url.includes(`/${slug}/`));
  return alone ? (alone as FigureId) : section && SECTIONS[section].figures[0];
}

/** Position on a logarithmic range of an SI value. */
export const decades = Math.log10;

/** A figure on an open page. */
export class Figure {
  readonly root: Locator;

  constructor(readonly page: Page, readonly id: FigureId = 'pen-drop') {
    this.root = page.locator(`figure[data-figure="${id}"]`);
  }

  /** Opens an address and waits until its figure answers: the one that stands alone there, else the section's first. */
  static async open(page: Page, url = FIGURE, id = figureAt(url) ?? 'pen-drop'): Promise<Figure> {
    await page.goto(url);
    const figure = new Figure(page, id);
    await figure.ready();
    return figure;
  }

  /** Taken over, and no computation is under way. */
  ready = () => expect(this.root).toHaveAttribute('data-state', 'ready');
  running = () => expect(this.root).toHaveAttribute('data-state', 'running');

  control = (name: string) => this.root.locator(`input[type=range][name="${name}"]`);
  /** What Tab stops at in a choice: the list, or the chosen one of the buttons. */
  choice = (name: string) => this.root.locator(`select[name="${name}"], input[type=radio][name="${name}"]:checked`);
  toggle = (name: string) => this.root.locator(`input[type=checkbox][name="${name}"]`);
  object = (value: string) => this.root.locator(`input[name=object][value="${value}"]`);
  chosenObject = () => this.root.locator('input[name=object]:checked');
  world = () => this.root.locator('select[name=world]');
  output = (name: string) => this.root.locator(`output[name="${name}"]`);
  notices = () => this.root.locator('.notice[role=status]').filter({ hasText: /\S/, visible: true });
  picture = () => this.root.locator('.picture:not(.prompt) > svg').filter({ visible: true });
  scrubber = () => this.root.locator('input.scrubber');
  action = (name: string) => this.root.locator(`button[data-action="${name}"]`);
  panel = (name: string) => this.root.locator(`section[data-panel="${name}"]`);
  /** The mark in the picture that the reader moves, or all of them. */
  handle = () => this.root.locator('button.handle');
  /** The line under a picture with points: a search, how many it found, a slider through them, and what the chosen one says. */
  seek = () => this.root.locator('.point-search input');
  pointCount = () => this.root.locator('.point-count');
  pointRange = () => this.root.locator('input.point-range');
  pointDetails = () => this.root.locator('.point-details');
  /** Unfolds search and slider. */
  openPoints = () => this.root.locator('.points > details').evaluate((details: HTMLDetailsElement) => { details.open = true; });
  /** What is drawn over the points that were found or are asked about. */
  overlay = () => this.picture().locator('> g').nth(2);
  play = () => this.root.locator('button.play');
  /** The line that says how far a computation is, and its buttons. */
  computing = () => this.root.locator('.computing');
  pause = () => this.root.locator('button[data-computing=pause]');
  cancel = () => this.root.locator('button[data-computing=cancel]');
  /** What is amiss: a sentence, with a button where it can be tried again. */
  caveat = () => this.root.locator('.caveat p');
  progress = async () => Number(await this.root.locator('progress').getAttribute('value'));
  title = () => this.root.locator('h2:not(.question-title)');
  /** The editable number beside a slider, by its accessible name. */
  field = (name: string) => this.root.getByRole('textbox', { name, exact: true });

  /** The full-precision value of a readout: a number, a word, or null. */
  async value(name: string): Promise<number | string | null> {
    const text = await this.output(name).getAttribute('data-value');
    return text === null ? `no data-value for ${name}` : parsed(text);
  }

  /** All readouts by name. */
  async values(): Promise<Record<string, number | string | null>> {
    const pairs = await this.root
      .locator('output[name]')
      .evaluateAll((all) =>
        all.map((output) => {
          const [name, value] = [output.getAttribute('name'), output.getAttribute('data-value')];
          return [name, output.hasAttribute('data-measured') && value !== 'null' ? 'measured' : value];
        }),
      );
    return Object.fromEntries(pairs.map(([name, text]) => [name, parsed(text ?? 'undefined')]));
  }

  async position(name: string): Promise<number> {
    return Number(await this.control(name).inputValue());
  }

  /** Moves a range as a pointer would: to a position, in one go. */
  async slide(range: Locator | string, position: number) {
    const locator = typeof range === 'string' ? this.control(range) : range;
    await locator.evaluate((element, to) => {
      const input = element as HTMLInputElement;
      input.value = String(to);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, position);
  }

  /** Types a number into the field beside a slider, as a reader would. */
  async enter(name: string, text: string) {
    await this.field(name).focus();
    await this.field(name).selectText();
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** What the displayed picture is made of. */
  drawing = () => this.picture().innerHTML();

  /** Opens everything that is folded away. */
  unfold = () => this.root.locator('details:not(.show-anyway)').evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));

  /** Presses a button of the toolbar, in the menu that holds it. */
  async press(name: string) {
    const menu = this.root.locator('.menu', { has: this.page.locator(`[data-action="${name}"]`) });
    if (!(await this.action(name).isVisible())) await menu.locator('summary').click();
    await this.action(name).click();
  }

  /** Opens a panel below the toolbar. */
  async openPanel(name: string): Promise<Locator> {
    await this.press(name);
    await expect(this.panel(name)).toBeVisible();
    return this.panel(name);
  }
}

/** The question before a figure. */
export class Question {
  readonly root: Locator;
  readonly range: Locator;
  readonly commit: Locator;
  readonly again: Locator;
  readonly anyway: Locator;
  readonly verdict: Locator;
  /** The guess as a number that can be written. */
  readonly field: Locator;
  /** What stands in the figure's place until the guess. */
  readonly prompt: Locator;
  /** Where a finger grabs the guess in the picture that takes it. */
  readonly grip: Locator;
  readonly figure: Figure;

  constructor(readonly page: Page, id: FigureId = 'pen-drop') {
    this.root = page.locator(`[data-question="${id}"]`);
    this.prompt = this.root.locator('.prompt');
    this.grip = this.prompt.locator('.grip');
    this.range = this.root.locator('input.guess-range');
    this.field = this.root.locator('.guess-field');
    this.commit = this.root.locator('[data-guess=commit]');
    this.again = this.root.locator('[data-guess=again]');
    this.anyway = this.root.locator('.show-anyway > summary');
    this.verdict = this.root.locator('.verdict [role=status]');
    this.figure = new Figure(page, id);
  }

  /** Opens the section and waits until the question can be answered. */
  static async open(page: Page, url = SECTION, id = figureAt(url) ?? 'pen-drop'): Promise<Question> {
    await page.goto(url);
    const question = new Question(page, id);
    await question.figure.ready();
    return question;
  }

  locked = async () => {
    await expect(this.commit).toBeVisible();
    await expect(this.prompt).toBeVisible();
    await expect(this.figure.title()).toBeHidden();
    await expect(this.figure.root.locator('output').filter({ visible: true })).toHaveCount(0);
  };

  /** Commits to a guess: the one that was chosen, or else some place on the slider. */
  answer = async () => {
    if ((await this.field.inputValue()) === '') {
      // After another question's answer the page comes back piece by piece: what is not laid out yet takes no focus.
      await expect(this.range).toBeVisible();
      await this.range.focus();
      await this.page.keyboard.press('ArrowRight');
    }
    await this.commit.click();
  };

  /** The figure is there, and the question has stepped aside for a guess's verdict, or altogether. */
  opened = async (why: 'guess' | 'address') => {
    await expect(this.figure.title()).toBeVisible();
    await expect(this.prompt).toBeHidden();
    await expect(this.commit).toBeHidden();
    await expect(this.verdict).toBeVisible({ visible: why === 'guess' });
  };
}

/** Follows a link within the site, as if it stood on the page: nothing is loaded anew. */
export const followTo = (page: Page, href: string) =>
  page.evaluate((href) => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = href;
    link.click();
    link.remove();
  }, href);

/** A guess that a question takes, as a device keeps it. */
export const someGuess = (id: FigureId) => (id === 'pen-drop' ? '0.7' : '100');

/** Has a guess stored before the page is opened. (The blank page before it has no storage.) */
export const storeGuess = (page: Page, guess: string, id: FigureId = 'pen-drop') =>
  page.addInitScript(([key, guess]) => { if (location.protocol === 'http:') localStorage.setItem(key, guess); }, [guessKey(id), guess]);

function parsed(text: string): number | string | null {
  if (text === 'null') return null;
  return Number.isNaN(Number(text)) || text.trim() === '' ? text : Number(text);
}

/** Waits until a value differs from what it was. */
export const changes = (read: () => Promise<unknown>, before: unknown) => expect.poll(read).not.toEqual(before);

/** Waits until the program has taken over all figures of a page. */
export const takenOver = (page: Page) => expect(page.locator('figure[data-state=static]')).toHaveCount(0);

/** Waits for three frames: what follows from a change of size or state has been drawn by then. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });

/** Notes the states that figures go through and the progress they show, from the first moment of every page to come. */
export async function noteProgress(page: Page): Promise<() => Promise<{ states: string[]; progress: number[] }>> {
  await page.addInitScript(() => {
    const noted = { states: [] as (string | null)[], progress: [] as number[] };
    Object.assign(window, { noted });
    const note = ({ target }: MutationRecord) => {
      const element = target as Element;
      if (element.localName === 'figure') noted.states.push(element.getAttribute('data-state'));
      if (element.localName === 'progress') noted.progress.push(Number(element.getAttribute('value')));
    };
    new MutationObserver((all) => all.forEach(note)).observe(document, { subtree: true, attributeFilter: ['data-state', 'value'] });
  });
  return () => page.evaluate(() => (window as never as { noted: { states: string[]; progress: number[] } }).noted);
}

/** The middle of what is shown. */
export async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger on the page; only Chromium lets a test move one. */
export async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...touchPoints: { x: number; y: number }[]) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    press: (...at: { x: number; y: number }[]) => touch('touchStart', ...at),
    move: (to: { x: number; y: number }) => touch('touchMove', to),
    lift: () => touch('touchEnd'),
    /** The browser takes it away. */
    cancel: () => touch('touchCancel'),
  };
}

/** Keeps the program, or a file of another name, from arriving until the function that is returned is called. */
export async function holdProgram(page: Page, file: string | RegExp = '**/*.wasm'): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Within a millionth, or a trillionth where the expected number is 0. */
export function expectClose(actual: unknown, expected: number, what: string) {
  expect(typeof actual, `${what} is a number`).toBe('number');
  const error = Math.abs((actual as number) - expected);
  expect(error, `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(Math.max(1e-6 * Math.abs(expected), 1e-12));
}

/** Each readout is the number that is expected, or is missing with words for why, or a dash where another one says that. */
export async function expectReadouts(figure: Figure, expected: Record<string, number | string | null>) {
  const values = await figure.values();
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'number') expectClose(values[name], value, name);
    else expect(values[name], name).toBe(value);
    if (value === null) await expect(figure.output(name), name).toHaveText(/^(–|\D*\p{Letter}{3}\D*)$/u);
  }
}

/** Makes a page without storage: each use of it throws, as where storage is denied. */
export const denyStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    }
  });

/** Sets the theme as the stored choice would. */
export const setTheme = (page: Page, theme: string) =>
  page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
