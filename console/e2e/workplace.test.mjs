// An empty workplace: the first admin sets it up by the checklist, and answers the first customer.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { gone, message, say, take } from './agent.mjs';
import { emptyPage, start, until } from './platform.mjs';
import { accessible, seen, step } from './steps.mjs';

/** The number of the sandbox's business on WhatsApp. */
const NUMBER = '106540352242922';
const ROOM = [
  [1440, 900],
  [390, 844],
];
const problems = [];
let platform;
let browser;
let ada;
const state = (name, is) => ada.page.locator(`[data-testid="step-${name}"][data-state="${is}"]`);
const act = (name) => ada.at(`step-${name}-act`).click();
const submit = () => ada.at('dialog-submit').click();

before(async () => {
  [platform, browser] = await start('--empty');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

step('the first person sets the workplace up, and is its admin', async () => {
  const page = await emptyPage(browser, { problems, what: 'the first admin' });
  ada = { id: 'ada', name: 'Ada Winter', page, at: (testid) => page.getByTestId(testid) };
  await page.goto(platform.url);
  await page.locator('[name="workspace"]').fill('Acme');
  await page.locator('[name="name"]').fill('Ada Winter');
  await page.locator('[name="email"]').fill('ada@example.com');
  await page.locator('[name="password"]').fill('a long sentence of mine');
  await accessible(page, 'set-up form');
  await page.locator('button[type="submit"], form button').first().click();
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  await ada.at('first-steps').waitFor();
  await state('name', 'done').waitFor();
  await state('team', 'next').waitFor();
  assert.equal(await ada.at('step-queue-act').count(), 0, 'a queue needs a team');
  await seen(page, 'first steps', ROOM);
});

step('the checklist leads to a team with the admin in it, and to its queue', async () => {
  await act('team');
  assert.equal(await ada.at('ws-name').inputValue(), 'Support');
  assert.ok(await ada.page.locator('[data-testid^="ws-member-"]').first().isChecked());
  await accessible(ada.page, 'team dialog');
  await submit();
  await gone(ada.at('dialog'));
  await state('queue', 'next').waitFor();
  await act('queue');
  await accessible(ada.page, 'queue dialog');
  await submit();
  await gone(ada.at('dialog'));
  await state('channel', 'next').waitFor();
});

step('the checklist leads to the guide of a channel, and back', async () => {
  await act('channel');
  await ada.at('ws-channel-whatsapp').click();
  assert.equal(await ada.at('ws-account').inputValue(), NUMBER);
  await ada.at('channel-next').click();
  await ada.at('channel-step-webhook').click();
  const callback = await ada.at('ws-callback').inputValue();
  assert.equal(callback, `${platform.url}/webhooks/whatsapp/whatsapp`);
  await accessible(ada.page, 'channel guide');
  await ada.at('channel-step-done').click();
  await ada.at('channel-desk').click();
  await state('channel', 'done').waitFor();
});

step('a colleague gets a link, and signs in with a password of their own', async () => {
  await act('colleague');
  await ada.at('ws-name').fill('Mark Adler');
  await ada.at('ws-email').fill('mark@example.com');
  await seen(ada.page, 'agent dialog', ROOM);
  await submit();
  await ada.at('ws-link').waitFor();
  const link = await ada.at('ws-link').inputValue();
  await accessible(ada.page, 'invitation');
  await ada.at('ws-invited-done').click();
  await state('colleague', 'done').waitFor();
  const mark = await emptyPage(browser, { problems, what: 'the colleague' });
  await mark.goto(link);
  await mark.locator('[name="password"]').fill('another long sentence');
  await mark.locator('form button').first().click();
  await mark.locator('[name="email"]').fill('mark@example.com');
  await mark.locator('[name="password"]').fill('another long sentence');
  await mark.locator('form button').first().click();
  await mark.locator('[data-testid="connection"][data-state="live"]').waitFor();
  await mark.context().close();
});

step('a colleague without a team reads what is missing, and who can do it', async () => {
  await ada.page.goto(`${platform.url}/settings#agents`);
  await ada.at('ws-new').click();
  await ada.at('ws-name').fill('Nina Park');
  await ada.at('ws-email').fill('nina@example.com');
  await submit();
  const link = await ada.at('ws-link').inputValue();
  await ada.at('ws-invited-done').click();
  await ada.at('ws-warning').filter({ hasText: 'Without a team' }).waitFor();
  const phone = { width: 390, height: 844 };
  const nina = await emptyPage(browser, { problems, what: 'a phone', viewport: phone });
  await nina.goto(link);
  await nina.locator('[name="password"]').fill('yet another sentence');
  await nina.locator('form button').first().click();
  await nina.locator('[name="email"]').fill('nina@example.com');
  await nina.locator('[name="password"]').fill('yet another sentence');
  await nina.locator('form button').first().click();
  const said = nina.getByTestId('nothing-set-up');
  await said.filter({ hasText: 'You are in no team.' }).waitFor();
  await said.filter({ hasText: 'Ada Winter can put you into a team.' }).waitFor();
  assert.ok(await said.isVisible());
  await seen(nina, 'nothing set up', ROOM);
  await nina.setViewportSize(phone);
  await nina.getByTestId('steps-list').click();
  await nina.getByTestId('list').or(nina.getByTestId('tab-mine')).first().waitFor();
  await nina.context().close();
  await ada.page.goto(platform.url);
});

step('a customer writes on WhatsApp, and the admin answers', async () => {
  const href = await ada.at('step-answer-act').getAttribute('href');
  assert.equal(href, '/sandbox');
  const chloe = platform.customer('Chloé Martin', '447700900601');
  await chloe.writes('Hello, is anybody there?');
  await take(ada, 'Chloé Martin');
  await message(ada, 'Hello, is anybody there?').waitFor();
  await say(ada, 'Yes, we have just opened.');
  await until('the answer on the phone', async () =>
    JSON.stringify(await chloe.messages()).includes('Yes, we have just opened.'),
  );
  await ada.page.goto(platform.url);
  await ada.at('start').waitFor();
  assert.equal(await ada.at('first-steps').count(), 0, 'everything is set up');
  // The settings keep the checklist.
  await ada.page.goto(`${platform.url}/settings#steps`);
  await ada.at('steps-page').filter({ hasText: '6 of 6 steps done' }).waitFor();
  await seen(ada.page, 'the finished checklist', ROOM);
});

step('a web chat is made in the settings, and a visitor reaches the admin', async () => {
  await ada.page.goto(`${platform.url}/settings#assets`);
  await ada.at('ws-new').click();
  await ada.at('ws-channel-web').click();
  await ada.at('ws-name').fill('Website');
  await ada.at('channel-next').click();
  const snippet = await ada.at('ws-snippet').inputValue();
  assert.ok(snippet.includes('data-asset="website"'), snippet);
  const visitor = await emptyPage(browser, { problems, what: 'the visitor' });
  await visitor.goto(`${platform.url}/chat`);
  const chat = (testid) => visitor.getByTestId(testid);
  await chat('chat-first').fill('Hi from the website');
  if (await chat('chat-name').count()) await chat('chat-name').fill('Vera');
  await chat('chat-start').click();
  await ada.page.goto(platform.url);
  await ada.at('tab-queue').click();
  await ada.at('row').filter({ hasText: 'Hi from the website' }).click();
  await ada.at('accept').click();
  await ada.at('composer').waitFor();
  await say(ada, 'Welcome, Vera.');
  await chat('chat-message').filter({ hasText: 'Welcome, Vera.' }).waitFor();
  await visitor.context().close();
});

step('the settings show everything in light and dark, and refuse a taken name', async () => {
  for (const page of ['teams', 'queues', 'agents', 'assets']) {
    await ada.page.goto(`${platform.url}/settings#${page}`);
    await ada.page.reload();
    await ada.at('ws-row').first().waitFor();
    await seen(ada.page, `settings ${page}`, ROOM);
  }
  await ada.page.goto(`${platform.url}/settings#teams`);
  await ada.at('ws-new').click();
  await ada.at('ws-name').fill('Support');
  await submit();
  await ada.at('ws-name-problem').waitFor();
  await ada.at('ws-cancel').click();
  await ada.at('ws-edit-support').click();
  await ada.at('ws-end').click();
  await ada.at('ws-end').click();
  await ada.at('dialog-problem').filter({ hasText: 'in use' }).waitFor();
  await ada.at('ws-history').click();
  await ada.at('settings-changes').waitFor();
  await accessible(ada.page, 'team dialog with a refusal');
  assert.deepEqual(problems, []);
});
