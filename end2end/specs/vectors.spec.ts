import { Figure, alone, expect, test } from '../helpers';
import type { Page } from '@playwright/test';

// The worker is there twice: with vector instructions (SIMD), and for browsers that have none. That both reckon alike is this test's, too.

/** The worker's files that a page asks for, without what differs from build to build. */
function asked(page: Page) {
  const files: string[] = [];
  page.on('request', (request) => {
    const name = /worker-.*/.exec(request.url())?.[0];
    if (name) files.push(name.replace(/[0-9a-f]{16}/, '*'));
  });
  return () => [...new Set(files)].sort();
}

/** Makes anew what is recorded, and gives what it says. */
async function run(page: Page) {
  const figure = await Figure.open(page, alone('learn-the-drop'));
  await figure.root.locator('[data-computing=cancel]').click();
  await expect(figure.root.locator('.computing-word')).toHaveText(/^Computed here in /, { timeout: 30_000 });
  await figure.ready();
  return { figure, values: await figure.values(), said: figure.root.locator('.computing-plain') };
}

test('a browser without vector instructions gets the worker without them, to the same numbers, and the page says that it is slower', async ({ page, context }) => {
  const usual = await context.newPage();
  const [askedUsually, askedPlain] = [asked(usual), asked(page)];
  const expected = await run(usual);
  await expect(expected.said).toBeHidden();
  expect(askedUsually()).toEqual(['worker-*.js', 'worker-*.wasm']);

  await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
  const found = await run(page);
  await expect(found.said).toHaveText(/\(SIMD\): it computes more slowly/);
  await expect(found.said).toBeVisible();
  expect(askedPlain()).toEqual(['worker-plain-*.js', 'worker-plain-*.wasm']);
  expect(found.values).toEqual(expected.values);
  await found.figure.page.goto(alone('learn-the-drop', '', 'de'));
  await expect(found.said).toHaveText(/\(SIMD\); er rechnet deshalb langsamer/);
  await expect(found.said).toBeVisible();
});

test('learners learn the same with vector instructions and without, to the last digit', async ({ page, context }) => {
  const learners = alone('structure-vs-scale', 'noise=0.2&compute=3e7&seeds=1');
  const expected = await (await Figure.open(await context.newPage(), learners)).values();
  await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
  const files = asked(page);
  expect(await (await Figure.open(page, learners)).values()).toEqual(expected);
  expect(files()).toContain('worker-plain-*.wasm');
  for (const name of ['accuracy_hand', 'accuracy_cnn', 'accuracy_mlp']) expect(Number(expected[name]), name).toBeGreaterThan(0.1);
});
