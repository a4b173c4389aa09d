// A whole shift without a mouse; axe judges every step.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone, line, message, openAgent, row } from './agent.mjs';
import { choosePerson, focus, focusOn, press, reach, submit, type } from './keys.mjs';
import { start, until } from './platform.mjs';
import { accessible, step } from './steps.mjs';

const problems = [];
let platform;
let browser;
let mark;
let martha;
let smith;

before(async () => {
  [platform, browser] = await start('--no-demo');
  const ada = await platform.as('ada');
  await ada.ask('PUT', '/v1/canned/gasket', {
    version: 0,
    title: 'Gasket free',
    category: 'Kettles',
    text: 'A gasket is free for {{first_name}}.',
  });
  smith = platform.customer('John Smith', '447700900123');
  [mark, martha] = await Promise.all(
    ['mark', 'martha'].map((id) => openAgent(browser, platform, id, { problems })),
  );
  // Any event of a mouse is an error here.
  for (const { page } of [mark, martha]) {
    await page.evaluate(() => {
      for (const kind of ['pointerdown', 'mousedown'])
        addEventListener(kind, () => console.error(`a ${kind}`), true);
    });
  }
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

step('the agent opens the queue, looks into it, and accepts its first customer', async () => {
  await smith.writes('My kettle leaks');
  const { page } = mark;
  await press(page, 'Tab');
  assert.match(await page.evaluate(() => document.activeElement?.className ?? ''), /skip/);
  await reach(page, 'tab-mine');
  await press(page, 'ArrowRight');
  await focusOn(page, 'tab-queue');
  await press(page, 'Enter');
  await row(mark, 'John Smith').waitFor();
  await press(page, 'Alt+Digit3');
  await focusOn(page, 'row');
  await accessible(page, 'keyboard: the queue');
  await press(page, 'Enter');
  await message(mark, 'My kettle leaks').waitFor();
  await accessible(page, 'keyboard: looking into it');
  await press(page, 'Alt+KeyA');
  await mark.at('composer').waitFor();
  await press(page, 'Alt+Digit1');
  await focusOn(page, 'composer');
});

step('Enter sends a reply, Shift+Enter begins a second line', async () => {
  const { page } = mark;
  await type(page, 'I am sorry.');
  await press(page, 'Shift+Enter');
  await type(page, 'Where does it leak?');
  await press(page, 'Enter');
  await message(mark, 'Where does it leak?').waitFor();
  await until('the customer to have it', async () =>
    (await smith.messages()).some(({ text }) => text === 'I am sorry.\nWhere does it leak?'),
  );
  assert.equal(await focus(page), 'composer', 'the next line can be typed at once');
  await accessible(page, 'keyboard: a reply');
});

step('an agent finds a canned message by its words and sends it', async () => {
  const { page } = mark;
  await press(page, 'Control+Slash');
  await mark.at('canned-picker').waitFor();
  await type(page, 'gasket');
  await mark.at('canned-option').filter({ hasText: 'Gasket free' }).waitFor();
  await accessible(page, 'keyboard: canned messages');
  await press(page, 'Enter');
  await focusOn(page, 'composer');
  await press(page, 'Enter');
  await message(mark, 'A gasket is free for John.').waitFor();
});

step('a comment needs Ctrl+Enter, and the customer never sees it', async () => {
  const { page } = mark;
  await press(page, 'Alt+KeyN');
  await type(page, 'Second one from the March batch');
  await press(page, 'Enter');
  assert.equal(await message(mark, 'March batch').count(), 0, 'Enter alone sends no comment');
  await press(page, 'Control+Enter');
  await message(mark, 'March batch').waitFor();
  await accessible(page, 'keyboard: a comment');
  await press(page, 'Alt+KeyC');
  assert.ok(!(await smith.messages()).some(({ text }) => text.includes('March')));
});

step('a colleague accepts a request, and the agent ends the discussion', async () => {
  const { page } = mark;
  await press(page, 'Alt+KeyD');
  await mark.at('dialog').waitFor();
  await choosePerson(page, 'Martha Osei');
  await accessible(page, 'keyboard: assign or discuss');
  await submit(page);
  await martha.at('offer-toast').waitFor();
  await accessible(martha.page, 'keyboard: a request');
  await press(martha.page, 'Alt+KeyA');
  await mark.at('discussion-panel').waitFor();
  await press(page, 'Alt+Digit2');
  await focusOn(page, 'discussion-composer');
  await type(page, 'Which part do I send?');
  await press(page, 'Enter');
  await martha.at('discussion-message').filter({ hasText: 'Which part' }).waitFor();
  await press(martha.page, 'Alt+Digit2');
  await type(martha.page, 'The gasket 20-817');
  await press(martha.page, 'Enter');
  await mark.at('discussion-message').filter({ hasText: '20-817' }).waitFor();
  await accessible(page, 'keyboard: a discussion');
  await reach(page, 'discussion-end', 'Shift+Tab');
  await press(page, 'Enter');
  // The note has the focus: a stray Enter must not record a success.
  await focusOn(page, 'end-note');
  await accessible(page, 'keyboard: its end');
  await reach(page, 'resolved-yes', 'Tab');
  await press(page, 'Enter');
  await line(mark, 'You ended the discussion: resolved').waitFor();
});

step('the agent transfers the conversation; Escape leaves a dialog without a trace', async () => {
  const { page } = mark;
  await press(page, 'Alt+Digit1', 'Alt+KeyT');
  await mark.at('dialog').waitFor();
  // Escape closes the innermost first: the list of colleagues, then the dialog.
  await press(page, 'Escape', 'Escape');
  await gone(mark.at('dialog'));
  await press(page, 'Alt+KeyT');
  await choosePerson(page, 'Martha Osei');
  await accessible(page, 'keyboard: transfer');
  await submit(page);
  await gone(mark.at('composer'));
});

step('the new owner resolves the conversation, with a note', async () => {
  const { page } = martha;
  await until('her composer', async () => {
    if (await martha.at('offer-toast').count()) await press(page, 'Alt+KeyA');
    await press(page, 'Alt+ArrowDown');
    return (await martha.at('composer').count()) > 0;
  });
  await press(page, 'Alt+Digit1');
  await type(page, 'A gasket is on its way.');
  await press(page, 'Enter');
  await message(martha, 'A gasket is on its way.').waitFor();
  await press(page, 'Alt+KeyR');
  await focusOn(page, 'resolve-note');
  await type(page, 'Gasket sent');
  await accessible(page, 'keyboard: resolve');
  await submit(page);
  await line(martha, 'You resolved the conversation').filter({ hasText: 'Gasket sent' }).waitFor();
  await accessible(page, 'keyboard: resolved');
});

test('no mouse event came, and no page logged an error', () => assert.deepEqual(problems, []));
