// A desk fuller than any real one, on the built console with made-up answers; and looks at what a
// crowd breaks first: words that end without a sign, and controls that nobody can press.
import { fake, ORIGIN } from '../dev/fake.mjs';
import { conversation, log, MINUTE, made, offer, replies, says } from '../dev/make.mjs';
import { emptyPage, lasting } from './platform.mjs';

/** Names that people have and names that nobody has. The server keeps 40 characters of a name. */
export const NAMES = {
  'one word of 200 characters': 'Llanfairpwllgwyngyll'.repeat(10),
  'many words of 200 characters': 'Maria del Carmen de los '.repeat(9).slice(0, 200),
  'one character': 'X',
  'right to left': 'محمد عبد الرحمن بن عبد العزيز الهاشمي القرشي',
  'both directions': 'Noa נועה בן־דוד (Tel Aviv) 3',
  'emoji only': '👩‍👩‍👧‍👦🦊🎉',
};
const LINES = [
  'Is the blue one back in stock?',
  'Where is my parcel?',
  'The invoice names the wrong street.',
  'Can I pay in two instalments?',
];
const id = (n) => `${String(n).padStart(4, '0')}m1n3p5q7r9s0`;

/** A chat that Mark took, with one line of the customer and one answer, the nth of many. */
export function chat(n, { name = `Customer ${n}`, lines, ...over } = {}) {
  const now = Date.now();
  const thread = id(n);
  const entries = log(
    now,
    [
      n + 3,
      'customer',
      { type: 'opened', conversation: `${thread}-1`, queue: 'billing' },
      says(LINES[n % LINES.length]),
    ],
    [n + 2, 'agent:mark', { type: 'assigned', to: 'mark', origin: 'picked' }],
    [n + 1, 'agent:mark', replies('One moment, I am looking.')],
    ...(lines ?? []),
  );
  const contact = { id: `c${n}`, name, address: `+44 7700 9${String(n).padStart(5, '0')}` };
  const times = { assigned_at: now - n * MINUTE, answered_at: now - n * MINUTE };
  return [conversation(thread, 1, entries, { contact, ...times, ...over }), entries];
}

/** A talk of short messages, the customer's and the agent's in turn; some come in pairs. */
export const ordinary = (count) =>
  Array.from({ length: count }, (_, i) => {
    const text = `${LINES[i % LINES.length]} (${i + 1})`;
    const ours = i % 3 === 2;
    return [(count - i) / 10, ours ? 'agent:mark' : 'customer', ours ? replies(text) : says(text)];
  });

/** As many events in a row, as an API that changes a conversation again and again makes them. */
export const events = (count) =>
  Array.from({ length: count }, (_, i) => [
    0.9 - i / 1000,
    'agent:ada',
    { type: 'prioritised', priority: 1 + (i % 9) },
  ]);

/** A colleague's request to Mark about a chat of hers. */
export function requested(n) {
  const over = { name: `Asker’s customer ${n}`, owner: 'olga', priority: 1 };
  const [c, entries] = chat(n, over);
  const now = Date.now();
  const one = { to: ['mark'], from: 'olga', expires: now + 100_000 + n * 1000 };
  const request = offer(c.thread, 90, one);
  const by = { seq: entries.length + 1, at: now - 1000, by: 'agent:olga' };
  entries.push({ ...by, events: [made(request, 'Do you know this batch of kettles?')] });
  return [{ ...c, seq: entries.length, offers: [request] }, entries];
}

/**
 * Everything at once in one chat: the longest name, 30 tags (the server keeps 12), four labels,
 * five discussions and three requests (the server allows three of both), six people who write, a
 * coach, and a queue that takes the chat back soon.
 */
export function everything(n, name = NAMES['many words of 200 characters']) {
  const now = Date.now();
  const thread = id(n);
  const guests = ['martha', 'olga', 'ravi', 'tom', 'grace'];
  const talks = guests.map((guest, i) => ({
    id: `${thread}-d${i + 40}`,
    initiator: 'mark',
    members: ['mark', guest],
  }));
  const offers = [
    { to: ['martha'], target: { team: 'care' } },
    { to: ['olga'], target: { skill: 'refunds' } },
    { to: ['ravi'], target: { agent: 'ravi' } },
  ].map((one, i) => offer(thread, 60 + i, { ...one, expires: now + 90_000, kind: 'assign' }));
  const requeue_at = now + 55_000;
  return chat(n, {
    name,
    alias: 'The kettle that leaks at its handle whenever it rains',
    tags: Array.from({ length: 30 }, (_, i) => `tag number ${i + 1}`),
    labels: ['Escalated', 'Follow-up required', 'Bug report', 'Feature request'],
    guests,
    monitors: [{ agent: 'ada', mode: 'coach' }],
    discussions: talks,
    offers,
    requeue_at,
    lines: [
      ...ordinary(12),
      ...offers.map((one) => [0.3, 'agent:mark', made(one, 'Who knows this batch?')]),
      ...talks.map((talk) => [
        0.2,
        `agent:${talk.members[1]}`,
        { type: 'discussion_message', discussion: talk.id, text: 'Batch 9 leaks at the handle.' },
      ]),
      [0.1, 'agent:ada', { type: 'coach_line', text: 'Offer a voucher.' }],
      [0.05, 'system', { type: 'requeue_ahead', at: requeue_at }],
    ],
  });
}

/** Opens the console of `who` before a server that holds `threads`. */
export async function openDesk(browser, threads, options = {}) {
  const { who = 'mark', path = '/', world = {}, ...more } = options;
  const page = await emptyPage(browser, { what: path, ...more });
  const server = await fake(page, who, world);
  server.state.threads = threads;
  await page.goto(`${ORIGIN}${path}`);
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  return { page, server, world, at: (testid) => page.getByTestId(testid) };
}
export const address = ([{ id: conversation }]) => `/c/${conversation}`;

/** Words that their box cuts off without "…", sideways or at the bottom. */
const endless = () => {
  const found = [];
  for (const one of document.querySelectorAll(
    'nav *, main *, aside *, section *, [role=dialog] *',
  )) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || one.closest('.hidden, [aria-hidden="true"], svg, textarea, select, option'))
      continue;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    const text = range.getBoundingClientRect();
    let signed = false;
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const inline = !/flex|grid|^inline$/.test(style.display);
      signed ||= inline && style.textOverflow === 'ellipsis' && style.overflowX !== 'visible';
      signed ||= style.webkitLineClamp !== 'none';
      // A box that scrolls shows the rest in another way.
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const around = box.getBoundingClientRect();
      const cut =
        text.right > around.right + 1 ||
        text.left < around.left - 1 ||
        text.bottom > around.bottom + 3;
      if (cut && !signed)
        found.push(`“${one.textContent.trim().slice(0, 60)}” ends without a sign`);
      if (cut) break;
    }
  }
  return found;
};
export const cutWithoutSign = (page) => lasting(() => page.evaluate(endless));

/**
 * The controls that an agent cannot press: outside the window, cut off, or under something else.
 * Rows, messages and the requests in the corner come and go; their own tests look at them.
 */
const pressable = () => {
  const found = [];
  // An open menu or dialog is the only place where an agent acts.
  const open = [...document.querySelectorAll('[role="menu"], [role="dialog"]')].at(-1) ?? document;
  const kinds = 'button, a[href], input, select, textarea, [role="tab"], [role^="menuitem"]';
  const all = open.querySelectorAll(kinds);
  for (const one of all) {
    if (one.matches('.row, .skip, [type="file"], [tabindex="-1"]:not([role])')) continue;
    if (one.closest('.message-log, .pick, .calls, [inert], [aria-hidden="true"]')) continue;
    if (!one.checkVisibility({ visibilityProperty: true }) || one.disabled) continue;
    one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const name = one.dataset.testid ?? one.getAttribute('aria-label') ?? one.textContent.trim();
    if (width < 2 || height < 2) continue;
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
      found.push(`${name} is outside: ${[left, top, right, bottom].map(Math.round)}`);
      continue;
    }
    const hit = document.elementFromPoint(x, y);
    // Requests and notices lie over everything, and go by themselves or by their own buttons.
    if (hit?.closest('.calls, .over')) continue;
    const label = one.closest('label');
    if (!hit || !(one.contains(hit) || hit.contains(one) || label?.contains(hit)))
      found.push(`${name} is under ${hit?.className || hit?.tagName}`);
  }
  return found;
};
export const unpressable = (page) => lasting(() => page.evaluate(pressable));
