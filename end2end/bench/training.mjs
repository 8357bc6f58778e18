// How fast networks are trained, in one run of one browser and on one core: by what readers' workers have, by objects as in TensorFlow
// Playground, and by TensorFlow.js. All of them train the same network, 256-256-256-10, in batches of 64; floating-point operations are
// counted alike: two for each product on the way forward, six for learning. They take turns.
import { copyFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { objects } from './playground.mjs';
import { median } from './slow.mjs';
import { tensors, writeTfjs } from './tfjs.mjs';

const SIZES = [256, 256, 256, 10];
const BATCH = 64;
const ROUNDS = 7;
/** Of one contender in one round, s. */
const SECONDS = 0.5;
const ADDRESS = 'training.html';
/** Made by `./dev bench`. */
const PROGRAM = fileURLToPath(new URL('../../target/timed.wasm', import.meta.url));

// Runs in the page: what is timed, by its name; each is called with a number of batches.
async function prepare(sizes, batch, tensors, objects) {
  const { exports: ours } = (await WebAssembly.instantiateStreaming(fetch('timed.wasm'))).instance;
  const products = sizes.slice(1).reduce((sum, size, layer) => sum + size * sizes[layer], 0);
  if (ours.multiply_adds() !== products) throw new Error('the network is another one');
  const inputs = Array.from({ length: batch }, (_, row) => Array.from({ length: sizes[0] }, (_, place) => (((row * sizes[0] + place) * 7919) % 1000) * 1e-3 - 0.5));
  const targets = inputs.map((_, row) => Array.from({ length: sizes.at(-1) }, (_, place) => Number(row % 10 === place)));
  const [theirs, network] = [await tensors(sizes, inputs, targets), objects(sizes)];
  const repeat = (once) => (batches) => { for (let done = 0; done < batches; done += 1) once(); };
  const timed = {
    train: [6, ours.train],
    forward: [2, ours.forward],
    objects: [6, repeat(() => network.batch(inputs, targets))],
    'tfjs train': [6, theirs.train],
    'tfjs forward': [2, theirs.forward],
  };
  // Operations a second, over at least so many seconds.
  window.rate = (name, seconds) => {
    const [each, run] = timed[name];
    run(1);
    const start = performance.now();
    let [batches, passed, some] = [0, 0, 1];
    for (; passed < 1000 * seconds; some = Math.min(2 * some, 32)) {
      run(some);
      batches += some;
      passed = performance.now() - start;
    }
    return (each * products * batch * batches) / (passed / 1000);
  };
  // A worker that counts what it trains between two moments.
  const code = `const ready = WebAssembly.instantiateStreaming(fetch(${JSON.stringify(new URL('timed.wasm', location.href).href)}));
    onmessage = async ({ data: [from, until] }) => {
      const { train } = (await ready).instance.exports;
      while (Date.now() < from) train(1);
      let batches = 0;
      const start = performance.now();
      while (Date.now() < until) { train(4); batches += 4; }
      postMessage(batches / (performance.now() - start));
    };`;
  const workers = [0, 1].map(() => new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))));
  const answer = (worker, window) => new Promise((done) => { worker.onmessage = ({ data }) => done(data); worker.postMessage(window); });
  window.together = async (count, seconds) => {
    const from = Date.now() + 100;
    const rates = await Promise.all(workers.slice(0, count).map((worker) => answer(worker, [from, from + 1000 * seconds])));
    return rates.reduce((sum, rate) => sum + rate, 0) * 1000 * 6 * products * batch;
  };
}

/** Writes the page into a folder that is served. */
export function writeTraining(dir) {
  writeTfjs(dir);
  copyFileSync(PROGRAM, join(dir, 'timed.wasm'));
  const script = `${tensors}\n${objects}\nwindow.prepared = (${prepare})(${JSON.stringify(SIZES)}, ${BATCH}, tensors, objects)`;
  writeFileSync(
    join(dir, ADDRESS),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Training</title><script src="tf.min.js"></script>
<script src="tf-backend-wasm.min.js"></script></head><body><script>${script}</script></body></html>`,
  );
}

/** Times all of it; `site` serves that folder. */
export async function training(browser, site) {
  const page = await browser.newPage();
  await page.goto(site + ADDRESS);
  await page.evaluate(() => window.prepared);
  const found = new Map();
  const note = (name, rate) => found.set(name, [...(found.get(name) ?? []), rate]);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['train', 'objects', 'tfjs train', 'forward', 'tfjs forward']) {
      note(name, await page.evaluate(([name, seconds]) => window.rate(name, seconds), [name, SECONDS]));
    }
    for (const count of [1, 2]) note(`workers: ${count}`, await page.evaluate(([count, seconds]) => window.together(count, seconds), [count, SECONDS]));
  }
  await page.close();
  const rates = Object.fromEntries([...found].map(([name, all]) => [name, median(all)]));
  const speed = (value) => `${(value / 1e9).toFixed(2)} GFLOP/s`;
  const row = (what, name) => [what, speed(rates[name]), speed(Math.min(...found.get(name))), speed(Math.max(...found.get(name)))];
  return {
    rates,
    title: `Training 256-256-256-10 in batches of ${BATCH}, ${ROUNDS} rounds in turn`,
    head: ['', 'median', 'least', 'most'],
    rows: [
      row('trained here', 'train'),
      row('by one object for each neuron and link', 'objects'),
      row('by tfjs, wasm with vectors', 'tfjs train'),
      row('asked here', 'forward'),
      row('by tfjs, wasm with vectors', 'tfjs forward'),
      row('trained in one worker', 'workers: 1'),
      row('trained in two workers', 'workers: 2'),
    ],
    notes: ['The objects are a neutral equivalent of TensorFlow Playground\u2019s engine, written here; with plain descent instead of Adam it has less to do.'],
  };
}
