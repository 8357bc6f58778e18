import { expect, test } from './helpers';

const FIGURE = 'en/figure/pen-drop/';
const SECTION = 'en/pen-drop/';
const OPENED = `${SECTION}?pen-drop.height=1.5`;

test('the program takes over the served page', async ({ page }) => {
  const served = await (await fetch(page.site + SECTION)).text();
  await page.open(OPENED);
  const [before, after] = await page.browser.run(
    (html) =>
      [new DOMParser().parseFromString(html, 'text/html'), document].map((page) => page.querySelector('figure svg[data-layout=wide]')?.innerHTML),
    served,
  );
  expect(before).toBeTruthy();
  expect(after).toBe(before);
  expect(await page.property('input[name=height]', 'disabled')).toBe(false);
});

const EFFECTS = {
  gravity: 'fall_time',
  height: 'fall_time',
  mass: 'fall_time',
  fluid_density: 'fall_time',
  area: 'fall_time',
  drag_coefficient: 'fall_time',
  volume: 'fall_time',
  wind: 'drift',
};
for (const [name, readout] of Object.entries(EFFECTS)) {
  test(`${name} moves ${readout}`, async ({ page }) => {
    await page.open(FIGURE);
    const before = await page.value(readout);
    await page.focus(`input[name="${name}"]`);
    await page.browser.press('ArrowRight');
    await expect.poll(() => page.value(readout)).not.toBe(before);
    const drawing = await page.drawing();
    await page.browser.press('End');
    await expect.poll(() => page.drawing()).not.toBe(drawing);
  });
}

test('objects and worlds change the fall', async ({ page }) => {
  await page.open(FIGURE);
  const start = await page.value('fall_time');
  await page.focus('input[name=object]:checked');
  await page.browser.press('ArrowRight');
  await expect.poll(() => page.value('fall_time')).not.toBe(start);
  const next = await page.value('fall_time');
  await page.browser.run(() => {
    const world = document.querySelector<HTMLSelectElement>('select[name=world]');
    if (world) world.value = 'moon';
    world?.dispatchEvent(new Event('input', { bubbles: true }));
    world?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(() => page.value('fall_time')).not.toBe(next);
});

test('the address is the state, there and back', async ({ page }) => {
  await page.open(`${FIGURE}?height=20&object=feather`);
  await expect.poll(async () => Number(await page.value('fall_time_vacuum'))).toBeCloseTo(Math.sqrt(40 / 9.80665), 9);
  await page.focus('input[name=mass]');
  await page.browser.press('End');
  await expect.poll(() => page.browser.url()).toContain('mass=10');
  const value = await page.value('fall_time');
  await page.browser.reload();
  await page.ready();
  await expect.poll(() => page.value('fall_time')).toBe(value);
});

test('a bad address is replaced with a notice', async ({ page }) => {
  await page.open(`${FIGURE}?height=%ff&mass=abc&world=nowhere&gravity=1e999`);
  const notices = () => page.browser.run(() => [...document.querySelectorAll('.notice[role=status]')].map((notice) => notice.textContent?.trim()).join(''));
  await expect.poll(notices).toContain('abc');
  expect(Number(await page.value('fall_time'))).toBeGreaterThan(0.5);
});

test('the language switch keeps page and state', async ({ page }) => {
  await page.open(`${SECTION}?pen-drop.height=20`);
  const value = await page.value('fall_time');
  await page.browser.click('header a[hreflang=de]');
  await expect.poll(() => page.attribute('html', 'lang')).toBe('de');
  await page.ready();
  await expect.poll(() => page.value('fall_time')).toBe(value);
  expect(await page.property('output[name=fall_time]', 'textContent')).toContain(',');
  expect(await page.browser.url()).toContain('/de/pen-drop');
});

test('the animation plays to the landing', async ({ page }) => {
  await page.open(FIGURE);
  await page.focus('input.scrubber');
  await page.browser.press('Home');
  await expect.poll(async () => Number(await page.property('input.scrubber', 'value'))).toBe(0);
  await page.browser.click('button.play');
  await expect.poll(async () => Number(await page.property('input.scrubber', 'value'))).toBeGreaterThan(0.5);
  expect(await page.attribute('figure', 'data-state')).toBe('ready');
});

for (const width of [390, 1280]) {
  test(`nothing overflows at ${width} px`, async ({ page }) => {
    await page.browser.resize(width, 844);
    for (const path of ['en/', SECTION, OPENED, 'de/pen-drop/?pen-drop.height=1.5', 'en/about/']) {
      await page.browser.goto(page.site + path);
      expect(await page.browser.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
    }
  });
}
