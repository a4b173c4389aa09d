// Writing and reading, on the real platform: the promises of the thread and its composer.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { message, openAgent, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, step, wider } from './steps.mjs';

const MARKUP =
  '<img src="https://evil.example/x.png" onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>';
const problems = [];
const foreign = [];
let platform;
let browser;
let mark;
let smith;

const agent = (id) => openAgent(browser, platform, id, { problems });
/** Records every request of a page to another origin. */
function watch(page) {
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== platform.url) foreign.push(request.url());
  });
}

before(async () => {
  [platform, browser] = await start();
  smith = platform.customer('John Smith', '447700900123');
  mark = await agent('mark');
  watch(mark.page);
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const sent = async () => (await smith.messages()).map((m) => m.text);

step('a comment is yellow, only Ctrl+Enter adds it, and Alt+C goes back', async () => {
  await smith.writes('My kettle leaks');
  await take(mark, 'John Smith');
  await mark.at('composer').press('Alt+c');
  await mark.page.locator('.composer[data-mode="comment"]').waitFor();
  await mark.at('composer').fill('Batch 7?');
  await mark.at('composer').press('Enter');
  assert.match(await mark.at('composer').inputValue(), /Batch 7\?\n/);
  await accessible(mark.page, 'comment mode');
  await mark.at('composer').press('Control+Enter');
  await mark.page.locator('[data-type="comment"]', { hasText: 'Batch 7?' }).waitFor();
  await mark.at('composer').press('Alt+c');
  await say(mark, 'Where does it leak?');
  await until('the answer', async () => (await sent()).length > 1);
  assert.deepEqual(await sent(), ['My kettle leaks', 'Where does it leak?']);
});

step('a colleague who is mentioned reads their name', async () => {
  await mark.at('mode-comment').click();
  await mark.at('composer').pressSequentially('Ask @mar');
  await mark.at('mention-option').filter({ hasText: 'Martha Osei' }).waitFor();
  await accessible(mark.page, 'mention');
  await mark.at('composer').press('Enter');
  assert.equal(await mark.at('composer').inputValue(), 'Ask @Martha Osei ');
  await mark.at('composer').press('Control+Enter');
  await mark.at('mention').filter({ hasText: '@Martha Osei' }).waitFor();
  await mark.at('mode-reply').click();
});

step(
  'an agent finds a canned message by typing, and the customer reads it with the name in it',
  async () => {
    await mark.at('composer').pressSequentially('/');
    await mark.at('canned-search').fill('hello');
    await mark.at('canned-preview').filter({ hasText: 'Hello John, this is Mark.' }).waitFor();
    await accessible(mark.page, 'canned');
    await mark.at('canned-search').press('Enter');
    await until('the words', async () =>
      (await mark.at('composer').inputValue()).startsWith('Hello John, this is Mark.'),
    );
    await mark.at('composer').press('Enter');
    await until('the greeting', async () =>
      (await sent()).some((text) => text.startsWith('Hello John, this is Mark.')),
    );
  },
);

step('a canned message whose variable has no value is marked and cannot be sent', async () => {
  await mark.at('composer').press('Control+/');
  await mark.at('canned-search').fill('order number');
  await mark.at('canned-search').press('Enter');
  await mark.at('composer-hint').filter({ hasText: '{{email}} has no value' }).waitFor();
  assert.equal(await mark.at('send').isDisabled(), true);
  await accessible(mark.page, 'unresolved');
  await mark.at('composer').press('Enter');
  assert.ok(!(await sent()).some((text) => text.includes('{{')));
  await mark.at('composer').fill('');
});

step('a draft from one device stands on the other, until the agent sends it', async () => {
  const phone = await agent('mark');
  await phone.page.goto(mark.page.url());
  await phone.at('composer').waitFor();
  await mark.at('composer').fill('On the way to the desk');
  await until(
    'the draft',
    async () => (await phone.at('composer').inputValue()) === 'On the way to the desk',
  );
  await phone.at('send').click();
  await message(mark, 'On the way to the desk').waitFor();
  await until('the field', async () => (await mark.at('composer').inputValue()) === '');
  await phone.page.context().close();
});

step('comments are hidden and shown again, with a strip that says so', async () => {
  await mark.at('action-menu').click();
  await mark.at('menu-filter-comments').click();
  await mark.at('filter-strip').filter({ hasText: 'Comments are hidden (2)' }).waitFor();
  assert.equal(await message(mark, 'Batch 7?').count(), 0);
  await accessible(mark.page, 'hidden comments');
  await mark.at('show-all').click();
  await message(mark, 'Batch 7?').waitFor();
});

step('an agent reaches, quotes and answers a message by keyboard alone', async () => {
  await mark.page.locator('.thread-panel [role="region"]').first().focus();
  await mark.page.keyboard.press('Home');
  await mark.page.keyboard.press('Enter');
  await mark.at('message-tools').waitFor();
  await accessible(mark.page, 'message tools');
  await mark.page.keyboard.press('ArrowRight');
  await mark.page.keyboard.press('Enter');
  await mark.at('quoting').filter({ hasText: 'My kettle leaks' }).waitFor();
  await mark.page.keyboard.type('Is it the handle?');
  await mark.page.keyboard.press('Enter');
  await until('the answer', async () => (await sent()).includes('Is it the handle?'));
  await message(mark, 'Is it the handle?').getByTestId('quote').waitFor();
});

step('the transcript is a file of the visible messages', async () => {
  await mark.at('action-menu').click();
  const download = mark.page.waitForEvent('download');
  await mark.at('menu-export-csv').click();
  const stream = await (await download).createReadStream();
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  const csv = Buffer.concat(chunks).toString('utf8');
  assert.match(csv, /"John Smith","customer","My kettle leaks"/);
  assert.match(csv, /"comment, colleagues only","Batch 7\?"/);
});

step('a message written offline waits, and the console asks about it after a reload', async () => {
  // The server is out of reach, for everything but the page itself.
  await mark.page.route('**/v1/**', (route) => route.abort());
  await platform.cutSockets();
  await mark.page.locator('[data-testid="connection"]:not([data-state="live"])').waitFor();
  await mark.at('composer').fill('Written in a tunnel');
  await mark.at('send').click();
  await message(mark, 'Written in a tunnel').waitFor();
  // The page goes away before the message can go out by itself.
  await mark.page.goto(mark.page.url());
  const left = message(mark, 'Written in a tunnel');
  await mark.page.unroute('**/v1/**');
  await mark.page.reload();
  await mark.page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  await left.filter({ hasText: 'Not sent yet' }).waitFor();
  assert.ok(!(await sent()).includes('Written in a tunnel'));
  await accessible(mark.page, 'not sent yet');
  await left.getByTestId('outbox-retry').click();
  await until('the message', async () => (await sent()).includes('Written in a tunnel'));
  await until('one message', async () => (await left.count()) === 1);
});

step('a draft outlives the page', async () => {
  await mark.at('composer').fill('Half a thought');
  await mark.page.reload();
  await mark.page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  assert.equal(await mark.at('composer').inputValue(), 'Half a thought');
  await mark.at('composer').fill('');
});

step(
  'hostile names and texts stay text: nothing runs, nothing is fetched, nothing bursts',
  async () => {
    const eve = platform.customer('<img src=x onerror=pwned=1>\u202egnp', '447700900666');
    await eve.writes(`${MARKUP} javascript:pwned() https://evil.example/login\u202e`);
    await eve.writes('W'.repeat(4000));
    await eve.writes('\u200b\u200d\ufeff');
    await take(mark, 'onerror');
    await message(mark, 'javascript:pwned()').waitFor();
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ]) {
      await mark.page.setViewportSize({ width, height });
      assert.deepEqual(await wider(mark.page), [], `${width} px wide`);
      await accessible(mark.page, `hostile ${width}`);
    }
    await mark.page.setViewportSize({ width: 1440, height: 900 });
    assert.equal(await mark.page.evaluate(() => globalThis.pwned), undefined);
    assert.equal(
      await mark.page.locator('.thread-panel :is(script, iframe, [onerror])').count(),
      0,
    );
    assert.deepEqual(foreign, []);
  },
);

step('the story causes no error and no foreign request', async () => {
  assert.deepEqual(problems, []);
});
