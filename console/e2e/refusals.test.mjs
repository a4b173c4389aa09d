// A refusal shows its reason at the control that caused it; the dialog stays open, and no written
// text is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choose, gone, openAgent, row, take } from './agent.mjs';
import { focus, focusOn } from './keys.mjs';
import { start } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const MARTHA = { id: 'martha', name: 'Martha Osei' };
const NOTE = 'She has called twice already.';
const problems = [];
let platform;
let browser;
let mark;
let martha;
let api;
let conversation;
let people = 0;

before(async () => {
  [platform, browser] = await start('--no-demo');
  api = Object.fromEntries(
    await Promise.all(['mark', 'martha', 'ada'].map(async (id) => [id, await platform.as(id)])),
  );
  [mark, martha] = await Promise.all(
    ['mark', 'martha'].map((id) => openAgent(browser, platform, id, { problems })),
  );
  conversation = await taken('John Smith');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** A customer of that name writes, and Mark takes the conversation. */
async function taken(name) {
  people += 1;
  await platform.customer(name, `44770090010${people}`).writes('My kettle leaks');
  await take(mark, name);
  return new URL(mark.page.url()).pathname.slice('/c/'.length);
}
const says = (who, testid, text) => who.at(testid).filter({ hasText: text }).first().waitFor();
const value = (who, testid) => who.at(testid).inputValue();
/** Tests that the field is marked as invalid and names the words that describe the error. */
async function told(who, testid, text) {
  const field = who.at(testid);
  assert.equal(await field.getAttribute('aria-invalid'), 'true', `${testid} is marked`);
  const id = await field.getAttribute('aria-describedby');
  assert.match(await who.page.locator(`[id="${id}"]`).innerText(), text);
}
async function settings(change) {
  const { version } = await api.ada.ask('GET', '/v1/settings');
  await api.ada.ask('PUT', '/v1/settings', { version, ...change });
}
/** Delays pushes from now on: the screen shows an old state. */
const late = (ms) => platform.faults({ drop: 0, duplicate: 0, reorder: 0, delay_ms: ms });

step('every dialog keeps the whole of a note that is too long', async () => {
  for (const [open, note] of [
    ['action-discuss', 'note'],
    ['action-transfer', 'note'],
    ['action-resolve', 'resolve-note'],
  ]) {
    await mark.at(open).click();
    if (note === 'note') await choose(mark, MARTHA);
    await mark.at(note).fill('W'.repeat(1_020));
    await says(mark, `${note}-problem`, '20 characters too long');
    await told(mark, note, /20 characters too long/);
    assert.equal(await mark.at('dialog-submit').isDisabled(), true);
    assert.equal((await value(mark, note)).length, 1_020, 'all of it is there');
    await accessible(mark.page, `a note too long after ${open}`);
    await mark.at(note).fill(NOTE);
    assert.equal(await mark.at('dialog-submit').isDisabled(), false);
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
  }
});

step('the dialog says so if a chosen colleague goes away, and does not send', async () => {
  await mark.at('action-discuss').click();
  await choose(mark, MARTHA);
  await mark.at('note').fill(NOTE);
  await api.martha.ask('PUT', '/v1/me/presence', { presence: 'away', reason: 'Lunch' });
  await says(mark, 'target-obstacle', 'Martha Osei cannot be chosen now: away: Lunch.');
  await told(mark, 'target', /away: Lunch/);
  assert.equal(await mark.at('dialog-submit').isDisabled(), true);
  await accessible(mark.page, 'a target gone');
  await api.martha.ask('PUT', '/v1/me/presence', { presence: 'available' });
  await gone(mark.at('target-obstacle'));
  assert.equal(await value(mark, 'note'), NOTE);
});

step(
  'the server’s refusal stands at the field, which has the focus, if the console did not know yet',
  async () => {
    await late(1_500);
    await api.martha.ask('PUT', '/v1/me/presence', { presence: 'away', reason: 'Lunch' });
    await mark.at('dialog-submit').click();
    await says(mark, 'dialog-problem', 'Martha Osei is not available');
    await told(mark, 'target', /Martha Osei is not available/);
    await focusOn(mark.page, 'target');
    assert.equal(await value(mark, 'note'), NOTE);
    await late(0);
    await api.martha.ask('PUT', '/v1/me/presence', { presence: 'available' });
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
  },
);

step('the dialog wants a reason: it refuses none, an empty one and one too long', async () => {
  await api.mark.run(conversation, { type: 'discuss', to: { agent: 'martha' }, note: NOTE });
  await martha.at('offer-reject').first().click();
  await martha.at('dialog').getByText('Choose a reason').waitFor();
  assert.equal(await martha.at('reason-submit').isDisabled(), true);
  await martha.at('reason-option').last().click();
  await martha.at('dialog').getByText('Write the reason.').waitFor();
  assert.equal(await martha.at('reason-submit').isDisabled(), true);
  await martha.at('reason-text').fill('W'.repeat(510));
  await told(martha, 'reason-text', /10 characters too long/);
  await accessible(martha.page, 'a reason too long');
  await martha.at('reason-option').first().click();
  await says(martha, 'reason-text-problem', 'characters too long');
  assert.equal((await value(martha, 'reason-text')).length, 510);
});

step('the dialog keeps the words and says so if the request is withdrawn meanwhile', async () => {
  await martha.at('reason-text').fill('I am about to leave');
  await mark.at('withdraw').first().click();
  await mark.at('reason-option').first().click();
  await mark.at('reason-submit').click();
  await gone(martha.at('dialog'));
  await says(martha, 'notice', 'It was withdrawn meanwhile.');
  await martha.at('notice').getByRole('button', { name: 'Copy what you wrote' }).waitFor();
});

step('the dialog says that the request had ended before the answer', async () => {
  await api.mark.run(conversation, { type: 'discuss', to: { agent: 'martha' } });
  await martha.at('offer-reject').first().click();
  await martha.at('reason-option').first().click();
  const { conversation: held } = await api.mark.ask('GET', `/v1/conversations/${conversation}`);
  await late(1_500);
  const { id: offer } = held.offers[0];
  await api.mark.run(conversation, { type: 'withdraw_offer', offer, reason: 'Found it' });
  await martha.at('reason-submit').click();
  await says(martha, 'notice', 'withdrawn');
  await gone(martha.at('dialog'));
  await late(0);
});

step('the server does not resolve an ended conversation twice; the note stays', async () => {
  const other = await taken('Grace Lee');
  await mark.at('action-resolve').click();
  await mark.at('resolve-note').fill(NOTE);
  await late(1_500);
  await api.mark.run(other, { type: 'resolve' });
  await mark.at('dialog-submit').click();
  await says(mark, 'dialog-problem', 'The conversation is over');
  assert.equal(await value(mark, 'resolve-note'), NOTE);
  assert.equal(await focus(mark.page), 'dialog-submit', 'the focus stays where it was');
  await accessible(mark.page, 'a conversation that is over');
  await late(0);
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('dialog'));
});

step('an agent who was too late reads who took it and when, and sees the next one', async () => {
  await platform.customer('Ines Costa', '447700900201').writes('Where is my parcel?');
  await mark.at('tab-queue').click();
  await row(mark, 'Ines Costa').click();
  await mark.at('accept').waitFor();
  const id = new URL(mark.page.url()).pathname.slice('/c/'.length);
  await late(4_000);
  await api.martha.run(id, { type: 'accept' });
  await mark.at('accept').click();
  await says(mark, 'accept-problem', 'Already taken by Martha Osei');
  await accessible(mark.page, 'somebody was faster');
  await late(0);
  // Late frames still arrive; they report that nobody waits any more.
  await gone(row(mark, 'Ines Costa'));
});

step('an agent at capacity reads so, and what to do', async () => {
  await api.ada.ask('PUT', '/v1/agents/mark', { capacity: 1 });
  await platform.customer('Farid Rahman', '447700900202').writes('Do you ship to Norway?');
  await mark.at('tab-queue').click();
  await row(mark, 'Farid Rahman').click();
  await mark
    .at('queue-bar')
    .getByText('1 of 1 chats: you are full. Resolve or transfer a chat first.')
    .waitFor();
  assert.equal(await mark.at('accept').isDisabled(), true);
  await accessible(mark.page, 'at capacity');
  await api.ada.ask('PUT', '/v1/agents/mark', { capacity: 5 });
  await mark.page.locator('[data-testid="accept"]:enabled').waitFor();
});

step('names, tags and labels are refused if too long, too many or there already', async () => {
  await mark.page.goto(`${platform.url}/c/${conversation}`);
  await mark.at('composer').waitFor();
  await mark.at('toggle-conversation').click();
  await mark.at('rename').first().click();
  await mark.at('alias').fill('W'.repeat(63));
  await told(mark, 'alias', /3 characters too long/);
  assert.equal(await mark.at('dialog-submit').isDisabled(), true);
  await accessible(mark.page, 'an alias too long');
  await mark.page.keyboard.press('Escape');
  await mark.at('tag-new').click();
  const tag = mark.at('details-tags').getByTestId('tag-field');
  await tag.fill('W'.repeat(42));
  await tag.press('Enter');
  await mark.at('details-tags').getByText('at most 40 characters: 2 too many').waitFor();
  assert.equal((await tag.inputValue()).length, 42);
  assert.equal(await tag.getAttribute('aria-invalid'), 'true');
  await focusOn(mark.page, 'tag-field');
  const many = Array.from({ length: 11 }, (_, i) => `tag ${i}`);
  await api.mark.run(conversation, { type: 'tag', add: many, remove: [] });
  await mark.at('tag').nth(10).waitFor();
  // A colleague set the twelfth, and it is not here yet.
  await late(1_500);
  await api.mark.run(conversation, { type: 'tag', add: ['the twelfth'], remove: [] });
  await tag.fill('the thirteenth');
  await tag.press('Enter');
  await mark.at('details-tags').getByRole('alert').filter({ hasText: '12' }).waitFor();
  await late(0);
  assert.equal(await tag.inputValue(), 'the thirteenth');
  await tag.fill('');
  await mark.at('details-tags').getByText('most 12 tags').first().waitFor();
  const names = ['one', 'two', 'three', 'four', 'five', 'six'];
  await settings({ labels: names.map((name) => ({ name, colour: 'red' })) });
  await api.mark.run(conversation, { type: 'label', add: names.slice(0, 5), remove: [] });
  await mark.page.reload();
  await says(mark, 'labels-limit', 'At most 5 labels');
  await mark.page.locator('[data-testid="label-toggle"]:disabled', { hasText: 'six' }).waitFor();
  await accessible(mark.page, 'all labels taken');
});

step('files are refused if too large, misnamed, of a wrong kind or changed', async () => {
  const attach = (name, mimeType, buffer) =>
    mark.at('attach-input').setInputFiles({ name, mimeType, buffer });
  const file = (name) => mark.at('attachment').filter({ hasText: name });
  const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(10 * 1024 * 1024 + 10)]);
  await mark.at('composer').fill(NOTE);
  await attach('catalogue.pdf', 'application/pdf', pdf);
  await file('catalogue.pdf').getByText('It is larger than 10 MB.').waitFor();
  await attach('holiday.png', 'image/png', Buffer.from('<script>alert(1)</script>'));
  await file('holiday.png').getByRole('alert').waitFor();
  await attach('run.gif', 'image/gif', Buffer.from('GIF89a...'));
  await file('run.gif').getByText('GIF').first().waitFor();
  assert.equal(await mark.at('send').isDisabled(), true);
  await accessible(mark.page, 'files that cannot go');
  for (const name of ['catalogue.pdf', 'holiday.png', 'run.gif'])
    await file(name).getByTestId('attachment-remove').click();
  await mark.page.route('**/files/**', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    return route.continue({ postData: Buffer.from('%!PS-Adobe no document of that kind\n') });
  });
  await attach(
    'terms.pdf',
    'application/pdf',
    Buffer.from('%PDF-1.4 no more than its beginning\n'),
  );
  await file('terms.pdf').getByRole('alert').waitFor();
  await mark.page.unroute('**/files/**');
  assert.equal(await value(mark, 'composer'), NOTE, 'what was written is there');
  await file('terms.pdf').getByTestId('attachment-remove').click();
  await mark.at('composer').fill('');
});

step('an ended conversation wants a disposition by rule, and a note that fits', async () => {
  await settings({ wrap_up: 'mandatory', dispositions: ['Repaired', 'Refunded'] });
  const other = await taken('Anna Weber');
  await api.mark.run(other, { type: 'resolve' });
  await mark.at('wrap-up').waitFor();
  assert.equal(await mark.at('wrap-done').isDisabled(), true);
  await mark.at('wrap-up').getByText('disposition').last().waitFor();
  await mark.at('disposition').selectOption('Repaired');
  await mark.at('wrap-note').fill('W'.repeat(1_001));
  await told(mark, 'wrap-note', /1 character too long/);
  await mark.at('wrap-note').fill(NOTE);
  await settings({ dispositions: ['Refunded'] });
  await mark.at('wrap-done').click();
  await mark.at('wrap-up').getByText('That disposition is not in the settings any more').waitFor();
  assert.equal(await value(mark, 'wrap-note'), NOTE);
  await accessible(mark.page, 'a disposition that is gone');
});

step('the server refuses contradicting rules at the field', async () => {
  const ada = await openAgent(browser, platform, 'ada', { problems });
  await ada.page.goto(`${platform.url}/settings#queue`);
  await ada.at('first-answer-warning').fill('60s');
  await ada.at('first-answer-warning').press('Tab');
  await ada.at('settings-save').click();
  const field = ada.at('row-first-answer-warning');
  await field.getByRole('alert').filter({ hasText: 'before the first answer is due' }).waitFor();
  assert.equal(await value(ada, 'first-answer-warning'), '60s');
  await focusOn(ada.page, 'first-answer-warning');
  await accessible(ada.page, 'rules that contradict each other');

  await ada.page.goto(`${platform.url}/settings#canned`);
  await ada.at('canned-new').click();
  await ada.at('canned-title').fill('Hello');
  await ada.at('canned-category').fill('Greetings');
  await ada.at('canned-text').fill('Hello {{first_name');
  await told(ada, 'canned-text', /brace/i);
  assert.equal(await ada.at('dialog-submit').isDisabled(), true);
  await ada.at('canned-text').fill('Hello {{shoe_size}}');
  await told(ada, 'canned-text', /shoe_size/);
  await ada.at('canned-shortcut').fill('no spaces');
  await told(ada, 'canned-shortcut', /.+/);
  await accessible(ada.page, 'a canned message that cannot be');
  await ada.page.context().close();
});

test('no page logged an error', () => assert.deepEqual(problems, []));
