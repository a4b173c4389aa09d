// Firefox and WebKit by the WebDriver protocol, without a package: Firefox speaks it over a plain
// socket (Marionette, which geckodriver only translates), WebKitGTK has a driver of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort, until } from '../platform.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START = 60_000;
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Each command: Marionette's name for it, then method and path over HTTP. */
const COMMANDS = {
  go: ['WebDriver:Navigate', 'POST', 'url'],
  run: ['WebDriver:ExecuteScript', 'POST', 'execute/sync'],
  click: ['WebDriver:ElementClick', 'POST', 'element/{id}/click'],
  keys: ['WebDriver:ElementSendKeys', 'POST', 'element/{id}/value'],
  picture: ['WebDriver:TakeScreenshot', 'GET', 'screenshot'],
};

export function installed(program) {
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.map((place) => join(place, program)).find(existsSync);
}

/** The installed browsers, and what to install for the missing ones. */
export function browsers() {
  const webkit = installed('WebKitWebDriver') && existsSync(MINI_BROWSER);
  const screen = process.env.DISPLAY || installed('Xvfb');
  return [
    {
      name: 'Firefox',
      open: installed('firefox-esr') || installed('firefox') ? firefox : undefined,
      missing: 'Debian: apt-get install firefox-esr',
    },
    {
      name: 'WebKitGTK',
      open: webkit && screen ? webkitGtk : undefined,
      missing: 'Debian: apt-get install webkit2gtk-driver xvfb',
    },
  ];
}

/** Sends Marionette's packets, `<length>:[0, id, name, parameters]`, and hands out the answers. */
async function marionette(port) {
  const socket = connect(port, '127.0.0.1');
  await new Promise((done, fail) => socket.once('connect', done).once('error', fail));
  const waiting = new Map();
  let read = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (bytes) => {
    read = Buffer.concat([read, bytes]);
    for (;;) {
      const colon = read.indexOf(':');
      const length = Number(read.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || read.length < colon + 1 + length) return;
      const packet = JSON.parse(read.subarray(colon + 1, colon + 1 + length).toString());
      read = read.subarray(colon + 1 + length);
      if (!Array.isArray(packet)) continue;
      const [, id, error, result] = packet;
      const { done, fail } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) fail?.(new Error(`${error.error}: ${error.message}`));
      else done?.(result && 'value' in result ? result.value : result);
    }
  });
  const send = (name, parameters) =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      const text = JSON.stringify([0, last, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { send, close: () => socket.destroy() };
}

async function firefox({ prefs = {} } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'switchboard-firefox-'));
  const all = {
    'marionette.port': 0,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
    'ui.prefersReducedMotion': 1,
    ...prefs,
  };
  const lines = Object.entries(all).map(
    ([k, v]) => `user_pref(${JSON.stringify(k)}, ${JSON.stringify(v)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const program = installed('firefox-esr') ?? installed('firefox');
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, HOME: profile } });
  const stop = async () => {
    child.kill('SIGKILL');
    await new Promise((done) =>
      child.exitCode === null && child.signalCode === null ? child.once('close', done) : done(),
    );
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await until(
      'Firefox',
      () => readFile(join(profile, 'MarionetteActivePort'), 'utf8').then(Number, () => 0),
      START,
    );
    const wire = await marionette(port);
    await wire.send('WebDriver:NewSession', { strictFileInteractability: false });
    const ask = (name, parameters) => wire.send(COMMANDS[name][0], parameters);
    return page(ask, async () => {
      wire.close();
      await stop();
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function webkitGtk() {
  const children = [];
  let display = process.env.DISPLAY;
  if (!display) {
    display = `:${100 + (process.pid % 400) + Math.floor(Math.random() * 100)}`;
    children.push(spawn('Xvfb', [display, '-screen', '0', '1440x900x24'], { stdio: 'ignore' }));
  }
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' };
  children.push(spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }));
  const stop = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  const base = `http://127.0.0.1:${port}`;
  const call = async (method, path, body) => {
    const answer = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
  try {
    await until(
      'WebKitWebDriver',
      () =>
        fetch(`${base}/status`).then(
          (a) => a.ok,
          () => false,
        ),
      START,
    );
    const options = { binary: MINI_BROWSER, args: ['--automation', '--geometry=1440x900'] };
    const alwaysMatch = { 'webkitgtk:browserOptions': options };
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch } });
    const ask = (name, { id, ...parameters }) => {
      const [, method, path] = COMMANDS[name];
      const body = method === 'POST' ? parameters : undefined;
      return call(method, `/session/${sessionId}/${path.replace('{id}', id)}`, body);
    };
    return page(ask, async () => {
      await call('DELETE', `/session/${sessionId}`).catch(() => {});
      stop();
    });
  } catch (error) {
    stop();
    throw error;
  }
}

/** A window, with the words that a story needs. Elements in the widget's root count, too. */
function page(ask, close) {
  const run = (script, ...args) => ask('run', { script, args });
  const found = (testid, text) =>
    run(
      `const [testid, text] = arguments;
       const roots = [document, ...[...document.querySelectorAll('switchboard-chat')].map((e) => e.shadowRoot)];
       const all = roots.flatMap((root) => [...(root?.querySelectorAll('[data-testid="' + testid + '"]') ?? [])]);
       return all.filter((e) => e.getClientRects().length && (!text || e.textContent.includes(text))).at(-1) ?? null;`,
      testid,
      text ?? null,
    );
  const find = (testid, text) =>
    until(`${testid} ${text ?? ''}`, () => found(testid, text).catch(() => null), START);
  const type = async (testid, text) => {
    const element = await find(testid);
    await ask('keys', { id: element[ELEMENT], text, value: [...text] });
  };
  return {
    close,
    run,
    find,
    go: (url) => ask('go', { url }),
    click: async (testid, text) => {
      // An element that moves or that the page draws anew gets another try.
      await until(
        `a click on ${testid} ${text ?? ''}`,
        async () => {
          const element = await found(testid, text).catch(() => null);
          if (!element) return false;
          return ask('click', { id: element[ELEMENT] }).then(
            () => true,
            () => false,
          );
        },
        START,
      );
    },
    type,
    enter: (testid) => type(testid, '\uE007'),
    /** Hands a file to an invisible field. */
    upload: async (expression, path) => {
      const element = await run(`return ${expression}`);
      await ask('keys', { id: element[ELEMENT], text: path, value: [...path] });
    },
    gone: (testid, text) =>
      until(`the end of ${testid}`, async () => !(await found(testid, text)), START),
    picture: async (path) => writeFile(path, Buffer.from(await ask('picture', {}), 'base64')),
  };
}
