// A page to compare with: TensorFlow Playground has 107 kB (gzip) of script and shows nothing before it has run. It is
// in no package registry, so this is a STAND-IN: one small page without content, and one script of that weight that draws
// text, picture and slider once it has run. It flatters the original, which also fetches styles and fonts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEIGHT = 107_000;

// Runs in the page: what its script does in the end.
function draw() {
  document.body.innerHTML = `<main><h1>A page that waits for its script</h1><p>${'Some text. '.repeat(40)}</p>
    <figure><svg viewBox="0 0 640 400" width="640" height="400"><path d="M0 400L640 0" stroke="black"/></svg>
    <input type="range" name="height" min="-1" max="3" step="any"><output name="fall_time" data-value="0">0</output></figure></main>`;
  const output = document.querySelector('output');
  document.querySelector('input').addEventListener('input', (event) => {
    output.dataset.value = output.textContent = String(Math.sqrt(2 * 10 ** event.target.value / 9.8));
  });
}

/** Program text that compresses about as well as programs do, until the whole weighs what it should. */
function script() {
  let seed = 1;
  const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const word = () => Array.from({ length: 3 + next(6) }, () => String.fromCharCode(97 + next(26))).join('');
  const words = Array.from({ length: 1500 }, word);
  const pick = () => words[next(words.length)];
  const line = () =>
    `all.${pick()}${next(1e6)} = function (a, b) { var c = b * ${next(1e4)} + ${next(1e3)}; if (a > ${next(100)}) { return [a, "${pick()} ${pick()}"]; } return { ${pick()}: c, ${pick()}: b }; };`;
  const lines = ['var all = {};'];
  const whole = () => `${lines.join('\n')}\nfor (const part of Object.values(all)) part(3, 4);\n(${draw})();\n`;
  for (let missing = WEIGHT; missing > 0; missing = WEIGHT - gzipSync(whole()).length) {
    for (let count = Math.ceil(missing / 100); count > 0; count -= 1) lines.push(line());
  }
  return whole();
}

/** Writes the stand-in into a folder. */
export function writeNeighbour(dir) {
  mkdirSync(dir, { recursive: true });
  const html = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stand-in</title></head><body><script src="bundle.js"></script></body></html>';
  writeFileSync(join(dir, 'index.html'), html);
  writeFileSync(join(dir, '404.html'), html);
  writeFileSync(join(dir, 'bundle.js'), script());
}
