// The story of the README in Firefox and WebKitGTK, where they are installed: `make test-browsers`.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startPlatform, until } from '../platform.mjs';
import { browsers } from './webdriver.mjs';

const KETTLE = fileURLToPath(new URL('../../../infra/local/files/kettle.png', import.meta.url));

/** An input method that ends with Enter, in the order of each browser's events. */
const COMPOSED = `
  const [testid, order] = arguments;
  const roots = [document, document.querySelector('switchboard-chat')?.shadowRoot];
  const field = roots.map((r) => r?.querySelector('[data-testid="' + testid + '"]')).find(Boolean);
  field.focus();
  const composition = (type) =>
    field.dispatchEvent(new CompositionEvent(type, { bubbles: true, composed: true, data: '日本' }));
  const enter = (more) => {
    const init = { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true, ...more };
    const event = new KeyboardEvent('keydown', init);
    if (more.keyCode) Object.defineProperty(event, 'keyCode', { value: more.keyCode });
    field.dispatchEvent(event);
  };
  composition('compositionstart');
  if (order === 'safari') {
    composition('compositionend');
    enter({ keyCode: 229 });
  } else {
    enter({ isComposing: true });
    composition('compositionend');
  }`;

for (const { name, open, missing } of browsers()) {
  if (!open) {
    test(`the story in ${name}`, { skip: `it is not installed (${missing})` }, () => {});
    continue;
  }
  describe(`the story in ${name}`, () => {
    let platform;
    let smith;
    const pages = [];
    let mark;
    let martha;
    let vera;
    let broken = false;
    const step = (what, play) =>
      test(what, async (t) => {
        if (broken) return t.skip('an earlier step failed');
        broken = true;
        try {
          await play();
        } catch (error) {
          if (process.env.SHOTS) {
            const shots = pages.map((p, n) => p.picture(`${process.env.SHOTS}/${name}-${n}.png`));
            await Promise.allSettled(shots);
          }
          throw error;
        }
        broken = false;
      });
    const window = async (path, options) => {
      const page = await open(options);
      pages.push(page);
      await page.go(platform.url + path);
      return page;
    };
    const live = (page) =>
      until(
        'the connection',
        () =>
          page.run(
            `return document.querySelector('[data-testid="connection"]')?.dataset.state === 'live'`,
          ),
        60_000,
      );

    before(async () => {
      platform = await startPlatform('--no-demo');
      smith = platform.customer('John Smith', '447700900123');
    });
    after(async () => {
      await Promise.allSettled(pages.map((page) => page.close()));
      await platform?.stop();
    });

    step('Mark and Martha sign in; Mark accepts Smith, and Martha reads who has him', async () => {
      mark = await window('/?as=mark');
      martha = await window('/?as=martha');
      await Promise.all([mark, martha].map(live));
      await smith.writes('My kettle leaks');
      for (const who of [martha, mark]) {
        await who.click('tab-queue');
        await who.click('row', 'John Smith');
        await who.find('message', 'My kettle leaks');
      }
      await mark.click('accept');
      await mark.find('composer');
      await martha.find('owner', 'Mark');
    });

    step('an Enter that ends an input method’s text sends nothing; Enter alone sends', async () => {
      await mark.type('composer', 'Where does it leak?');
      for (const order of ['others', 'safari']) await mark.run(COMPOSED, 'composer', order);
      assert.deepEqual(
        (await smith.messages()).map((m) => m.text),
        ['My kettle leaks'],
      );
      await mark.enter('composer');
      await mark.find('message', 'Where does it leak?');
      await until('Smith’s phone', async () => (await smith.messages()).length === 2);
    });

    step('the agents discuss Smith in private, and he receives nothing', async () => {
      await mark.click('action-discuss');
      await mark.click('act-discuss');
      await mark.click('type-agent');
      await mark.type('target', 'Marth');
      await mark.click('target-option', 'Martha');
      await mark.type('note', 'Which part?');
      await mark.click('dialog-submit');
      await martha.click('offer-accept');
      await martha.type('discussion-composer', 'The gasket 20-817');
      await martha.click('discussion-send');
      await mark.find('discussion-message', 'The gasket 20-817');
      assert.equal((await smith.messages()).length, 2);
    });

    step('a visitor chats in the shop, sends a picture, and gets an answer', async () => {
      vera = await window('/shop');
      await vera.click('chat-launcher');
      await vera.type('chat-name', 'Vera');
      await vera.click('chat-start');
      await vera.type('chat-text', 'Is the lamp back?');
      for (const order of ['others', 'safari']) await vera.run(COMPOSED, 'chat-text', order);
      await vera.enter('chat-text');
      await vera.find('chat-message', 'Is the lamp back?');
      await vera.find('chat-attach');
      await vera.upload(
        `document.querySelector('switchboard-chat').shadowRoot.querySelector('input[type=file]')`,
        KETTLE,
      );
      await vera.find('chat-file', 'kettle');
      await martha.click('tab-queue');
      await martha.click('row', 'Vera');
      await martha.click('accept');
      await martha.type('composer', 'Since this morning.');
      await martha.enter('composer');
      await vera.find('chat-message', 'Since this morning.');
    });

    step('the visitor finds the whole chat again after a reload and a cut line', async () => {
      await platform.cutSockets();
      await vera.go(`${platform.url}/shop`);
      await vera.click('chat-launcher');
      await vera.find('chat-message', 'Since this morning.');
      await vera.type('chat-text', 'Wonderful');
      await vera.enter('chat-text');
      await martha.find('message', 'Wonderful');
    });

    const storage = name === 'Firefox' ? false : 'only Firefox can be told to block storage';
    test('with storage blocked the chat lives as long as its page', { skip: storage }, async () => {
      const shy = await window('/shop', { prefs: { 'network.cookie.cookieBehavior': 2 } });
      const blocked = `try { localStorage.length; return false } catch { return true }`;
      assert.equal(await shy.run(blocked), true);
      await shy.click('chat-launcher');
      await shy.type('chat-name', 'Shy');
      await shy.click('chat-start');
      await shy.type('chat-text', 'Do you keep nothing?');
      await shy.enter('chat-text');
      await shy.find('chat-message', 'Do you keep nothing?');
    });
  });
}
