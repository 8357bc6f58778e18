import { ENGINE, FIGURE, expect, holdProgram, test } from '../helpers';
import type { Page } from '@playwright/test';

// The pool of workers, by jobs that count. The page has the hooks of src/testing/jobs.rs.

interface Hooks {
  submit: (steps: number, work: number) => number;
  pause: (id: number) => void;
  resume: (id: number) => void;
  cancel: (id: number) => void;
  ask: (id: number, number: number) => Promise<number | null>;
}
type Testing = { pendropTesting?: Hooks };

/** Seconds of work, and a moment of it: steps, and additions in each. */
const LONG = [100_000, 100_000] as const;
const SHORT = [300, 100_000] as const;

/** Opens a page that has the hooks, on a device of two cores: its pool has two workers at most. */
async function open(page: Page) {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 2 });
    const mark = () => document.documentElement?.setAttribute('data-testing', '');
    mark();
    new MutationObserver((_, observer) => { if (document.documentElement) { mark(); observer.disconnect(); } }).observe(document, { childList: true });
  });
  await page.goto(FIGURE);
  await page.waitForFunction(() => 'pendropTesting' in window);
}

const submit = (page: Page, [steps, work]: readonly [number, number], times = 1) =>
  page.evaluate(
    ({ steps, work, times }) => Array.from({ length: times }, () => (window as Testing).pendropTesting?.submit(steps, work) ?? 0),
    { steps, work, times },
  );
const call = (page: Page, name: 'pause' | 'resume' | 'cancel', id: number) =>
  page.evaluate(({ name, id }) => (window as Testing).pendropTesting?.[name](id), { name, id });
const ask = (page: Page, id: number, number: number) =>
  page.evaluate(({ id, number }) => (window as Testing).pendropTesting?.ask(id, number), { id, number });

const bar = (page: Page, id: number) => page.locator(`progress[data-job="${id}"]`);
const progress = async (page: Page, id: number) => Number(await bar(page, id).getAttribute('value'));
const advances = (page: Page, id: number, from = 0) => expect.poll(() => progress(page, id)).toBeGreaterThan(from);
const ends = async (page: Page, id: number, [steps]: readonly [number, number]) => {
  await expect(bar(page, id)).toHaveAttribute('data-done', '', { timeout: 30_000 });
  await expect(bar(page, id)).toHaveAttribute('data-count', String(steps));
  await expect(bar(page, id)).toHaveAttribute('value', '1');
};

/** Where a job's progress rests. */
async function rest(page: Page, id: number) {
  let last = -1;
  await expect.poll(async () => {
    const before = last;
    last = await progress(page, id);
    return last === before;
  }, { intervals: [300] }).toBe(true);
  return last;
}

/** From now on workers die of an error that nobody handles when they are sent a word. (Not every browser's driver reaches into workers.) */
const makeMortal = (page: Page) =>
  page.addInitScript(() => {
    const alive: Worker[] = [];
    const code = (url: string) => `
      addEventListener('message', ({ data }) => { if (data === 'die') setTimeout(() => { throw new Error('killed by the test'); }); });
      handed = fetch(${JSON.stringify(url.replace('.js', '.wasm'))}).then((program) => WebAssembly.compileStreaming(program));
      importScripts(${JSON.stringify(url)});`;
    class Mortal extends Worker {
      constructor(url: string) {
        super(URL.createObjectURL(new Blob([code(new URL(url, location.href).href)], { type: 'text/javascript' })));
        alive.push(this);
      }
    }
    Object.assign(window, { Worker: Mortal, kill: () => alive.splice(0).forEach((worker) => worker.postMessage('die')) });
  });
/** Lets all workers die, that are there now. */
async function kill(page: Page) {
  const before = page.workers();
  await page.evaluate(() => (window as never as { kill: () => void }).kill());
  await expect.poll(() => page.workers().filter((worker) => before.includes(worker)).length).toBe(0);
}

test('six jobs on two workers advance side by side, answer, and end', ENGINE, async ({ page }) => {
  await open(page);
  const jobs = await submit(page, LONG, 6);
  for (const job of jobs) await advances(page, job);
  expect(page.workers()).toHaveLength(2);
  for (const job of jobs) await expect(bar(page, job)).not.toHaveAttribute('data-done');
  const answer = await ask(page, jobs[0], 1_000_000);
  expect(answer).toBeGreaterThan(1_000_000);
  expect(answer).toBeLessThan(1_000_000 + LONG[0]);
  for (const job of jobs.slice(1)) await call(page, 'cancel', job);
  const rested = await rest(page, jobs[1]);
  expect(rested).toBeLessThan(1);
  expect(await ask(page, jobs[1], 1)).toBeNull();
  await advances(page, jobs[0], await progress(page, jobs[0]));
  const short = await submit(page, SHORT, 6);
  for (const job of short) await ends(page, job, SHORT);
  // One that has come to its end still answers, and the workers stay.
  expect(await ask(page, short[5], 5)).toBe(SHORT[0] + 5);
  expect(page.workers()).toHaveLength(2);
});

test('a paused job rests, answers, and goes on from there', async ({ page }) => {
  await open(page);
  const [paused, other] = await submit(page, LONG, 2);
  await advances(page, paused);
  await call(page, 'pause', paused);
  const held = await rest(page, paused);
  await advances(page, other, await progress(page, other));
  const answer = await ask(page, paused, 0);
  expect(await ask(page, paused, 0)).toBe(answer);
  expect(await progress(page, paused)).toBe(held);
  await call(page, 'resume', paused);
  await advances(page, paused, held);
});

test('a job that is paused before its worker is there does not begin', async ({ page }) => {
  await open(page);
  const paused = await page.evaluate(([steps, work]) => {
    const hooks = (window as Testing).pendropTesting;
    const id = hooks?.submit(steps, work) ?? 0;
    hooks?.pause(id);
    return id;
  }, SHORT);
  expect(await ask(page, paused, 7)).toBe(7);
  expect(await rest(page, paused)).toBe(0);
  await call(page, 'resume', paused);
  await ends(page, paused, SHORT);
});

test.describe('where workers die', () => {
  test.use({ tolerated: /killed by the test/ });
  test.beforeEach(({ page }) => makeMortal(page));

  test('their jobs start anew in others, to the same end', ENGINE, async ({ page }) => {
    // Long enough that all of them are under way when their workers die.
    const work = [12_000, LONG[1]] as const;
    await open(page);
    const jobs = await submit(page, work, 6);
    for (const job of jobs) await advances(page, job);
    await kill(page);
    for (const job of jobs) await ends(page, job, work);
    expect(page.workers()).toHaveLength(2);
    expect(await ask(page, jobs[0], 5)).toBe(work[0] + 5);
  });

  test('a job that has ended starts anew for the sake of a question', async ({ page }) => {
    await open(page);
    const [job] = await submit(page, SHORT);
    await ends(page, job, SHORT);
    await kill(page);
    expect(page.workers()).toHaveLength(0);
    expect(await ask(page, job, 5)).toBe(SHORT[0] + 5);
    await ends(page, job, SHORT);
  });

  test('a paused job stays paused', async ({ page }) => {
    await open(page);
    const [job] = await submit(page, LONG);
    await advances(page, job);
    await call(page, 'pause', job);
    await rest(page, job);
    await kill(page);
    // It has begun anew, and does not count.
    await expect.poll(() => ask(page, job, 0)).toBe(0);
    expect(await ask(page, job, 0)).toBe(0);
    await call(page, 'resume', job);
    await expect.poll(() => ask(page, job, 0)).toBeGreaterThan(0);
  });
});

test.describe('where no worker can be loaded', () => {
  test.use({ tolerated: /Failed to load|ERR_FAILED|fetch|worker/i });

  test('since its file is refused, jobs run on the page, which answers', ENGINE, async ({ page }) => {
    await page.route(/worker-[^/]*\.js/, (route) => route.abort());
    await open(page);
    const jobs = await submit(page, SHORT, 6);
    const [long] = await submit(page, LONG);
    expect(await ask(page, long, 1_000_000)).toBeGreaterThanOrEqual(1_000_000);
    await advances(page, long);
    for (const job of jobs) await ends(page, job, SHORT);
    expect(page.workers()).toHaveLength(0);
    expect(await ask(page, jobs[0], 5)).toBe(SHORT[0] + 5);
    await call(page, 'pause', long);
    const held = await rest(page, long);
    await call(page, 'resume', long);
    await advances(page, long, held);
    await call(page, 'cancel', long);
    expect(await rest(page, long)).toBeLessThan(1);
    // The page is drawn while it computes.
    await submit(page, LONG);
    const frames = await page.evaluate(async () => {
      const start = performance.now();
      let frames = 0;
      while (performance.now() - start < 1000) {
        await new Promise(requestAnimationFrame);
        frames += 1;
      }
      return frames;
    });
    expect(frames, 'frames in a second').toBeGreaterThan(10);
  });

  test('since its program is refused, jobs run on the page', async ({ page }) => {
    await page.route(/worker-[^/]*\.wasm/, (route) => route.abort());
    await open(page);
    for (const job of await submit(page, SHORT, 3)) await ends(page, job, SHORT);
    expect(page.workers()).toHaveLength(0);
  });

  test('since its program never arrives, jobs run on the page after ten seconds', async ({ page }) => {
    await page.clock.install();
    await holdProgram(page, /worker-[^/]*\.wasm/);
    const asked = page.waitForRequest(/worker-[^/]*\.wasm/);
    await open(page);
    const jobs = await submit(page, SHORT, 3);
    await asked; // the worker is there, and waits
    // The page's clock goes on by itself, too.
    await page.clock.runFor(5_000);
    expect(await progress(page, jobs[0])).toBe(0);
    expect(page.workers()).not.toHaveLength(0);
    await page.clock.runFor(6_000);
    for (const job of jobs) await ends(page, job, SHORT);
    expect(page.workers()).toHaveLength(0);
  });
});
