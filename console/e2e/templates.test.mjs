// Templates: admins enter them, agents send them, and after the window closes agents can send
// nothing else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone, message, openAgent, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { seen, step } from './steps.mjs';

const problems = [];
let platform;
let browser;
let mark;
let martha;
let ada;
const chloe = () => platform.customer('Chloé Martin', '447700900601');

before(async () => {
  [platform, browser] = await start('--no-demo');
  [mark, martha, ada] = await Promise.all(
    ['mark', 'martha', 'ada'].map((id) => openAgent(browser, platform, id, { problems })),
  );
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

step('an admin enters a template as the provider approved it', async () => {
  await ada.page.goto(`${platform.url}/settings#templates`);
  await ada.at('template-row').first().waitFor();
  await seen(ada.page, 'templates page');
  await ada.at('template-new').click();
  await ada.at('template-name').fill('Order late');
  await ada.at('template-body').fill('Hello {{first_name}}, your order {{order}} is late.');
  assert.ok(await ada.at('dialog-submit').isDisabled(), 'a name takes no blanks');
  await ada.at('template-name').fill('order_late');
  await ada.at('template-header').fill('{{1}} {{2}}');
  assert.ok(await ada.at('dialog-submit').isDisabled(), 'a header takes one value');
  await ada.at('template-header').fill('');
  await ada.at('template-buttons').fill('Thanks');
  await ada.at('template-fill').first().selectOption({ label: 'First name' });
  await seen(ada.page, 'template dialog');
  await ada.at('dialog-submit').click();
  await gone(ada.at('dialog'));
  const added = ada.at('template-row').filter({ hasText: 'Order late' });
  await added.filter({ hasText: 'Approved' }).waitFor();
  await until('the focus', () =>
    ada.page.evaluate(() => document.activeElement?.dataset.testid?.includes('order_late')),
  );
});

step(
  'an agent sends a template in the customer’s language, filled with the known values',
  async () => {
    await chloe().writes('Where is my order?');
    await take(mark, 'Chloé Martin');
    await mark.at('open-templates').click();
    const picker = mark.at('template-picker');
    await mark.at('template-option').filter({ hasText: 'Order late' }).waitFor();
    await mark.at('template-language').selectOption({ label: 'German' });
    await mark
      .at('template-option')
      .filter({ hasText: 'Order late' })
      .waitFor({ state: 'detached' });
    assert.equal(await mark.at('template-option').count(), 2);
    await mark.at('template-language').selectOption({ label: 'All languages' });
    await mark.at('template-search').fill('spring');
    await picker.getByText('The provider has paused this template').waitFor();
    await mark.at('template-search').press('Enter');
    assert.equal(await mark.at('template-send').count(), 0, 'what is paused cannot be taken');
    await mark.at('template-search').fill('');
    await seen(mark.page, 'template picker');
    await mark.at('template-search').fill('order late');
    await mark.at('template-search').press('Enter');
    const values = mark.at('template-value');
    assert.equal(await values.nth(0).inputValue(), 'Chloé');
    assert.equal(await values.nth(1).inputValue(), '');
    await values.nth(1).press('Enter');
    await picker.getByText('Enter a value.').waitFor();
    await seen(mark.page, 'template values');
    await values.nth(1).fill('20817');
    await mark.at('template-preview').filter({ hasText: 'your order 20817 is late' }).waitFor();
    await values.nth(1).press('Enter');
    await gone(picker);
    await message(mark, 'Hello Chloé, your order 20817 is late.').waitFor();
    await until('the phone', async () => {
      const all = await chloe().messages();
      return JSON.stringify(all).includes('Hello Chloé, your order 20817 is late.');
    });
  },
);

step('an agent reads the templates’ page, and changes nothing there', async () => {
  await martha.page.goto(`${platform.url}/settings#templates`);
  await martha.at('template-row').first().waitFor();
  await martha.page.getByText('Admins enter templates.').waitFor();
  assert.equal(await martha.at('template-new').count(), 0);
});

step('a closed window leaves only templates, which a slash brings up', async () => {
  await chloe().writes('Thank you, when?');
  await message(mark, 'Thank you, when?').waitFor();
  // A day later nobody's session lasts, and the agent who left her without an answer does not own
  // the conversation any more.
  await mark.page.context().close();
  for (let n = 0; n < 2; n += 1) await platform.forward(13 * 3_600);
  mark = await openAgent(browser, platform, 'mark', { problems });
  await take(mark, 'Chloé Martin');
  await mark.at('window-strip').waitFor();
  await mark.at('composer').fill('On Friday');
  assert.ok(await mark.at('send').isDisabled());
  await mark.at('composer').fill('');
  await seen(mark.page, 'window closed');
  await mark.at('composer').press('/');
  await mark.at('template-picker').waitFor();
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('template-picker'));
  assert.equal(await mark.at('composer').inputValue(), '', 'nothing is left of the slash');
  await mark.at('choose-template').click();
  await mark.at('template-search').fill('hello english');
  await mark.at('template-search').press('Enter');
  await mark.at('template-send').press('Enter');
  await message(mark, 'Do you still need our help?').waitFor();
  await seen(mark.page, 'template in the thread', [
    [1440, 900],
    [390, 844],
  ]);
  await chloe().writes('Yes, please');
  await gone(mark.at('window-strip'));
  await say(mark, 'It comes on Friday.');
});

test('no page logged an error', () => assert.deepEqual(problems, []));
