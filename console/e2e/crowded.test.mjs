// A desk with more than anybody has: long names, 500 chats, 60 requests, 400 events in a row, and
// everything at once in one chat. The built console, with made-up answers, so that the amounts may
// be larger than a server allows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bursting } from './bursting.mjs';
import {
  address,
  chat,
  cutWithoutSign,
  events,
  everything,
  NAMES,
  openDesk,
  ordinary,
  requested,
  unpressable,
} from './crowd.mjs';
import { startBrowser, until } from './platform.mjs';
import { accessible, wider } from './steps.mjs';

const SIZES = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [390, 844],
];
/** The most rows of a list in the page, whatever the list holds. */
const ROWS = 60;
/** The least height of a thread's messages beside open panels, in px. */
const THREAD = 220;
const problems = [];
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const desk = (threads, options) => openDesk(browser, threads, { problems, ...options });
const close = ({ page }) => page.context().close();

/** Looks at the page in each size: nothing too wide, cut off or out of reach; once with axe. */
async function judge({ page }, what, sizes = SIZES) {
  const found = [];
  const note = (at, all) => found.push(...all.map((one) => `${what}, ${at}: ${one}`));
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    note(width, await wider(page));
    note(width, await bursting(page));
    note(width, await cutWithoutSign(page));
    note(width, await unpressable(page));
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${what}-${width}.png` });
  }
  assert.deepEqual(found, []);
  await accessible(page, what);
  await page.setViewportSize({ width: 1440, height: 900 });
}

for (const [what, name] of Object.entries(NAMES)) {
  test(`a customer’s name: ${what}`, async () => {
    const its = chat(1, { name, lines: ordinary(3) });
    const it = await desk([its, chat(2)], { path: address(its) });
    await it.at('composer').waitFor();
    await judge(it, `name of ${what}`, [SIZES[0], SIZES[3]]);
    await close(it);
  });
}

test('500 chats of one agent: the list draws the rows in sight, and reaches the last', async () => {
  const names = Object.values(NAMES);
  const tags = Array.from({ length: 30 }, (_, i) => `tag number ${i + 1}`);
  const threads = Array.from({ length: 500 }, (_, n) => {
    const odd =
      n % 5 === 0 ? { name: names[(n / 5) % names.length], tags, labels: ['Escalated'] } : {};
    return chat(n, odd);
  });
  const it = await desk(threads);
  await until('all chats', async () => (await it.at('tab-mine').innerText()).includes('500'));
  const drawn = async () => {
    const rows = await it.at('row').count();
    assert.ok(rows > 5 && rows <= ROWS, `${rows} rows are drawn`);
  };
  await drawn();
  await judge(it, 'list of 500');
  await it.at('row').first().focus();
  await it.page.keyboard.press('End');
  await until('the last row', () => it.page.locator('[aria-posinset="500"]').count());
  await drawn();
  await close(it);
});

test('60 requests at once: three in the corner, all in the list', async () => {
  const it = await desk([chat(1), ...Array.from({ length: 60 }, (_, n) => requested(n + 10))]);
  await it.at('offer-toast').first().waitFor();
  assert.equal(await it.at('offer-toast').count(), 3);
  await it.at('more-offers').filter({ hasText: '57' }).click();
  await it.at('offer-row').first().waitFor();
  const drawn = await it.at('offer-row').count();
  assert.ok(drawn <= ROWS, `${drawn} requests are drawn`);
  await judge(it, '60 requests');
  await it.at('offer-row').first().getByTestId('offer-accept').click({ trial: true });
  await close(it);
});

test('400 events in a row are one line, and unfold', async () => {
  const its = chat(1, { lines: [...ordinary(3), ...events(400)] });
  const it = await desk([its], { path: address(its) });
  await it.at('folded-events').waitFor();
  const lines = await it.at('system-line').count();
  assert.ok(lines < 20, `${lines} lines of events`);
  await judge(it, '400 events');
  await it.at('events-toggle').last().click();
  await until('the events', async () => (await it.at('system-line').count()) >= 400);
  assert.deepEqual(await wider(it.page), []);
  await it.at('events-toggle').last().click();
  await close(it);
});

test('30 tags, five discussions, a conference of six, three requests, a coach: one chat, where the server allows 12 tags and three discussions', async () => {
  const its = everything(1);
  const it = await desk([its, chat(2)], { path: address(its) });
  await it.at('discussion-panel').waitFor();
  assert.equal(await it.at('discussion-tab').count(), 5);
  assert.equal(await it.at('party').count(), 6);
  for (const [width, height] of SIZES.slice(0, 3)) {
    await it.page.setViewportSize({ width, height });
    const high = () =>
      it.page.evaluate(() => document.querySelector('#customer-side .message-log').clientHeight);
    await until(
      `${THREAD} px of messages at ${width}, not ${await high()}`,
      async () => (await high()) >= THREAD,
      3_000,
    );
  }
  await judge(it, 'everything at once');
  await it.page.setViewportSize({ width: 390, height: 844 });
  await it.at('side-discussion').click();
  await it.at('discussion-tab').first().waitFor();
  await judge(it, 'everything at once, the discussion', [SIZES[3]]);
  await close(it);
});

test('no page logged an error', () => assert.deepEqual(problems, []));
