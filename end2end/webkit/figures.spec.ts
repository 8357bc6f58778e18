import { expect, test, type Page } from './helpers';

/** Moves a control by a key, and waits until a readout follows. */
async function moves(page: Page, selector: string, readout: string) {
  const before = await page.value(readout);
  await page.focus(selector);
  await page.browser.press('ArrowRight');
  await expect.poll(() => page.value(readout)).not.toBe(before);
}

const progress = async (page: Page) => Number(await page.attribute('progress', 'value'));

for (const [id, query, readout, controls] of [
  ['dominance-map', '', 'prediction_error', ['mass', 'area', 'height', 'wind']],
  ['ensemble', '', 'mean', ['jitter', 'drops', 'height', 'seed']],
  // Short enough for arithmetic to tell the end.
  ['flutter', '?duration=60', 'separation', ['duration', 'inertia', 'nudge', 'angle']],
] as const) {
  test(`the controls of ${id} move ${readout}, and the address is the state`, async ({ page }) => {
    await page.open(`en/figure/${id}/${query}`);
    for (const name of controls) await moves(page, `input[name="${name}"]`, readout);
    await expect.poll(() => page.browser.url()).toContain(`${controls[3]}=`);
    await page.ready();
    const [value, drawing] = [await page.value(readout), await page.drawing()];
    await page.browser.reload();
    await page.ready();
    await expect.poll(() => page.value(readout)).toBe(value);
    expect((await page.drawing()) === drawing, 'the same picture').toBe(true);
  });
}

test('keys and a click move the point on the map', async ({ page }) => {
  await page.open('en/figure/dominance-map/');
  await moves(page, '.handle', 'prediction_error');
  const moved = await page.value('prediction_error');
  await page.browser.click('.picture');
  await expect.poll(() => page.value('prediction_error')).not.toBe(moved);
  await expect.poll(() => page.browser.url()).toContain('area=');
});

test('a worker computes the drops; pause, cancel and all of it', async ({ page }) => {
  await page.browser.goto(`${page.site}en/figure/ensemble/?drops=100000&object=feather&wind=5`);
  await expect.poll(() => progress(page)).toBeGreaterThan(0);
  expect(await page.attribute('figure', 'data-state')).toBe('running');
  await page.browser.click('[data-computing=pause]');
  await expect.poll(() => page.property('[data-computing=pause]', 'textContent')).toBe('Go on');
  let held = await progress(page);
  await expect.poll(async () => held === (held = await progress(page))).toBe(true);
  expect(held).toBeLessThan(1);
  await page.browser.click('[data-computing=pause]');
  await expect.poll(() => progress(page)).toBeGreaterThan(held);
  await page.browser.click('[data-computing=cancel]');
  await page.ready();
  expect(await page.property('.computing', 'textContent')).toContain('Stopped at');
  expect(Number(await page.value('mean'))).toBeGreaterThan(0);
});

test('chaos is the same here: the last digit is that of the served page', async ({ page }) => {
  const served = await (await fetch(`${page.site}en/figure/flutter/`)).text();
  await page.open('en/figure/flutter/');
  await moves(page, 'input[name=inertia]', 'separation');
  await page.browser.press('ArrowLeft');
  for (const name of ['predictable_for', 'separation', 'lyapunov_exponent']) {
    const before = await page.browser.run((html, name) => new DOMParser().parseFromString(html, 'text/html').querySelector(`output[name=${name}]`)?.getAttribute('data-value'), served, name);
    await expect.poll(() => page.value(name)).toBe(before);
  }
});
