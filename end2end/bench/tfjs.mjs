// TensorFlow.js, to compare with: only here is it needed, and with what it depends on it is large. So it is fetched from the registry when
// it is first asked for, without that, into the cache that also holds the tools of the build.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = '4.22.0';
/** Package, and the files of it that a page loads. The program for several threads needs a page of its own kind, and one core is what is timed. */
const FILES = {
  '@tensorflow/tfjs': ['tf.min.js'],
  '@tensorflow/tfjs-backend-wasm': ['tf-backend-wasm.min.js', 'tfjs-backend-wasm-simd.wasm'],
};
const cache = process.env.PENDROP_TOOLS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pendrop');

function fetched() {
  const kept = join(cache, `tfjs-${VERSION}`);
  if (existsSync(kept)) return kept;
  const folder = `${kept}.part`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, files] of Object.entries(FILES)) {
    const packed = execFileSync('npm', ['pack', `${name}@${VERSION}`, '--silent', '--pack-destination', folder], { encoding: 'utf8' }).trim().split('\n').at(-1);
    execFileSync('tar', ['-xzf', packed, '--strip-components=2', ...files.map((file) => `package/dist/${file}`)], { cwd: folder });
    rmSync(join(folder, packed));
  }
  renameSync(folder, kept);
  return kept;
}

/** Puts what a page loads into a folder. */
export function writeTfjs(dir) {
  const from = fetched();
  for (const file of Object.values(FILES).flat()) copyFileSync(join(from, file), join(dir, file));
}

// Runs in the page, where `tf` is: the network of these sizes, trained by Adam, and asked; both so many batches at a time.
export async function tensors(sizes, inputs, targets) {
  // Of the three programs only this one is here; asked for another one, it would fail.
  tf.wasm.setWasmPaths('./');
  if (!(await tf.setBackend('wasm'))) throw new Error('tfjs has no wasm here');
  await tf.ready();
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('tfjs has no vector instructions here');
  const model = tf.sequential();
  sizes.slice(1).forEach((units, layer) => {
    const activation = layer === sizes.length - 2 ? 'linear' : 'relu';
    model.add(tf.layers.dense({ units, activation, ...(layer ? {} : { inputShape: [sizes[0]] }) }));
  });
  const [x, y] = [tf.tensor2d(inputs), tf.tensor2d(targets)];
  const optimizer = tf.train.adam(1e-4);
  const loss = () => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true }));
  return {
    train(batches) {
      for (let batch = 1; batch < batches; batch += 1) optimizer.minimize(loss);
      const last = optimizer.minimize(loss, true);
      const value = last.dataSync()[0];
      last.dispose();
      return value;
    },
    forward(batches) {
      for (let batch = 0; batch < batches; batch += 1) tf.tidy(() => model.apply(x).dataSync());
    },
  };
}
