// The widget on other people's pages: a shop, a stranger's page with a strict policy, a phone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { line, message, openAgent, row, say, take } from './agent.mjs';
import { hoverOnly, press, ready } from './crawl.mjs';
import { openPage, start, until, WAIT } from './platform.mjs';
import { accessible, step, wider } from './steps.mjs';
import { attach, begin, bubble, focused, openVisitor, standing, write } from './visitor.mjs';

const problems = [];
const foreign = [];
let platform;
let browser;
let mark;
let vera;

before(async () => {
  [platform, browser] = await start('--no-demo');
  mark = await openAgent(browser, platform, 'mark', { problems });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

step('the chat in a shop is a button in the corner; the keyboard opens and closes it', async () => {
  vera = await openVisitor(browser, `${platform.url}/shop`, { problems });
  // The page's policy names the one other origin: the bucket with the visitor's files.
  const policy = (await fetch(platform.url)).headers.get('content-security-policy') ?? '';
  const bucket = /connect-src 'self' (\S+?);/.exec(policy)?.[1];
  assert.ok(bucket);
  vera.page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== platform.url && origin !== bucket) foreign.push(request.url());
  });
  await accessible(vera.page, 'shop');
  await vera.at('chat-launcher').focus();
  await vera.page.keyboard.press('Enter');
  assert.equal(await focused(vera.page), 'chat-first');
  await accessible(vera.page, 'chat in the shop');
  await vera.page.keyboard.press('Escape');
  assert.equal(await vera.at('chat-name').isVisible(), false);
  assert.equal(await focused(vera.page), 'chat-launcher');
  await vera.page.getByRole('button', { name: 'Ask us about it' }).click();
  await vera.at('chat-name').waitFor();
});

step(
  'a visitor waits at her place in the queue, gets an answer, and both see the other typing',
  async () => {
    await platform.customer('Ben Ortiz', '447700900201').writes('Where is my parcel?');
    await begin(vera, 'Vera');
    await write(vera, 'Does the kettle whistle?');
    await standing(vera, 'waiting');
    await vera.at('chat-place').filter({ hasText: 'One person is before you.' }).waitFor();
    await accessible(vera.page, 'waiting in the shop');
    await take(mark, 'Ben Ortiz');
    await vera.at('chat-place').filter({ hasText: 'You are next.' }).waitFor();
    await take(mark, 'Vera');
    await standing(vera, 'open');
    assert.equal(await vera.at('chat-place').innerText(), '');
    await vera.at('chat-text').pressSequentially('And');
    await mark.at('typing').waitFor();
    await vera.at('chat-text').fill('');
    await mark.at('composer').pressSequentially('It');
    await vera.at('chat-typing').filter({ hasText: 'Mark is typing…' }).waitFor();
    await mark.at('composer').fill('');
  },
);

step('a text that is too long stays whole, and the chat says by how much', async () => {
  await vera.at('chat-text').fill('x'.repeat(4_100));
  await vera.at('chat-long').filter({ hasText: 'Too long by 4' }).waitFor();
  await vera.at('chat-send').click();
  assert.equal((await vera.at('chat-text').inputValue()).length, 4_100);
  await accessible(vera.page, 'a text that is too long');
  await vera.at('chat-text').fill('');
  await vera.at('chat-long').filter({ hasText: 'Too long' }).waitFor({ state: 'detached' });
});

step('a closed chat counts unread messages, over a reload and a cut line too', async () => {
  await vera.at('chat-close').click();
  await say(mark, 'It hums.');
  await vera.at('chat-unread').filter({ hasText: '1' }).waitFor();
  await vera.page.getByRole('button', { name: 'Open the chat, 1 unread message' }).waitFor();
  await vera.page.reload();
  await vera.at('chat-unread').filter({ hasText: '1' }).waitFor();
  const { cut } = await platform.cutSockets();
  assert.ok(cut >= 2, `${cut} sockets were cut`);
  await say(mark, 'Like a cat.');
  await vera.at('chat-unread').filter({ hasText: '2' }).waitFor();
  await vera.at('chat-launcher').click();
  await bubble(vera, 'Like a cat.').waitFor();
  assert.equal(await vera.at('chat-unread').innerText(), '');
  assert.equal(await focused(vera.page), 'chat-text');
  assert.equal(await vera.at('chat-message').count(), 3);
});

async function survey() {
  await row(mark, 'Vera').click();
  await mark.page.getByTestId('action-menu').click();
  await mark.page.getByRole('menuitem', { name: /survey/i }).click();
  await mark.at('small-choice').first().check();
  await mark.at('dialog-submit').click();
}

step('the visitor answers a survey by one press, once, in any tab', async () => {
  await survey();
  const second = await vera.page.context().newPage();
  await second.goto(`${platform.url}/shop`);
  await second.getByTestId('chat-launcher').click();
  const there = second.getByRole('group', { name: 'Answers' });
  const answers = vera.page.getByRole('group', { name: 'Answers' });
  await Promise.all([answers.waitFor(), there.waitFor()]);
  await accessible(vera.page, 'a survey in the shop');
  await answers.getByRole('button', { name: 'Very well', exact: true }).dblclick();
  await line(mark, 'Very well').waitFor();
  await Promise.all([answers, there].map((group) => group.waitFor({ state: 'detached' })));
  const asked = bubble(vera, 'How did we do today?');
  assert.equal(await asked.locator('.chosen').innerText(), 'Very well');
  await second.getByTestId('chat-message').locator('.chosen').waitFor();
  assert.equal(
    await bubble(vera, 'Very well').and(vera.page.locator('[data-from="you"]')).count(),
    1,
  );
  await second.close();
});

step('the visitor answers a survey in writing, and it stays answered over a reload', async () => {
  await survey();
  await vera.page.getByRole('group', { name: 'Answers' }).waitFor();
  await write(vera, 'Let me think');
  await vera.page.getByRole('group', { name: 'Answers' }).waitFor();
  await vera.at('chat-text').fill('4');
  await vera.at('chat-send').click();
  await line(mark, 'Badly').waitFor();
  await vera.page.reload();
  await vera.at('chat-launcher').click();
  const chosen = vera.page.locator('.chosen');
  await chosen.nth(1).waitFor();
  assert.deepEqual(await chosen.allInnerTexts(), ['Very well', 'Badly']);
  assert.equal(await vera.page.getByRole('group', { name: 'Answers' }).count(), 0);
});

step('the visitor ends the chat, after a question; a new message takes it up', async () => {
  await vera.at('chat-leave').click();
  await until('the focus', async () => (await focused(vera.page)) === 'chat-stay');
  await accessible(vera.page, 'ending the chat');
  await vera.at('chat-stay').click();
  await standing(vera, 'open');
  await vera.at('chat-leave').click();
  await vera.at('chat-leave-sure').click();
  await standing(vera, 'ended');
  await vera.at('chat-anew').waitFor();
  await accessible(vera.page, 'an ended chat');
  const [saved] = await Promise.all([
    vera.page.waitForEvent('download'),
    vera.at('chat-save').click(),
  ]);
  const transcript = await readFile(await saved.path(), 'utf8');
  assert.match(transcript, /^Ember & Oak\n/);
  assert.match(transcript, /\nYou, .+\nDoes the kettle whistle\?\n/);
  assert.match(transcript, /\nMark, .+\nIt hums\.\n/);
  await vera.at('chat-anew').click();
  assert.equal(await focused(vera.page), 'chat-text');
  await line(mark, 'left').waitFor();
  await write(vera, 'One more thing');
  await standing(vera, 'open');
  await vera.at('chat-anew').waitFor({ state: 'detached' });
  await message(mark, 'One more thing').waitFor();
});

step('the demo shows both sides, and leads from one step to the next', async () => {
  const demo = await openPage(browser, `${platform.url}/demo`, { problems });
  const shop = demo.frameLocator('#shop');
  await shop.getByTestId('chat-launcher').click();
  await shop.getByTestId('chat-name').fill('Nele');
  await shop.getByTestId('chat-first').fill('Is the lamp back?');
  await shop.getByTestId('chat-start').click();
  await shop.getByTestId('chat-message').filter({ hasText: 'Is the lamp back?' }).waitFor();
  const desk = demo.frameLocator('iframe').first();
  await demo.getByRole('button', { name: 'Next' }).click();
  await desk.getByRole('tab', { name: /In queue/ }).click();
  await desk.getByText('Nele').first().waitFor();
  const next = demo.getByRole('button', { name: 'Next' });
  while (await next.isEnabled()) await next.click();
  await accessible(demo, 'demo');
  await shop.getByTestId('chat-text').fill('And is it');
  await demo.getByRole('button', { name: 'Reload the shop' }).click();
  await shop.locator('switchboard-chat:not([data-open])').waitFor();
  await shop.getByTestId('chat-launcher').click();
  await shop.getByTestId('chat-message').filter({ hasText: 'Is the lamp back?' }).waitFor();
  assert.equal(await shop.getByTestId('chat-text').inputValue(), 'And is it', 'the draft is kept');
  await demo.context().close();
});

step('the chat on a phone covers the page and keeps the focus', async () => {
  const phone = await openVisitor(browser, `${platform.url}/shop`, {
    problems,
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    colorScheme: 'dark',
  });
  await phone.at('chat-launcher').click();
  await begin(phone, 'Ida');
  await write(phone, `https://a.test/${'x'.repeat(300)}`);
  await accessible(phone.page, 'chat on a phone');
  for (let n = 0; n < 12; n += 1) {
    await phone.page.keyboard.press('Tab');
    assert.notEqual(await focused(phone.page), 'BODY', 'the focus stays in the chat');
  }
  assert.deepEqual(await wider(phone.page), [], 'nothing scrolls sideways');
  await phone.page.context().close();
});

step('the chat holds on a stranger’s page: strict policy, right to left, own words', async () => {
  const origin = 'http://localhost:5173';
  const context = await browser.newContext({
    locale: 'ar',
    viewport: { width: 1024, height: 700 },
  });
  const page = await context.newPage();
  const refused = [];
  page.on('console', (m) => m.type() === 'error' && refused.push(m.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  const html = `<!doctype html><html lang="ar" dir="rtl"><title>متجر</title><h1>متجر</h1>
    <script src="${platform.url}/widget.js" data-asset="web-demo" data-pre-chat="off"
      data-colour="#ffd84d" data-theme="dark" data-text-title="تحدث معنا" data-text-open="افتح"
      data-text-before-one="رقم 1" data-text-before="رقم {n}"></script></html>`;
  const policy = [
    "default-src 'none'",
    `script-src ${platform.url}`,
    `connect-src ${platform.url} ${platform.url.replace('http', 'ws')}`,
    "base-uri 'none'",
  ].join('; ');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  };
  await page.route(`${origin}/**`, (route) => route.fulfill({ headers, body: html }));
  await page.goto(`${origin}/`);
  const guest = { page, at: (testid) => page.getByTestId(testid) };
  await page.getByRole('button', { name: 'افتح' }).click();
  await page.getByRole('dialog', { name: 'تحدث معنا' }).waitFor();
  await write(guest, 'مرحبا');
  await standing(guest, 'waiting');
  const place = await guest.at('chat-place').innerText();
  assert.match(place, /^رقم \d$/);
  const box = await guest.at('chat-launcher').boundingBox();
  assert.ok(box.x < 100, 'it stands at the end of the line, which is the left');
  await accessible(page, 'right to left');
  assert.deepEqual(
    refused.filter((text) => !text.includes('favicon')),
    [],
    'the policy refused nothing',
  );
  await context.close();
});

step(
  'every control of the visitor does something, in each state, and has a spoken name',
  async () => {
    // The same visitor, in another browser.
    const kept = await vera.page.evaluate(() => localStorage.getItem('switchboard.chat.web-demo'));
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT);
    const heard = await ready(page);
    await page.addInitScript((visitor) => {
      if (!location.hash) localStorage.setItem('switchboard.chat.web-demo', visitor);
    }, kept);
    const her = { page, at: (testid) => page.getByTestId(testid) };
    const picture = await readFile(new URL('../../infra/local/files/kettle.png', import.meta.url));
    const uploads = '**/v1/visitors/uploads';
    let held = [];
    let news = 0;
    const open = async () => {
      if (
        await her
          .at('chat-launcher')
          .getAttribute('aria-expanded')
          .then((e) => e === 'false')
      )
        await her.at('chat-launcher').click();
    };
    const states = {
      closed: () => {},
      open: async () => {
        await open();
        await standing(her, 'open');
        await her.at('chat-attach').waitFor();
      },
      'about to end': async () => {
        await states.open();
        await her.at('chat-leave').click();
      },
      'asked a survey': async () => {
        await states.open();
        await page.getByRole('group', { name: 'Answers' }).waitFor();
      },
      'a file on its way': async () => {
        await states.open();
        await page.route(uploads, (route) => held.push(route));
        await attach(her, 'kettle.png', picture);
        await page.getByRole('button', { name: 'Cancel' }).waitFor();
      },
      'a file that failed': async () => {
        await states.open();
        await page.route(uploads, (route) => route.abort());
        await attach(her, 'kettle.png', picture);
        await page.getByRole('button', { name: 'Retry' }).waitFor();
      },
      'news below': async () => {
        await states.open();
        await page.getByRole('log').evaluate((log) => {
          log.scrollTop = 0;
        });
        news += 1;
        await say(mark, `And thing ${news}.`);
        await page.getByRole('button', { name: /new message/ }).waitFor();
      },
      unknown: async () => {
        await page.goto(`${platform.url}/shop#stranger`);
        await page.reload();
        await open();
        await her.at('chat-start').waitFor();
      },
    };
    await survey();
    await write(vera, 'All of it, from the beginning:'.padEnd(2_000, '\nand so on'));
    await attach(vera, 'kettle.png', picture);
    await vera.at('chat-file').last().waitFor();
    const done = new Set();
    const dead = [];
    for (const [state, enter] of Object.entries(states)) {
      const begin = async () => {
        await page.unroute(uploads);
        await Promise.all(held.map((route) => route.abort().catch(() => {})));
        held = [];
        await page.goto(`${platform.url}/shop`);
        await enter();
      };
      await begin();
      let fresh = true;
      const keys = await page.evaluate(() =>
        crawler.keys().filter(({ key }) => crawler.find(key).getRootNode() !== document),
      );
      for (const { key, name } of keys) {
        if (done.has(key)) continue;
        done.add(key);
        if (!fresh) await begin();
        fresh = false;
        const hidden = await hoverOnly(page, key);
        if (hidden.length)
          dead.push(`${state}: ${name} shows only the pointer: ${hidden.join(', ')}`);
        const outcome = await press(page, heard, key);
        if (outcome !== 'works') dead.push(`${state}: ${name} is ${outcome}`);
      }
    }
    assert.deepEqual(dead, []);
    assert.ok(done.size >= 16, [...done].join(', '));
    await context.close();
  },
);

step('a visitor who went away in between finds everything again', async () => {
  const { page } = vera;
  await page.goto('about:blank');
  await say(mark, 'Are you still there?');
  await page.goto(`${platform.url}/shop`);
  await vera.at('chat-launcher').click();
  await bubble(vera, 'Are you still there?').waitFor();
  const kept = await page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(kept, ['switchboard.chat.web-demo']);
  await until('the resume', async () => (await vera.at('chat-unread').innerText()) === '');
});

test('no request went to another origin', () => assert.deepEqual(foreign, []));
test('no page logged an error', () => assert.deepEqual(problems, []));
