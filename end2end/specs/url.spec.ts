import { ENGINE, FIGURE, Figure, OPENED, SECTION, decades, expect, opened, test } from '../helpers';
import { FIGURES } from '../contract';

// How addresses are read and which values are refused is tested natively.

for (const [path, prefix] of [[FIGURE, ''], [OPENED, 'pen-drop.']]) {
  test(`a slider moved on ${path} writes the address, and the address opens that state`, async ({ page, context }) => {
    const figure = await Figure.open(page, path);
    const entries = await page.evaluate(() => history.length);
    await figure.slide('height', decades(20));
    await figure.object('ping-pong-ball').check({ force: true });
    await figure.slide('wind', 3);
    await expect.poll(() => new URL(page.url()).searchParams.get(`${prefix}wind`)).toBe('3');
    expect(Number(new URL(page.url()).searchParams.get(`${prefix}height`))).toBeCloseTo(20, 6);
    expect(new URL(page.url()).searchParams.get(`${prefix}object`)).toBe('ping-pong-ball');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    const again = await Figure.open(await context.newPage(), page.url());
    await expect.poll(() => again.values()).toEqual(await figure.values());
  });
}

test('reload, back and forward keep the state', ENGINE, async ({ page }) => {
  let figure = await Figure.open(page, `${SECTION}?pen-drop.world=moon`);
  await figure.slide('height', decades(50));
  await expect.poll(() => page.url()).toContain('pen-drop.height=');
  const values = await figure.values();
  await page.reload();
  await figure.ready();
  await expect.poll(() => figure.values()).toEqual(values);
  await page.locator('a[href*="/en/about"]').first().click();
  await expect(page).toHaveURL(/\/en\/about/);
  await page.goBack();
  figure = new Figure(page);
  await figure.ready();
  await expect.poll(() => figure.values()).toEqual(values);
  await page.goForward();
  await expect(page).toHaveURL(/\/en\/about/);
});

test('what cannot be had is replaced, and each figure says so in the language of the page', async ({ page }) => {
  const figure = await Figure.open(page, '/de/figure/pen-drop/?height=9999&mass=abc&object=anvil&world=moon');
  await expect(figure.notices()).toHaveCount(3);
  for (const word of ['9999', '4000', '„abc“', '„anvil“']) await expect(figure.notices().filter({ hasText: word })).toHaveCount(1);
  expect(await figure.position('height')).toBeCloseTo(decades(4000), 9);
  await expect(figure.chosenObject()).toHaveValue('pen');
  await expect(figure.world()).toHaveValue('moon');
  await figure.slide('height', 0);
  await expect(figure.notices()).toHaveCount(2);
});

test('bad addresses break nothing', async ({ page }) => {
  const bad = [
    '%', '%ff&height=%zz', '%00=%E2%28%A1&&&=;', `height=${'9'.repeat(500)}&mass=0.${'0'.repeat(500)}1`, '__proto__=1&constructor=2&a.b=3&höhe=4',
    `object=${encodeURIComponent('<img src=x onerror=throw>')}&world=${encodeURIComponent('\u0000🖊')}&time=1e999`,
  ];
  for (const search of bad) {
    const figure = await Figure.open(page, `${FIGURE}?${search}`);
    const values = await figure.values();
    expect(Object.keys(values).sort(), search).toEqual(Object.keys(FIGURES['pen-drop'].readouts).sort());
    for (const [name, value] of Object.entries(values)) if (name !== 'dominant_force') expect(value, `${name} of ${search}`).toEqual(expect.any(Number));
  }
});

test('the figure follows the address back to where a link on the page was followed', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page, `${opened('en', 'dominant-force')}&compute-trend.from=1950`, 'compute-trend');
  await page.locator('a[href="#fn-1"]').first().click();
  await expect(page).toHaveURL(/#fn-1$/);
  await figure.control('to').focus();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/compute-trend\.to=1988/);
  await page.goBack();
  await expect(page).not.toHaveURL(/compute-trend\.to/);
  await expect.poll(() => figure.position('to')).toBe(1998);
  expect(await figure.position('from')).toBe(1950);
});
