// The widget on pages that change under it, as frameworks do: the chat goes on, on one socket.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgent, row } from './agent.mjs';
import { start, until, WAIT } from './platform.mjs';
import { accessible, step } from './steps.mjs';
import { begin, bubble, focused, standing, write } from './visitor.mjs';

const SITE = 'http://localhost:5173';
const problems = [];
let platform;
let browser;

before(async () => {
  [platform, browser] = await start('--no-demo');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const script = (more = '') =>
  `<script src="${platform.url}/widget.js" data-asset="web-demo" ${more}></script>`;
const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><title>Site</title>${head}</head><body>${body}</body></html>`;

/** The page swaps of well-known frameworks, by the framework's name. */
const FRAMEWORKS = `<script>
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
  const again = (script) => {
    const made = document.createElement('script');
    for (const { name, value } of script.attributes) made.setAttribute(name, value);
    script.replaceWith(made);
  };
  globalThis.turbo = async (path) => {
    const next = parse(await (await fetch(path)).text());
    history.pushState({}, '', path);
    const body = document.adoptNode(next.body);
    document.body.replaceWith(body);
    body.querySelectorAll('script').forEach(again);
  };
  globalThis.htmx = async (path) => {
    const next = parse(await (await fetch(path)).text());
    history.pushState({}, '', path);
    document.body.innerHTML = next.body.innerHTML;
    document.body.querySelectorAll('script').forEach(again);
  };
  globalThis.swup = async (path) => {
    const next = parse(await (await fetch(path)).text());
    history.pushState({}, '', path);
    document.querySelector('main').replaceWith(document.adoptNode(next.querySelector('main')));
  };
</script>`;

/** A page of a site, and all of the site's pages behind it. */
async function visit(pages, path = '/one', viewport = { width: 1024, height: 700 }) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport });
  const site = await context.newPage();
  site.setDefaultTimeout(WAIT);
  site.on('pageerror', (error) => problems.push(error.message));
  const sockets = [];
  site.on('websocket', (socket) => {
    sockets.push(socket);
  });
  await site.route(`${SITE}/**`, (route) => {
    const body = pages[new URL(route.request().url()).pathname];
    return route.fulfill({ status: body ? 200 : 404, contentType: 'text/html', body: body ?? '' });
  });
  await site.goto(SITE + path);
  return { page: site, at: (testid) => site.getByTestId(testid), sockets };
}

/** Opens the chat, writes once, and stops in the middle of the next sentence. */
async function draft(guest, name = 'Vera') {
  await guest.at('chat-launcher').click();
  if (await guest.at('chat-name').isVisible()) await begin(guest, name);
  await write(guest, 'Is it in stock?');
  await guest.at('chat-text').pressSequentially('Half a sen');
}

/** Tests that draft, focus and socket are the same as before, and that a sent message arrives. */
async function goesOn(guest, what, sockets = 1) {
  await guest.at('chat-text').waitFor();
  await until(`the focus, ${what}`, async () => (await focused(guest.page)) === 'chat-text');
  await guest.page.keyboard.type('tence');
  assert.equal(await guest.at('chat-text').inputValue(), 'Half a sentence', what);
  await guest.page.keyboard.press('Enter');
  const sent = bubble(guest, 'Half a sentence').and(guest.page.locator('[data-stamp="log"]'));
  await sent.last().waitFor();
  assert.equal(await guest.page.locator('switchboard-chat').count(), 1, what);
  assert.equal(guest.sockets.length, sockets, `sockets, ${what}`);
  await guest.at('chat-text').pressSequentially('Half a sen');
}

for (const [name, pages] of Object.entries({
  'with the script in the head': () => ({
    '/one': page('<main>One</main>', FRAMEWORKS + script()),
    '/two': page('<main>Two</main>', FRAMEWORKS + script()),
  }),
  'with the script at the end of each body': () => ({
    '/one': page(`<main>One</main>${script()}`, FRAMEWORKS),
    '/two': page(`<main>Two</main>${script()}`, FRAMEWORKS),
  }),
  'with the script twice': () => ({
    '/one': page(`<main>One</main>${script()}${script()}`, FRAMEWORKS + script()),
    '/two': page(`<main>Two</main>${script()}`, FRAMEWORKS + script()),
  }),
})) {
  step(`${name}, a page may swap its body, its content and its address`, async () => {
    const guest = await visit(pages());
    await draft(guest);
    for (const how of ['turbo', 'htmx', 'swup']) {
      for (const path of ['/two', '/one']) {
        await guest.page.evaluate(([act, to]) => globalThis[act](to), [how, path]);
        const seen = path === '/two' ? 'Two' : 'One';
        await guest.page.locator('main', { hasText: seen }).waitFor();
        await goesOn(guest, `${how} to ${path}`);
      }
    }
    await accessible(guest.page, name);
    await guest.page.context().close();
  });
}

step('a chat moved while open keeps draft, focus, place in the log and socket', async () => {
  const guest = await visit({ '/one': page(`<main>One</main><aside></aside>${script()}`) });
  await draft(guest);
  for (let n = 0; n < 12; n += 1) await write(guest, `Row <${n}> of a long chat`);
  await guest.at('chat-text').pressSequentially('Half a sen');
  const log = guest.page.getByRole('log');
  const top = () => log.evaluate((element) => element.scrollTop);
  const end = await top();
  assert.ok(end > 0);
  const move = () =>
    guest.page.evaluate(() => {
      const [chat, aside] = ['switchboard-chat', 'aside'].map((s) => document.querySelector(s));
      (chat.parentElement === aside ? document.body : aside).append(chat);
    });
  await move();
  assert.ok(Math.abs((await top()) - end) < 3, 'the end stays in sight');
  await goesOn(guest, 'moved at the end');
  await log.evaluate((element) => {
    element.scrollTop = 60;
  });
  await until('the scroll', async () => (await top()) === 60);
  await guest.page.evaluate(() => new Promise(requestAnimationFrame));
  await move();
  assert.equal(await top(), 60, 'who reads further up goes on reading there');
  await guest.page.context().close();
});

step('a chat taken out by the page ends its socket, and goes on when put back', async () => {
  const guest = await visit({ '/one': page(`<main>One</main>${script()}`) });
  await draft(guest);
  await guest.page.evaluate(() => {
    globalThis.chat = document.querySelector('switchboard-chat');
    globalThis.chat.remove();
  });
  await until('the end of the socket', () => guest.sockets[0].isClosed());
  assert.equal(await guest.page.locator('switchboard-chat').count(), 0);
  await guest.page.evaluate(() => document.body.append(globalThis.chat));
  await standing(guest, 'waiting');
  await guest.at('chat-text').click();
  await goesOn(guest, 'put back', 2);
  await guest.page.context().close();
});

step(
  'the next page’s element replaces an element of the page’s own, and the chat goes on',
  async () => {
    const own = `<switchboard-chat asset="web-demo" api="${platform.url}" launcher></switchboard-chat>`;
    const element = `<script src="${platform.url}/widget.js"></script>`;
    const guest = await visit({
      '/one': page(`<main>One ${own}</main>`, FRAMEWORKS + element),
      '/two': page(`<main>Two ${own}</main>`, FRAMEWORKS + element),
    });
    await draft(guest);
    for (const how of ['turbo', 'htmx', 'swup']) {
      await guest.page.evaluate((act) => globalThis[act]('/two'), how);
      await goesOn(guest, how);
    }
    await guest.page.context().close();
  },
);

step('other words on the next page are the next page’s, in the same chat', async () => {
  const guest = await visit({
    '/one': page(`<main>One</main>${script('data-text-title="Ask us"')}`, FRAMEWORKS),
    '/two': page(`<main>Two</main>${script('data-text-title="Fragen Sie uns"')}`, FRAMEWORKS),
  });
  await draft(guest);
  await guest.page.evaluate(() => globalThis.turbo('/two'));
  await guest.page.getByRole('dialog', { name: 'Fragen Sie uns' }).waitFor();
  await goesOn(guest, 'in other words');
  await guest.page.context().close();
});

step('an element that gets its account late begins then', async () => {
  const guest = await visit({
    '/one': page('<main>One</main>', `<script src="${platform.url}/widget.js"></script>`),
  });
  await guest.page.evaluate((api) => {
    const chat = document.createElement('switchboard-chat');
    document.querySelector('main').append(chat);
    chat.setAttribute('api', api);
    chat.setAttribute('asset', 'web-demo');
  }, platform.url);
  await begin(guest, 'Late');
  await write(guest, 'Now it is there');
  await guest.page.context().close();
});

step('a page that throws the chat out again and again does not hang', async () => {
  const guest = await visit({ '/one': page(`<main>One</main>${script()}`) });
  await draft(guest);
  const thrown = await guest.page.evaluate(async () => {
    let times = 0;
    const watch = new MutationObserver(() => {
      const chat = document.querySelector('switchboard-chat');
      if (!chat) return;
      times += 1;
      document.body.removeChild(chat);
    });
    watch.observe(document.body, { childList: true });
    document.body.append(document.createElement('p'));
    await new Promise((done) => setTimeout(done, 1_500));
    watch.disconnect();
    return times;
  });
  assert.ok(thrown >= 2 && thrown < 8, `${thrown} times`);
  await guest.at('chat-launcher').waitFor();
  await guest.page.context().close();
});

step('a page is printed without the chat, and a chat alone with all of it', async () => {
  const text = '<p>Paragraph of the page</p>'.repeat(80);
  for (const viewport of [undefined, { width: 390, height: 700 }]) {
    const guest = await visit(
      { '/one': page(`<main>${text}</main>${script()}`) },
      '/one',
      viewport,
    );
    await draft(guest);
    await guest.page.emulateMedia({ media: 'print' });
    assert.equal(await guest.at('chat-launcher').isVisible(), false);
    assert.equal(await guest.at('chat-text').isVisible(), false);
    assert.equal(await guest.page.locator('main p').last().isVisible(), true);
    await guest.page.context().close();
  }
  const guest = await visit({ '/one': page('') });
  await guest.page.goto(`${platform.url}/chat`);
  await begin(guest, 'Printer');
  for (let n = 0; n < 20; n += 1) await write(guest, `Line ${n} of many`);
  await guest.page.emulateMedia({ media: 'print' });
  const shown = await guest.page.evaluate(() => {
    const root = document.querySelector('switchboard-chat').shadowRoot;
    const log = root.querySelector('[role=log]');
    return {
      whole: log.scrollHeight <= log.clientHeight + 1,
      page: document.documentElement.scrollHeight,
      log: log.scrollHeight,
    };
  });
  assert.ok(shown.whole && shown.page >= shown.log, JSON.stringify(shown));
  assert.equal(await guest.at('chat-text').isVisible(), false);
  await guest.page.emulateMedia({ media: 'screen' });
  await guest.page.context().close();
});

step('Escape and Tab always lead somewhere', async () => {
  const guest = await visit({ '/one': page(`<main>One</main>${script()}`) });
  await guest.at('chat-launcher').click();
  // The start fails: the server is not there.
  await guest.page.route('**/v1/visitors', (route) => route.abort());
  await guest.at('chat-name').fill('Vera');
  await guest.page.keyboard.press('Tab');
  await guest.at('chat-start').focus();
  await guest.page.keyboard.press('Enter');
  await guest.page.getByRole('alert').filter({ hasText: 'not available' }).waitFor();
  assert.equal(await focused(guest.page), 'chat-start', 'a failed start leaves the focus');
  await guest.page.keyboard.press('Shift+Tab');
  assert.equal(await focused(guest.page), 'chat-email');
  await guest.page.keyboard.press('Escape');
  assert.equal(await focused(guest.page), 'chat-launcher');
  await guest.page.unroute('**/v1/visitors');
  await draft(guest, 'Esther');
  // Escape closes the question alone.
  await guest.at('chat-leave').click();
  await until('the focus', async () => (await focused(guest.page)) === 'chat-stay');
  await guest.page.keyboard.press('Escape');
  assert.equal(await guest.at('chat-leave-sure').isVisible(), false);
  assert.equal(await focused(guest.page), 'chat-leave');
  await guest.page.keyboard.press('Escape');
  assert.equal(await focused(guest.page), 'chat-launcher');
  assert.equal(await guest.at('chat-text').isVisible(), false);
  // The focused element goes: the chat ends while the question about its end is open.
  await guest.page.keyboard.press('Enter');
  await guest.at('chat-leave').click();
  const mark = await openAgent(browser, platform, 'mark', { problems });
  await mark.at('tab-queue').click();
  await row(mark, 'Esther').click();
  await mark.at('accept').click();
  await mark.at('action-resolve').click();
  await mark.at('dialog-submit').click();
  await standing(guest, 'ended');
  assert.equal(await focused(guest.page), 'chat-text');
  await guest.page.context().close();
  await mark.page.context().close();
});

test('no page logged an error', () => assert.deepEqual(problems, []));
