// Working together, by browsers on the real platform: teams, conferences, monitoring, the engine.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  choose,
  configure,
  engage,
  giveReason,
  gone,
  line,
  message,
  openAgent,
  promote,
  row,
  say,
  take,
  tell,
} from './agent.mjs';
import { openPage, start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const SUPPORT = { kind: 'team', id: 'support', name: 'Support' };
const problems = [];
let platform;
let browser;
let mark;
let martha;
let nina;
let olga;
let visitor;
/** The agent whom the server asked first, and the agent who accepted. */
let first;
let expert;

before(async () => {
  [platform, browser] = await start('--no-demo');
  [mark, martha, nina, olga] = await Promise.all(
    ['mark', 'martha', 'nina', 'olga'].map((id) => openAgent(browser, platform, id, { problems })),
  );
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const inChat = (text) => visitor.getByTestId('chat-message').filter({ hasText: text });
async function chat(text) {
  await visitor.getByTestId('chat-text').fill(text);
  await visitor.getByTestId('chat-send').click();
}
/** The first of the agents for whom `waits` comes true. */
const whoever = (agents, waits) =>
  Promise.any(
    agents.map(async (who) => {
      await waits(who);
      return who;
    }),
  );
const mine = (who) => who.at('tab-mine').click();
const other = (who) => (who === martha ? nina : martha);

step('a team gets a request: the first rejects, the next accepts and talks', async () => {
  visitor = await openPage(browser, `${platform.url}/chat`, { problems });
  await visitor.getByTestId('chat-name').fill('Vera');
  await visitor.getByTestId('chat-start').click();
  await chat('My kettle leaks at the handle');
  await take(mark, 'Vera');
  await say(mark, 'Let me ask.');
  await engage(mark, SUPPORT, { note: 'Is this batch known?' });
  first = await whoever([martha, nina], (who) => who.at('offer-toast').waitFor());
  expert = other(first);
  assert.equal(await expert.at('offer-toast').count(), 0, 'one after the other is asked');
  await mark.at('pending-offer').filter({ hasText: first.name }).waitFor();
  await accessible(mark.page, 'team asked');
  const reason = await giveReason(first, first.at('offer-reject'), 0);
  await line(mark, `${first.name} rejected`).filter({ hasText: reason }).waitFor();
  await mark.at('pending-offer').filter({ hasText: expert.name }).waitFor();
  await accessible(mark.page, 'next of the team asked');
  await expert.at('offer-toast').filter({ hasText: 'Is this batch known?' }).waitFor();
  await expert.at('offer-accept').first().click();
  await Promise.all([mark, expert].map((who) => who.at('discussion-panel').waitFor()));
  await tell(expert, mark, 'Yes: batch 9. May I tell her?');
});

step('the discussion becomes a conference; the guest writes to the customer', async () => {
  await promote(mark, 'conference', expert.id);
  await expert.at('composer').waitFor();
  assert.equal(await expert.at('action-resolve').count(), 0, 'a guest ends nothing');
  await say(expert, 'A gasket is on its way to you.');
  await inChat('A gasket is on its way to you.').waitFor();
  await message(mark, 'A gasket is on its way to you.').waitFor();
  assert.equal(await mark.at('party').count(), 2);
  await accessible(mark.page, 'conference of the owner');
  await accessible(expert.page, 'conference of the guest');
  const said = await visitor.getByTestId('chat-message').allInnerTexts();
  assert.ok(!said.join().includes('batch 9'), 'nothing of the talk');
});

step('the owner leaves; the guest owns the conversation', async () => {
  await mark.at('action-leave').click();
  await mark.at('dialog').getByText(`${expert.name}, who becomes its owner`).waitFor();
  await accessible(mark.page, 'leave the conference');
  await mark.at('dialog-submit').click();
  await gone(mark.at('dialog'));
  await gone(mark.at('composer'));
  await until('the owner', async () => (await expert.at('owner').innerText()).trim() === 'Yours');
  await expert.at('action-resolve').waitFor();
  assert.equal(await row(mark, 'Vera').count(), 0);
});

step('a manager looks on in silence, coaches, and barges in', async () => {
  await olga.at('tab-team').click();
  await row(olga, 'Vera').click();
  await olga.at('action-monitor').click();
  await olga.at('monitor-bar').waitFor();
  await accessible(olga.page, 'monitoring in silence');
  assert.equal(await olga.at('composer').count(), 0);
  assert.equal(await expert.at('monitor-chip').count(), 0, 'nobody knows of silence');
  await olga.at('monitor-coach').click();
  await expert.at('monitor-chip').filter({ hasText: olga.name }).waitFor();
  await olga.at('coach-composer').fill('Offer her a voucher');
  await olga.at('coach-send').click();
  await message(expert, 'Offer her a voucher').waitFor();
  await accessible(expert.page, 'being coached');
  await expert.at('coach-composer').fill('Ten per cent?');
  await expert.at('coach-send').click();
  await message(olga, 'Ten per cent?').waitFor();
  await accessible(olga.page, 'coaching');
  const { pathname } = new URL(expert.page.url());
  const reader = await openAgent(browser, platform, first.id, { problems });
  await reader.page.goto(`${platform.url}${pathname}?as=${first.id}`);
  await message(reader, 'A gasket is on its way').waitFor();
  await reader.at('monitor-chip').waitFor();
  assert.equal(await message(reader, 'Offer her a voucher').count(), 0);
  await reader.page.context().close();
  await olga.at('monitor-barge').click();
  await say(olga, 'I add a voucher of ten per cent.');
  await inChat('I add a voucher of ten per cent.').waitFor();
  await message(expert, 'I add a voucher').waitFor();
  await accessible(olga.page, 'barged in');
  for (const secret of ['Offer her a voucher', 'Ten per cent?'])
    assert.equal(await inChat(secret).count(), 0, secret);
  await olga.at('monitor-stop').click();
  await gone(olga.at('monitor-bar'));
});

step('a bulk transfer hands three on at once; one is refused, with the reason', async () => {
  const customers = ['Ben Ortiz', 'Chloé Martin', 'Daniel Kim'];
  for (const [n, name] of customers.entries()) {
    await platform.customer(name, `44770090020${n}`).writes('Where is my parcel?');
    await take(mark, name);
  }
  await mine(mark);
  await mark.at('select').click();
  await mark.at('select-all').click();
  await accessible(mark.page, 'several chosen');
  await mark.at('transfer-selected').click();
  await choose(mark, first);
  // Meanwhile the manager takes one of the conversations away from the agent.
  await olga.at('tab-team').click();
  await olga.at('team-refresh').click();
  await row(olga, 'Daniel Kim').click();
  await engage(olga, expert, { button: 'action-transfer', act: 'transfer' });
  await mine(expert);
  await row(expert, 'Daniel Kim').waitFor();
  await gone(row(mark, 'Daniel Kim'));
  await mark.at('dialog-submit').click();
  await mark.at('bulk-summary').filter({ hasText: '2 of 3 transferred' }).waitFor();
  const refused = mark.page.locator('[data-testid="bulk-item"][data-failed="true"]');
  assert.match(await refused.innerText(), /Daniel Kim/);
  assert.match(await refused.innerText(), new RegExp(`${expert.name} owns this conversation now`));
  assert.equal(await mark.at('dialog-submit').count(), 0, 'nothing to be tried again');
  await accessible(mark.page, 'two of three handed on');
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('dialog'));
  await mine(first);
  await Promise.all(['Ben Ortiz', 'Chloé Martin'].map((name) => row(first, name).waitFor()));
});

step('an ended conversation waits for its disposition if the queue demands one', async () => {
  await configure(olga, 'queues/support', 'wrapUp', async () => {
    await olga.at('wrap-up').selectOption('mandatory');
    const list = olga.at('row-dispositions').getByRole('textbox');
    for (const word of ['Solved', 'Refunded']) {
      await list.fill(word);
      await list.press('Enter');
    }
    await accessible(olga.page, 'settings of a queue');
  });
  await row(expert, 'Vera').click();
  await expert.at('action-resolve').click();
  await expert.at('dialog-submit').click();
  await gone(expert.at('dialog'));
  await expert.at('wrap-up').waitFor();
  await expert.at('wrap-row').waitFor();
  assert.ok(await expert.at('wrap-done').isDisabled());
  await accessible(expert.page, 'wrap-up');
  // The server refuses it as well, not only the button.
  const conversation = new URL(expert.page.url()).pathname.slice('/c/'.length);
  const refusal = await expert.page.evaluate(async (id) => {
    const { token } = JSON.parse(sessionStorage.getItem('switchboard.session'));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = { action: 'assignment', id: crypto.randomUUID(), conversation: id };
    const frame = JSON.stringify({ ...body, command: { type: 'done' } });
    return (await fetch('/v1/commands', { method: 'POST', headers, body: frame })).json();
  }, conversation);
  assert.ok(refusal.error, JSON.stringify(refusal));
  await expert.page.locator('select[data-testid="disposition"]').selectOption('Solved');
  await expert.at('wrap-done').click();
  await gone(expert.at('wrap-up'));
  await gone(expert.at('wrap-row'));
});

step('a team gets one request at once: one member has it, the other reads who', async () => {
  await platform.customer('Elif Demir', '447700900301').writes('I was charged twice');
  await take(mark, 'Elif Demir');
  await engage(mark, SUPPORT, { act: 'assign', all: true });
  await Promise.all([martha, nina].map((who) => who.at('offer-toast').first().waitFor()));
  await accessible(mark.page, 'all asked at once');
  // The slower agent may have nothing left to press.
  await Promise.allSettled(
    [martha, nina].map((who) =>
      who.at('offer-accept').first().dispatchEvent('click', {}, { timeout: 3000 }),
    ),
  );
  const taken = (who, text) => who.at('notice').filter({ hasText: text });
  const lost = await whoever([martha, nina], (who) => taken(who, 'Taken by').first().waitFor());
  const won = other(lost);
  await taken(lost, `Taken by ${won.name}: Elif Demir`).waitFor();
  await mine(won);
  await row(won, 'Elif Demir').waitFor();
  await gone(lost.at('offer-toast'));
  await gone(row(mark, 'Elif Demir'));
  assert.equal(await taken(lost, 'Taken by').count(), 1, 'said once');
});

step('colleagues see the absent agents, and the reason', async () => {
  await nina.at('presence-menu').click();
  await nina.at('away-reason').filter({ hasText: 'Lunch' }).click();
  await accessible(nina.page, 'away with a reason');
  await nina.page.keyboard.press('Escape');
  await platform.customer('Farid Rahman', '447700900302').writes('Do you ship to Norway?');
  await take(mark, 'Farid Rahman');
  await mark.at('action-discuss').click();
  await mark.at('target').fill('Nina');
  const option = mark.page.locator('[data-testid="target-option"][data-agent="nina"]');
  await option.filter({ hasText: 'away: Lunch' }).waitFor();
  await accessible(mark.page, 'a colleague away');
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('dialog'));
});

step('a queue on automatic assigns a new customer by itself, and says why', async () => {
  await configure(olga, 'queues/support', 'queue', () => olga.at('mode').selectOption('auto'));
  await platform.customer('Grace Lee', '447700900303').writes('How do I reset my password?');
  const given = await whoever([mark, martha], (who) =>
    who.at('notice').filter({ hasText: 'Grace Lee' }).waitFor(),
  );
  await mine(given);
  await row(given, 'Grace Lee').click();
  await given.at('composer').waitFor();
  const routed = given.at('routed').last();
  await routed.locator('summary').click();
  await routed.getByText('Why you?').waitFor();
  await routed
    .getByRole('row')
    .filter({ hasText: 'Nina Park' })
    .filter({ hasText: 'away' })
    .waitFor();
  await accessible(given.page, 'why me');
});

test('no page logged an error', () => assert.deepEqual(problems, []));
