// Dialogs, requests that nobody accepts, and steps that an agent takes back, in browsers of every
// size.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  choose,
  engage,
  giveReason,
  gone,
  openAgent,
  promote,
  row,
  say,
  take,
  tell,
} from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, step, wider } from './steps.mjs';

const MARTHA = { id: 'martha', name: 'Martha Osei' };
const NINA = { id: 'nina', name: 'Nina Park' };
const SIZES = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [390, 844],
  [390, 600],
];
const problems = [];
let platform;
let browser;
let mark;
let martha;
let nina;

before(async () => {
  [platform, browser] = await start('--no-demo');
  [mark, martha, nina] = await Promise.all(
    ['mark', 'martha', 'nina'].map((id) => openAgent(browser, platform, id, { problems })),
  );
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/**
 * Tests that every control of the dialog is whole and pressable: nothing covers it or cuts it off.
 */
async function reachable(page, testid) {
  const found = await page
    .getByTestId(testid)
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'nearest' });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return { inside, hit: element === at || element.contains(at) || at?.contains(element) };
    });
  assert.deepEqual(found, { inside: true, hit: true }, testid);
}

async function wide(page, [width, height]) {
  await page.setViewportSize({ width, height });
}
/** Opens an action; on a phone the actions stand in the menu. */
async function open(who, act) {
  const button = who.at(`action-${act}`);
  if (await button.count()) return button.click();
  await who.at('action-menu').click();
  return who.at(`menu-act-${act}`).click();
}

step('the dialog fits every window: list, note and button are whole, with labels', async () => {
  await platform.customer('Amelia Fox', '447700900501').writes('My kettle leaks at the handle');
  await take(mark, 'Amelia Fox');
  await say(mark, 'Let me ask.');
  for (const size of SIZES) {
    await wide(mark.page, size);
    await open(mark, 'discuss');
    await mark.at('target-option').first().waitFor();
    await mark.at('dialog').getByText('Assign to').waitFor();
    await mark.at('dialog').getByText('Select user').waitFor();
    await mark.at('type-team').click();
    await mark.at('target-option').first().waitFor();
    await choose(mark, MARTHA);
    await mark.at('note').fill('Is this batch known?');
    for (const part of ['act-discuss', 'type-agent', 'target', 'note', 'dialog-submit'])
      await reachable(mark.page, part);
    const list = await mark.at('target-list').boundingBox();
    assert.ok(list.height >= 90, `${size}: the list has ${list.height} px`);
    assert.deepEqual(await wider(mark.page), [], `${size}: nothing scrolls sideways`);
    await accessible(mark.page, `dialog at ${size.join('x')}`);
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
  }
  await wide(mark.page, [1440, 900]);
});

step('a refused colleague is last, with the reason, and cannot be chosen', async () => {
  await mark.at('action-transfer').click();
  await mark.at('target-option').first().waitFor();
  const refused = mark.at('group-unavailable').getByTestId('target-option');
  const why = await refused.allInnerTexts();
  assert.ok(why.length > 0 && why.every((text) => /offline|away|team|capacity/.test(text)), why);
  const all = await mark
    .at('target-option')
    .evaluateAll((options) => options.map((one) => one.getAttribute('aria-disabled') === 'true'));
  assert.deepEqual(all, all.toSorted(), 'what is allowed comes first');
  await refused.first().dispatchEvent('click');
  assert.ok(await mark.at('dialog-submit').isDisabled());
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('dialog'));
});

step('a rejection shows name and reason at the top, and asks somebody else', async () => {
  await engage(mark, MARTHA, { note: 'Is this batch known?' });
  await martha.at('offer-toast').waitFor();
  const reason = await giveReason(martha, martha.at('offer-reject'), 0);
  const told = mark.at('ended-request');
  await told.filter({ hasText: 'Martha Osei rejected' }).filter({ hasText: reason }).waitFor();
  for (const size of SIZES) {
    await wide(mark.page, size);
    await reachable(mark.page, 'ask-else');
    await accessible(mark.page, `rejected at ${size.join('x')}`);
  }
  await wide(mark.page, [1440, 900]);
  await mark.at('ask-else').click();
  assert.equal(await mark.at('note').inputValue(), 'Is this batch known?');
  await choose(mark, NINA);
  await mark.at('dialog-submit').click();
  await gone(told);
  await mark.at('withdraw').waitFor();
  await giveReason(mark, mark.at('withdraw'), 0);
  await told.filter({ hasText: 'You withdrew' }).waitFor();
  await mark.at('ended-request-dismiss').click();
  await gone(told);
  await mark.page.reload();
  await mark.at('composer').waitFor();
  assert.equal(await told.count(), 0, 'what was dismissed does not come back');
});

step('the panel begins with the question, and is as high as its talk', async () => {
  await engage(mark, MARTHA, { note: 'Is this batch known?' });
  await martha.at('offer-accept').first().click();
  await mark.at('discussion-question').filter({ hasText: 'Is this batch known?' }).waitFor();
  await mark.at('discussion-question').filter({ hasText: 'You asked' }).waitFor();
  const panel = () => mark.at('discussion-panel').boundingBox();
  const empty = await panel();
  assert.ok(empty.height < 300, `${empty.height} px while nothing was said`);
  await accessible(mark.page, 'a talk begins');
  for (let n = 0; n < 6; n += 1) await tell(martha, mark, `Line ${n} of what Martha knows`);
  assert.ok((await panel()).height > empty.height, 'it grows with the talk');
  const { height } = await mark.page.locator('.split').boundingBox();
  assert.ok((await panel()).height < height * 0.55, 'the customer keeps the larger part');
  for (const size of SIZES) {
    await wide(mark.page, size);
    // A narrow screen shows the customer or the discussion.
    if (size[0] <= 760) await mark.at('side-discussion').click();
    await reachable(mark.page, 'discussion-end');
    await accessible(mark.page, `a talk at ${size.join('x')}`);
  }
  await wide(mark.page, [1440, 900]);
});

step('active consultations come first for transfer and conference', async () => {
  await mark.at('action-transfer').click();
  await mark.at('group-consulting').getByText('Martha Osei').waitFor();
  const first = mark.at('target-option').first();
  assert.equal(await first.getAttribute('data-agent'), 'martha');
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('dialog'));
  await promote(mark, 'conference', 'martha');
  await martha.at('composer').waitFor();
});

step('the owner brings back a guest who was removed by mistake', async () => {
  await mark.at('remove-guest').click();
  const notice = mark.at('notice').filter({ hasText: 'Martha Osei is no longer' });
  await notice.waitFor();
  await gone(martha.at('composer'));
  await notice.getByRole('button', { name: 'Undo' }).click();
  await martha.at('composer').waitFor();
  assert.equal(await mark.at('party').count(), 2);
});

step(
  'an owner in a conference leaves it, or resolves it for everybody and takes that back',
  async () => {
    await mark.at('action-leave').waitFor();
    await mark.at('action-menu').click();
    await mark.at('menu-resolve').click();
    await mark.at('resolve-also').filter({ hasText: 'Martha Osei' }).waitFor();
    await mark.at('resolve-note').fill('Gasket sent');
    await accessible(mark.page, 'resolve for everybody');
    await mark.at('dialog-submit').click();
    await gone(mark.at('dialog'));
    await mark.at('ended-how').filter({ hasText: 'Resolved by you' }).waitFor();
    await mark.at('ended-note').filter({ hasText: 'Gasket sent' }).waitFor();
    await gone(martha.at('composer'));
    await accessible(mark.page, 'resolved');
    await mark
      .at('notice')
      .filter({ hasText: 'Resolved: Amelia Fox' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await mark.at('composer').waitFor();
    await mark.at('system-line').filter({ hasText: 'undid the resolution' }).waitFor();
    assert.equal(await mark.at('party').count(), 0, 'guests do not come back by themselves');
    await row(mark, 'Amelia Fox').waitFor();
  },
);

step('the agent cannot take a resolution back once the customer has begun anew', async () => {
  await mark.at('action-resolve').click();
  await mark.at('dialog-submit').click();
  const undo = mark.at('notice').filter({ hasText: 'Resolved: Amelia Fox' }).last();
  await undo.waitFor();
  await platform.customer('Amelia Fox', '447700900501').writes('One more thing');
  await until('the new conversation', async () =>
    (await mark.at('status').innerText()).includes('In queue'),
  );
  await gone(undo);
});

step('actions have words at 1280 px; an ownerless conversation is assigned', async () => {
  const olga = await openAgent(browser, platform, 'olga', { problems });
  await wide(olga.page, [1280, 720]);
  await olga.at('tab-queue').click();
  await row(olga, 'Amelia Fox').click();
  assert.equal((await olga.at('action-transfer').innerText()).trim(), 'Assign');
  await olga.at('action-transfer').click();
  await choose(olga, NINA);
  assert.match(await olga.at('dialog-submit').innerText(), /Assign to Nina Park/);
  await olga.at('dialog-submit').click();
  await gone(olga.at('dialog'));
  await nina.at('tab-mine').click();
  await row(nina, 'Amelia Fox').click();
  await wide(nina.page, [1280, 720]);
  for (const [act, word] of [
    ['discuss', /Discuss/],
    ['transfer', /Transfer/],
    ['resolve', /Resolve/],
  ]) {
    assert.match(await nina.at(`action-${act}`).innerText(), word);
    await reachable(nina.page, `action-${act}`);
  }
  await accessible(nina.page, 'header at 1280');
  await nina.at('list-sort').filter({ hasText: 'Last assigned' }).waitFor();
});

test('no page logged an error', () => assert.deepEqual(problems, []));
