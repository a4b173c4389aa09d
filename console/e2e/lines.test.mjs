// A customer on each line: Messenger, Instagram, SMS, X, WhatsApp and mail. The agent sees the quote,
// the emoji, the order and the mail, and the answer arrives at the customer's phone or mailbox.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { message, openAgent, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, seen, step } from './steps.mjs';

const problems = [];
const SMITH = '16505551234';
let platform;
let browser;
let mark;

before(async () => {
  [platform, browser] = await start('--no-demo');
  mark = await openAgent(browser, platform, 'mark', { problems });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const LINES = {
  messenger: ['71000000012345', 'Lucia Moreno'],
  instagram: ['62000000012345', 'Yuki Tanaka'],
  sms: ['+15551230001', 'Peter Novak'],
  x: ['16000000012345', 'Sam Green'],
};

for (const [channel, [address, name]] of Object.entries(LINES)) {
  step(`a customer writes by ${channel}, and the answer arrives there`, async () => {
    const path = `/sandbox/api/lines/${channel}/customers`;
    const text = `Do you ship to Norway? (${channel})`;
    const sent = await platform.call('POST', `${path}/${encodeURIComponent(address)}/messages`, {
      name,
      text,
    });
    assert.equal(sent.webhook_status, 200);
    await take(mark, text);
    await say(mark, 'Within five days.');
    await until(`the answer by ${channel}`, async () => {
      const { customers } = await platform.call('GET', path);
      const phone = customers.find((one) => one.address === address);
      return phone?.messages.some((one) => one.text === 'Within five days.');
    });
    if (channel !== 'sms') return;
    await mark.at('composer').fill('a'.repeat(161));
    await mark.at('sms-count').getByText('2 SMS').waitFor();
    await mark.at('composer').fill('');
  });
}

/** A webhook of WhatsApp, signed by the sandbox. */
const whatsapp = (id, kind, body, more = {}) =>
  platform.call('POST', '/sandbox/api/webhook', {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { phone_number_id: '106540352242922' },
              contacts: [{ profile: { name: 'Amelia Fox' }, wa_id: SMITH }],
              messages: [
                {
                  from: SMITH,
                  id,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: kind,
                  [kind]: body,
                  ...more,
                },
              ],
            },
          },
        ],
      },
    ],
  });

step('the thread shows the quote, the emoji, the edit, the order and the form', async () => {
  await whatsapp('wamid.1', 'text', { body: 'It is the red kettle' });
  await take(mark, 'Amelia Fox');
  await say(mark, 'Which one do you mean?');
  await message(mark, 'Which one do you mean?')
    .getByText('Delivered')
    .or(message(mark, 'Which one do you mean?').getByText('Read'))
    .first()
    .waitFor();
  const phone = async () =>
    (await platform.call('GET', '/sandbox/api/customers')).customers.find(
      (one) => one.address === SMITH,
    );
  const ours = (await phone()).messages.find((one) => one.from === 'business').id;
  await whatsapp('wamid.2', 'text', { body: 'This one' }, { context: { id: ours } });
  await message(mark, 'This one')
    .getByTestId('quote')
    .getByText('Which one do you mean?')
    .waitFor();
  await whatsapp('wamid.3', 'reaction', { message_id: ours, emoji: '👍' });
  await message(mark, 'Which one do you mean?')
    .getByTestId('reactions')
    .getByText('👍')
    .first()
    .waitFor();
  await whatsapp('wamid.4', 'edit', {
    original_message_id: 'wamid.1',
    message: { type: 'text', text: { body: 'It is the blue kettle' } },
  });
  await message(mark, 'It is the blue kettle').getByTestId('edited').waitFor();
  await whatsapp('wamid.5', 'order', {
    catalog_id: '1',
    text: 'By Friday, please',
    product_items: [
      { product_retailer_id: 'KETTLE-RED', quantity: 2, item_price: 24.5, currency: 'EUR' },
    ],
  });
  await mark.at('order-sum').getByText('€49.00').waitFor();
  await whatsapp('wamid.6', 'interactive', {
    type: 'nfm_reply',
    nfm_reply: { name: 'flow', response_json: JSON.stringify({ size: 'M', colour: 'blue' }) },
  });
  await mark.at('form').getByText('colour').waitFor();
  await seen(mark.page, 'relations');
  await accessible(mark.page, 'a thread with relations');
});

step('an agent reacts and quotes, and WhatsApp gets both', async () => {
  await message(mark, 'It is the blue kettle').hover();
  await message(mark, 'It is the blue kettle').getByTestId('message-more').click();
  await mark.at('react-👍').click();
  await message(mark, 'It is the blue kettle').getByTestId('reactions').waitFor();
  await message(mark, 'It is the blue kettle').getByTestId('message-more').click();
  await mark.at('tool-quote').click();
  await mark.at('quoting').waitFor();
  await say(mark, 'The blue one, then.');
  await message(mark, 'The blue one, then.').getByTestId('quote').waitFor();
});

step('a mail shows its subject, and the answer lands in the mailbox', async () => {
  const address = 'vera@example.com';
  const raw = [
    `From: Vera Lind <${address}>`,
    'To: support@acme.test',
    'Subject: Order 20817',
    'Message-ID: <1@example.com>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'It arrived damaged.',
    '',
    '> On Monday you wrote:',
    '> It is on its way.',
  ].join('\r\n');
  const answer = await fetch(
    `${platform.url}/sandbox/email/mail-demo/raw?recipients=support@acme.test`,
    { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body: raw },
  );
  assert.equal(answer.ok, true, await answer.text());
  // Mark has as many conversations as he takes at once.
  const martha = await openAgent(browser, platform, 'martha', { problems });
  await take(martha, 'Vera Lind');
  await message(martha, 'It arrived damaged.').waitFor();
  await martha.page.getByText('Order 20817').first().waitFor();
  await say(martha, 'We are sorry. A new one is on its way.');
  await until('the answer in the mailbox', async () => {
    const box = await platform.call('GET', `/sandbox/email/customers/${address}`);
    return JSON.stringify(box).includes('A new one is on its way');
  });
  await seen(martha.page, 'mail');
  assert.deepEqual(problems, []);
});
