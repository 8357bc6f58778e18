import { ENGINE, FIGURE, Figure, Question, SECTION, expect, test } from '../helpers';

// Where the browser can emulate it; in Firefox these are preferences of the project.
test.use({ colorScheme: 'dark', contextOptions: { reducedMotion: 'reduce' } });

test('who asks for a dark theme gets one, until they choose', ENGINE, async ({ page }) => {
  await Figure.open(page, SECTION);
  expect(await brightness(page)).toBeLessThan(60);
  await page.locator('input[name=theme][value=light]').check({ force: true });
  await expect.poll(() => brightness(page)).toBeGreaterThan(200);
});

test('who asks for less motion gets the verdict at once, and nothing plays', ENGINE, async ({ page }) => {
  const question = await Question.open(page);
  await question.range.fill('0.7');
  await question.answer();
  await question.opened('guess');
  await expect(question.verdict).toHaveText(/0\.70\ss.*0\.554\d\ss/);
  await expect(question.figure.play()).not.toHaveAccessibleName('Pause');
  await expect(question.figure.scrubber()).not.toHaveValue('0');
});

test('for who asks for less motion nothing moves by itself, and play jumps by steps of 0.1 s', ENGINE, async ({ page }) => {
  const figure = await Figure.open(page, `${FIGURE}?height=20`);
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  const drawing = await figure.drawing();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect(await figure.drawing(), 'nothing moves by itself').toBe(drawing);
  await figure.slide(figure.scrubber(), 0);
  await figure.root.locator('button.play').click();
  const seen = await figure.scrubber().evaluate(async (scrubber: HTMLInputElement) => {
    const times = new Set<number>();
    for (const begin = performance.now(); performance.now() - begin < 20_000 && times.size < 6; ) {
      times.add(Number(scrubber.value));
      await new Promise(requestAnimationFrame);
    }
    return [...times];
  });
  const jumps = seen.slice(1, 6).map((time, index) => time - seen[index]);
  expect(jumps).toHaveLength(5);
  for (const jump of jumps) {
    expect(jump).toBeGreaterThan(0.0999);
    expect(jump).toBeLessThan(0.3);
  }
});

/** Of the page's ground, 0 to 255. */
const brightness = (page: Figure['page']) =>
  page.evaluate(() => {
    const grounds = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    const painted = grounds.find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
    const [red, green, blue] = (painted.match(/[\d.]+/g) ?? []).map(Number);
    return (red + green + blue) / 3;
  });
