// A page on a slow phone: 4× slower processor, 1.6 Mbit/s, 150 ms round trip.
export const SLOW = '4× slower processor, 1.6 Mbit/s, 150 ms round trip';
const BYTES_PER_SECOND = 1.6e6 / 8;

/** A fresh page with an empty cache. `slow` is 'all', 'processor' or nothing. */
export async function freshPage(browser, slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  if (slow === 'all') {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: BYTES_PER_SECOND,
      uploadThroughput: BYTES_PER_SECOND,
    });
  }
  if (slow) await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { page, close: () => context.close() };
}

export const median = (values) => quantile(values, 0.5);
export const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
