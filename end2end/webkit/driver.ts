// WebKitGTK's MiniBrowser, driven through WebKitWebDriver: only what the specs beside this file need.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';

export const KEYS = { ArrowRight: '\uE014', ArrowLeft: '\uE012', Home: '\uE011', End: '\uE010', Enter: '\uE007', Tab: '\uE004' };

type Reply = { value: any };

/** A display, a driver and a browser, all started here and ended by `close`. */
export class Browser {
  private constructor(private readonly session: string, private readonly ends: (() => Promise<unknown>)[]) {}

  static async start(driver: string): Promise<Browser> {
    const ends: (() => Promise<unknown>)[] = [];
    try {
      const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
      ends.unshift(() => end(screen));
      const display = `:${String((await once(screen.stdio[3]!, 'data'))[0]).trim()}`;

      const port = await freePort();
      const server = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
      ends.unshift(() => end(server));
      const root = `http://127.0.0.1:${port}`;
      await until(() => fetch(`${root}/status`).then((reply) => reply.ok, () => false), 'the driver answers');

      const options = { binary: miniBrowser(), args: ['--automation', '--full-screen'] };
      const { sessionId } = await call('POST', `${root}/session`, { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
      const session = `${root}/session/${sessionId}`;
      ends.unshift(() => call('DELETE', session));
      return new Browser(session, ends);
    } catch (error) {
      for (const stop of ends) await stop();
      throw error;
    }
  }

  async close() {
    for (const stop of this.ends) await stop().catch(() => undefined);
  }

  goto = (url: string) => call('POST', `${this.session}/url`, { url });
  url = (): Promise<string> => call('GET', `${this.session}/url`);
  back = () => call('POST', `${this.session}/back`, {});
  reload = () => call('POST', `${this.session}/refresh`, {});
  resize = (width: number, height: number) => call('POST', `${this.session}/window/rect`, { width, height });

  /** Runs a function in the page. */
  run = <A extends unknown[], R>(code: (...args: A) => R, ...args: A): Promise<R> =>
    call('POST', `${this.session}/execute/sync`, { script: `return (${code})(...arguments)`, args });

  press = (key: keyof typeof KEYS) => {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
    return call('POST', `${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  };

  /** Presses at the first place, goes through the others, and lets go at the last. */
  drag = ([from, ...places]: { x: number; y: number }[]) => {
    const move = ({ x, y }: { x: number; y: number }, duration: number) => ({ type: 'pointerMove', origin: 'viewport', x: Math.round(x), y: Math.round(y), duration });
    const actions = [move(from, 0), { type: 'pointerDown', button: 0 }, ...places.map((place) => move(place, 50)), { type: 'pointerUp', button: 0 }];
    return call('POST', `${this.session}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  };

  async click(selector: string) {
    const element = await call('POST', `${this.session}/element`, { using: 'css selector', value: selector });
    await call('POST', `${this.session}/element/${Object.values(element)[0]}/click`, {});
  }
}

async function call(method: string, url: string, body?: object) {
  const reply = await fetch(url, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const { value } = (await reply.json()) as Reply;
  if (!reply.ok) throw new Error(`${method} ${url}: ${value?.error} ${value?.message}`);
  return value;
}

async function end(process: ChildProcess) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGTERM');
  await once(process, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

function miniBrowser(): string {
  const folders = ['/usr/libexec', '/usr/lib64', '/usr/lib', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)];
  const path = folders.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`).find((path) => existsSync(path));
  if (!path) throw new Error('MiniBrowser of webkit2gtk-4.1 is not installed');
  return path;
}

/** Polls until it is true, for ten seconds at most. */
export async function until(check: () => Promise<boolean>, what: string) {
  for (const end = Date.now() + 10_000; !(await check()); ) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
