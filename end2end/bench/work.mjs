// What a page does itself, frame by frame, while its jobs keep all cores busy; and how many games of chance a core plays meanwhile.
import { quantile } from './slow.mjs';

const SECONDS = 6;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline.frame'];

/** Sums of the tasks of the page's own thread between the beginnings of its frames, ms: by the clock, and of the processor's time alone. */
function frames(trace) {
  const threads = trace.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`);
  const counts = new Map(threads.map((thread) => [thread, 0]));
  const isFrame = ({ name }) => name === 'BeginMainThreadFrame';
  for (const event of trace.filter(isFrame)) counts.set(`${event.pid} ${event.tid}`, (counts.get(`${event.pid} ${event.tid}`) ?? 0) + 1);
  const [thread] = [...counts].sort(([, a], [, b]) => b - a)[0];
  const own = trace.filter(({ pid, tid }) => `${pid} ${tid}` === thread);
  const starts = own.filter(isFrame).map(({ ts }) => ts).sort((a, b) => a - b);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').concat(own.filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X'));
  const named = tasks.some(({ name }) => name === 'RunTask') ? 'RunTask' : 'ThreadControllerImpl::RunTask';
  const sums = starts.map(() => [0, 0]);
  for (const { ts, dur = 0, tdur = 0 } of tasks.filter(({ name }) => name === named)) {
    // A task that draws a frame has begun before the mark in it.
    let place = starts.findIndex((start) => start > ts + dur) - 1;
    if (place === -2) place = starts.length - 1;
    if (place >= 0) for (const [kind, time] of [dur, tdur].entries()) sums[place][kind] += time / 1000;
  }
  return sums;
}

/** Runs what is recorded, or is asked first, at an address; watches the page while its jobs are under way. */
export async function work(browser, url, readout) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  await page.locator('[data-computing=cancel]').click();
  await page.waitForSelector('figure[data-state=running]');
  // Its workers are there once something is done.
  await page.waitForFunction(() => Number(document.querySelector('.computing progress').getAttribute('value')) > 0);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.waitForTimeout(1000 * SECONDS);
  const sums = frames(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  const computing = await page.locator('figure[data-state=running]').count();
  const value = readout && (await page.locator(`output[name=${readout}]`).getAttribute('data-value'));
  await page.close();
  if (!computing) throw new Error(`the jobs of ${url} were over too soon`);
  const at = (kind, share) => quantile(sums.map((sum) => sum[kind]), share);
  return { frames: sums.length, clock: [at(0, 0.5), at(0, 0.95)], processor: [at(1, 0.5), at(1, 0.95)], value: Number(value) };
}
