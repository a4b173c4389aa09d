// The life of a setting: an admin makes one of every kind and changes it, a conversation uses it, the
// admin retires it, and the conversation's history still reads as it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone, message, openAgent, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { seen, step } from './steps.mjs';

const problems = [];
let platform;
let browser;
let ada;
let mark;
let conversation;
const smith = () => platform.customer('John Smith', '447700900777');

before(async () => {
  [platform, browser] = await start('--no-demo');
  [ada, mark] = await Promise.all(
    ['ada', 'mark'].map((id) => openAgent(browser, platform, id, { problems })),
  );
  // Martha is there to be asked; her session ends with her record.
  await openAgent(browser, platform, 'martha');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

async function show(page) {
  await ada.page.goto(`${platform.url}/settings#${page}`);
  await ada.at('settings').waitFor();
}
/** Adds an entry to a list of the open page. */
async function add(row, text, field = 'word') {
  const input = ada.at(`row-${row}`).getByTestId(field);
  await input.fill(text);
  await input.press('Enter');
  await ada.at(`row-${row}`).getByText(text, { exact: true }).waitFor();
}
const drop = (row, text) =>
  ada
    .at(`row-${row}`)
    .getByRole('button', { name: `Remove “${text}”` })
    .click();
async function save() {
  await ada.at('settings-save').click();
  await ada.page.getByText('Saved.').waitFor();
}
async function submit() {
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
}
/** Saves the fields of a channel's page, which stays open. */
async function saveChannel() {
  await ada.at('ws-save').click();
  await ada.page.locator('[data-testid="ws-save"]:disabled').waitFor();
}
/** Retires the record of an open dialog: the second press is the confirmation. */
async function end() {
  await ada.at('ws-end').click();
  await ada.at('ws-end').click();
  await gone(ada.at('dialog'));
}

step('an admin makes one of every kind', async () => {
  await show('labels');
  await add('labels', 'Warranty', 'label-name');
  await add('tags', 'glass');
  await save();
  await show('engage');
  await add('reject-reasons', 'At the dentist');
  await save();
  await show('wrapUp');
  await ada.at('wrap-up').selectOption('mandatory');
  await ada.at('example').filter({ hasText: 'there is none to choose' }).waitFor();
  await add('dispositions', 'Replaced');
  await save();
  await show('lists');
  await add('triggers', 'Send a courier');
  await save();
  await show('canned');
  await ada.at('canned-new').click();
  await ada.at('canned-title').fill('Courier');
  await ada.at('canned-category').fill('Repairs');
  await ada.at('canned-shortcut').fill('courier');
  await ada.at('canned-text').fill('A courier comes.');
  await submit();
  await show('teams');
  await ada.at('ws-new').click();
  await ada.at('ws-name').fill('Repairs');
  for (const id of ['mark', 'martha']) await ada.at(`ws-member-${id}`).check();
  await submit();
  await show('queues');
  await ada.at('ws-new').click();
  await ada.at('ws-name').fill('Repairs');
  await ada.at('ws-id-line').waitFor();
  await ada.at('ws-team').selectOption({ label: 'Repairs' });
  await submit();
  await show('assets');
  await ada.at('ws-edit-wa-demo').click();
  await ada.at('ws-queue').selectOption({ label: 'Repairs' });
  await saveChannel();
});

step('and changes some of them', async () => {
  await show('queues');
  await ada.at('ws-edit-repairs').click();
  await ada.at('ws-name').fill('Repair desk');
  await submit();
  await ada.at('ws-row').filter({ hasText: 'Repair desk' }).waitFor();
  await show('canned');
  await ada.at('canned-courier').click();
  await ada.at('canned-text').fill('A courier comes tomorrow.');
  await submit();
  await show('labels');
  await ada
    .at('label-row')
    .filter({ hasText: 'Warranty' })
    .getByTestId('label-colour')
    .selectOption('teal');
  await save();
});

step('a conversation uses all of them', async () => {
  await smith().writes('My jug is broken.');
  await take(mark, 'John Smith');
  conversation = new URL(mark.page.url()).pathname.slice('/c/'.length);
  const [mine, hers] = await Promise.all(['mark', 'martha'].map((id) => platform.as(id)));
  await mine.run(conversation, { type: 'label', add: ['Warranty'] });
  await mine.run(conversation, { type: 'tag', add: ['glass'] });
  await mine.run(conversation, { type: 'trigger', trigger: 'Send a courier' });
  await mine.run(conversation, { type: 'discuss', to: { agent: 'martha' }, note: 'Do we?' });
  const state = await mine.ask('GET', `/v1/conversations/${conversation}`);
  const [offer] = state.conversation.offers;
  const no = { type: 'reject_offer', offer: offer.id, reason: 'At the dentist' };
  await hers.run(conversation, no);
  await mark.at('composer').press('/');
  await mark.at('canned-search').fill('courier');
  await mark.at('canned-preview').filter({ hasText: 'A courier comes tomorrow.' }).waitFor();
  await mark.at('canned-search').press('Enter');
  await until('the canned text', async () =>
    (await mark.at('composer').inputValue()).includes('A courier comes tomorrow.'),
  );
  await mark.at('composer').press('Enter');
  await message(mark, 'A courier comes tomorrow.').waitFor();
  await say(mark, 'Anything else?');
  await mine.run(conversation, { type: 'resolve' });
  await mine.run(conversation, { type: 'done', disposition: 'Replaced' });
});

step('the admin retires everything', async () => {
  await show('labels');
  await drop('labels', 'Warranty');
  await drop('tags', 'glass');
  await save();
  await show('engage');
  await drop('reject-reasons', 'At the dentist');
  await save();
  await show('wrapUp');
  await ada.at('wrap-up').selectOption('off');
  await drop('dispositions', 'Replaced');
  await save();
  await show('lists');
  await drop('triggers', 'Send a courier');
  await save();
  await show('canned');
  await ada.at('canned-courier').click();
  await ada.at('canned-remove').click();
  await ada.at('canned-remove').click();
  await gone(ada.at('dialog'));
  await show('queues');
  await ada.at('ws-edit-repairs').click();
  await ada.at('ws-end').click();
  await ada.at('ws-end').click();
  await ada.at('dialog-problem').filter({ hasText: 'Still in use' }).waitFor();
  await ada.page.keyboard.press('Escape');
  await show('assets');
  await ada.at('ws-edit-wa-demo').click();
  await ada.at('ws-queue').selectOption('support');
  await saveChannel();
  await show('queues');
  await ada.at('ws-edit-repairs').click();
  await end();
  await show('teams');
  await ada.at('ws-edit-repairs').click();
  await end();
  await show('agents');
  await ada.at('ws-edit-martha').click();
  await end();
  await ada.at('ws-over').filter({ hasText: '1' }).waitFor();
});

step('the conversation’s history reads as it was', async () => {
  await ada.page.goto(`${platform.url}/c/${conversation}`);
  await message(ada, 'My jug is broken.').waitFor();
  const all = () => ada.page.locator('main, aside, [data-testid="details"]').allInnerTexts();
  const words = ['Warranty', 'glass', 'Repair desk', 'Replaced', 'Send a courier', 'Martha'];
  for (const word of words)
    await until(`${word} in the conversation`, async () => (await all()).join(' ').includes(word));
  await seen(ada.page, 'a conversation whose settings are gone', [
    [1440, 900],
    [390, 844],
  ]);
  const [engagement] = (
    await (await platform.as('ada')).ask('GET', `/v1/conversations/${conversation}/engagements`)
  ).engagements;
  assert.equal(engagement.reason, 'At the dentist');
});

step('the log of changes has every step, with names', async () => {
  await show('changes');
  await ada.at('settings-change').first().waitFor();
  const log = (await ada.at('settings-change').allInnerTexts()).join('\n');
  for (const text of [/Can sign in: yes → no/, /Retired: no → yes/, /Queue: Repair desk → Support/])
    assert.match(log, text);
  assert.match(log, /Labels: .*Warranty/);
  await seen(ada.page, 'the log of changes', [
    [1440, 900],
    [390, 844],
  ]);
});

step('an undo brings a colleague back', async () => {
  const row = ada.at('settings-change').filter({ hasText: 'Can sign in: yes → no' });
  await row.getByTestId('undo').click();
  await ada.at('undo-done').filter({ hasText: 'Can sign in' }).waitFor();
  const { agents } = await (await platform.as('ada')).ask('GET', '/v1/workspace');
  assert.equal(agents.find(({ id }) => id === 'martha').active, true);
});

test('no page logged an error', () => assert.deepEqual(problems, []));
