// From an empty folder: an admin connects WhatsApp and a web chat by the guide, and sees their health.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { message, say, take } from './agent.mjs';
import { emptyPage, start, until } from './platform.mjs';
import { accessible, seen, step } from './steps.mjs';
import { tabbing } from './sweep.mjs';

/** The sandbox's number and secrets (infra/local/src/sandbox.rs). */
const NUMBER = '106540352242922';
const APP_SECRET = 'demo-app-secret';
const ACCESS_TOKEN = 'demo-access-token';
const ROOM = [
  [1440, 900],
  [390, 844],
];
const problems = [];
let platform;
let browser;
let ada;
let shop;
const next = () => ada.at('channel-next').click();
const at = (name) =>
  ada.page.locator(`[data-testid="channel-guide"][data-step="${name}"]`).waitFor();
const finding = (about, state) =>
  ada.page.locator(`[data-testid="ws-finding"][data-about="${about}"][data-state="${state}"]`);
const reach = async (page) => {
  await ada.page.goto(`${platform.url}/settings#${page}`);
  await ada.page.reload();
  await ada.at('settings').waitFor();
};

before(async () => {
  [platform, browser] = await start('--empty');
});
after(async () => {
  await browser?.close();
  await new Promise((done) => (shop ? shop.close(done) : done()));
  await platform?.stop();
});

step('the checklist leads to the guide', async () => {
  const page = await emptyPage(browser, { problems, what: 'the admin' });
  ada = { id: 'ada', name: 'Ada Winter', page, at: (testid) => page.getByTestId(testid) };
  await page.goto(platform.url);
  await page.locator('[name="workspace"]').fill('Acme');
  await page.locator('[name="name"]').fill('Ada Winter');
  await page.locator('[name="email"]').fill('ada@example.com');
  await page.locator('[name="password"]').fill('a long sentence of mine');
  await page.locator('button[type="submit"], form button').first().click();
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  for (const name of ['team', 'queue']) {
    await ada.at(`step-${name}-act`).click();
    await ada.at('dialog-submit').click();
    await ada.page.locator(`[data-testid="step-${name}"][data-state="done"]`).waitFor();
  }
  await ada.at('step-channel-act').click();
  await ada.at('channel-kinds').waitFor();
  await seen(page, 'kinds of channels', ROOM);
});

step('the channel gets its name and account', async () => {
  await ada.at('ws-channel-whatsapp').click();
  await at('details');
  assert.equal(await ada.at('ws-name').inputValue(), 'WhatsApp');
  assert.equal(await ada.at('ws-account').inputValue(), NUMBER);
  await seen(ada.page, 'channel details', ROOM);
  await next();
  await at('secrets');
  assert.equal(new URL(ada.page.url()).hash, '#assets/whatsapp/secrets');
});

step('the secrets are entered once, and show as masks', async () => {
  await ada.at('ws-replace-app_secret').click();
  await ada.at('ws-secret-app_secret').fill('another-apps-secret');
  await ada.at('ws-replace-access_token').click();
  await ada.at('ws-secret-access_token').fill('wrong-access-token-0042');
  await ada.at('ws-secret-business_account').fill('102290129340398');
  await seen(ada.page, 'channel secrets', ROOM);
  await next();
  await at('webhook');
  await ada.at('channel-back').click();
  await at('secrets');
  assert.equal(await ada.at('ws-mask-access_token').innerText(), '••••••••0042');
  const html = await ada.page.content();
  assert.ok(!html.includes('wrong-access-token-0042'), 'the console keeps no secret');
  await seen(ada.page, 'channel masks', ROOM);
  await next();
  await at('webhook');
});

step('the provider’s handshake fits the verify token that the page shows', async () => {
  await until('the token', async () => (await ada.at('ws-made-verify_token').inputValue()) !== '');
  const callback = await ada.at('ws-callback').inputValue();
  assert.equal(callback, `${platform.url}/webhooks/whatsapp/whatsapp`);
  const token = await ada.at('ws-made-verify_token').inputValue();
  const shake = (verify) =>
    fetch(`${callback}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${verify}`);
  assert.equal(await (await shake(token)).text(), '1158201444');
  assert.equal((await shake('another')).status, 403);
  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ada.at('ws-made-verify_token-copy').click();
  assert.equal(await ada.page.evaluate(() => navigator.clipboard.readText()), token);
  assert.equal(await ada.at('ws-sign').getAttribute('data-state'), 'never');
  await seen(ada.page, 'channel webhook', ROOM);
});

step('the check names the wrong token, and then the wrong secret', async () => {
  await next();
  await at('check');
  await finding('access_token', 'bad').filter({ hasText: 'Make a permanent token' }).waitFor();
  assert.equal(await ada.at('ws-verdict').getAttribute('data-ready'), 'false');
  await seen(ada.page, 'channel check fails', ROOM);
  await ada.at('channel-step-secrets').click();
  await ada.at('ws-replace-access_token').click();
  await ada.at('ws-secret-access_token').fill(ACCESS_TOKEN);
  await next();
  await ada.at('channel-step-check').click();
  await finding('app_secret', 'bad').filter({ hasText: 'not the one' }).waitFor();
  await ada.at('channel-step-secrets').click();
  await ada.at('ws-replace-app_secret').click();
  await ada.at('ws-secret-app_secret').fill(APP_SECRET);
  await next();
  await ada.at('channel-step-check').click();
  await finding('app_secret', 'good').waitFor();
  await finding('webhooks', 'good').waitFor();
  assert.equal(await ada.at('ws-verdict').getAttribute('data-ready'), 'true');
  await seen(ada.page, 'channel check passes', ROOM);
});

step('a signed webhook arrives, and the page shows it by itself', async () => {
  await ada.at('channel-step-webhook').click();
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: NUMBER },
    contacts: [{ profile: { name: 'Chloé Martin' }, wa_id: '447700900601' }],
    messages: [
      {
        from: '447700900601',
        id: 'wamid.first',
        timestamp: String(Math.floor(Date.now() / 1000)),
        type: 'text',
        text: { body: 'Hello, is anybody there?' },
      },
    ],
  };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  });
  const callback = await ada.at('ws-callback').inputValue();
  const send = (secret) =>
    fetch(callback, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
    });
  assert.ok(!(await send('another-apps-secret')).ok, 'the earlier secret signs nothing any more');
  await ada.at('ws-health-refused').waitFor();
  await until('a signature that fits', async () => (await send(APP_SECRET)).ok);
  await ada.page.locator('[data-testid="ws-sign"][data-state="came"]').waitFor();
});

step('a test message goes out, and the page says so', async () => {
  await ada.at('channel-step-test').click();
  await ada.at('ws-test-to').fill('12');
  await ada.at('ws-test-send').click();
  await ada.at('ws-test-to-problem').filter({ hasText: 'country code' }).waitFor();
  await ada.at('ws-test-to').fill('+44 7700 900601');
  await ada.at('ws-test-text').fill('A test from the console');
  await ada.at('ws-test-send').click();
  await ada.page.locator('[data-testid="ws-test-result"][data-sent="true"]').waitFor();
  const phone = platform.customer('Chloé Martin', '447700900601');
  await until('the test on the phone', async () =>
    JSON.stringify(await phone.messages()).includes('A test from the console'),
  );
  await seen(ada.page, 'channel test', ROOM);
  await ada.at('channel-step-done').click();
  await ada.at('channel-done').filter({ hasText: 'WhatsApp is connected.' }).waitFor();
  await seen(ada.page, 'channel done', ROOM);
});

step('the admin answers the customer, and the list shows both signs', async () => {
  await ada.at('channel-desk').click();
  await take(ada, 'Chloé Martin');
  await message(ada, 'Hello, is anybody there?').waitFor();
  await say(ada, 'Yes, we have just opened.');
  await until('the sent message in the health', async () => {
    await reach('assets');
    const row = await ada.at('ws-row-health').innerText();
    return row.includes('Works') && !row.includes('never');
  });
  await seen(ada.page, 'list of channels', ROOM);
});

step('the channel’s page has every part, by keyboard too', async () => {
  await ada.at('ws-edit-whatsapp').click();
  await ada.at('channel-parts').waitFor();
  for (const part of ['health', 'form-assets', 'secrets', 'connect', 'check', 'test'])
    await ada.at(`ws-${part}`).waitFor();
  await seen(ada.page, 'channel page', [...ROOM, [1440, 3400]]);
  assert.deepEqual(await tabbing(ada.page), []);
  await ada.at('ws-name').fill('Sales line');
  await ada.at('ws-save').click();
  await ada.page.getByRole('heading', { name: 'Sales line' }).waitFor();
  await ada.at('ws-remove-access_token').focus();
  await ada.page.keyboard.press('Enter');
  await ada.at('ws-keep-access_token').waitFor();
  await accessible(ada.page, 'a secret that goes');
  await ada.page.keyboard.press('Enter');
  await ada.at('ws-mask-access_token').waitFor();
  assert.ok(await ada.at('ws-secrets-save').isDisabled());
  await ada.at('ws-history').click();
  await ada.at('settings-changes').filter({ hasText: 'Sales line' }).waitFor();
});

step('a web chat is connected on a page of one’s own', async () => {
  await reach('assets');
  await ada.at('ws-new').click();
  await ada.at('ws-channel-web').click();
  await ada.at('ws-name').fill('Website');
  await next();
  await at('page');
  const snippet = await ada.at('ws-snippet').inputValue();
  assert.equal(await ada.at('channel-step-webhook').count(), 0);
  await until('the identity secret', async () =>
    /^[0-9a-f]{32}$/.test(await ada.at('ws-made-identity_secret').inputValue()),
  );
  shop = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${snippet}</html>`);
  });
  await new Promise((done) => shop.listen(0, 'localhost', done));
  const origin = `http://localhost:${shop.address().port}`;
  await ada.at('ws-origins-text').fill('shop.example');
  await next();
  await ada.at('ws-origins-problem').waitFor();
  await ada.at('ws-origins-text').fill(origin);
  await ada.at('ws-shut-add').click();
  await seen(ada.page, 'web chat page', ROOM);
  await next();
  await ada.at('channel-done').filter({ hasText: 'Website is connected.' }).waitFor();
  const visitor = await emptyPage(browser, { what: 'the visitor' });
  const chat = (testid) => visitor.getByTestId(testid);
  await until('the chat on the page', async () => {
    await visitor.goto(origin);
    await visitor.locator('switchboard-chat').waitFor();
    await visitor.evaluate(() => document.querySelector('switchboard-chat').open());
    return chat('chat-first')
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await chat('chat-first').fill('Hi from the shop');
  if (await chat('chat-name').count()) await chat('chat-name').fill('Vera');
  await chat('chat-start').click();
  await ada.at('channel-desk').click();
  await ada.at('tab-queue').click();
  await ada.at('row').filter({ hasText: 'Hi from the shop' }).click();
  await ada.at('accept').click();
  await ada.at('composer').waitFor();
  await say(ada, 'Welcome, Vera.');
  await chat('chat-message').filter({ hasText: 'Welcome, Vera.' }).waitFor();
  await visitor.goto(`${platform.url}/chat?asset=website`);
  await chat('chat-first').or(chat('chat-message').first()).first().waitFor();
  await visitor.context().close();
  assert.deepEqual(problems, []);
});
