// Lighthouse's verdicts on every route, with its usual slow phone.
import { createServer } from 'node:net';
import { once } from 'node:events';
import lighthouse from 'lighthouse';
import { launchChromium, chromiumFlags } from '../engines.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export async function verdicts(site, routes) {
  const port = await freePort();
  const browser = await launchChromium({ args: [...chromiumFlags, `--remote-debugging-port=${port}`] });
  const rows = [];
  const failed = [];
  try {
    for (const route of routes) {
      const { lhr } = await lighthouse(site + route.slice(1), { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
      rows.push([route, ...CATEGORIES.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100))]);
      for (const name of CATEGORIES.slice(1)) {
        for (const { id, weight } of lhr.categories[name]?.auditRefs ?? []) {
          const { score, title } = lhr.audits[id];
          if (weight > 0 && score !== null && score < 1) failed.push(`${route} ${id}: ${title}`);
        }
      }
    }
  } finally {
    await browser.close();
  }
  return { title: 'Lighthouse', head: ['route', ...CATEGORIES], rows, notes: failed };
}
