// An admin gives a program a key, rotates and revokes it; imports agents from a CSV file; and reads
// what became of the invitations' e-mails.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { gone, openAgent } from './agent.mjs';
import { focus, press } from './keys.mjs';
import { start, still, until } from './platform.mjs';
import { seen, step } from './steps.mjs';
import { tabbing } from './sweep.mjs';

const SIZES = [
  [1440, 900],
  [390, 844],
];
const problems = [];
let platform;
let browser;
let ada;
let api;
let token;

before(async () => {
  [platform, browser] = await start('--no-demo');
  api = await platform.as('ada');
  ada = await openAgent(browser, platform, 'ada', {
    problems,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const show = async (page) => {
  await ada.page.goto(`${platform.url}/settings#${page}`);
  await ada.page.reload();
  await ada.at('settings').waitFor();
  await still(ada.page);
};
/** The status of a request by a key. */
const asks = async (by) =>
  (await fetch(`${platform.url}/v1/queues`, { headers: { authorization: `Bearer ${by}` } })).status;
const copied = () => ada.page.evaluate(() => navigator.clipboard.readText());
const row = (name) => ada.at('key-row').filter({ hasText: name });

step('an empty page says what a key is for, and shows a first request', async () => {
  await show('apiKeys');
  await ada.at('key-first').waitFor();
  assert.match(await ada.at('key-sample').innerText(), /curl -H "Authorization: Bearer/);
  assert.deepEqual(await tabbing(ada.page), []);
  await seen(ada.page, 'keys none', SIZES);
});

step('a key is made by keyboard alone, and its token shows once', async () => {
  await ada.at('key-new').focus();
  await press(ada.page, 'Enter');
  await ada.at('key-name').waitFor();
  await ada.page.keyboard.type('Shop');
  await ada.at('key-team-support').check();
  await seen(ada.page, 'keys new', SIZES);
  await ada.at('key-name').focus();
  await press(ada.page, 'Enter');
  await ada.at('key-token').waitFor();
  assert.equal(await focus(ada.page), 'key-token-copy');
  token = await ada.at('key-token').inputValue();
  assert.match(token, /^swk_key-shop_/);
  assert.equal(await asks(token), 200);
  await seen(ada.page, 'keys token', SIZES);
  await press(ada.page, 'Escape');
  await ada.at('key-not-copied').waitFor();
  await ada.at('key-token-copy').click();
  await until('the copy', async () => (await copied()) === token);
  await press(ada.page, 'Escape');
  await gone(ada.at('dialog'));
  assert.equal(await focus(ada.page), 'key-edit-key-shop');
  assert.doesNotMatch(await ada.page.content(), new RegExp(token));
  await row('Shop').filter({ hasText: 'Reads only' }).waitFor();
  await show('apiKeys');
  await row('Shop').filter({ hasText: 'Last used' }).waitFor();
});

step('a name that is taken is refused at its field', async () => {
  await ada.at('key-new').click();
  await ada.at('key-name').fill('shop');
  await ada.at('dialog-submit').click();
  await ada.at('key-name-problem').filter({ hasText: 'has this name already' }).waitFor();
  assert.equal(await focus(ada.page), 'key-name');
  await ada.at('key-rate').fill('9000');
  await ada.at('key-rate-problem').filter({ hasText: 'from 1 to 6,000' }).waitFor();
  await seen(ada.page, 'keys refused', SIZES);
  await press(ada.page, 'Escape');
});

step('a rotation lets both tokens work for the chosen time', async () => {
  await ada.at('key-rotate-key-shop').click();
  await ada.at('key-overlap-hour').check();
  await seen(ada.page, 'keys rotate', SIZES);
  await ada.at('dialog-submit').click();
  await ada.at('key-earlier').waitFor();
  const second = await ada.at('key-token').inputValue();
  await seen(ada.page, 'keys rotated', SIZES);
  await ada.at('key-token-copy').click();
  await ada.at('key-token-done').click();
  await row('Shop').filter({ hasText: 'Rotating' }).waitFor();
  assert.deepEqual([await asks(token), await asks(second)], [200, 200]);
  token = second;
});

step('of two admins, the second sees the change of the first and saves upon it', async () => {
  await ada.at('key-edit-key-shop').click();
  const { keys } = await api.ask('GET', '/v1/keys');
  await ada.at('key-access').selectOption('write');
  await api.ask('PUT', '/v1/keys/key-shop', { version: keys[0].version, name: 'Web shop' });
  await ada.at('dialog-submit').click();
  await ada.at('key-conflict').waitFor();
  assert.equal(await ada.at('key-name').inputValue(), 'Web shop');
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
  await row('Web shop').filter({ hasText: 'Reads and writes' }).waitFor();
  await seen(ada.page, 'keys list', SIZES);
});

step('the search of the settings finds the page and the key', async () => {
  await show('appearance');
  await ada.at('settings-search').focus();
  await ada.page.keyboard.type('web shop');
  await ada.at('settings-found').filter({ hasText: 'API keys' }).first().waitFor();
  await press(ada.page, 'Enter');
  await until('the key', async () => (await focus(ada.page)) === 'key-edit-key-shop');
});

step('a revocation names what stops, and holds at once', async () => {
  await ada.at('key-revoke-key-shop').click();
  await ada.at('key-stops').filter({ hasText: 'Open connections of Web shop close' }).waitFor();
  await ada.at('key-in-use').waitFor();
  await seen(ada.page, 'keys revoke', SIZES);
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
  await ada.at('key-over').click();
  await row('Web shop').filter({ hasText: 'Revoked' }).waitFor();
  await until('the refusal', async () => (await asks(token)) === 401, 40_000);
  await ada.at('page-history').click();
  await ada.at('settings-change').first().waitFor();
  assert.match(
    await ada.at('settings-changes').innerText(),
    /Key Web shop[\s\S]*Revoked: no → yes/,
  );
  await seen(ada.page, 'keys history', SIZES);
});

step('managers have no page of keys', async () => {
  const { manager } = await managerOf();
  const other = await openAgent(browser, platform, manager, { problems });
  await other.page.goto(`${platform.url}/settings#apiKeys`);
  await other.page.reload();
  await other.at('section-teams').waitFor();
  assert.equal(await other.at('section-apiKeys').count(), 0);
  assert.equal(await other.at('keys-page').count(), 0);
  await other.page.context().close();
});
async function managerOf() {
  const { agents } = await api.ask('GET', '/v1/workspace');
  return { manager: agents.find(({ role }) => role === 'manager').id };
}

const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const put = (name, text) => ada.at('import-file').setInputFiles(file(name, text));

step('a sample can be downloaded and checked as it is', async () => {
  await show('agents');
  await ada.at('ws-import').click();
  await ada.at('import-drop').waitFor();
  await still(ada.page);
  await seen(ada.page, 'import source', SIZES);
  assert.deepEqual(await tabbing(ada.page), []);
  const coming = ada.page.waitForEvent('download');
  await ada.at('import-sample').click();
  const sample = await readFile(await (await coming).path(), 'utf8');
  await put('agents.csv', sample);
  await ada.at('import-checked').filter({ hasText: 'agents.csv: 2 rows' }).waitFor();
  assert.equal(await ada.at('import-row').and(ada.page.locator('[data-fate="new"]')).count(), 2);
  await ada.at('import-other').click();
});

step('a file that is no table says what to do', async () => {
  await ada.at('import-file').setInputFiles({
    name: 'agents.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004....'),
  });
  await ada.at('import-problem').filter({ hasText: 'Save it as CSV' }).waitFor();
  await ada.at('import-text').fill('name\nKim\n');
  await ada.at('import-check').click();
  await ada.at('import-problem').filter({ hasText: 'No column has the heading email' }).waitFor();
  await seen(ada.page, 'import refused', SIZES);
});

step(
  'a dry run shows each fate, and the refused rows with the reason at their column',
  async () => {
    const text = [
      'email;name;role;teams;Shoe size',
      'zoe@example.com;Zoë Van Dam;agent;support;39',
      'ola@example.com;Ola;boss;support;40',
      'pat@example.com;Pat;agent;Nowhere;41',
      'zoe@example.com;Twice;agent;support;42',
    ].join('\r\n');
    await put('people.csv', `\uFEFF${text}`);
    await ada.at('import-checked').filter({ hasText: '4 rows' }).waitFor();
    await ada.at('import-ignored').filter({ hasText: 'Shoe size' }).waitFor();
    await ada.at('import-only-refused').click();
    assert.equal(await ada.at('import-row').count(), 3);
    assert.match(
      await ada.at('import-reason').first().innerText(),
      /^Role: There is no role "boss"/,
    );
    await seen(ada.page, 'import checked', SIZES);
    assert.deepEqual(await tabbing(ada.page), []);
    await ada.at('import-begin').click();
    await ada.at('import-done').filter({ hasText: '1 made' }).waitFor();
    await seen(ada.page, 'import done', SIZES);
    await ada.at('import-close').click();
    await until('the focus', async () => (await focus(ada.page)) === 'ws-import');
  },
);

step('10,000 rows show page by page, import in parts, stop and go on', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => `many${n}@example.com,Many ${n}`);
  await ada.at('ws-import').click();
  await put('many.csv', ['email,name', ...rows].join('\n'));
  await ada.at('import-checked').filter({ hasText: '10,000 rows' }).waitFor({ timeout: 60_000 });
  assert.equal(await ada.at('import-row').count(), 50);
  await ada.at('import-after').click();
  await ada.at('import-range').filter({ hasText: '51 to 100 of 10,000' }).waitFor();
  await seen(ada.page, 'import many', SIZES);
  await ada.at('import-begin').click();
  await ada.at('import-progress').waitFor();
  await seen(ada.page, 'import running', [[1440, 900]]);
  await ada.at('section-teams').click();
  await ada.at('section-agents').click();
  await ada.at('import-stop').click();
  await ada
    .at('import-done')
    .filter({ hasText: 'Stopped before row' })
    .waitFor({ timeout: 60_000 });
  await seen(ada.page, 'import stopped', SIZES);
});

test('no page logged an error', () => assert.deepEqual(problems, []));
