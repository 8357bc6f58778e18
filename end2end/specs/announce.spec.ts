import { FIGURES, IDS } from '../contract';
import { Figure, alone, expect, test } from '../helpers';

// What a screen reader hears while the reader moves a slider: its own value, and when they rest, what the figure has found.

test('five steps of a slider are announced once, by the title', async ({ page }) => {
  test.slow();
  await page.clock.install();
  for (const id of IDS) {
    const [name] = Object.keys(FIGURES[id].quantities);
    const figure = await Figure.open(page, alone(id));
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      // An output is a live region by itself.
      const live = (element: Element | null) => element?.closest('[aria-live], [role=status], [role=alert], [role=log], output');
      const note = ({ target }: MutationRecord) => {
        const region = live(target instanceof Element ? target : target.parentElement);
        if (region && region.getAttribute('aria-live') !== 'off' && region.checkVisibility()) heard.push(region.textContent ?? '');
      };
      new MutationObserver((all) => all.forEach(note)).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await figure.unfold();
    // From here on time passes only as it is told to, however slow the machine is.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
    await figure.control(name).focus();
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press(press < 4 ? 'ArrowRight' : 'Home');
      await page.clock.runFor(50);
    }
    const heard = () => page.evaluate(() => (window as never as { heard: string[] }).heard);
    expect(await heard(), id).toEqual([]);
    await expect.poll(async () => {
      await page.clock.runFor(1000);
      return (await heard()).length;
    }, id).toBe(1);
    expect((await heard())[0], id).toContain(await figure.title().textContent());
    await page.clock.resume();
  }
});
