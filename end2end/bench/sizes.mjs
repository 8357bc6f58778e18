// What travels: each file as it is and compressed.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const measure = (bytes) => [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
const add = (sum, sizes) => sum.map((size, index) => size + sizes[index]);
const rowOf = (name, sizes) => [name, ...sizes.map((size) => `${(size / 1000).toFixed(1)} kB`)];
const allFiles = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

export function sizes(dist, routes) {
  const pages = routes.map((route) => [route, readFileSync(join(dist, route, 'index.html'))]);
  const styles = ([, html]) => Buffer.from([...html.toString().matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text).join(''));
  const files = allFiles(dist).filter((file) => ['.css', '.csv', '.js', '.wasm'].includes(extname(file)));
  // A figure's chunk and its tables are fetched when a page shows the figure, the worker when something is to be computed.
  const isWorker = ([name]) => /\/(data\/|worker-|.*\/(split|chunk)_)/.test(name);
  const all = files.map((file) => [file.slice(dist.length), measure(readFileSync(file))]);
  const program = all.filter((file) => !isWorker(file));
  const style = measure(styles(pages[0]));
  const whole = program.reduce((sum, [, sizes]) => add(sum, sizes), style);
  // The head of a page names what its first figure waits for.
  const named = (html) => [...html.toString().matchAll(/<link rel="(?:module)?preload" href="([^"]+)"/g)].map(([, name]) => name);
  const loads = (html) => all.filter(([name]) => named(html).includes(name)).reduce((sum, [, sizes]) => add(sum, sizes), measure(html));
  // What the figures of these pages run on, whatever they have in common once: without their tables and their HTML.
  const programs = (wanted) => {
    const names = new Set(pages.filter(([route]) => wanted.includes(route)).flatMap(([, html]) => named(html)));
    return all.filter(([name]) => names.has(name) && !name.startsWith('/data/')).reduce((sum, [, sizes]) => add(sum, sizes), style)[1];
  };
  return {
    programs,
    page: (route) => measure(readFileSync(join(dist, route, 'index.html')))[1],
    title: 'Sizes',
    head: ['file', 'raw', 'gzip', 'brotli'],
    rows: [
      ...pages.map(([route, html]) => rowOf(route, measure(html))),
      rowOf('style, inside each page', style),
      ...program.map(([name, sizes]) => rowOf(name, sizes)),
      rowOf('program, glue and style', whole),
      ...pages.filter(([route]) => route.startsWith('/en/')).map(([route, html]) => rowOf(`${route} until its first figure answers`, loads(html))),
      ...all.filter(isWorker).map(([name, sizes]) => rowOf(`${name}, when needed`, sizes)),
    ],
  };
}
