// The "scripting" time of DevTools, from a trace: the outermost events that run JavaScript, by the
// main thread's own clock. Other load on the machine counts little in it.
import { chromium } from 'playwright-core';

const SCRIPT = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
  'v8.run',
]);

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });

/** The sum of the outermost events that run scripts, in ms, on the thread that ran most of them. */
function scripting({ traceEvents }) {
  const threads = new Map();
  const events = traceEvents.filter(({ ph, name }) => ph === 'X' && SCRIPT.has(name));
  for (const event of events.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const key = `${event.pid} ${event.tid}`;
    const held = threads.get(key) ?? { end: 0, sum: 0 };
    threads.set(key, held);
    if (event.ts < held.end) continue;
    held.end = event.ts + event.dur;
    held.sum += event.tdur ?? event.dur;
  }
  return Math.max(0, ...[...threads.values()].map(({ sum }) => sum)) / 1000;
}

/** The scripting that `act` causes, until `done` and the frame after it, in ms. */
export async function measure(browser, page, act, done) {
  await page.evaluate(
    () => new Promise((rest) => requestAnimationFrame(() => setTimeout(rest, 50))),
  );
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await act();
  await done();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return scripting(JSON.parse((await browser.stopTracing()).toString()));
}

/**
 * Prints one line for each of `[what, times, limit]`; returns true if a median is over its limit.
 */
export function report(rows) {
  const ms = (n) => `${n.toFixed(1)} ms`.padStart(9);
  let over = false;
  for (const [what, times, limit] of rows) {
    const all = times.toSorted((a, b) => a - b);
    const half = all.length / 2;
    const median = (all[Math.ceil(half) - 1] + all[Math.floor(half)]) / 2;
    const bad = median > limit;
    over ||= bad;
    const most = `(least ${ms(all[0])}, most ${ms(all.at(-1))})`;
    console.log(`${bad ? '✗' : '✓'} ${what.padEnd(52)} ${ms(median)} of ${ms(limit)}  ${most}`);
  }
  return over;
}
