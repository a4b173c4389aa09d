// What colleagues come back to: templates, ended discussions, requests, earlier conversations, and how
// a customer can be reached whom nobody could serve.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { engage, gone, line, message, openAgent, row, say, take, tell } from './agent.mjs';
import { start, still, until, violations } from './platform.mjs';
import { step } from './steps.mjs';
import { attach, begin, bubble, openVisitor, standing, write } from './visitor.mjs';

const MARTHA = { id: 'martha', name: 'Martha Osei' };
const SIZES = [
  [1440, 900],
  [1280, 720],
  [390, 844],
];
const problems = [];
let platform;
let browser;
let vera;
let mark;
let martha;
let ada;
const chloe = () => platform.customer('Chloé Martin', '447700900601');
const john = () => platform.customer('John Smith', '447700900602');

before(async () => {
  [platform, browser] = await start('--no-demo');
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const sideways = () =>
  [document.documentElement, ...document.querySelectorAll('.scroll, [data-testid="dialog"]')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
    .map((one) => `${one.tagName}.${one.className} is ${one.scrollWidth} of ${one.clientWidth}`);

/** Looks at a screen in every size, in light and dark; with SHOTS=<folder> leaves pictures there. */
async function seen(page, what, sizes = SIZES) {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await still(page);
      if (process.env.SHOTS) {
        const path = `${process.env.SHOTS}/${what.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
        await page.screenshot({ path });
      }
      assert.deepEqual(await violations(page), [], `${what}, ${width} px, ${colorScheme}`);
    }
    assert.deepEqual(await page.evaluate(sideways), [], `${what} scrolls sideways at ${width} px`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}
const conversationOf = (who) => new URL(who.page.url()).pathname.slice('/c/'.length);

step('a visitor whom nobody can serve is told so, and leaves an address', async () => {
  vera = await openVisitor(browser, `${platform.url}/shop`, { problems });
  await vera.at('chat-launcher').click();
  await begin(vera, 'Vera Lind');
  const reach = vera.at('chat-reach');
  await reach.waitFor();
  await vera.at('chat-state').filter({ hasText: 'Nobody is here right now.' }).waitFor();
  await vera.page.getByText('Leave a message. We will answer as soon as').waitFor();
  assert.equal(await vera.at('chat-place').innerText(), '', 'no place where nobody serves');
  await seen(vera.page, 'widget away');
  await reach.fill('vera at example');
  await vera.at('chat-text').fill('Is the blue lamp back in stock?');
  await vera.at('chat-send').click();
  await vera.page.getByText('Write an e-mail address like').waitFor();
  assert.equal(await vera.at('chat-message').count(), 0, 'nothing goes with a wrong address');
  assert.equal(await vera.at('chat-text').inputValue(), 'Is the blue lamp back in stock?');
  await seen(vera.page, 'widget away wrong', [[390, 844]]);
  await reach.fill('vera@example.com');
  await write(vera, 'Is the blue lamp back in stock?');
  await vera.page.reload();
  await vera.at('chat-launcher').click();
  await vera.at('chat-state').filter({ hasText: 'Nobody is here right now.' }).waitFor();
});

step('an agent who comes finds the message marked, and the address at the contact', async () => {
  mark = await openAgent(browser, platform, 'mark', { problems });
  await take(mark, 'Vera Lind');
  await message(mark, 'Is the blue lamp back in stock?').waitFor();
  await mark.at('details').getByText('Left while away').first().waitFor();
  await mark.at('contact-email').filter({ hasText: 'vera@example.com' }).waitFor();
  await standing(vera, 'open');
  await gone(vera.at('chat-reach'));
  await say(mark, 'It is, since this morning.');
  await bubble(vera, 'It is, since this morning.').waitFor();
});

step(
  'a contact gets an e-mail address and further numbers, and nobody’s change is lost',
  async () => {
    await chloe().writes('Where is my order?');
    await take(mark, 'Chloé Martin');
    martha = await openAgent(browser, platform, 'martha', { problems });
    await martha.page.goto(mark.page.url());
    await martha.at('contact-email').filter({ hasText: 'Not known' }).waitFor();
    await mark.at('contact-reach-edit').click();
    await mark.at('contact-email-field').fill('chloe@example.com');
    await mark.at('contact-phones-field').fill('+44 20 7946 0001, 12');
    await mark.at('contact-reach-save').click();
    await mark.at('contact-reach-problem').filter({ hasText: 'no phone number' }).waitFor();
    await seen(mark.page, 'contact wrong number', [[1440, 900]]);
    await mark.at('contact-phones-field').fill('+44 20 7946 0001, +44 20 7946 0002');
    await seen(mark.page, 'contact being edited', [[1440, 900]]);
    await mark.at('contact-reach-save').click();
    await mark.at('contact-email').filter({ hasText: 'chloe@example.com' }).waitFor();
    assert.equal(await mark.at('contact-phones').getByRole('link').count(), 2);
    assert.equal(await mark.at('details').getByRole('alert').count(), 0);
    // She has followed none of it: what she enters is not put over his.
    await martha.at('contact-reach-edit').click();
    await martha.at('contact-email-field').fill('martin@example.com');
    await martha.at('contact-reach-save').click();
    await martha.at('contact-reach-problem').filter({ hasText: 'Somebody else changed' }).waitFor();
    await martha.at('contact-email-field').press('Escape');
    await martha.at('contact-email').filter({ hasText: 'chloe@example.com' }).waitFor();
    await seen(mark.page, 'contact with numbers', SIZES.slice(0, 2));
    await martha.at('open-contacts').click();
    await martha.at('contacts').getByText('Chloé Martin').first().click();
    await martha.at('contact-card').getByText('chloe@example.com').waitFor();
    await seen(martha.page, 'contact card');
  },
);

step('an admin enters a template as the provider approved it', async () => {
  ada = await openAgent(browser, platform, 'ada', { problems });
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
  'an agent sends a template in the customer’s language, filled from what is known',
  async () => {
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

step(
  'an agent without anybody’s leave reads the templates’ page, and changes nothing',
  async () => {
    await martha.page.goto(`${platform.url}/settings#templates`);
    await martha.at('template-row').first().waitFor();
    await martha.page.getByText('Admins enter templates.').waitFor();
    assert.equal(await martha.at('template-new').count(), 0);
    await martha.page.goto(platform.url);
  },
);

step('a discussion that has ended stays with each who was in it, over a reload', async () => {
  await john().writes('My kettle leaks at the handle');
  await take(mark, 'John Smith');
  await engage(mark, MARTHA, { note: 'Is this batch known?' });
  await martha.at('offer-accept').first().click();
  await mark.at('discussion-panel').waitFor();
  await tell(mark, martha, 'He would like to keep it.');
  await tell(martha, mark, 'Part 20-817 fixes it.');
  await mark.at('discussion-end').click();
  await mark.at('end-note').fill('Gasket');
  await mark.at('resolved-yes').click();
  await gone(mark.at('dialog'));
  for (const who of [mark, martha]) {
    await who.at('discussion-done').waitFor();
    await who.page.reload();
    await who.at('tab-discussions').click();
    await who
      .at('ended-talk')
      .filter({ hasText: 'John Smith' })
      .getByRole('button')
      .first()
      .click();
    await who.at('talk-line').filter({ hasText: 'Part 20-817 fixes it.' }).waitFor();
    await who.at('talk-dialog').getByText('Is this batch known?').waitFor();
    await who.at('talk-outcome').filter({ hasText: 'The question was answered.' }).waitFor();
    await who.at('talk-outcome').filter({ hasText: 'Gasket' }).waitFor();
  }
  await seen(mark.page, 'ended discussion');
  await seen(martha.page, 'ended discussion of the expert', [[390, 844]]);
});

step(
  'a discussion that one marks done is done in all of their windows, and only theirs',
  async () => {
    const second = await martha.page.context().newPage();
    await second.goto(`${platform.url}/?as=martha`);
    await second.getByTestId('tab-discussions').click();
    await second.getByTestId('ended-talk').waitFor();
    await martha.at('talk-done').click();
    await gone(martha.at('dialog'));
    await gone(martha.at('ended-talk'));
    await gone(second.getByTestId('ended-talk'));
    await second.close();
    await martha.page.reload();
    await martha.at('tab-discussions').click();
    await martha.at('connection').and(martha.page.locator('[data-state="live"]')).waitFor();
    assert.equal(await martha.at('ended-talk').count(), 0, 'it does not come back');
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
    await seen(mark.page, 'ended discussions in the list', SIZES.slice(0, 2));
    await mark.at('ended-done').click();
    await gone(mark.at('ended-talk'));
  },
);

/** Events that stand together may be folded. */
const unfold = async () => {
  for (const one of await mark.at('events-toggle').all()) await one.click();
};

step('a discussion is read again from the line in the thread, and from the details', async () => {
  await mark.at('tab-mine').click();
  await row(mark, 'John Smith').click();
  await mark.at('engagement').waitFor();
  await unfold();
  const ways = [
    line(mark, 'ended the discussion').getByTestId('read-talk'),
    mark.at('engagement').getByTestId('read-talk'),
  ];
  for (const way of ways) {
    await way.last().click();
    await mark.at('talk-line').filter({ hasText: 'Part 20-817 fixes it.' }).waitFor();
    assert.equal(await mark.at('talk-done').count(), 0, 'it is done already');
    await mark.page.keyboard.press('Escape');
    await gone(mark.at('dialog'));
  }
});

step('requests are found by kind, status and outcome, and exported', async () => {
  await engage(mark, MARTHA, { note: '=SUM(1)' });
  await mark.at('withdraw').click();
  await mark.at('reason-option').first().click();
  await mark.at('reason-submit').click();
  await gone(mark.at('dialog'));
  await mark.at('open-requests').click();
  const all = mark.at('request');
  await until('both', async () => (await all.count()) === 2);
  assert.equal(await mark.at('requests-person').count(), 0, 'an agent sees their own');
  await seen(mark.page, 'requests');
  await mark.at('requests-status').selectOption({ label: 'Accepted' });
  await until('one', async () => (await all.count()) === 1);
  await all.filter({ hasText: 'John Smith' }).filter({ hasText: 'Gasket' }).waitFor();
  await mark.at('requests-outcome').selectOption({ label: 'Question not answered' });
  await mark.page.getByText('Nothing fits these filters').waitFor();
  await seen(mark.page, 'requests without any', [[390, 844]]);
  await mark.at('requests-clear').click();
  await until('both', async () => (await all.count()) === 2);
  const [download] = await Promise.all([
    mark.page.waitForEvent('download'),
    mark.at('requests-export').click(),
  ]);
  assert.match(download.suggestedFilename(), /^requests-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text.trim().split('\r\n');
  assert.equal(lines.length, 3, text);
  assert.match(lines[0], /^\uFEFF?"?Asked at"?,/);
  assert.match(text, /Mark Adler"?,"?Martha Osei"?,"?John Smith/);
  assert.doesNotMatch(text, /,"?=SUM/, 'no cell is a formula');
  await mark.at('requests-period').selectOption('custom');
  await mark.at('requests-from').fill('2020-01-01');
  await mark.page.getByText('at most 92 days apart').waitFor();
  await mark.at('requests-period').selectOption('day');
  await mark.at('request-read').click();
  await mark.at('talk-line').first().waitFor();
  await mark.page.keyboard.press('Escape');
  await mark.at('request-open').first().click();
  await mark.at('composer').waitFor();
});

step('a manager finds the requests of the team, by person', async () => {
  const olga = await openAgent(browser, platform, 'olga', { problems });
  await olga.at('open-requests').click();
  await olga.at('request').first().waitFor();
  await olga.at('requests-person').selectOption({ label: 'Nina Park' });
  await olga.page.getByText('Nothing fits these filters').waitFor();
  await olga.at('requests-person').selectOption({ label: 'Martha Osei' });
  await until('both', async () => (await olga.at('request').count()) === 2);
  assert.equal(await olga.at('request-read').count(), 0, 'she was in none of them');
  await olga.page.context().close();
});

step('an earlier conversation opens from the history, and the details follow it', async () => {
  const first = conversationOf(mark);
  await mark.at('action-resolve').click();
  await mark.at('resolve-note').fill('Gasket sent');
  await mark.at('dialog-submit').click();
  await gone(mark.at('dialog'));
  await john().writes('Now the lid is loose');
  await take(mark, 'John Smith');
  const second = conversationOf(mark);
  assert.notEqual(second, first);
  for (let n = 1; n <= 12; n += 1) await john().writes(`Photo ${n} of 12 of the lid follows`);
  await say(mark, 'Let me look into the lid.');
  await mark.page.locator(`[data-testid="history-item"][data-conversation-id="${first}"]`).click();
  await mark.at('earlier').waitFor();
  await until('the address', () => conversationOf(mark) === first);
  await mark.at('details').getByText('Gasket sent').first().waitFor();
  await seen(mark.page, 'earlier conversation');
  await mark.at('earlier').waitFor();
  await mark.at('to-newest').click();
  await until('the address', () => conversationOf(mark) === second);
  await gone(mark.at('earlier'));
  await mark.at('previous').click();
  await mark.at('earlier').waitFor();
  assert.equal(conversationOf(mark), first);
  await mark.page.reload();
  await mark.at('earlier').waitFor();
  await message(mark, 'My kettle leaks at the handle').waitFor();
  await message(mark, 'My kettle leaks at the handle').hover();
  await mark.page.mouse.wheel(0, 5_000);
  await gone(mark.at('earlier'));
  await mark.page.mouse.wheel(0, -5_000);
  await mark.at('earlier').waitFor();
  await unfold();
  await line(mark, 'ended the discussion').getByTestId('read-talk').click();
  await mark.at('talk-line').filter({ hasText: 'Part 20-817 fixes it.' }).waitFor();
  await mark.page.keyboard.press('Escape');
});

/** A red picture of a size. */
function png(width, height) {
  const crc = (bytes) => {
    let sum = ~0;
    for (const byte of bytes) {
      sum ^= byte;
      for (let n = 0; n < 8; n += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
  };
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(8);
    out.writeUInt32BE(data.length, 0);
    out.writeUInt32BE(crc(body), 4);
    return Buffer.concat([out.subarray(0, 4), body, out.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc(height * (1 + width * 3), 160);
  for (let y = 0; y < height; y += 1) rows[y * (1 + width * 3)] = 0;
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.of())];
  return Buffer.concat([signature, ...parts]);
}

step('a picture as wide as a phone’s thread does not make it scroll sideways', async () => {
  const widths = [277, 300, 320];
  for (const width of widths) await attach(vera, `w${width}.png`, png(width, 120));
  await mark.at('tab-mine').click();
  await row(mark, 'Vera Lind').click();
  const pictures = mark.at('picture').locator('img');
  await until('the pictures', async () => (await pictures.count()) === widths.length);
  await seen(mark.page, 'wide pictures', [
    [390, 844],
    [320, 640],
  ]);
});

step('a closed window leaves only templates, which a slash brings up', async () => {
  await row(mark, 'Chloé Martin').click();
  await chloe().writes('Thank you, when?');
  await message(mark, 'Thank you, when?').waitFor();
  for (let n = 0; n < 2; n += 1) await platform.forward(13 * 3_600);
  await mark.page.goto(`${platform.url}/?as=mark`);
  await row(mark, 'Chloé Martin').click();
  await mark.at('window-strip').waitFor();
  await mark.at('composer').fill('On Friday');
  assert.ok(await mark.at('send').isDisabled());
  await mark.at('composer').fill('');
  await seen(mark.page, 'window closed');
  await mark.at('composer').press('/');
  await mark.at('template-picker').waitFor();
  await mark.page.keyboard.press('Escape');
  await gone(mark.at('template-picker'));
  await mark.at('choose-template').click();
  await mark.at('template-search').fill('hello english');
  await mark.at('template-search').press('Enter');
  await mark.page.keyboard.press('Enter');
  await message(mark, 'Do you still need our help?').waitFor();
  await seen(mark.page, 'template in the thread', [
    [1440, 900],
    [390, 844],
  ]);
  await chloe().writes('Yes, please');
  await gone(mark.at('window-strip'));
  await say(mark, 'It comes on Friday.');
});

test('no page complained', () => assert.deepEqual(problems, []));
