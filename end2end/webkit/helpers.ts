import { createHash } from 'node:crypto';
import { expect, test as base } from '@playwright/test';
import { dist, engines } from '../engines.mjs';
import { serve } from '../server.mjs';
import { Browser } from './driver';

// WebKitGTK does not report what a page says on its console, so the server puts a listener at the top of each page.
const LISTENER = `
  window.heard = [];
  for (const kind of ['log', 'info', 'debug', 'warn', 'error']) console[kind] = (...words) => heard.push(kind + ': ' + words.join(' '));
  addEventListener('error', (event) => heard.push('error: ' + (event.message || event.target.src || event.target.href)), true);
  addEventListener('unhandledrejection', (event) => heard.push('rejection: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) => heard.push('against the policy: ' + event.effectiveDirective + ' ' + event.blockedURI));
`;
const HASH = createHash('sha256').update(LISTENER).digest('base64');

/** Lets the listener run beside what the site's policy names. */
const listening = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, name === 'content-security-policy' ? value.replace('script-src', `$& 'sha256-${HASH}'`) : value]));

type Site = { url: string };

/** The runner's `test` with one browser per worker; whatever a page says on its console fails the test. */
export const test = base.extend<{ page: Page }, { browserHere: Browser; site: Site }>({
  site: [
    async ({}, use) => {
      const server = await serve({ dir: dist, edit: (html: string) => html.replace(/<head[^>]*>/, `$&<script>${LISTENER}</script>`), send: listening });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  browserHere: [
    async ({}, use) => {
      const browser = await Browser.start(engines.webkit?.path ?? 'WebKitWebDriver');
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // Called `page` as in the other engines, though it is our own.
  page: async ({ browserHere, site }, use) => {
    const page = new Page(browserHere, site.url);
    await browserHere.resize(1280, 900);
    await use(page as never);
    expect(await browserHere.run(() => (window as never as { heard: string[] }).heard)).toEqual([]);
    // All tests of a worker are one visit of one window: what was opened is closed again for the next one.
    await browserHere.run(() => sessionStorage.clear());
  },
});

export { expect };

/** A page with figures: what is asked of it is asked of the one that stands alone there, or of the section's first. */
export class Page {
  constructor(readonly browser: Browser, readonly site: string) {}

  /** Opens a path of the site and waits until its figure answers. */
  async open(path: string) {
    await this.browser.goto(this.site + path);
    await this.ready();
  }

  ready = () => expect.poll(() => this.attribute('figure', 'data-state')).toBe('ready');

  visible = (selector: string) => this.browser.run((selector) => document.querySelector(selector)?.checkVisibility() ?? false, selector);

  attribute = (selector: string, name: string) =>
    this.browser.run((selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null, selector, name);

  property = (selector: string, name: string) =>
    this.browser.run((selector, name) => (document.querySelector(selector) as never as Record<string, string>)?.[name], selector, name);

  /** The full-precision value of a readout as it stands in the document. */
  value = (name: string) => this.attribute(`output[name="${name}"]`, 'data-value');

  /** Opens all that is folded away and puts the keyboard on an element. */
  focus = (selector: string) =>
    this.browser.run((selector) => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.querySelector<HTMLElement>(selector)?.focus();
    }, selector);

  drawing = () =>
    this.browser.run(() => [...document.querySelectorAll('svg[data-layout]')].find((svg) => svg.checkVisibility())?.innerHTML);
}
