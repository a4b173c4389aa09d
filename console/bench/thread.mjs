// Opening a conversation with 10,000 messages in its history: how long the page's scripts take.
// What DevTools calls scripting, from a trace: the outermost events that run JavaScript, by the
// main thread's own clock, so that what else the machine does counts little. Median of 20, in the system's Chromium, on the built console with made-up answers.
import { chromium } from 'playwright-core';
import { fake, ORIGIN } from '../dev/fake.mjs';
import { THREADS } from '../dev/world.mjs';

const MESSAGES = 10_000;
const PAGE = 50;
const HELD = 400;
const ROUNDS = 20;
const LIMIT = 100;
const LONG = THREADS.smith;
const ID = `${LONG}-2`;

const text = (seq) =>
  `Message ${seq}. The bill of ${1 + (seq % 28)} May charges me twice for roaming, see https://example.com/bill?n=${seq}.`;
const history = Array.from({ length: MESSAGES }, (_, i) => {
  const seq = i + 1;
  const at = Date.now() - (MESSAGES - i) * 60_000;
  const content = { kind: 'text', text: text(seq) };
  if (seq % 3 === 0)
    return { seq, at, by: 'agent:mark', events: [{ type: 'agent_message', content }] };
  if (seq % 10 === 1)
    return { seq, at, by: 'agent:mark', events: [{ type: 'comment', text: text(seq) }] };
  return { seq, at, by: 'customer', events: [{ type: 'customer_message', sent_at: at, content }] };
});

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});

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

/** Sum of the outermost events that run scripts, in ms, on the thread that ran most of them. */
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

/** Opens it again and again with `held` of its messages in the page; scripting in ms, each time. */
async function measure(held) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const server = await fake(page, 'mark', {});
  await page.goto(`${ORIGIN}/`);
  await page.getByTestId('row').first().waitFor();
  const [conversation] = server.state.threads.find(([c]) => c.thread === LONG);
  server.push({
    type: 'snapshot',
    conversation: { ...conversation, seq: MESSAGES },
    entries: history.slice(-held),
    more: true,
  });
  const row = (id) => page.locator(`[data-conversation="${id}"]`).first();
  const frame = () => page.evaluate(() => new Promise(requestAnimationFrame));
  const settled = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  const times = [];
  // The first time compiles; it counts, too, but not alone.
  for (let round = 0; round < ROUNDS; round += 1) {
    await row(`${THREADS.ines}-1`).click();
    await page.locator('[data-testid="message"]', { hasText: 'Thursday it is' }).waitFor();
    await settled();
    await browser.startTracing(page, { categories: ['devtools.timeline'] });
    await row(ID).click();
    await page.locator(`[data-seq="${MESSAGES}"]`).waitFor();
    await frame();
    times.push(scripting(JSON.parse((await browser.stopTracing()).toString())));
    await page.waitForFunction(
      (all) => document.querySelectorAll('[data-testid="message"]').length === all,
      held,
    );
    const shown = await page.locator('[data-testid="message"]').count();
    if (shown !== held) throw new Error(`${shown} messages are shown, not ${held}`);
  }
  await page.close();
  return times.sort((a, b) => a - b);
}

let bad = 0;
const median = (times) => (times[ROUNDS / 2 - 1] + times[ROUNDS / 2]) / 2;
const ms = (n) => `${n.toFixed(1)} ms`.padStart(9);
try {
  const page = await measure(PAGE);
  const full = await measure(HELD);
  const rows = [
    ['opening, 10,000 messages in the history, 50 held', page, LIMIT],
    ['opening again, after reading back to 400 held', full, LIMIT],
  ];
  for (const [what, times, limit] of rows) {
    const over = median(times) > limit;
    bad += over ? 1 : 0;
    console.log(
      `${over ? '✗' : '✓'} ${what.padEnd(52)} ${ms(median(times))} of ${ms(limit)}  (least ${ms(times[0])}, most ${ms(times.at(-1))})`,
    );
  }
} finally {
  await browser.close();
}
process.exit(bad ? 1 : 0);
