// Where the build and the browsers are: what the environment names, else Playwright's own browsers, else the system's.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox, webkit } from '@playwright/test';

/** The build under test. */
export const dist = process.env.PENDROP_DIST ?? fileURLToPath(new URL('../dist', import.meta.url));

function find(variable, own, system) {
  const named = process.env[variable];
  if (named) return { path: named };
  if (existsSync(own.executablePath())) return { path: own.executablePath(), own: true };
  return existsSync(system) ? { path: system } : undefined;
}

export const engines = {
  chromium: find('PENDROP_CHROMIUM', chromium, '/usr/bin/chromium'),
  firefox: find('PENDROP_FIREFOX', firefox, '/usr/bin/firefox-esr'),
  webkit: find('PENDROP_WEBKIT_DRIVER', webkit, '/usr/bin/WebKitWebDriver'),
};

// PENDROP_ENGINES, where it is set, names the engines to test in.
const wanted = process.env.PENDROP_ENGINES?.split(/[\s,]+/).filter(Boolean);
export const has = (engine) => Boolean(engines[engine]) && (wanted?.includes(engine) ?? true);

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchChromium = (options = {}) =>
  chromium.launch({ executablePath: engines.chromium?.path, args: chromiumFlags, ...options });
