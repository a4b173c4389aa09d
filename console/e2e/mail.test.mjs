// A workplace in earnest that sends e-mail: an invitation says whether its letter went out, and the
// account menu leads to the sessions and the password.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { gone } from './agent.mjs';
import { emptyPage, start, until } from './platform.mjs';
import { seen, step } from './steps.mjs';

const SIZES = [
  [1440, 900],
  [390, 844],
];
const PASSWORD = 'a long sentence of mine';
const problems = [];
const letters = [];
let post;
let platform;
let browser;
let page;
const at = (testid) => page.getByTestId(testid);

/** A mail server that takes every letter, except those to an address that begins with `full`. */
function openPost() {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    const say = (line) => socket.write(`${line}\r\n`);
    let left = '';
    let letter;
    say('220 post');
    socket.on('data', (part) => {
      const lines = (left + part).split('\r\n');
      left = lines.pop();
      for (const line of lines) {
        if (letter) {
          if (line === '.') {
            letters.push(letter.join('\n'));
            letter = undefined;
            say('250 taken');
          } else letter.push(line);
        } else if (line.startsWith('RCPT TO:<full')) say('552 the box is full');
        else if (line === 'DATA') {
          letter = [];
          say('354 go on');
        } else say(line === 'QUIT' ? '221 bye' : '250 fine');
      }
    });
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

before(async () => {
  post = await openPost();
  const smtp = `smtp://127.0.0.1:${post.address().port}`;
  [platform, browser] = await start('serve', '--smtp', smtp, '--mail-from', 'desk@acme.test');
  const code = await until('the code', () => /set-up code (\S+)/.exec(platform.said())?.[1]);
  page = await emptyPage(browser, { problems, what: 'the first admin' });
  await page.goto(platform.url);
  await page.locator('[name="code"]').fill(code);
  await page.locator('[name="workspace"]').fill('Acme');
  await page.locator('[name="name"]').fill('Ada Winter');
  await page.locator('[name="email"]').fill('ada@acme.test');
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"], form button').first().click();
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
  post?.close();
});

const invite = async (name, email) => {
  await page.goto(`${platform.url}/settings#agents`);
  await at('ws-new').click();
  await at('ws-name').fill(name);
  await at('ws-email').fill(email);
  await at('dialog-submit').click();
};

step('an invitation whose letter went out says so', async () => {
  await invite('Mark Adler', 'mark@acme.test');
  await at('ws-mailed').filter({ hasText: 'mark@acme.test' }).waitFor();
  await seen(page, 'mail sent', SIZES);
  await until('the letter', () => letters.some((one) => one.includes('mark@acme.test')));
  await at('ws-invited-done').click();
  await gone(at('dialog'));
});

step('a letter that was refused leaves the link, and says why', async () => {
  await invite('Nina Park', 'full@acme.test');
  await at('ws-not-mailed').filter({ hasText: '552' }).waitFor();
  assert.match(await at('ws-link').inputValue(), /\/invite\//);
  await seen(page, 'mail refused', SIZES);
  await at('ws-invited-done').click();
  await gone(at('dialog'));
});

step(
  'imported agents are invited together, and those without a letter come with links',
  async () => {
    await at('ws-import').click();
    await at('import-text').fill('email,name\npat@acme.test,Pat\nfull.lou@acme.test,Lou\n');
    await at('import-check').click();
    await at('import-begin').click();
    await at('import-invite').click();
    await at('import-mailed').filter({ hasText: '1 email went out' }).waitFor();
    await at('import-by-hand').filter({ hasText: '1 agent got no email' }).waitFor();
    await at('import-mail-problem').filter({ hasText: '552' }).waitFor();
    await seen(page, 'mail import', SIZES);
    await at('import-close').click();
  },
);

step('the account menu leads to the sessions and the password', async () => {
  await at('presence-menu').click();
  await at('account-link').waitFor();
  await seen(page, 'mail account menu', SIZES);
  const coming = page.context().waitForEvent('page');
  await at('account-link').click();
  const account = await coming;
  await account.getByText('ada@acme.test').first().waitFor();
  assert.equal(new URL(account.url()).pathname, '/oidc/account');
});

test('no page logged an error', () => assert.deepEqual(problems, []));
