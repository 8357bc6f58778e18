import { ENGINE, FIGURE, expect, test } from '../helpers';
import type { Frame, Page } from '@playwright/test';

// The same figure in two frames that follow each other (src/testing/mirror.rs): the kind of mirror that presenting and
// embedding will be.

const HOST = `<!DOCTYPE html><title>Two</title>
  <iframe name="one" src="${FIGURE}" style="width:700px;height:800px"></iframe>
  <iframe name="two" src="${FIGURE}" style="width:700px;height:800px"></iframe>`;

interface Side {
  root: ReturnType<Frame['locator']>;
  frame: Frame;
}

async function open(page: Page): Promise<[Side, Side]> {
  // In the file itself: not every engine runs an init script in frames.
  await page.route(`**${FIGURE}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<html ', '<html data-testing="pair" ') });
  });
  await page.route('**/two-frames', (route) => route.fulfill({ contentType: 'text/html', body: HOST }));
  await page.goto('/two-frames');
  const side = async (name: string) => {
    const frame = page.frame({ name });
    if (!frame) throw new Error(`no frame ${name}`);
    const root = frame.locator('figure[data-figure="pen-drop"]');
    await expect(root).toHaveAttribute('data-state', 'ready');
    return { root, frame };
  };
  return [await side('one'), await side('two')];
}

const height = (side: Side) => side.root.locator('input[name=height]');
const time = ({ root }: Side) => root.locator('.scrubber').evaluate((range: HTMLInputElement) => Number(range.value));
const sent = async ({ root }: Side) => Number(await root.getAttribute('data-sent'));
const label = ({ root }: Side) => root.locator('.play').getAttribute('aria-label');

test('values follow both ways, and nothing is echoed', ENGINE, async ({ page }) => {
  const [one, two] = await open(page);
  for (let presses = 0; presses < 5; presses += 1) await height(one).press('ArrowRight');
  // Five steps of 0.02 decades from 1.5 m, on the grid of the steps.
  const moved = /^1\.88\sm$/;
  for (const side of [one, two]) await expect(height(side)).toHaveAttribute('aria-valuetext', moved);
  await expect(two.root.locator('output[name=fall_time]')).toHaveAttribute('data-value', (await one.root.locator('output[name=fall_time]').getAttribute('data-value')) ?? '');
  expect([await sent(one), await sent(two)]).toEqual([5, 0]);

  await two.root.locator('input[name=object][value=feather]').check({ force: true });
  await expect(one.root.locator('input[name=object][value=feather]')).toBeChecked();
  await expect(height(one)).toHaveAttribute('aria-valuetext', moved);
  expect([await sent(one), await sent(two)]).toEqual([5, 1]);
});

test('playing, pausing and moments follow, and nothing is echoed', async ({ page }) => {
  const [one, two] = await open(page);
  await two.root.locator('.speed').selectOption({ label: '1/100' });
  await one.root.locator('.speed').selectOption({ label: '1/100' });
  await one.root.locator('.play').click();
  await expect.poll(() => label(two)).toBe('Pause');
  await expect.poll(() => time(two)).toBeGreaterThan(0.01);
  await two.root.locator('.play').click();
  await expect.poll(() => label(one)).toBe('Play');
  await expect.poll(async () => Math.abs((await time(one)) - (await time(two)))).toBeLessThan(1e-9);
  expect([await sent(one), await sent(two)]).toEqual([1, 1]);

  await one.root.locator('.scrubber').press('Home');
  await expect.poll(async () => (await time(two)) - (await time(one))).toBe(0);
  expect([await sent(one), await sent(two)]).toEqual([2, 1]);
  // Each side has its own address, and neither is changed by what comes from the other but as the reader's own change is.
  await expect.poll(() => two.frame.url()).toContain('time=');
});
