import { defineConfig, type Project } from '@playwright/test';
import { chromiumFlags, dist, engines, has } from './engines.mjs';

// A browser of the system instead of Playwright's own.
const executable = (engine: 'chromium' | 'firefox') =>
  engines[engine]?.own ? {} : { executablePath: engines[engine]?.path };

// A Firefox that is not Playwright's own is driven by WebDriver BiDi.
const firefoxChannel = engines.firefox?.own ? {} : { channel: 'moz-firefox' };
// Without these, going back never ends there.
const noPageCache = { 'browser.sessionhistory.max_total_viewers': 0, 'fission.bfcacheInParent': false };
// BiDi cannot emulate what the reader prefers; the browser's own settings can.
const calmAndDark = {
  'ui.prefersReducedMotion': 1,
  'ui.systemUsesDarkTheme': 1,
  'layout.css.prefers-color-scheme.content-override': 0,
};
const firefox = (preferences: object) => ({
  browserName: 'firefox' as const,
  ...firefoxChannel,
  launchOptions: { ...executable('firefox'), firefoxUserPrefs: { ...noPageCache, ...preferences } },
});

// One engine runs everything, the others what may differ in them.
const grep = /@engine/;

const projects: Record<'chromium' | 'firefox' | 'webkit', Project[]> = {
  chromium: [
    {
      name: 'chromium',
      testDir: 'specs',
      use: { browserName: 'chromium', launchOptions: { ...executable('chromium'), args: chromiumFlags } },
    },
  ],
  firefox: [
    { name: 'firefox', testDir: 'specs', testIgnore: 'preferences.spec.ts', grep, use: firefox({}) },
    { name: 'firefox-preferences', testDir: 'specs', testMatch: 'preferences.spec.ts', grep, use: firefox(calmAndDark) },
  ],
  // WebKitGTK through its driver; Playwright's own WebKit, where there is one, runs the ordinary specs.
  webkit: engines.webkit?.own
    ? [{ name: 'webkit', testDir: 'specs', grep, use: { browserName: 'webkit' } }]
    : [{ name: 'webkit', testDir: 'webkit' }],
};

export default defineConfig({
  projects: (['chromium', 'firefox', 'webkit'] as const).filter(has).flatMap((engine) => projects[engine]),
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // On CI's shared machine a second try tells a slow moment from a defect; the list names it as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  webServer: {
    command: `node server.mjs --port 0 --dir "${dist}"`,
    wait: { stdout: /listening (?<pendrop_url>http:\S+)/ },
  },
  use: { baseURL: process.env.PENDROP_URL, viewport: { width: 1280, height: 900 }, locale: 'en-US' },
});
