// Files that readers save: what they hold, and how a program that is no browser draws them.
import { Resvg } from '@resvg/resvg-js';
import { expect, type Figure } from './helpers';
import type { Page } from '@playwright/test';

/** Notes the blob behind each download: not every browser tells of the download of one. */
export const noteBlobs = (page: Page) =>
  page.addInitScript(() => {
    const make = URL.createObjectURL;
    const blobs: Blob[] = [];
    Object.assign(window, { blobs });
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return make.call(URL, blob);
    };
  });

/** The bytes of the last file of a kind. */
export async function lastBlob(page: Page, kind: string): Promise<Buffer> {
  const last = () =>
    page.evaluate(async (type) => {
      const blob = (window as never as { blobs: Blob[] }).blobs.findLast((blob) => blob.type.includes(type));
      return blob && new Promise<string>((done) => {
        const reader = Object.assign(new FileReader(), { onload: () => done(String(reader.result).split(',')[1]) });
        reader.readAsDataURL(blob);
      });
    }, kind);
  let base64 = '';
  await expect.poll(async () => (base64 = (await last()) ?? '').length).toBeGreaterThan(0);
  return Buffer.from(base64, 'base64');
}

/** What the button saves: name, bytes, text. */
export async function saved(page: Page, figure: Figure, kind: string, browserName: string) {
  const started = browserName === 'firefox' ? undefined : page.waitForEvent('download');
  await figure.press(kind);
  const bytes = await lastBlob(page, kind);
  return { name: (await started)?.suggestedFilename(), bytes, text: bytes.toString() };
}

/** A shape or a text: what it is, where it is, and how it looks. */
export type Drawn = Record<string, string>;

/** Runs in the page: the drawing on the screen, all its layers, as the style has it. */
export const onScreen = (id: string): Drawn[] => {
  const svg = [...document.querySelectorAll(`figure[data-figure="${id}"] svg[data-layout]`)].find((svg) => svg.getClientRects().length > 0);
  return [...(svg?.querySelectorAll('path, circle, text') ?? [])].map((element) => {
    const style = getComputedStyle(element);
    const look = (property: 'fill' | 'stroke') => {
      const [red, green, blue, alpha = 1] = (style[property].match(/[\d.]+/g) ?? []).map(Number);
      const opacity = alpha * Number(style.getPropertyValue(`${property}-opacity`));
      return style[property] === 'none' ? 'none' : `${red} ${green} ${blue} at ${opacity.toFixed(3)}`;
    };
    const place = ['d', 'cx', 'cy', 'r', 'x', 'y'].map((name) => element.getAttribute(name)).join(' ');
    const stroked = style.stroke !== 'none';
    const letters = element.localName === 'text' ? { text: element.textContent ?? '', size: style.fontSize, weight: style.fontWeight, anchor: style.textAnchor } : {};
    return { name: element.localName, place, fill: look('fill'), stroke: look('stroke'), ...(stroked && { width: style.strokeWidth, join: style.strokeLinejoin }), ...letters };
  });
};

/** Runs in the page: the drawing in a file, from its attributes alone; a text and the rim under it are one again. */
export const inFile = (file: string): Drawn[] => {
  // Around the picture, which comes last, stand a ground and words.
  const all = [...new DOMParser().parseFromString(file, 'image/svg+xml').querySelectorAll('svg > g:last-of-type :is(path, circle, text)')];
  const has = (element: Element, name: string, start: string) => element.getAttribute(name) ?? start;
  const look = (element: Element, property: string) => {
    const [, ...hex] = /^#(..)(..)(..)$/.exec(has(element, property, 'none')) ?? [];
    const opacity = Number(has(element, `${property}-opacity`, '1'));
    return hex.length > 0 ? `${hex.map((channel) => parseInt(channel, 16)).join(' ')} at ${opacity.toFixed(3)}` : has(element, property, 'none');
  };
  const isRim = (element?: Element) => element?.localName === 'text' && has(element, 'fill', '') === 'none';
  const px = (element: Element, name: string) => `${has(element, name, '1')}px`;
  return all.flatMap((element, index) => {
    if (isRim(element)) return [];
    const line = isRim(all[index - 1]) ? all[index - 1] : element;
    const place = ['d', 'cx', 'cy', 'r', 'x', 'y'].map((name) => element.getAttribute(name)).join(' ');
    const stroked = look(line, 'stroke') !== 'none';
    const letters = element.localName === 'text' ? { text: element.textContent ?? '', size: px(element, 'font-size'), weight: has(element, 'font-weight', '400'), anchor: has(element, 'text-anchor', 'start') } : {};
    return [{ name: element.localName, place, fill: look(element, 'fill'), stroke: look(line, 'stroke'), ...(stroked && { width: px(line, 'stroke-width'), join: has(line, 'stroke-linejoin', 'miter') }), ...letters }];
  });
};

/** A PNG of an SVG in a width, as resvg draws it. */
export const rendered = (svg: string, width: number) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();

/** The picture in a file, without what stands around it: as wide and high as it is on the screen. */
export function pictureIn(svg: string, { width, height }: { width: number; height: number }): string {
  const [, whole, box] = /width="([\d.]+)"[^>]*viewBox="0 0 (\d+)/.exec(svg) ?? [];
  const [left, top] = [...svg.matchAll(/translate\((\d+) (\d+)\)/g)].at(-1)?.slice(1) ?? [];
  const scale = Number(box) / Number(whole);
  return svg.replace(/width="[\d.]+" height="[\d.]+" viewBox="[^"]*"/, `width="${width}" height="${height}" viewBox="${left} ${top} ${width * scale} ${height * scale}"`);
}

/** An SVG without its letters, which every program sets in its own. */
export const wordless = (svg: string) => svg.replace(/<text[^]*?<\/text>/g, '');

/**
 * How much of two PNGs differs: the share of blocks of three by three pixels that are of another colour, by more than a sixteenth,
 * than each block up to a pixel away. Where a picture begins on the screen is no whole pixel.
 */
export const difference = (page: Page, one: Buffer, other: Buffer) =>
  page.evaluate(async (files) => {
    const pixels = await Promise.all(
      files.map(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height) ?? new ImageData(1, 1);
      }),
    );
    const [width, height] = [Math.min(...pixels.map((image) => image.width)), Math.min(...pixels.map((image) => image.height))];
    const block = (image: ImageData, x: number, y: number) => {
      const sum = [0, 0, 0];
      for (let row = y; row < y + 3; row += 1) {
        for (let column = x; column < x + 3; column += 1) sum.forEach((_, channel) => (sum[channel] += image.data[4 * (row * image.width + column) + channel]));
      }
      return sum.map((channel) => channel / 9);
    };
    const shifts = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [right, down]));
    let [odd, all] = [0, 0];
    for (let y = 1; y + 4 <= height; y += 3) {
      for (let x = 1; x + 4 <= width; x += 3) {
        const here = block(pixels[0], x, y);
        const near = ([right, down]: number[]) => block(pixels[1], x + right, y + down).every((channel, place) => Math.abs(channel - here[place]) <= 16);
        all += 1;
        if (!shifts.some(near)) odd += 1;
      }
    }
    return { heights: pixels.map((image) => image.height), share: odd / all };
  }, [one.toString('base64'), other.toString('base64')]);
