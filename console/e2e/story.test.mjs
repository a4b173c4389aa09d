// The story of the README, told by browsers on the real platform.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { engage, giveReason, gone, line, message, openAgent, row, say, tell } from './agent.mjs';
import { openPage, start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const problems = [];
let platform;
let browser;
/** The agent who won Smith, and the other one. */
let owner;
let colleague;
let mark;
let martha;
let visitor;
let smith;

before(async () => {
  [platform, browser] = await start();
  smith = platform.customer('John Smith', '447700900123');
  [mark, martha] = await Promise.all(['mark', 'martha'].map(agent));
});
const agent = (id) => openAgent(browser, platform, id, { problems });
after(async () => {
  await browser?.close();
  await platform?.stop();
});

step('two agents see the customer and accept; one wins, the other reads who', async () => {
  await smith.writes('My kettle leaks');
  await Promise.all(
    [mark, martha].map(async (who) => {
      await who.at('tab-queue').click();
      await row(who, 'John Smith').click();
      await message(who, 'My kettle leaks').waitFor();
    }),
  );
  await accessible(mark.page, 'queue');
  // The frames are so late that neither agent hears of the other before both have pressed.
  await platform.faults({ delay_ms: 3_000 });
  await Promise.all([mark, martha].map((who) => who.at('accept').click()));
  const lost = await Promise.any(
    [mark, martha].map(async (who) => {
      await who.at('accept-problem').waitFor();
      return who;
    }),
  );
  await platform.faults({});
  [owner, colleague] = lost === martha ? [mark, martha] : [martha, mark];
  await owner.at('composer').waitFor();
  const lostTo = `Already taken by ${owner.name}`;
  assert.ok((await colleague.at('accept-problem').innerText()).trim().startsWith(lostTo));
  assert.equal((await owner.at('owner').innerText()).trim(), 'Yours');
  await until('the next in the queue', async () => !(await row(colleague, 'John Smith').count()));
});

step('an answer becomes sent, delivered, read', async () => {
  await owner.page.evaluate(() => {
    globalThis.deliveries = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const state = target.dataset?.delivery;
        if (state && globalThis.deliveries.at(-1) !== state) globalThis.deliveries.push(state);
      }
    }).observe(document.body, { subtree: true, attributeFilter: ['data-delivery'] });
  });
  await say(owner, 'Where does it leak?');
  const answer = owner.page.locator('[data-testid="message"][data-delivery]', {
    hasText: 'Where does it leak?',
  });
  await until(
    'delivered',
    async () => (await answer.getAttribute('data-delivery')) === 'delivered',
  );
  await smith.reads();
  await until('read', async () => (await answer.getAttribute('data-delivery')) === 'read');
  const seen = await owner.page.evaluate(() => globalThis.deliveries);
  assert.deepEqual(seen.slice(-3), ['sent', 'delivered', 'read']);
  await smith.writes('At the handle');
  await message(owner, 'At the handle').waitFor();
});

step('a colleague rejects a request to discuss with a reason', async () => {
  await engage(owner, colleague, { note: 'Is this batch known?' });
  const toast = colleague.at('offer-toast');
  await toast.filter({ hasText: `${owner.name} asks to discuss` }).waitFor();
  await toast.filter({ hasText: 'Is this batch known?' }).waitFor();
  assert.match(await toast.innerText(), /\b[12]:\d\d\b/);
  assert.match(await owner.at('pending-offer').innerText(), /\b[12]:\d\d\b/);
  await accessible(colleague.page, 'request');
  await accessible(owner.page, 'pending request');
  const reason = await giveReason(colleague, toast.getByTestId('offer-reject'), 0);
  await line(owner, `${colleague.name} rejected`).filter({ hasText: reason }).waitFor();
  await gone(owner.at('pending-offer'));
  await gone(toast);
});

step('an agent withdraws a request with a reason, and it is gone at once', async () => {
  await engage(owner, colleague, {});
  const toast = colleague.at('offer-toast');
  await toast.waitFor();
  const reason = await giveReason(owner, owner.at('withdraw'), 0);
  await gone(toast);
  await line(owner, 'You withdrew the request').filter({ hasText: reason }).waitFor();
});

step('an accepted request opens a private talk; the customer notices nothing', async () => {
  await engage(owner, colleague, { note: 'Which part do I send?' });
  await colleague.at('offer-toast').getByTestId('offer-accept').click();
  await Promise.all([owner, colleague].map((who) => who.at('discussion-panel').waitFor()));
  await message(colleague, 'At the handle').waitFor();
  assert.equal(await colleague.at('composer').count(), 0, 'no way to the customer');
  assert.equal(await colleague.at('action-resolve').count(), 0);
  await colleague.at('read-only').waitFor();
  await tell(owner, colleague, 'It leaks at the handle. Known?');
  await tell(colleague, owner, 'Yes, send the gasket 20-817.');
  await accessible(owner.page, 'discussion');
  await accessible(colleague.page, 'consulting');
  const before = (await smith.messages()).map((m) => m.text);
  assert.deepEqual(before, ['My kettle leaks', 'Where does it leak?', 'At the handle']);
  await owner.at('discussion-end').click();
  await accessible(owner.page, 'end of the discussion');
  await owner.at('end-note').fill('Gasket 20-817');
  await owner.at('resolved-yes').click();
  await Promise.all(
    [owner, colleague].map((who) =>
      who.page.locator('[data-testid="discussion-panel"][data-over="true"]').waitFor(),
    ),
  );
  await line(owner, 'You ended the discussion: resolved').waitFor();
  assert.equal(await colleague.at('discussion-composer').count(), 0);
  await owner.at('discussion-done').click();
  await gone(owner.at('discussion-panel'));
  await say(owner, 'A new gasket is on its way.');
});

step('a transfer happens at once, and back by offer', async () => {
  await engage(owner, colleague, { button: 'action-transfer', act: 'transfer', mode: 'immediate' });
  await colleague.at('tab-mine').click();
  await row(colleague, 'John Smith').click();
  await colleague.at('composer').waitFor();
  await gone(owner.at('composer'));
  await engage(colleague, owner, { button: 'action-transfer', act: 'transfer', mode: 'offer' });
  // An agent who looks at the conversation sees the request above it, not as a toast.
  const request = owner.at('offer-toast').filter({ hasText: 'asks you to take over' });
  await request.getByTestId('offer-accept').click();
  await owner.at('composer').waitFor();
  await gone(colleague.at('composer'));
  await line(owner, `You took over from ${colleague.name}`).waitFor();
});

step('the agent resolves with a note; the next message opens a linked conversation', async () => {
  await owner.at('action-resolve').click();
  await accessible(owner.page, 'resolve');
  await owner.at('resolve-note').fill('Gasket sent');
  await owner.at('dialog-submit').click();
  await line(owner, 'You resolved the conversation').filter({ hasText: 'Gasket sent' }).waitFor();
  await gone(owner.at('composer'));
  await smith.writes('It arrived, thank you!');
  await owner.at('tab-queue').click();
  await row(owner, 'John Smith').click();
  await owner.at('accept').click();
  await owner.at('composer').waitFor();
  await owner.at('previous').waitFor();
  await message(owner, 'My kettle leaks').waitFor();
  await message(owner, 'It arrived, thank you!').waitFor();
  await accessible(owner.page, 'linked conversation');
});

step('a visitor chats, gets an answer, and finds the chat again after a reload', async () => {
  visitor = await openPage(browser, `${platform.url}/chat`, {
    problems,
    viewport: { width: 390, height: 844 },
  });
  await accessible(visitor, 'chat start');
  await visitor.getByTestId('chat-name').fill('Vera');
  await visitor.getByTestId('chat-start').click();
  await visitor.getByTestId('chat-text').fill('Is the blue lamp back?');
  await visitor.getByTestId('chat-send').click();
  await colleague.at('tab-queue').click();
  await row(colleague, 'Vera').click();
  await colleague.at('accept').click();
  await colleague.at('composer').waitFor();
  await visitor.locator('[data-testid="chat-state"][data-state="open"]').waitFor();
  await visitor.getByTestId('chat-text').pressSequentially('And');
  await colleague.at('typing').waitFor();
  await colleague.at('composer').pressSequentially('Yes, ');
  await visitor.getByTestId('chat-typing').waitFor();
  await say(colleague, 'Yes, since this morning.');
  const answer = visitor
    .getByTestId('chat-message')
    .filter({ hasText: 'Yes, since this morning.' });
  await answer.waitFor();
  await accessible(visitor, 'chat');
  await visitor.reload();
  await answer.waitFor();
  assert.equal(await visitor.getByTestId('chat-message').count(), 2);
});

step('everybody goes on without a reload after cut sockets', async () => {
  const { cut } = await platform.cutSockets();
  assert.ok(cut >= 3, `${cut} sockets were cut`);
  await smith.writes('One more thing');
  await message(owner, 'One more thing').waitFor();
  await visitor.getByTestId('chat-text').fill('Wonderful');
  await visitor.getByTestId('chat-send').click();
  await message(colleague, 'Wonderful').waitFor();
  await say(colleague, 'Shall I put one aside?');
  await visitor.getByTestId('chat-message').filter({ hasText: 'Shall I put one aside?' }).waitFor();
  assert.equal(await message(owner, 'One more thing').count(), 1);
});

step('an admin shortens the time-out; a request lapses for everybody', async () => {
  const ada = await agent('ada');
  await ada.at('open-settings').click();
  await ada.at('discuss-timeout').fill('5s');
  await ada.at('step-timeout').fill('5s');
  await accessible(ada.page, 'settings');
  await ada.at('settings-save').click();
  await ada.page.getByText('Saved.').waitFor();
  await ada.page.context().close();
  await engage(owner, colleague, {});
  const toast = colleague.at('offer-toast');
  await toast.waitFor();
  await line(owner, `${colleague.name} did not answer in time`).waitFor();
  await gone(toast);
  await gone(owner.at('pending-offer'));
  await colleague.at('notice').filter({ hasText: 'timed out' }).waitFor();
});

test('no page logged an error', () => assert.deepEqual(problems, []));
