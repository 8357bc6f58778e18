import { FIGURE, Figure, OPENED, SECTION, decades, expect, opened, random, test } from '../helpers';
import { FIGURES, OBJECTS, WORLDS } from '../contract';
import { PEN, readouts } from '../physics';

const { quantities: QUANTITIES, readouts: READOUTS } = FIGURES['pen-drop'];
const fallTime = (drop: object) => readouts({ ...PEN, ...drop }).fall_time as number;

for (const [url, drop] of [
  [`${FIGURE}?height=2&mass=0.01`, { height: 2, mass: 0.01 }],
  [`${FIGURE}?height=2e2&mass=1E-2`, { height: 200, mass: 0.01 }],
  [`${SECTION}?pen-drop.height=2`, { height: 2 }],
  [`${SECTION}?height=2&other.height=3&pen-drop.unknown=4`, {}],
  [`${FIGURE}?object=feather&world=mars&mass=0.001`, { ...OBJECTS.feather, ...WORLDS.mars, mass: 0.001 }],
  [`${FIGURE}?mass=0.001&object=feather`, { ...OBJECTS.feather, mass: 0.001 }],
] as const) {
  test(`${url} is a state`, async ({ page }) => {
    const figure = await Figure.open(page, url);
    await expect.poll(() => figure.value('fall_time')).toBeCloseTo(fallTime(drop), 6);
    await expect(figure.notices()).toHaveCount(0);
  });
}

test('an explicit value beats a preset, which then reads custom', async ({ page }) => {
  const figure = await Figure.open(page, `${FIGURE}?object=feather&mass=0.001&world=moon&gravity=2`);
  await expect(figure.chosenObject()).toHaveValue('custom');
  await expect(figure.world()).toHaveValue('custom');
});

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

test('reload, back and forward keep the state', async ({ page }) => {
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

for (const [query, kept] of [
  ['height=abc', {}],
  ['height=1e9', { height: 4000 }],
  ['height=-3', { height: 0.1 }],
  ['object=anvil', {}],
  ['world=nowhere&height=2', { height: 2 }],
  ['mass=', {}],
  ['mass=NaN', {}],
  ['gravity=Infinity', {}],
] as const) {
  test(`${query} is replaced, and the figure says so`, async ({ page }) => {
    const figure = await Figure.open(page, `${FIGURE}?${query}`);
    await expect(figure.notices()).toHaveCount(1);
    await expect.poll(() => figure.value('fall_time')).toBeCloseTo(fallTime(kept), 6);
  });
}

test('the notice is in the language of the page and says what is shown instead', async ({ page }) => {
  const figure = await Figure.open(page, '/de/figure/pen-drop/?height=9999');
  await expect(figure.notices()).toContainText('9999');
  await expect(figure.notices()).toContainText('4000');
});

const NAMES = [...Object.keys(QUANTITIES), 'object', 'world', 'time', 'fall_time', '__proto__', 'constructor', '', 'höhe', 'a.b'];
const BAD = [
  'abc', 'NaN', '-Infinity', '1e999', '-1e999', '1e-999', '-0', '', '1,5', '0x10', '1_000', '١', '1e', '.', '-', '--1', '1 2',
  '<script>throw 1</script>', "'\"><img src=x onerror=alert(1)>", '{"a":1}', '../..', 'null', 'undefined', 'true', '\u0000', '🖊',
  'x'.repeat(3000), '9'.repeat(500), `0.${'0'.repeat(500)}1`, '1e5', '-7', '3', 'custom', 'feather', 'water', '1e-12',
];
const RAW = ['%', '%ff', '%zz', '%00', '&&&', '=', '?', ';', '%E2%28%A1', '+'];

/** Whether a value of a name must be replaced for sure (true), must not (false), or may (undefined). */
function mustNotice(name: string, value: string): boolean | undefined {
  if (name === 'object') return value !== 'custom' && !Object.hasOwn(OBJECTS, value);
  if (name === 'world') return value !== 'custom' && !Object.hasOwn(WORLDS, value);
  if (!Object.hasOwn(QUANTITIES, name)) return false;
  const quantity = QUANTITIES[name];
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value)) return /^[-+.\d\s]/.test(value) ? undefined : true;
  if (value.length > 400) return undefined;
  const number = Number(value);
  if (quantity.zero && number === 0) return false;
  return !(number >= quantity.least && number <= quantity.most);
}

for (let batch = 0; batch < 5; batch += 1) {
  test(`ten random bad addresses break nothing (seed ${batch})`, async ({ page }) => {
    const next = random(batch);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
    for (let round = 0; round < 10; round += 1) {
      const pairs = Array.from({ length: 1 + Math.floor(next() * 5) }, () => [pick(NAMES), pick(BAD)] as const);
      const raw = next() < 0.3 ? pick(RAW) : '';
      const search = `?${pairs.map((pair) => pair.map((text) => encodeURIComponent(text)).join('=')).join('&')}${raw}`;
      await test.step(search.slice(0, 200), async () => {
        const figure = await Figure.open(page, FIGURE + search);
        const values = await figure.values();
        expect(Object.keys(values).sort()).toEqual(Object.keys(READOUTS).sort());
        for (const [name, value] of Object.entries(values)) {
          if (name === 'dominant_force') expect(value).toMatch(/^(gravity|buoyancy|drag|wind|none)$/);
          else if (value !== null) expect(value, name).toEqual(expect.any(Number));
          if (typeof value === 'number') expect(Number.isFinite(value), `${name} is finite`).toBe(true);
        }
        const verdicts = [...new Map(pairs)].map(([name, value]) => mustNotice(name, value));
        if (raw) return; // may have changed the last value
        if (verdicts.includes(true)) await expect(figure.notices()).not.toHaveCount(0);
        else if (!verdicts.includes(undefined)) await expect(figure.notices()).toHaveCount(0);
      });
    }
  });
}

test('the figure follows the address back to where a link on the page was followed', async ({ page }) => {
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
