// Every page of the settings: in light and dark, wide and narrow, by keyboard alone, and judged by
// axe; the search; two admins who save at once; and undo.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone, openAgent } from './agent.mjs';
import { focus, press } from './keys.mjs';
import { start, still, until } from './platform.mjs';
import { seen, step } from './steps.mjs';
import { dialogs, pages, tabbing } from './sweep.mjs';

const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
];
const problems = [];
let platform;
let browser;
let ada;
let api;

before(async () => {
  [platform, browser] = await start('--no-demo');
  ada = await openAgent(browser, platform, 'ada', { problems });
  api = await platform.as('ada');
  const canned = {
    version: 0,
    title: 'Sweep',
    category: 'General',
    text: 'Hello {{first_name}}',
  };
  await api.ask('PUT', '/v1/canned/sweep', canned);
  await api.ask('PUT', '/v1/keys/key-shop', { version: 0, name: 'Shop' });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const show = async (page) => {
  await ada.page.goto(`${platform.url}/settings#${page}`);
  await ada.page.reload();
  await ada.at('settings').waitFor();
  await until('the page', () =>
    ada.page.evaluate(
      () => !document.querySelector('.content .skeleton, .content [aria-busy="true"]'),
    ),
  );
  await still(ada.page);
};
const fold = () => ada.at('page-history').click();

for (const name of pages) {
  test(`the page ${name} is sound in every size and theme`, async () => {
    await show(name);
    await seen(ada.page, `settings ${name}`, SIZES);
  });
  test(`every control of the page ${name} is reached by Tab, and shows it`, async () => {
    assert.deepEqual(await tabbing(ada.page), []);
  });
}

for (const [name, opener, more] of dialogs) {
  step(
    `the dialog ${opener} opens by Enter, closes by Escape and gives the focus back`,
    async () => {
      await show(name);
      await ada.at(opener).focus();
      await press(ada.page, 'Enter');
      await ada.at('dialog').waitFor();
      assert.ok(
        await ada.page.evaluate(
          () => document.activeElement?.closest('[data-testid="dialog"]') !== null,
        ),
        'the focus is in the dialog',
      );
      await seen(ada.page, `dialog ${name} ${opener}`, SIZES);
      if (more) {
        await ada.at(more).click();
        await ada.at('settings-changes').or(ada.at('empty')).first().waitFor();
        await seen(ada.page, `dialog ${name} ${opener} with its history`, [[390, 844]]);
      }
      await press(ada.page, 'Escape');
      await gone(ada.at('dialog'));
      assert.equal(await focus(ada.page), opener);
    },
  );
}

step('the search goes by slash, arrows and Enter to a field, a record and a message', async () => {
  await show('appearance');
  await ada.page.evaluate(() => document.activeElement?.blur());
  await press(ada.page, '/');
  await ada.page.keyboard.type('sla target');
  await ada.at('settings-found').first().waitFor();
  await seen(ada.page, 'search', SIZES);
  await press(ada.page, 'ArrowDown');
  await press(ada.page, 'Enter');
  await until('the field', async () => (await focus(ada.page)) === 'first-answer-target');
  assert.ok(
    await ada.at('first-answer-target').evaluate((field) => {
      const { top, bottom } = field.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }),
  );
  await ada.at('settings-search').focus();
  await ada.page.keyboard.type('martha');
  await ada.at('settings-found').filter({ hasText: 'Martha Osei' }).first().waitFor();
  await press(ada.page, 'Enter');
  await until('the record', async () => (await focus(ada.page)) === 'ws-edit-martha');
  await ada.at('settings-search').focus();
  await ada.page.keyboard.type('sweep');
  await press(ada.page, 'Enter');
  await until('the message', async () => (await focus(ada.page)) === 'canned-sweep');
  await ada.at('settings-search').focus();
  await ada.page.keyboard.type('zzzz');
  await ada.at('empty').filter({ hasText: 'The search covers' }).waitFor();
  await seen(ada.page, 'search without results', SIZES);
  await press(ada.page, 'Escape');
});

step('of two admins who save at once, the second sees both values, and keeps one', async () => {
  await show('timers');
  await ada.at('auto-resolve').fill('2h');
  const { version } = await api.ask('GET', '/v1/settings');
  await api.ask('PUT', '/v1/settings', { auto_resolve_seconds: 10_800, version });
  await ada.at('settings-save').click();
  await ada.at('settings-conflict').waitFor();
  await ada.at('show-difference').click();
  await seen(ada.page, 'settings conflict', SIZES);
  await ada.at('keep-mine').click();
  await ada.at('settings-save').click();
  await ada.page.getByText('Saved.').waitFor();
  assert.equal((await api.ask('GET', '/v1/settings')).auto_resolve_seconds, 7_200);
});

step('an undo writes the earlier value, and a change before it says why it stays', async () => {
  await fold();
  await ada.at('settings-change').first().waitFor();
  assert.match(await ada.at('settings-change').nth(1).innerText(), /Cannot be undone/);
  await ada.at('undo').first().click();
  await ada.at('undo-done').filter({ hasText: 'Resolve after silence' }).waitFor();
  await until(
    'the earlier value',
    async () => (await ada.at('auto-resolve').inputValue()) === '3h',
  );
  await seen(ada.page, 'history', SIZES);
});

step('a record that a colleague changed shows their version, and can be saved again', async () => {
  await show('teams');
  await ada.at('ws-edit-support').click();
  const { teams } = await api.ask('GET', '/v1/workspace');
  const { version } = teams.find(({ id }) => id === 'support');
  await ada.at('ws-name').fill('Support EU');
  await api.ask('PUT', '/v1/teams/support', { version, name: 'Helpdesk' });
  await ada.at('dialog-submit').click();
  await ada.at('ws-conflict').filter({ hasText: 'Helpdesk' }).waitFor();
  await seen(ada.page, 'record conflict', SIZES);
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
  await ada.at('ws-row').filter({ hasText: 'Support EU' }).waitFor();
});

step('a canned message that a colleague changed can be taken or kept', async () => {
  await show('canned');
  await ada.at('canned-sweep').click();
  await ada.at('canned-text').fill('Good morning to you');
  const theirs = { version: 1, title: 'Sweep', category: 'General', text: 'Welcome' };
  await api.ask('PUT', '/v1/canned/sweep', theirs);
  await ada.at('dialog-submit').click();
  await ada.at('canned-conflict').filter({ hasText: 'Welcome' }).waitFor();
  await ada.at('canned-mine').click();
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
  await ada.at('canned-row').filter({ hasText: 'Good morning to you' }).waitFor();
});

step('names in any writing, with markup, too long or taken do no harm', async () => {
  await show('teams');
  const rtl = '<b>فريق</b> & "الدعم"';
  await ada.at('ws-new').click();
  await ada.at('ws-name').fill('x'.repeat(41));
  await ada.at('ws-name-problem').waitFor();
  assert.ok(await ada.at('dialog-submit').isDisabled());
  await ada.at('ws-name').fill(rtl);
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
  const row = ada.at('ws-row').filter({ hasText: rtl });
  await row.waitFor();
  assert.equal(await row.locator('b').count(), 0);
  await ada.at('ws-new').click();
  await ada.at('ws-name').fill(rtl);
  await ada.at('dialog-submit').click();
  await ada.at('ws-name-problem').filter({ hasText: 'has this name already' }).waitFor();
  assert.equal(await focus(ada.page), 'ws-name');
  await press(ada.page, 'Escape');
  await gone(ada.at('dialog'));
});

step('rows and fields warn where customers reach nobody', async () => {
  await api.ask('PUT', '/v1/teams/ghosts', { version: 0, name: 'Ghosts' });
  await api.ask('PUT', '/v1/queues/attic', { version: 0, name: 'Attic', team: 'ghosts' });
  await show('queues');
  await ada.at('ws-warning').filter({ hasText: 'Nobody is in team Ghosts' }).waitFor();
  await seen(ada.page, 'queues with a warning', SIZES);
  await show('queue');
  await ada.at('row-skills').getByTestId('word').fill('finnish');
  await ada.at('row-skills').getByTestId('word').press('Enter');
  await ada
    .at('row-skills')
    .getByTestId('example')
    .filter({ hasText: 'Nobody has finnish' })
    .waitFor();
  await seen(ada.page, 'skills that nobody has', SIZES);
});

step('the last admin stays an admin, and reads why', async () => {
  await show('agents');
  await ada.at('ws-edit-ada').click();
  assert.equal(await ada.at('ws-end').count(), 0);
  await ada.at('ws-role').selectOption('agent');
  await ada.at('dialog-submit').click();
  await ada.at('ws-role-problem').filter({ hasText: 'last admin' }).waitFor();
  assert.equal(await focus(ada.page), 'ws-role');
});

test('no page logged an error', () => assert.deepEqual(problems, []));
