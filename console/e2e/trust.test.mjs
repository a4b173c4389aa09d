// The contents that a browser may keep, the pages that may open the chat, and the ends of sessions.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { start, until } from './platform.mjs';

let platform;
let browser;

before(async () => {
  [platform, browser] = await start('--no-demo');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const at = (path, init) => fetch(platform.url + path, init);

test('browsers ask for pages and their settings each time', async () => {
  for (const path of [
    '/',
    '/index.html',
    '/config.json',
    '/c/x',
    '/contacts',
    '/settings',
    '/chat',
  ]) {
    const answer = await at(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get('cache-control'), 'no-store', path);
  }
});

test('the chat opens on a site’s own page once its queue lists the page', async () => {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<!doctype html><title>Shop</title>
      <script src="${platform.url}/widget.js" data-asset="web-demo" data-api="${platform.url}"></script>`);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${server.address().port}`;
  const preflight = () =>
    at('/v1/visitors', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
  assert.equal((await preflight()).headers.get('access-control-allow-origin'), null);
  const begins = (from) =>
    at('/v1/visitors', {
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/json' },
      body: '{"asset":"web-demo"}',
    });
  assert.equal((await begins(origin)).status, 403);
  const { ask: ada } = await platform.as('ada');
  const { version } = await ada('GET', '/v1/settings/queues/support');
  await ada('PUT', '/v1/settings/queues/support', { version, own: { web_origins: [origin] } });
  await until('the setting', async () => (await begins(origin)).status === 201);
  const allowed = await preflight();
  assert.equal(allowed.headers.get('access-control-allow-origin'), origin);
  assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /authorization/);
  assert.equal((await begins('https://evil.example')).status, 403);
  const page = await browser.newPage();
  await page.goto(origin);
  const chat = page.locator('switchboard-chat');
  await chat.getByRole('button').first().click();
  await chat.getByTestId('chat-first').fill('Do you ship to Norway?');
  await chat.getByTestId('chat-start').click();
  await until('the message', async () => {
    const { waiting } = await ada('GET', '/v1/queues/support');
    return waiting.some(({ summary }) => summary === 'Do you ship to Norway?');
  });
  await page.close();
  server.close();
});

test('an agent who signs out is signed out in every window, and comes back by signing in', async () => {
  const context = await browser.newContext();
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) {
    await page.goto(`${platform.url}/?as=mark`);
    await page.getByTestId('presence-menu').waitFor();
  }
  // The server grants 10 seconds: a sign-in at the moment at which the sessions end stays good.
  await platform.forward(11);
  await one.getByTestId('presence-menu').click();
  await one.getByTestId('sign-out').click();
  await one.waitForURL(/\/oidc\/authorize/);
  await other.getByRole('alertdialog').getByRole('button').click();
  await other.getByText('Mark Adler').click();
  await other.getByTestId('presence-menu').waitFor();
  await context.close();
});

test('a browser that keeps nothing says so, with a way on', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const page = await context.newPage();
  await page.goto(platform.url);
  await page.getByText('Your browser keeps nothing for this site').waitFor();
  assert.ok(await page.getByTestId('start-again').isEnabled());
  await context.close();
});
