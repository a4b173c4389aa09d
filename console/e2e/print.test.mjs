// A thread on paper: all of its messages, and nothing of the console around it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { message, openAgent, row, say, take } from './agent.mjs';
import { start } from './platform.mjs';
import { step } from './steps.mjs';

const problems = [];
/** More messages than the console opens a thread with. */
const MANY = 130;
let platform;
let browser;
let mark;

before(async () => {
  [platform, browser] = await start('--no-demo');
  mark = await openAgent(browser, platform, 'mark', { problems, colorScheme: 'dark' });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** The content of the page in print. */
const onPaper = (page) =>
  page.evaluate(() => {
    const seen = (element) => element.getClientRects().length > 0;
    const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
    const paper = document.documentElement;
    return {
      messages: all('[data-testid="message"]').length,
      // The number stands in a button, for copying.
      controls: all('button:not(.id), input, textarea, [contenteditable="true"]').map(
        (e) => e.outerHTML,
      ),
      regions: all('nav, aside, #list-panel, form').map((e) => e.outerHTML.slice(0, 200)),
      name: all('h1').map((h) => h.innerText),
      cut: [...document.querySelectorAll('.thread-panel *')].filter(
        (e) =>
          e.clientHeight > 20 &&
          e.scrollHeight > e.clientHeight + 4 &&
          getComputedStyle(e).overflowY !== 'visible',
      ).length,
      wide: paper.scrollWidth > paper.clientWidth,
      note: all('.only-printed').map((e) => e.innerText),
    };
  });

step('the menu prints a thread from its first message to its last', async () => {
  const { writes } = platform.customer('Paula Print', '447700900555');
  for (let n = 1; n <= MANY; n += 1) await writes(`Line ${n}`);
  await take(mark, 'Paula Print');
  await say(mark, 'All of it is here.');
  await mark.page.reload();
  await mark.at('tab-mine').click();
  await row(mark, 'Paula Print').click();
  await message(mark, 'All of it is here.').waitFor();
  // A print by the browser says which part is missing.
  await mark.page.emulateMedia({ media: 'print' });
  const part = await onPaper(mark.page);
  assert.ok(part.messages < MANY);
  assert.match(part.note.join(), /Earlier messages/);
  await mark.page.emulateMedia({ media: 'screen' });
  await mark.page.evaluate(() => {
    globalThis.print = () => {
      dispatchEvent(new Event('beforeprint'));
      globalThis.printed = true;
    };
  });
  await mark.at('action-menu').click();
  await mark.page.getByRole('menuitem', { name: 'Print' }).click();
  await mark.page.waitForFunction(() => globalThis.printed);
  await mark.page.emulateMedia({ media: 'print' });
  const whole = await onPaper(mark.page);
  if (process.env.SHOTS) {
    await mark.page.screenshot({ path: `${process.env.SHOTS}/print.png`, fullPage: true });
    await mark.page.pdf({ path: `${process.env.SHOTS}/print.pdf` });
  }
  assert.deepEqual(whole, {
    messages: MANY + 1,
    controls: [],
    regions: [],
    name: ['Paula Print'],
    cut: 0,
    wide: false,
    note: [],
  });
});

test('no page logged an error', () => assert.deepEqual(problems, []));
