import { expect, test as base, type Locator, type Page } from '@playwright/test';

// Firefox lays out what it has received so far, and then misses the rest of a fraction that is still on its way.
// That the fractions of a whole page are whole is a test of its own (takeover.spec.ts).
const HALF_RECEIVED = /Incorrect number of children for <m\w+\/> tag/;

/**
 * The runner's `test`, listening: whatever the page says on the console, throws, or asks of another host fails the test.
 * `test.use({ tolerated: /…/ })` names what a test provokes on purpose.
 */
export const test = base.extend<{ tolerated: RegExp | undefined; quiet: void }>({
  tolerated: [undefined, { option: true }],
  quiet: [
    async ({ page, browserName, tolerated }, use) => {
      const heard: string[] = [];
      page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') heard.push(`request to ${url.host}`);
      });
      await use();
      expect(heard.filter((line) => !tolerated?.test(line) && !(browserName === 'firefox' && HALF_RECEIVED.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const FIGURE = '/en/figure/pen-drop/';
export const SECTION = '/en/pen-drop/';

/** Position on a logarithmic range of an SI value. */
export const decades = Math.log10;

/** The figure `pen-drop` on an open page. */
export class Figure {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('figure[data-figure="pen-drop"]');
  }

  /** Opens an address and waits until its figure answers. */
  static async open(page: Page, url = FIGURE): Promise<Figure> {
    await page.goto(url);
    const figure = new Figure(page);
    await figure.ready();
    return figure;
  }

  ready = () => expect(this.root).toHaveAttribute('data-state', 'ready');

  control = (name: string) => this.root.locator(`input[type=range][name="${name}"]`);
  object = (value: string) => this.root.locator(`input[name=object][value="${value}"]`);
  chosenObject = () => this.root.locator('input[name=object]:checked');
  world = () => this.root.locator('select[name=world]');
  output = (name: string) => this.root.locator(`output[name="${name}"]`);
  notices = () => this.root.locator('.notice[role=status]').filter({ hasText: /\S/, visible: true });
  picture = () => this.root.locator('svg[data-layout]').filter({ visible: true });
  scrubber = () => this.root.locator('input.scrubber');
  action = (name: string) => this.root.locator(`button[data-action="${name}"]`);
  panel = (name: string) => this.root.locator(`section[data-panel="${name}"]`);
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
      .evaluateAll((all) => all.map((output) => [output.getAttribute('name'), output.getAttribute('data-value')]));
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
  async unfold() {
    const folded = this.root.locator('details:not([open]) > summary');
    while (await folded.count()) await folded.first().click();
  }

  /** Opens a panel below the toolbar. */
  async openPanel(name: string): Promise<Locator> {
    await this.action(name).click();
    await expect(this.panel(name)).toBeVisible();
    return this.panel(name);
  }
}

function parsed(text: string): number | string | null {
  if (text === 'null') return null;
  return Number.isNaN(Number(text)) || text.trim() === '' ? text : Number(text);
}

/** Waits until a value differs from what it was. */
export const changes = (read: () => Promise<unknown>, before: unknown) => expect.poll(read).not.toEqual(before);

/** Waits for three frames: what follows from a change of size or state has been drawn by then. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });

/** Keeps the program from arriving until the function that is returned is called. */
export async function holdProgram(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route('**/*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** The same pseudo-random numbers in [0, 1) at every run. */
export function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Within a millionth, or a trillionth where the expected number is 0. */
export function expectClose(actual: unknown, expected: number, what: string) {
  expect(typeof actual, `${what} is a number`).toBe('number');
  const error = Math.abs((actual as number) - expected);
  expect(error, `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(Math.max(1e-6 * Math.abs(expected), 1e-12));
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
