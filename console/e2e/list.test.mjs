// The conversation list and the details, on the real platform.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone, message, openAgent, row, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const problems = [];
let platform;
let browser;
let mark;
let martha;
let smith;
let jones;

const agent = (id) => openAgent(browser, platform, id, { problems });
before(async () => {
  [platform, browser] = await start();
  smith = platform.customer('John Smith', '447700900123');
  jones = platform.customer('Ada Jones', '447700900124');
  [mark, martha] = await Promise.all(['mark', 'martha'].map(agent));
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const focused = (who) => who.page.evaluate(() => document.activeElement?.dataset.conversation);

step('two chats come; the keyboard walks both and opens one', async () => {
  await smith.writes('My kettle leaks');
  await jones.writes('Where is my parcel?');
  await take(mark, 'John Smith');
  await say(mark, 'Where does it leak?');
  await take(mark, 'Ada Jones');
  await row(mark, 'John Smith').focus();
  const first = await focused(mark);
  await mark.page.keyboard.press('Home');
  await until('another row', async () => (await focused(mark)) !== first);
  await mark.page.keyboard.press('ArrowDown');
  await row(mark, 'John Smith').waitFor();
  await accessible(mark.page, 'list');
});

step('the key l sets labels and the menu sets tags; colleagues find them', async () => {
  await row(mark, 'John Smith').focus();
  await mark.page.keyboard.press('l');
  await mark.at('label-item').filter({ hasText: 'Escalated' }).click();
  await row(mark, 'John Smith').filter({ hasText: 'Escalated' }).waitFor();
  await accessible(mark.page, 'labels');
  await mark.page.keyboard.press('Escape');
  await row(mark, 'John Smith').click({ button: 'right' });
  await mark.at('menu-tags').click();
  await mark.at('dialog').getByTestId('tag-field').fill('Leaking kettle');
  await mark.at('dialog').getByTestId('tag-field').press('Enter');
  await mark.at('dialog').getByTestId('tag').filter({ hasText: 'Leaking kettle' }).waitFor();
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('dialog'));
  await row(mark, 'John Smith').filter({ hasText: 'Leaking kettle' }).waitFor();
});

step('a search narrows the list at once; a filter is a chip that goes away', async () => {
  await mark.at('list-search').fill('leaking');
  await gone(row(mark, 'Ada Jones'));
  await row(mark, 'John Smith').waitFor();
  await mark.at('list-search-clear').click();
  await mark.at('list-filters').click();
  await mark.at('filter-label').selectOption('Escalated');
  await mark.at('filter-within').selectOption('own');
  await mark.at('filter-from').waitFor();
  await accessible(mark.page, 'filters');
  await mark.at('filter-within').selectOption('24h');
  await mark.at('chip-within').waitFor();
  await mark.at('filter-within').selectOption('');
  await mark.page.keyboard.press('Escape');
  await gone(row(mark, 'Ada Jones'));
  await mark.at('chip-label').click();
  await row(mark, 'Ada Jones').waitFor();
});

step('a conversation read on one machine is read on the other', async () => {
  await row(mark, 'Ada Jones').click();
  await message(mark, 'Where is my parcel?').waitFor();
  const again = await agent('mark');
  const unread = () => row(again, 'Ada Jones').getAttribute('data-unread');
  await until('the position', async () => (await unread()) === '0');
  await again.page.context().close();
});

step('a name, a note and an attribute stand beside the thread, for colleagues alone', async () => {
  await row(mark, 'John Smith').click();
  await mark.at('toggle-conversation').click();
  await mark.at('rename').click();
  await mark.at('alias').fill('The kettle');
  await mark.at('dialog-submit').click();
  await row(mark, 'John Smith').filter({ hasText: 'The kettle' }).waitFor();
  await mark.at('note-field').fill('Batch 9 again');
  await mark.at('note-add').click();
  await mark.at('internal-note').filter({ hasText: 'Batch 9 again' }).waitFor();
  await mark.at('attribute-new').click();
  await mark.at('attribute-key').fill('Tier');
  await mark.at('attribute-value').fill('Gold');
  await mark.at('attribute-add').click();
  await mark.at('attribute').filter({ hasText: 'Gold' }).waitFor();
  await accessible(mark.page, 'details');
  const texts = (await smith.messages()).map((m) => m.text);
  assert.deepEqual(texts, ['My kettle leaks', 'Where does it leak?']);
});

step('a renamed customer has the new name everywhere', async () => {
  await mark.at('profile-edit').click();
  await mark.at('profile-name').fill('John Smith-Jones');
  await mark.at('profile-save').click();
  await row(mark, 'John Smith-Jones').waitFor();
});

step('the address of a conversation opens it; a search everywhere finds it', async () => {
  const { pathname } = new URL(mark.page.url());
  await martha.page.goto(platform.url + pathname);
  await message(martha, 'My kettle leaks').waitFor();
  await martha.at('list-search').fill('kettle');
  await martha.at('search-everywhere').click();
  await row(martha, 'John Smith-Jones').filter({ hasText: 'with Mark' }).waitFor();
  await accessible(martha.page, 'everywhere');
});

step(
  'the contacts screen finds people by name, with their facts; an address leads back to it',
  async () => {
    await mark.at('open-contacts').click();
    await mark.at('contact-row').filter({ hasText: 'Ada Jones' }).waitFor();
    await mark.at('contacts-search').fill('smith-jones');
    await gone(mark.at('contact-row').filter({ hasText: 'Ada Jones' }));
    await mark.at('contact-row').filter({ hasText: 'John Smith-Jones' }).click();
    await mark.at('attribute').filter({ hasText: 'Gold' }).waitFor();
    await accessible(mark.page, 'contacts');
    const { pathname } = new URL(mark.page.url());
    await mark.page.goto(platform.url + pathname);
    await mark.at('contact-card').filter({ hasText: '447700900123' }).waitFor();
    await mark.at('contact-conversation').first().click();
    await message(mark, 'My kettle leaks').waitFor();
  },
);

step('the list does not move while the pointer rests on it', async () => {
  const names = () => mark.at('row').locator('.name').allInnerTexts();
  await mark.at('list-sort').click();
  await mark.at('sort-latest_message').click();
  await row(mark, 'Ada Jones').hover();
  const before = await names();
  const lower = before.findLastIndex((name) => /Ada|John/.test(name));
  const who = before[lower];
  assert.ok(lower > 0, before.join());
  await (who.startsWith('Ada') ? jones : smith).writes('Hello?');
  await mark.at('moved').waitFor();
  assert.deepEqual(await names(), before);
  await accessible(mark.page, 'moved');
  await mark.page.keyboard.press('.');
  await until('the new order', async () => (await names())[0] === who);
});

test('no page logged an error', () => assert.deepEqual(problems, []));
