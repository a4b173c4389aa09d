// Opening a conversation with 10,000 messages in its history: how long the page's scripts take. The
// figure is a median of 20, in the system's Chromium, on the built console with made-up answers.
import { fake, ORIGIN } from '../dev/fake.mjs';
import { THREADS } from '../dev/world.mjs';
import { launch, measure, report } from './scripting.mjs';

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

const browser = await launch();

/**
 * Opens the conversation again and again with `held` of its messages in the page; returns the
 * scripting of each time, in ms.
 */
async function openings(held) {
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
  const times = [];
  // The first round includes compilation. It counts, but not alone.
  for (let round = 0; round < ROUNDS; round += 1) {
    await row(`${THREADS.ines}-1`).click();
    await page.locator('[data-testid="message"]', { hasText: 'Thursday it is' }).waitFor();
    const open = () => row(ID).click();
    const newest = page.locator(`[data-seq="${MESSAGES}"]`);
    times.push(await measure(browser, page, open, () => newest.waitFor()));
    await page.waitForFunction(
      (all) => document.querySelectorAll('[data-testid="message"]').length === all,
      held,
    );
    const shown = await page.locator('[data-testid="message"]').count();
    if (shown !== held) throw new Error(`${shown} messages are shown, not ${held}`);
  }
  await page.close();
  return times;
}

let over = true;
try {
  over = report([
    ['opening, 10,000 messages in the history, 50 held', await openings(PAGE), LIMIT],
    ['opening again, after reading back to 400 held', await openings(HELD), LIMIT],
  ]);
} finally {
  await browser.close();
}
process.exit(over ? 1 : 0);
