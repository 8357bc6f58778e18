// Leaves beside each file of a folder that packs well its packed forms, for hosts that send them as they are:
// node tools/pack.mjs dist
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const PACKED = new Set(['.css', '.csv', '.html', '.js', '.json', '.svg', '.txt', '.wasm']);

async function pack(file) {
  const bytes = await readFile(file);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const forms = [['.br', promisify(brotliCompress)(bytes, brotli)], ['.gz', promisify(gzip)(bytes, { level: 9 })]];
  await Promise.all(forms.map(async ([ending, packed]) => writeFile(file + ending, await packed)));
}

const entries = await readdir(process.argv[2], { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && PACKED.has(extname(entry.name)));
await Promise.all(files.map((entry) => pack(join(entry.parentPath ?? entry.path, entry.name))));
