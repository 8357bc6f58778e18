// A plain static server, as any host of files is one: node server.mjs --dir dist --host 127.0.0.1 --port 8080 --base /
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const PACKABLE = new Set(['.css', '.csv', '.html', '.js', '.json', '.map', '.mjs', '.svg', '.txt', '.wasm', '.webmanifest', '.xml']);
/** Packed forms, the better one first: how browsers call it, how its file ends, and how it is made where there is no such file. */
const PACKINGS = [
  { encoding: 'br', ending: '.br', pack: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) },
  { encoding: 'gzip', ending: '.gz', pack: promisify(gzip) },
];

/** The headers that a site wants sent with all its files, as its build wrote them; a folder that is no build of this site has none. */
async function wanted(root) {
  const text = await readFile(join(root, '_headers'), 'utf8').catch(() => '');
  return Object.fromEntries([...text.matchAll(/^ +([\w-]+): (.*)$/gm)].map(([, name, value]) => [name.toLowerCase(), value]));
}

/**
 * Serves a folder. `edit`, if given, changes each HTML text on its way out, and `send` the headers of a file (tests use them to listen
 * in, and to be a worse host).
 * Resolves to { url, close }.
 */
export async function serve({ dir, host = '127.0.0.1', port = 0, base = '/', edit = (html) => html, send: change = (headers) => headers }) {
  const root = resolve(dir);
  const own = await wanted(root);
  base = `/${base}/`.replace(/\/+/g, '/');
  const kept = new Map();

  // The bytes of a file, its tag and its packed forms, read again only when it has changed.
  async function load(file) {
    const { mtimeMs, size } = await stat(file);
    const known = kept.get(file);
    if (known?.mtimeMs === mtimeMs && known.size === size) return known;
    const type = extname(file);
    let bytes = await readFile(file);
    const original = bytes;
    if (type === '.html') bytes = Buffer.from(edit(bytes.toString()));
    const edited = !bytes.equals(original);
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const entry = { mtimeMs, size, type, bytes, tag, edited, packed: {} };
    kept.set(file, entry);
    return entry;
  }

  // The packed form of a file: that which lies beside it, unless the file is newer or was edited on its way.
  async function packedForm(file, { mtimeMs, bytes, edited }, { ending, pack }) {
    const beside = edited ? undefined : await stat(file + ending).catch(() => undefined);
    return beside?.mtimeMs >= mtimeMs ? readFile(file + ending) : pack(bytes);
  }

  // What an address means: a file to send, or a place to go instead.
  async function find(path) {
    if (!path.startsWith(base)) return `${path}/` === base ? { redirect: base } : {};
    const file = join(root, decodeURIComponent(path.slice(base.length)));
    if (file !== root && !file.startsWith(root + sep)) return {};
    const found = await stat(file).catch(() => undefined);
    if (!found) return {};
    if (!found.isDirectory()) return { file };
    return path.endsWith('/') ? { file: join(file, 'index.html') } : { redirect: `${path}/` };
  }

  async function send(request, response, status, file) {
    const entry = await load(file);
    const { type, bytes, tag, packed } = entry;
    const accepted = (request.headers['accept-encoding'] ?? '').split(/[\s,;]+/);
    const packing = PACKABLE.has(type) ? PACKINGS.find(({ encoding }) => accepted.includes(encoding)) : undefined;
    const etag = `"${tag}${packing?.ending.replace('.', '-') ?? ''}"`;
    const headers = { ...own, 'cache-control': 'no-cache', etag, vary: 'accept-encoding', 'x-content-type-options': 'nosniff' };
    if (status === 200 && request.headers['if-none-match'] === etag) return response.writeHead(304, change(headers, file)).end();
    const body = packing ? await (packed[packing.encoding] ??= packedForm(file, entry, packing)) : bytes;
    if (packing) headers['content-encoding'] = packing.encoding;
    headers['content-type'] = TYPES[type] ?? 'application/octet-stream';
    headers['content-length'] = body.length;
    response.writeHead(status, change(headers, file)).end(request.method === 'HEAD' ? undefined : body);
  }

  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const [path, ...query] = request.url.split('?');
    const { file, redirect } = await find(path).catch(() => ({})); // a malformed address means nothing
    if (redirect) return response.writeHead(301, { location: [redirect, ...query].join('?') }).end();
    if (file) {
      try {
        return await send(request, response, 200, file);
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    }
    await send(request, response, 404, join(root, '404.html'));
  }

  const server = createServer((request, response) =>
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(404, { 'content-type': TYPES['.txt'] });
      response.end('not found\n');
    }),
  );
  await new Promise((done, failed) => server.once('error', failed).listen(port, host, done));
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { url: `http://${host}:${server.address().port}${base}`, close };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = (value) => ({ type: 'string', default: value });
  const { values } = parseArgs({
    options: { dir: text('dist'), host: text('127.0.0.1'), port: text('8080'), base: text('/') },
  });
  const { url } = await serve({ ...values, port: Number(values.port) });
  console.log(`listening ${url}`);
}
