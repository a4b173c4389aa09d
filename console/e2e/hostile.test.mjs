// Hostile words in every place that shows words: nothing runs, nothing is fetched, the layout
// holds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgent, take } from './agent.mjs';
import { BIDI, guarded, holds, LINKS, LONG, MARKUP, NAMES, TEXTS, TURNING } from './hostile.mjs';
import { start, until } from './platform.mjs';
import { step } from './steps.mjs';
import { begin, bubble, openVisitor, write } from './visitor.mjs';

const NAME = MARKUP.slice(0, 40);
/** A PNG of one red pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const problems = [];
let platform;
let browser;
let events;
let mark;
let martha;
let conversation;
let api;

/** Watches every page of the browser. */
function watched(own) {
  return {
    newContext: async (options) => {
      const context = await own.newContext(options);
      const seen = await guarded(context, platform.url);
      events.push(seen);
      return context;
    },
  };
}

before(async () => {
  events = [];
  [platform, browser] = await start('--no-demo');
  api = Object.fromEntries(
    await Promise.all(['mark', 'martha', 'ada'].map(async (id) => [id, await platform.as(id)])),
  );
  const { version } = await api.ada.ask('GET', '/v1/settings');
  await api.ada.ask('PUT', '/v1/settings', {
    version,
    labels: [{ name: NAME, colour: 'red' }],
    tags: [NAME, BIDI],
    away_reasons: [MARKUP],
    reject_reasons: [MARKUP],
    withdraw_reasons: [BIDI],
    triggers: [MARKUP],
    surveys: [{ name: NAME, question: MARKUP, answers: [NAME, BIDI] }],
  });
  await api.ada.ask('PUT', '/v1/agents/nina', { name: NAME, skills: ['english'] });
  [mark, martha] = await Promise.all(
    ['mark', 'martha'].map((id) => openAgent(watched(browser), platform, id, { problems })),
  );
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

async function holdsOn(page, what) {
  await holds(page, `${what}, wide`);
  for (const [width, height] of [
    [1024, 768],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    await holds(page, `${what}, ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

step('a customer with a hostile name and text holds in queue, preview and notices', async () => {
  const evil = platform.customer(NAME, '447700900666');
  for (const text of Object.values(TEXTS)) await evil.writes(text);
  await mark.at('tab-queue').click();
  await mark.at('row').first().waitFor();
  await holdsOn(mark.page, 'the queue');
  await take(mark, NAME);
  conversation = new URL(mark.page.url()).pathname.slice('/c/'.length);
  await holdsOn(mark.page, 'the thread');
  assert.ok((await mark.page.title()).length < 200);
});

step('an agent’s answer, comment, tag and alias hold in the same words', async () => {
  for (const text of [MARKUP, BIDI, LINKS, LONG.slice(0, 4_000)]) {
    await api.mark.run(conversation, { type: 'send', content: { kind: 'text', text } });
    await api.mark.run(conversation, { type: 'comment', text });
  }
  await api.mark.run(conversation, { type: 'tag', add: [NAME, BIDI.trim(), 'W'.repeat(40)] });
  await api.mark.run(conversation, { type: 'label', add: [NAME] });
  await api.mark.run(conversation, { type: 'name', alias: MARKUP.slice(0, 60) });
  await mark.at('message').filter({ hasText: 'gnp.exe' }).nth(2).waitFor();
  await holdsOn(mark.page, 'the answers');
  await mark.at('composer').fill(LONG.slice(0, 4_000));
  await holdsOn(mark.page, 'the composer');
  await mark.at('composer').fill('');
});

step('a request’s note, a discussion and reasons hold in such words', async () => {
  await api.mark.run(conversation, { type: 'discuss', to: { agent: 'martha' }, note: MARKUP });
  await martha.at('offer-toast').waitFor();
  await holdsOn(martha.page, 'a request');
  await martha.at('offer-reject').first().click();
  await martha.at('reason-option').first().waitFor();
  await holdsOn(martha.page, 'reasons');
  await martha.page.keyboard.press('Escape');
  await martha.at('offer-accept').first().click();
  await martha.at('discussion-panel').waitFor();
  const { conversation: held } = await api.mark.ask('GET', `/v1/conversations/${conversation}`);
  const discussion = held.discussions[0].id;
  for (const text of [MARKUP, BIDI, LINKS, LONG.slice(0, 4_000)])
    await api.martha.run(conversation, { type: 'say', discussion, text });
  await mark.at('discussion-message').nth(3).waitFor();
  await holdsOn(mark.page, 'a discussion of the owner');
  await holdsOn(martha.page, 'a discussion of the guest');
});

step('colleagues with hostile names hold in pickers, people, team chat and presence', async () => {
  await mark.page.reload();
  await mark.at('action-transfer').click();
  await mark.at('target').fill(NAME.slice(0, 3));
  await mark.at('target-option').first().waitFor();
  await holdsOn(mark.page, 'the picker');
  await mark.page.keyboard.press('Escape');
  await mark.at('open-people').click();
  await mark.at('person').first().waitFor();
  await holdsOn(mark.page, 'people');
  for (const text of Object.values(TEXTS)) {
    const id = crypto.randomUUID();
    await api.martha.ask('POST', '/v1/direct/mark', { id, text: text.slice(0, 4_000) });
  }
  await mark.at('open-team-chat').click();
  await holdsOn(mark.page, 'team chat');
  await mark.page.keyboard.press('Escape');
  await mark.at('presence-menu').click();
  await mark.at('away-reason').first().waitFor();
  await holdsOn(mark.page, 'presence');
  await mark.page.keyboard.press('Escape');
});

step('settings, palette and list hold with such words', async () => {
  await mark.at('open-settings').click();
  await mark.at('settings').waitFor();
  await holdsOn(mark.page, 'settings');
  await mark.page.keyboard.press('Control+KeyK');
  await mark.at('palette-query').fill('img');
  await mark.at('palette-result').first().waitFor();
  await holdsOn(mark.page, 'the palette');
  await mark.page.keyboard.press('Escape');
});

step('a visitor with a hostile name and text holds in a shop, and so do the answers', async () => {
  const visitor = await openVisitor(watched(browser), `${platform.url}/shop`, { problems });
  await visitor.at('chat-launcher').click();
  await begin(visitor, NAME);
  for (const text of [MARKUP, BIDI, LINKS]) {
    await visitor.at('chat-text').fill(text);
    await visitor.at('chat-send').click();
  }
  await write(visitor, LONG.slice(0, 4_096));
  const { queues } = await api.mark.ask('GET', '/v1/queues');
  const waiting = queues.flatMap((queue) => queue.waiting).find(({ channel }) => channel === 'web');
  await api.mark.run(waiting.conversation, { type: 'accept' });
  for (const text of [MARKUP, BIDI, LINKS, LONG.slice(0, 4_000)])
    await api.mark.run(waiting.conversation, { type: 'send', content: { kind: 'text', text } });
  await api.mark.run(waiting.conversation, { type: 'send_survey', survey: NAME });
  await visitor.page.getByRole('group', { name: 'Answers' }).waitFor();
  await holds(visitor.page, 'the widget');
  await visitor.page.setViewportSize({ width: 320, height: 600 });
  await holds(visitor.page, 'the widget on a phone');
  const wide = await bubble(visitor, 'WWWW').evaluateAll((all) =>
    all.some((e) => e.scrollWidth > e.clientWidth),
  );
  assert.equal(wide, false);
  await mark.page.goto(`${platform.url}/c/${waiting.conversation}`);
  await mark.at('message').filter({ hasText: 'WWWW' }).first().waitFor();
  await holdsOn(mark.page, 'the visitor’s thread');
});

step('files with hostile names hold in tray, thread, details, light box and widget', async () => {
  const shows = async (where, what, testid, count) => {
    const all = where.getByTestId(testid);
    await all.nth(count - 1).waitFor();
    for (const said of await all.allInnerTexts()) {
      assert.doesNotMatch(said, TURNING, `${what}: ${JSON.stringify(said)}`);
      assert.match(said, /[\p{L}\d]/u, `${what} has a name that can be seen`);
    }
    await holds(where, what);
  };
  const visitor = await openVisitor(watched(browser), `${platform.url}/chat`, { problems });
  await begin(visitor, 'Vera');
  await write(visitor, 'Here are the papers');
  await take(mark, 'Vera');
  const pdf = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  const png = { mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
  const files = NAMES.map((name) => ({ name, ...pdf }));
  await visitor.at('chat-attach').waitFor();
  const input = visitor.page.locator('switchboard-chat input[type=file]');
  // The server would refuse this name for its length; the tray shows the reason.
  await input.setInputFiles([...files, { name: `${LONG}.pdf`, ...pdf }]);
  await shows(visitor.page, 'the widget', 'chat-file', NAMES.length);
  await visitor.page.locator('[data-state="failed"]').waitFor();
  await shows(visitor.page, 'a file too long to be named', 'chat-message', 1);
  await visitor.page.setViewportSize({ width: 320, height: 600 });
  await holds(visitor.page, 'the widget on a phone, with files');
  await shows(mark.page, 'the thread', 'file', NAMES.length);
  await mark.at('toggle-files').click();
  await shows(mark.page, 'the details', 'listed-file', NAMES.length);
  await holdsOn(mark.page, 'a thread of such files');

  await mark.at('attach-input').setInputFiles([...files, { name: `${LONG}.pdf`, ...pdf }]);
  await shows(mark.page, 'the tray', 'attachment', NAMES.length + 1);
  await mark.page.locator('[data-testid="attachment"][data-state="failed"]').waitFor();
  await holdsOn(mark.page, 'the tray');
  while (await mark.at('attachment-remove').count())
    await mark.at('attachment-remove').first().click();
  await mark.at('attach-input').setInputFiles({ ...png, name: `${NAMES[2]}${MARKUP}.png` });
  await mark.page.locator('[data-testid="attachment"][data-state="ready"]').waitFor();
  await mark.at('send').click();
  await mark.at('picture').click();
  await mark.at('lightbox').waitFor();
  await shows(mark.page, 'the light box', 'lightbox', 1);
  await holdsOn(mark.page, 'the light box');
  await mark.page.keyboard.press('Escape');
});

step('files with hostile names from a channel that checks nothing hold, too', async () => {
  const ivan = platform.customer('Ivan', '447700900777');
  for (const [at, filename] of NAMES.entries())
    await ivan.sends({
      type: 'document',
      document: { id: `7${at}`, mime_type: 'application/pdf', filename, caption: filename },
    });
  await take(mark, 'Ivan');
  // Nobody can fetch them: each stands in the thread by its name.
  await mark
    .at('customer-file')
    .nth(NAMES.length - 1)
    .waitFor();
  for (const testid of ['customer-file'])
    for (const said of await mark.at(testid).allInnerTexts()) {
      assert.doesNotMatch(said, TURNING, `${testid}: ${JSON.stringify(said)}`);
      assert.match(said, /[\p{L}\d]/u);
    }
  await holdsOn(mark.page, 'files from WhatsApp');
});

test('the watch finds a script, a dialog and a foreign request', async () => {
  const context = await browser.newContext();
  const seen = await guarded(context, platform.url);
  const page = await context.newPage();
  await page.setContent(`<p>${MARKUP} ${LINKS}</p><img src="https://evil.test/pixel.png">`);
  await until('it to be seen', async () => seen.length > 1);
  await assert.rejects(holds(page, 'taken over'));
  await context.close();
});

test('nothing ran, nothing was fetched, no page logged an error', () => {
  assert.deepEqual(events.flat(), []);
  assert.deepEqual(problems, []);
});
