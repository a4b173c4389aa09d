// What an agent sees and waits for, in numbers: rows and messages on a screen of 1440 × 900, how
// much moves when something comes, and how soon a conversation opens. The built console, with
// made-up answers. `make measures` prints the numbers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, chat, openDesk, ordinary, requested } from './crowd.mjs';
import { startBrowser, still, until } from './platform.mjs';

const ROWS = 14;
const MESSAGES = 10;
const OPENING = 100;
const ROUNDS = 3;
const OPENINGS = 20;
const problems = [];
const numbers = [];
let browser;
let desk;

const many = Array.from({ length: 40 }, (_, n) => chat(n));
const talk = chat(40, { name: 'Vera Lind', lines: ordinary(40) });

before(async () => {
  browser = await startBrowser();
  desk = await openDesk(browser, [talk, ...many], { problems, path: address(talk) });
});
after(async () => {
  await browser?.close();
  const width = Math.max(...numbers.map(([what]) => what.length));
  for (const [what, is, target] of numbers)
    console.log(`${what.padEnd(width)}  ${is.padStart(8)}  ${target}`);
});

/** The elements whose words are in sight: inside the box that scrolls, and covered by nothing. */
const inSight = (selector, scroller, words) =>
  desk.page.evaluate(
    ([each, around, inner]) => {
      const view = document.querySelector(around).getBoundingClientRect();
      return [...document.querySelectorAll(each)].filter((one) => {
        const { top, bottom } = (one.querySelector(inner) ?? one).getBoundingClientRect();
        return top >= view.top - 1 && bottom <= view.bottom + 1;
      }).length;
    },
    [selector, scroller, words],
  );

test('an agent sees 14 conversations and 10 messages at once at 1440 × 900', async () => {
  await desk.at('composer').waitFor();
  await desk.at('message').last().waitFor();
  await still(desk.page);
  const rows = await inSight('[data-testid="row"]', '#list', '.main');
  const messages = await inSight('[data-testid="message"]', '#main .message-log', '.bubble');
  numbers.push(['rows in sight at 900 px', `${rows}`, `at least ${ROWS}`]);
  numbers.push(['messages in sight at 900 px', `${messages}`, `at least ${MESSAGES}`]);
  assert.ok(rows >= ROWS, `${rows} rows`);
  assert.ok(messages >= MESSAGES, `${messages} messages`);
});

/** Counts from now on what moves on the page, whether or not an agent has just pressed something. */
const watchShifts = () =>
  desk.page.evaluate(() => {
    globalThis.shifts = [];
    globalThis.watcher?.disconnect();
    globalThis.watcher = new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const what = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const element = node?.nodeType === 3 ? node.parentElement : node;
          const at = (rect) => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(',');
          return `${element?.className || element?.tagName} ${at(from)} → ${at(to)}`;
        });
        globalThis.shifts.push({ value, what });
      }
    });
    globalThis.watcher.observe({ type: 'layout-shift' });
  });
async function moved() {
  await still(desk.page);
  return desk.page.evaluate(() => {
    for (const { value } of globalThis.watcher.takeRecords())
      globalThis.shifts.push({ value, what: [] });
    return globalThis.shifts;
  });
}

/** Sends the whole of a chat to the page. */
const push = ([conversation, entries]) =>
  desk.server.push({ type: 'snapshot', conversation, entries, more: false });

const COMES = {
  'a notice': async () => {
    desk.server.push(desk.server.team.line('ravi', 'Shall I take the queue?'));
    await desk.at('notice').first().waitFor();
  },
  'a request of a colleague': async () => {
    push(requested(50));
    await desk.at('offer-toast').first().waitFor();
  },
  'a message in another chat': async () => {
    const [conversation, entries] = many[3];
    const seq = entries.length + 1;
    const content = { kind: 'text', text: 'Are you there? I still wait for an answer.' };
    const event = { type: 'customer_message', sent_at: 0, content };
    const entry = { seq, at: Date.now(), by: 'customer', events: [event] };
    entries.push(entry);
    Object.assign(conversation, { seq, waiting_on: 'agent', waiting_since: entry.at });
    desk.server.push({ type: 'entries', conversation, entries: [entry], following: true });
    const row = desk.page.locator(`[data-conversation="${conversation.id}"][data-unread="1"]`);
    await row.waitFor();
  },
  'a lost connection': async () => {
    desk.world.down = true;
    desk.server.drop();
    await desk.at('connection-banner').waitFor();
  },
  'its return': async () => {
    desk.world.down = false;
    await desk.at('connection-banner').getByRole('button').click();
    await desk.at('connection-banner').waitFor({ state: 'detached' });
  },
};

test('nothing moves when a notice, a request, a message or a banner comes', async () => {
  await desk.page.mouse.move(720, 60);
  await still(desk.page);
  const all = [];
  for (const [what, comes] of Object.entries(COMES)) {
    await watchShifts();
    await comes();
    for (const { value, what: who } of await moved()) all.push({ what, value, who });
  }
  const sum = all.reduce((before, { value }) => before + value, 0);
  numbers.push(['layout shift as things come', sum.toFixed(4), '0']);
  assert.deepEqual(all, []);
});

/**
 * Presses the rows of chats in the list, one after the other, inside the page. Each result: whether
 * the first frame after the press has the name and the last message, and the time until that frame
 * was drawn, in ms.
 */
const openings = () =>
  desk.page.evaluate(async (count) => {
    const results = [];
    const drawn = () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          port2.postMessage(0);
        });
      });
    const rows = [...document.querySelectorAll('[data-testid="row"]')].slice(0, 10);
    for (let n = 0; n < count; n += 1) {
      const row = rows[n % rows.length];
      const name = row.querySelector('.name').textContent;
      await drawn();
      const began = performance.now();
      row.click();
      let first;
      requestAnimationFrame(() => {
        const bubbles = document.querySelectorAll('#main [data-testid="message"]');
        const last = bubbles[bubbles.length - 1]?.getBoundingClientRect();
        const view = document.querySelector('#main .message-log')?.getBoundingClientRect();
        first = {
          name: document.querySelector('#main h1')?.textContent === name,
          last: Boolean(last && view && last.bottom <= view.bottom + 1 && last.top >= view.top),
        };
      });
      const ms = (await drawn()) - began;
      results.push({ ...first, ms });
    }
    return results;
  }, OPENINGS);
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

test('a conversation of the list opens in the next frame, without an answer of the server', async () => {
  await until('the connection', () => desk.page.locator('[data-state="live"]').count());
  // From here on the server answers no read request.
  desk.world.slow = true;
  const asked = [];
  const thread = /\/v1\/conversations\/[^/]+(\/entries|\?|$)/;
  desk.page.on('request', (one) => thread.test(one.url()) && asked.push(one.url()));
  const before = desk.server.sent.length;
  let best = Number.POSITIVE_INFINITY;
  let opened = 0;
  for (let round = 0; round < ROUNDS && best > OPENING; round += 1) {
    const results = await openings();
    opened += results.length;
    assert.deepEqual(
      results.filter(({ name, last }) => !name || !last),
      [],
    );
    best = Math.min(best, median(results.map(({ ms }) => ms)));
  }
  const frames = desk.server.sent.slice(before);
  const reads = asked.length + frames.filter(({ action }) => action !== 'ping').length;
  numbers.push([
    'opening a conversation, median',
    `${best.toFixed(1)} ms`,
    `at most ${OPENING} ms`,
  ]);
  numbers.push(['read requests for an opening', (reads / opened).toFixed(2), 'at most 1']);
  assert.ok(
    reads <= opened,
    `${reads} requests for ${opened} openings: ${JSON.stringify(frames.slice(0, 5))}`,
  );
  assert.ok(best <= OPENING, `${best} ms`);
});

test('no page logged an error', () => assert.deepEqual(problems, []));
