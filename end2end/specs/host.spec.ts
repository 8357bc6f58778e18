// Hosts that serve the files otherwise than they should, and pages that frame a figure without giving it an origin.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE, FIGURE, Figure, alone, changes, decades, expect, opened, test } from '../helpers';
import { SECTIONS, SLUGS } from '../contract';
import { dist } from '../engines.mjs';
import { serve } from '../server.mjs';
import type { Page, Route } from '@playwright/test';

type Headers = Record<string, string>;

/** The site on a host that sends other headers, for as long as a test lasts. */
async function elsewhere(send: (headers: Headers, file: string) => Headers, use: (url: (path: string) => string) => Promise<void>) {
  const server = await serve({ dir: dist, send });
  try {
    await use((path) => server.url + path.slice(1));
  } finally {
    await server.close();
  }
}

const JOB = alone('ensemble', 'drops=5000&object=feather&wind=5');
const wasmAs = (type: string) => (headers: Headers, file: string) => (file.endsWith('.wasm') ? { ...headers, 'content-type': type } : headers);

for (const type of ['application/octet-stream', 'application/wasm; charset=utf-8']) {
  test(`programs that the host calls ${type} start all the same: those of all figures, and the worker's`, ENGINE, async ({ page }) => {
    await elsewhere(wasmAs(type), async (url) => {
      for (const section of SLUGS) {
        await page.goto(url(opened('en', section)));
        for (const id of SECTIONS[section].figures) await new Figure(page, id).ready();
      }
      await page.goto(url(JOB));
      await new Figure(page, 'ensemble').ready();
      expect(page.workers()).toHaveLength(1);
    });
  });
}

test('pages that the host calls Latin-1 are read as what they are, and run', async ({ page }) => {
  const latin = (headers: Headers, file: string) => (file.endsWith('.html') ? { ...headers, 'content-type': 'text/html; charset=iso-8859-1' } : headers);
  await elsewhere(latin, async (url) => {
    const figure = await Figure.open(page, url(alone('pen-drop', '', 'de')));
    await expect(figure.root).toContainText('Höhe');
  });
});

test('a page without the slash at its end is that page, and leads to others and back', async ({ page }) => {
  // Some hosts send it at once, and do not send the reader to where the slash is.
  await page.route(/\/pen-drop$/, async (route) => route.fulfill({ response: await route.fetch({ url: `${route.request().url()}/` }) }));
  await page.goto('/de/pen-drop');
  await new Figure(page).ready();
  await page.locator('a[href="/de/about/"]').first().click();
  await expect(page.locator('figure')).toHaveCount(0);
  await page.goBack();
  await new Figure(page).ready();
  await expect(page).toHaveURL(/\/de\/pen-drop$/);
});

test.describe('a page with status 200 in place of a file', () => {
  test.use({ tolerated: /CompileError|wasm|WebAssembly|MIME|module/i }); // the browser tells of what it cannot use
  const aPage = (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Not here</title>' });

  for (const [language, words, again] of [
    ['en', /program of this figure could not be loaded/, 'Try again'],
    ['de', /Programm dieser Abbildung ließ sich nicht laden/, 'Noch einmal versuchen'],
  ] as const) {
    test(`for the chunk of a figure: it says so, and can try again: ${language}`, async ({ page }) => {
      await page.route(/split_falling\.wasm/, aPage);
      await page.goto(alone('flutter', '', language));
      const figure = new Figure(page, 'flutter');
      await expect(figure.root).toHaveAttribute('data-state', 'error');
      await expect(figure.caveat()).toHaveText(words);
      await page.unroute(/split_falling\.wasm/);
      await figure.caveat().getByRole('button', { name: again }).click();
      await figure.ready();
      await expect(figure.caveat()).toHaveText('');
    });
  }

  for (const file of [/pendrop_bg\.wasm/, /pendrop\.js/]) {
    test(`for ${file}: the page says so, and can try again in its state`, async ({ page }) => {
      await page.route(file, aPage);
      const address = alone('pen-drop', 'height=20');
      await page.goto(address);
      const notice = page.locator('.program-failed');
      await expect(notice).toContainText('The program could not be loaded.');
      await expect(notice).not.toContainText('sandbox', { useInnerText: true });
      await page.unroute(file);
      await notice.getByRole('button', { name: 'Try again' }).click();
      const figure = new Figure(page);
      await figure.ready();
      await expect(notice).toBeHidden();
      expect(await figure.position('height')).toBeCloseTo(decades(20), 6);
    });
  }
});

test.describe('in a sandboxed frame', () => {
  /** The figure at an address in such a frame of another page. */
  async function framed(page: Page, address: string) {
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: `<iframe sandbox="allow-scripts" width="900" height="1400" src="${address}"></iframe>` }));
    await page.goto(address.replace(/\/(en|de)\/.*/, '/host.html'));
    return page.frameLocator('iframe');
  }

  test('jobs run in a worker, to the same numbers', ENGINE, async ({ page, context }) => {
    const expected = await Figure.open(await context.newPage(), JOB);
    const root = (await framed(page, JOB)).locator('figure');
    await expect(root.locator('progress')).toHaveAttribute('value', '1');
    await expect(root).toHaveAttribute('data-state', 'ready');
    await expect(root.locator('output[name=mean]')).toHaveAttribute('data-value', String(await expected.value('mean')));
    expect(page.workers().map((worker) => new URL(worker.url()).protocol)).toEqual(['blob:']);
  });

  test('the device is measured, its program fetched once', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const root = (await framed(page, alone('your-device'))).locator('figure');
    await expect(root).toHaveAttribute('data-state', 'ready');
    await root.locator('button[data-measure]').click();
    await expect(root).toHaveAttribute('data-state', 'running');
    for (const name of ['flop_per_s_scalar', 'flop_per_s_simd', 'flop_per_s_all_cores']) {
      await expect(root.locator(`output[name=${name}]`)).toHaveAttribute('data-value', /^[\d.e+]+$/, { timeout: 45_000 });
    }
    await expect(root).toHaveAttribute('data-state', 'ready', { timeout: 45_000 });
    expect(fetched.filter((url) => /worker-[^/]*\.wasm/.test(url))).toHaveLength(1);
  });

  test.describe('of a host that lets no such frame load its files', () => {
    test.use({ tolerated: /CORS|Cross-Origin|Failed to load|Failed to fetch|NetworkError|error loading dynamically|module/i });
    for (const [language, words, link] of [
      ['en', 'keeps it in a sandbox', 'Open it in a window of its own'],
      ['de', 'schirmt diese hier ab (Sandbox)', 'In einem eigenen Fenster öffnen'],
    ] as const) {
      test(`it says why nothing moves: ${language}`, language === 'en' ? ENGINE : {}, async ({ page }) => {
        const closed = ({ 'access-control-allow-origin': _, ...headers }: Headers) => headers;
        await elsewhere(closed, async (url) => {
          const address = url(alone('pen-drop', 'height=20', language));
          const frame = await framed(page, address);
          const notice = frame.locator('.program-failed');
          await expect(notice).toBeVisible();
          await expect(notice.locator('p').filter({ visible: true })).toHaveText(new RegExp(words.replace(/[()]/g, '\\$&')));
          expect(await notice.getByRole('link', { name: link }).evaluate((link: HTMLAnchorElement) => link.href)).toBe(address);
        });
      });
    }
  });
});

test.describe('the policy', () => {
  const policy = readFileSync(join(dist, 'content-security-policy.txt'), 'utf8').trim();
  const directive = (name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))?.split(' ').slice(1) ?? [];
  const hashes = (name: string) => directive(name).filter((source) => source.startsWith("'sha256-"));

  test('names each script and style that stands in a page, and no other', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    expect(files.length).toBeGreaterThan(20);
    const found = { script: new Set<string>(), style: new Set<string>() };
    for (const file of files) {
      const html = readFileSync(join(dist, file), 'utf8');
      for (const [, name, attributes, text] of html.matchAll(/<(script|style)((?:\s[^>]*)?)>([^]*?)<\/\1>/g)) {
        if (!attributes.includes('text/plain')) found[name as 'script' | 'style'].add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      }
      expect(html, `${file}: no handler in an attribute`).not.toMatch(/<[^>]*\son\w+=/);
    }
    expect(hashes('script-src').toSorted()).toEqual([...found.script].toSorted());
    expect(hashes('style-src').toSorted()).toEqual([...found.style].toSorted());
  });

  test('is sent with every page, and keeps other scripts out', async ({ page, request }) => {
    for (const path of ['/', FIGURE, '/en/nowhere/']) expect((await request.get(path)).headers()['content-security-policy'], path).toBe(policy);
    expect(policy).not.toMatch(/frame-ancestors|'unsafe-eval'|script-src[^;]*'unsafe-inline'|\*/);
    const figure = await Figure.open(page);
    const before = await figure.value('fall_time');
    await figure.slide('height', 1);
    await changes(() => figure.value('fall_time'), before);
  });

  test.describe('and', () => {
    test.use({ tolerated: /Content Security Policy/ });
    test('no other script runs', async ({ page }) => {
      await Figure.open(page);
      const blocked = await page.evaluate(async () => {
        // Heard here, and by nobody after.
        const heard = new Promise<string>((done) => addEventListener('securitypolicyviolation', (event) => { event.stopPropagation(); done(event.effectiveDirective); }, { capture: true }));
        document.body.append(Object.assign(document.createElement('script'), { text: 'window.foreign = 1' }));
        return [await heard, 'foreign' in window];
      });
      expect(blocked).toEqual(['script-src-elem', false]);
    });
  });
});
