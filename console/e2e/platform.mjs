// The real local platform and the system's Chromium, for tests and pictures.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const binary = process.env.SWITCHBOARD_BIN ?? here('../../target/debug/switchboard');
const axe = await readFile(here('../node_modules/axe-core/axe.min.js'), 'utf8');
export const WAIT = 15_000;

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Asks until the answer is there; `what` names the missing thing in the error. */
export async function until(what, ask, limit = WAIT) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * Starts the binary (SWITCHBOARD_BIN, or the debug build) with a folder of its own. `stop` ends it
 * and removes the folder. `serve` as the first argument runs a workplace in earnest.
 */
export async function startPlatform(...more) {
  const data = await mkdtemp(join(tmpdir(), 'switchboard-e2e-'));
  const port = await freePort();
  const place = ['--data', data, '--port', String(port), '--console', here('../dist')];
  const args = more[0] === 'serve' ? ['serve', ...place, ...more.slice(1)] : [...place, ...more];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let over;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said = (said + text).slice(-20_000);
    });
  }
  child.once('error', (error) => {
    over = error.message;
  });
  const exit = new Promise((done) => {
    child.once('close', (code) => {
      over ??= `it ended with ${code}`;
      done();
    });
  });
  const url = `http://localhost:${port}`;
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
    await exit;
    clearTimeout(hard);
    await rm(data, { recursive: true, force: true });
  };
  const call = async (method, path, body, token) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  const customers = async () => (await call('GET', '/sandbox/api/customers')).customers;
  try {
    await until('the platform', async () => {
      if (over) throw new Error(`${binary}: ${over}\n${said}`);
      return fetch(`${url}/config.json`).then(
        (answer) => answer.ok,
        () => false,
      );
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    stop,
    said: () => said,
    call,
    customers,
    /** The API as an agent has it, for changes from elsewhere while a browser looks on. */
    as: async (agent) => {
      const { id_token: token } = await call('GET', `/oidc/demo-token?agent=${agent}`);
      const ask = (method, path, body) => call(method, path, body, token);
      const run = (conversation, command) =>
        ask('POST', '/v1/commands', { id: crypto.randomUUID(), conversation, command });
      return { ask, run };
    },
    /** A customer on WhatsApp, whose phone shows the received messages. */
    customer: (name, address) => ({
      name,
      address,
      writes: (text) => call('POST', `/sandbox/api/customers/${address}/messages`, { name, text }),
      /** Sends a `photo`, a `voice` message or a `document`, which the engine gets from Meta's store. */
      sendsFile: (kind, caption = '') =>
        call('POST', `/sandbox/api/customers/${address}/files`, { name, kind, caption }),
      /** Sends anything that a phone can send, as the channel announces it. */
      sends: (message) => announce(url, name, address, message),
      reads: () => call('POST', `/sandbox/api/customers/${address}/read`, {}),
      messages: async () => (await customers()).find((c) => c.address === address)?.messages ?? [],
    }),
    /** Sets the provider's faults, for example `{ media: 'gone' }`. */
    provider: (faults) => call('PUT', '/sandbox/api/faults', faults),
    cutSockets: () => call('POST', '/lab/cut-sockets'),
    lab: (method, path = '', body = undefined) => call(method, `/lab${path}`, body),
    /** Sets the faults of frames from now on: percentages, and `delay_ms`. */
    faults: (frames) => call('PUT', '/lab/frames', frames),
    /** Moves the server's clock forward; everything due by then happens. */
    forward: (seconds) => call('POST', '/lab/clock', { forward_ms: seconds * 1_000 }),
  };
}

export const startBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that a test makes up has no address; the browser would keep it from this machine.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ],
  });

/** The platform and a browser; if one of them does not start, the other stops. */
export async function start(...more) {
  const [platform, browser] = await Promise.allSettled([startPlatform(...more), startBrowser()]);
  for (const one of [platform, browser]) {
    if (one.status === 'fulfilled') continue;
    await Promise.all([platform.value?.stop(), browser.value?.close()]);
    throw one.reason;
  }
  return [platform.value, browser.value];
}

/**
 * Announces a WhatsApp event to the engine, signed with the sandbox's secret
 * (infra/local/src/sandbox.rs).
 */
async function announce(url, name, address, message) {
  const stamp = { from: address, id: `wamid.${crypto.randomUUID()}` };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
    contacts: [{ profile: { name }, wa_id: address }],
    messages: [{ ...stamp, timestamp: String(Math.floor(Date.now() / 1000)), ...message }],
  };
  const changes = [{ field: 'messages', value }];
  const entry = [{ id: '102290129340398', changes }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const signature = createHmac('sha256', 'demo-app-secret').update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${signature}`,
  };
  const answer = await fetch(`${url}/webhooks/whatsapp/wa-demo`, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`the webhook answers ${answer.status}`);
}

/** An empty page in a context of its own; `problems` collects its errors, under the name `what`. */
export async function emptyPage(browser, { problems = [], what = 'a page', ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  page.on('pageerror', (error) => problems.push(`${what}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // Refusals are answers, and some tests cut sockets on purpose. A fetch without a network
    // reports an empty text.
    const expected = /^$|Failed to load resource|WebSocket (connection|is already)/;
    if (message.type() === 'error' && !expected.test(message.text()))
      problems.push(`${what}: ${message.text()}`);
  });
  return page;
}

/** A page in a context of its own; `problems` collects its errors. */
export async function openPage(browser, url, options = {}) {
  const page = await emptyPage(browser, { what: url, ...options });
  await page.goto(url);
  return page;
}

/**
 * Looks for faults of a picture until there are none, for three seconds at most, and returns those
 * that stay. The window answers a new size or colour with more than one frame: what one look finds
 * in between is not what a reader sees.
 */
export async function lasting(look) {
  const end = Date.now() + 3_000;
  for (;;) {
    const found = await look();
    if (!found.length || Date.now() > end) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Waits until nothing moves any more, except endless animations. */
export const still = (page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    // The browser first draws a theme that has just changed.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const moving = document
      .getAnimations()
      .filter((a) => a.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(moving.map((a) => a.finished));
  });

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Serious and critical violations of WCAG 2.2 AA, or of some rules, on the page as it is now. */
export async function violations(page, rules = WCAG) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    // The script comes in through the debugger: the page's own policy would rightly refuse it.
    const client = await page.context().newCDPSession(page);
    await client.send('Runtime.evaluate', { expression: axe });
    await client.detach();
  }
  await still(page);
  const { violations: found } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const first = nodes.slice(0, 3).map((n) => `${n.target} ${n.any[0]?.message ?? ''}`);
      return `${id}, ${nodes.length} times: ${first.join('; ')}`;
    });
}
