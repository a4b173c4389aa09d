// The conversation list with 5,000 conversations: how long the page's scripts take to open the
// list, to open a conversation from it, and to draw a frame while an agent scrolls it. Each figure
// is a median of 20, in the system's Chromium, on the built console with made-up answers.
import { fake, ORIGIN } from '../dev/fake.mjs';
import { conversation, log, says } from '../dev/make.mjs';
import { launch, measure, report } from './scripting.mjs';

const MANY = 5_000;
const ROUNDS = 20;
const LIMIT = 100;
const FRAME = 16;
const now = Date.now();

const many = Array.from({ length: MANY }, (_, i) => {
  const thread = `${String(i).padStart(4, '0')}m1n3p5q7r9s0`;
  const opened = { type: 'opened', conversation: `${thread}-1`, queue: 'billing' };
  const entries = log(
    now,
    [i + 3, 'customer', opened, says(`Hello, this is about bill ${i}`)],
    [i + 2, 'agent:mark', { type: 'assigned', to: 'mark', origin: 'picked' }],
    [i + 1, 'customer', says('Are you there?')],
  );
  const contact = { id: `c${i}`, name: `Customer ${i}`, address: `+44 ${i}` };
  const marks = { tags: ['invoice'], labels: i % 7 ? [] : ['Escalated'] };
  const made = { contact, ...marks, assigned_at: now - i * 60_000, answered_at: now };
  return [conversation(thread, 1, entries, made), entries];
});

const browser = await launch();
let over = true;
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const server = await fake(page, 'mark', {});
  server.state.threads = many;
  await page.goto(`${ORIGIN}/`);
  const count = () => page.getByTestId('tab-mine').innerText();
  while (!(await count()).includes(String(MANY))) await page.waitForTimeout(100);
  const row = (n) =>
    page
      .getByTestId('row')
      .filter({ hasText: `Customer ${n}` })
      .first();
  const tab = (name) => page.getByTestId(`tab-${name}`);

  const times = { list: [], conversation: [], frame: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await tab('queue').click();
    await page.getByTestId('row').filter({ hasText: 'Lena' }).waitFor();
    const open = () => tab('mine').click();
    times.list.push(await measure(browser, page, open, () => row(0).waitFor()));
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const there = page.locator('.thread-panel h1', { hasText: `Customer ${round % 8}` });
    const open = () => row(round % 8).click();
    times.conversation.push(await measure(browser, page, open, () => there.waitFor()));
  }
  await page.mouse.move(900, 400);
  const step = (by) =>
    page.evaluate((pixels) => document.querySelector('#list').scrollBy(0, pixels), by);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wait = () => page.waitForTimeout(20);
    times.frame.push(await measure(browser, page, () => step(600), wait));
  }
  const drawn = await page.getByTestId('row').count();
  if (drawn > 60) throw new Error(`${drawn} rows are drawn`);
  over = report([
    ['opening the list of 5,000', times.list, LIMIT],
    ['opening a conversation beside 5,000', times.conversation, LIMIT],
    ['a frame of scrolling through 5,000', times.frame, FRAME],
  ]);
} finally {
  await browser.close();
}
process.exit(over ? 1 : 0);
