// Work that colleagues come back to: ended discussions, requests, earlier conversations, and the
// addresses of customers whom nobody could serve.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { engage, gone, line, message, openAgent, row, say, take, tell } from './agent.mjs';
import { start, until } from './platform.mjs';
import { SIZES, seen, step } from './steps.mjs';
import { begin, bubble, openVisitor, standing, write } from './visitor.mjs';

const MARTHA = { id: 'martha', name: 'Martha Osei' };
const problems = [];
let platform;
let browser;
let vera;
let mark;
let martha;
const chloe = () => platform.customer('Chloé Martin', '447700900601');
const john = () => platform.customer('John Smith', '447700900602');

before(async () => {
  [platform, browser] = await start('--no-demo');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const conversationOf = (who) => new URL(who.page.url()).pathname.slice('/c/'.length);

step('a visitor whom nobody can serve reads so, and leaves an address', async () => {
  vera = await openVisitor(browser, `${platform.url}/shop`, { problems });
  await vera.at('chat-launcher').click();
  await begin(vera, 'Vera Lind');
  const reach = vera.at('chat-reach');
  await reach.waitFor();
  await vera.at('chat-state').filter({ hasText: 'Nobody is here right now.' }).waitFor();
  await vera.page.getByText('Leave a message. We will answer as soon as').waitFor();
  assert.equal(await vera.at('chat-place').innerText(), '', 'no place where nobody serves');
  await seen(vera.page, 'widget away');
  await reach.fill('vera at example');
  await vera.at('chat-text').fill('Is the blue lamp back in stock?');
  await vera.at('chat-send').click();
  await vera.page.getByText('Write an e-mail address like').waitFor();
  assert.equal(await vera.at('chat-message').count(), 0, 'nothing goes with a wrong address');
  assert.equal(await vera.at('chat-text').inputValue(), 'Is the blue lamp back in stock?');
  await seen(vera.page, 'widget away wrong', [[390, 844]]);
  await reach.fill('vera@example.com');
  await write(vera, 'Is the blue lamp back in stock?');
  await vera.page.reload();
  await vera.at('chat-launcher').click();
  await vera.at('chat-state').filter({ hasText: 'Nobody is here right now.' }).waitFor();
});

step('an agent who comes finds the message marked, and the address at the contact', async () => {
  mark = await openAgent(browser, platform, 'mark', { problems });
  await take(mark, 'Vera Lind');
  await message(mark, 'Is the blue lamp back in stock?').waitFor();
  await mark.at('details').getByText('Left while away').first().waitFor();
  await mark.at('contact-email').filter({ hasText: 'vera@example.com' }).waitFor();
  await standing(vera, 'open');
  await gone(vera.at('chat-reach'));
  await say(mark, 'It is, since this morning.');
  await bubble(vera, 'It is, since this morning.').waitFor();
});

step(
  'a contact gets an e-mail address and further numbers, and nobody’s change is lost',
  async () => {
    await chloe().writes('Where is my order?');
    await take(mark, 'Chloé Martin');
    await say(mark, 'Let me look it up.');
    martha = await openAgent(browser, platform, 'martha', { problems });
    await martha.page.goto(mark.page.url());
    await martha.at('contact-reach-edit').filter({ hasText: 'Add e-mail or number' }).waitFor();
    await mark.at('contact-reach-edit').click();
    await mark.at('contact-email-field').fill('chloe@example.com');
    await mark.at('contact-phones-field').fill('+44 20 7946 0001, 12');
    await mark.at('contact-reach-save').click();
    await mark.at('contact-reach-problem').filter({ hasText: 'no phone number' }).waitFor();
    await seen(mark.page, 'contact wrong number', [[1440, 900]]);
    await mark.at('contact-phones-field').fill('+44 20 7946 0001, +44 20 7946 0002');
    await seen(mark.page, 'contact being edited', [[1440, 900]]);
    await mark.at('contact-reach-save').click();
    await mark.at('contact-email').filter({ hasText: 'chloe@example.com' }).waitFor();
    assert.equal(await mark.at('contact-phones').getByRole('link').count(), 2);
    assert.equal(await mark.at('details').getByRole('alert').count(), 0);
    // Martha has seen no update since she opened it: her entry must not overwrite his.
    await martha.at('contact-reach-edit').click();
    await martha.at('contact-email-field').fill('martin@example.com');
    await martha.at('contact-reach-save').click();
    await martha
      .at('contact-reach-problem')
      .filter({ hasText: 'A colleague just changed' })
      .waitFor();
    await martha.at('contact-email-field').press('Escape');
    await martha.at('contact-email').filter({ hasText: 'chloe@example.com' }).waitFor();
    await seen(mark.page, 'contact with numbers', SIZES.slice(0, 2));
    await martha.at('open-contacts').click();
    await martha.at('contacts').getByText('Chloé Martin').first().click();
    await martha.at('contact-card').getByText('chloe@example.com').waitFor();
    await seen(martha.page, 'contact card');
  },
);

step('an ended discussion stays with each of its members, over a reload', async () => {
  await john().writes('My kettle leaks at the handle');
  await take(mark, 'John Smith');
  await say(mark, 'Let me ask.');
  await engage(mark, MARTHA, { note: 'Is this batch known?' });
  await martha.at('offer-accept').first().click();
  await mark.at('discussion-panel').waitFor();
  await tell(mark, martha, 'He would like to keep it.');
  await tell(martha, mark, 'Part 20-817 fixes it.');
  await mark.at('discussion-end').click();
  await mark.at('end-note').fill('Gasket');
  await mark.at('resolved-yes').click();
  await gone(mark.at('dialog'));
  for (const who of [mark, martha]) {
    await who.at('discussion-done').waitFor();
    await who.page.reload();
    await who.at('tab-discussions').click();
    await who
      .at('ended-talk')
      .filter({ hasText: 'John Smith' })
      .getByRole('button')
      .first()
      .click();
    await who.at('talk-line').filter({ hasText: 'Part 20-817 fixes it.' }).waitFor();
    await who.at('talk-dialog').getByText('Is this batch known?').waitFor();
    await who.at('talk-outcome').filter({ hasText: 'The question was answered.' }).waitFor();
    await who.at('talk-outcome').filter({ hasText: 'Gasket' }).waitFor();
  }
  await seen(mark.page, 'ended discussion');
  await seen(martha.page, 'ended discussion of the expert', [[390, 844]]);
});

step(
  'a discussion that an agent marks done is done in all of their windows, and only theirs',
  async () => {
    const second = await martha.page.context().newPage();
    await second.goto(`${platform.url}/?as=martha`);
    await second.getByTestId('tab-discussions').click();
    await second.getByTestId('ended-talk').waitFor();
    await martha.at('talk-done').click();
    await gone(martha.at('dialog'));
    await gone(martha.at('ended-talk'));
    await gone(second.getByTestId('ended-talk'));
    await second.close();
    await martha.page.reload();
    await martha.at('tab-discussions').click();
    await martha.at('connection').and(martha.page.locator('[data-state="live"]')).waitFor();
    assert.equal(await martha.at('ended-talk').count(), 0, 'it does not come back');
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
    await seen(mark.page, 'ended discussions in the list', SIZES.slice(0, 2));
    await mark.at('ended-done').click();
    await gone(mark.at('ended-talk'));
  },
);

/** Adjacent events may be folded; opens them. */
const unfold = async () => {
  for (const one of await mark.at('events-toggle').all()) await one.click();
};

step('an agent reads a discussion again from the thread’s line and the details', async () => {
  await mark.at('tab-mine').click();
  await row(mark, 'John Smith').click();
  await mark.at('toggle-engagements').waitFor();
  // The section opens by itself while a request is pending or a talk is running.
  const folded = mark.page.locator('[data-testid="toggle-engagements"][aria-expanded="false"]');
  if (await folded.count()) await folded.click();
  await mark.at('engagement').waitFor();
  await unfold();
  const ways = [
    line(mark, 'ended the discussion').getByTestId('read-talk'),
    mark.at('engagement').getByTestId('read-talk'),
  ];
  for (const way of ways) {
    await way.last().click();
    await mark.at('talk-line').filter({ hasText: 'Part 20-817 fixes it.' }).waitFor();
    assert.equal(await mark.at('talk-done').count(), 0, 'it is done already');
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
  }
});

step('an agent finds requests by kind, status and outcome, and exports them', async () => {
  await engage(mark, MARTHA, { note: '=SUM(1)' });
  await mark.at('withdraw').click();
  await mark.at('reason-option').first().click();
  await mark.at('reason-submit').click();
  await gone(mark.at('dialog'));
  await mark.at('open-requests').click();
  const all = mark.at('request');
  await until('both', async () => (await all.count()) === 2);
  assert.equal(await mark.at('requests-person').count(), 0, 'an agent sees their own');
  await seen(mark.page, 'requests');
  await mark.at('requests-status').selectOption({ label: 'Accepted' });
  await until('one', async () => (await all.count()) === 1);
  await all.filter({ hasText: 'John Smith' }).filter({ hasText: 'Gasket' }).waitFor();
  await mark.at('requests-outcome').selectOption({ label: 'Question not answered' });
  await mark.page.getByText('No requests match these filters').waitFor();
  await seen(mark.page, 'requests without any', [[390, 844]]);
  await mark.at('requests-clear').click();
  await until('both', async () => (await all.count()) === 2);
  const [download] = await Promise.all([
    mark.page.waitForEvent('download'),
    mark.at('requests-export').click(),
  ]);
  assert.match(download.suggestedFilename(), /^requests-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text.trim().split('\r\n');
  assert.equal(lines.length, 3, text);
  assert.match(lines[0], /^\uFEFF?"?Asked at"?,/);
  assert.match(text, /Mark Adler"?,"?Martha Osei"?,"?John Smith/);
  assert.doesNotMatch(text, /,"?=SUM/, 'no cell is a formula');
  await mark.at('requests-period').selectOption('custom');
  await mark.at('requests-from').fill('2020-01-01');
  await mark.page.getByText('at most 92 days').waitFor();
  await mark.at('requests-period').selectOption('day');
  await mark.at('request-read').click();
  await mark.at('talk-line').first().waitFor();
  await mark.page.keyboard.press('Escape');
  await mark.at('request-open').first().click();
  await mark.at('composer').waitFor();
});

step('a manager finds the requests of the team, by person', async () => {
  const olga = await openAgent(browser, platform, 'olga', { problems });
  await olga.at('open-requests').click();
  await olga.at('request').first().waitFor();
  await olga.at('requests-person').selectOption({ label: 'Nina Park' });
  await olga.page.getByText('No requests match these filters').waitFor();
  await olga.at('requests-person').selectOption({ label: 'Martha Osei' });
  await until('both', async () => (await olga.at('request').count()) === 2);
  assert.equal(await olga.at('request-read').count(), 0, 'she was in none of them');
  await olga.page.context().close();
});

step('an earlier conversation opens from the history, and the details follow it', async () => {
  const first = conversationOf(mark);
  await mark.at('action-resolve').click();
  await mark.at('resolve-note').fill('Gasket sent');
  await mark.at('dialog-submit').click();
  await gone(mark.at('dialog'));
  await john().writes('Now the lid is loose');
  await take(mark, 'John Smith');
  const second = conversationOf(mark);
  assert.notEqual(second, first);
  for (let n = 1; n <= 12; n += 1) await john().writes(`Photo ${n} of 12 of the lid follows`);
  await say(mark, 'Let me look into the lid.');
  await mark.page.locator(`[data-testid="history-item"][data-conversation-id="${first}"]`).click();
  await mark.at('earlier').waitFor();
  await until('the address', () => conversationOf(mark) === first);
  await mark.at('toggle-conversation').click();
  await mark.at('details').getByText('Gasket sent').first().waitFor();
  await seen(mark.page, 'earlier conversation');
  await mark.at('earlier').waitFor();
  await mark.at('to-newest').click();
  await until('the address', () => conversationOf(mark) === second);
  await gone(mark.at('earlier'));
  await mark.at('previous').click();
  await mark.at('earlier').waitFor();
  assert.equal(conversationOf(mark), first);
  await mark.page.reload();
  await mark.at('earlier').waitFor();
  await message(mark, 'My kettle leaks at the handle').waitFor();
  await message(mark, 'My kettle leaks at the handle').hover();
  await mark.page.mouse.wheel(0, 5_000);
  await gone(mark.at('earlier'));
  await mark.page.mouse.wheel(0, -5_000);
  await mark.at('earlier').waitFor();
  await unfold();
  await line(mark, 'ended the discussion').getByTestId('read-talk').click();
  await mark.at('talk-line').filter({ hasText: 'Part 20-817 fixes it.' }).waitFor();
  await mark.page.keyboard.press('Escape');
});

test('no page logged an error', () => assert.deepEqual(problems, []));
