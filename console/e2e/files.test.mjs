// Files both ways: the customer's attachments in the widget, the agent's answers, and the delivery
// state of a message.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { message, openAgent, say, take } from './agent.mjs';
import { start, until } from './platform.mjs';
import { accessible, seen, step } from './steps.mjs';
import { begin, openVisitor, write } from './visitor.mjs';

/** A PNG of one red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const problems = [];
let platform;
let browser;
let mark;
let vera;

before(async () => {
  [platform, browser] = await start('--no-demo');
  mark = await openAgent(browser, platform, 'mark', { problems });
  vera = await openVisitor(browser, `${platform.url}/chat`, { problems });
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

const pick = (name, mimeType, buffer) =>
  vera.page.locator('switchboard-chat input[type=file]').setInputFiles({ name, mimeType, buffer });

step('a customer attaches a picture, and the agent sees it', async () => {
  await begin(vera, 'Vera');
  await write(vera, 'This is how it looks');
  await take(mark, 'Vera');
  await vera.at('chat-attach').waitFor();
  await pick('crack.png', 'image/png', PNG);
  await vera.at('chat-file').filter({ hasText: 'crack.png' }).waitFor();
  await mark.at('picture').locator('img').waitFor();
  await vera.page.waitForFunction(() => {
    const picture = document.querySelector('switchboard-chat').shadowRoot.querySelector('.picture');
    return picture?.naturalWidth === 1;
  });
  await accessible(vera.page, 'a picture in the chat');
});

step('a file whose content belies its name stays unsent, and the widget says why', async () => {
  await pick('holiday.png', 'image/png', Buffer.from('<script>alert(1)</script>'));
  const failed = vera.at('chat-message').filter({ hasText: 'holiday.png' });
  await failed.getByText('A file of this kind cannot be sent here.').waitFor();
  await failed.getByRole('button', { name: 'Discard' }).click();
  await failed.waitFor({ state: 'detached' });
});

step('an agent answers with a document, which the customer can open', async () => {
  await mark
    .at('attach-input')
    .setInputFiles({ name: 'guide.pdf', mimeType: 'application/pdf', buffer: PDF });
  await mark.page.locator('[data-testid="attachment"][data-state="ready"]').waitFor();
  await mark.at('send').click();
  const file = vera.at('chat-file').filter({ hasText: 'guide.pdf' });
  await file.waitFor();
  const link = vera.page.waitForResponse((answer) => answer.url().includes('/v1/visitors/media/'));
  await file.click();
  const { url, mime } = await (await link).json();
  assert.equal(mime, 'application/pdf');
  const answer = await fetch(new URL(url, platform.url));
  assert.equal(answer.status, 200);
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), PDF);
});

step('a file that the customer has looked at is read', async () => {
  await say(mark, 'Page two shows it.');
  await message(mark, 'Page two shows it.').getByText('Read').waitFor();
});

/** A red picture of the given size. */
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
  for (const width of widths) await pick(`w${width}.png`, 'image/png', png(width, 120));
  const pictures = mark.at('picture').locator('img');
  await until('the pictures', async () => (await pictures.count()) === widths.length + 1);
  await seen(mark.page, 'wide pictures', [
    [390, 844],
    [320, 640],
  ]);
});

test('no page logged an error', () => assert.deepEqual(problems, []));

step('a customer’s photo on WhatsApp is fetched, and goes large', async () => {
  const amelia = platform.customer('Amelia', '447700900555');
  await amelia.writes('My kettle leaks');
  await take(mark, 'Amelia');
  await amelia.sendsFile('photo', 'At the handle');
  const picture = mark.at('message').filter({ hasText: 'At the handle' }).getByTestId('picture');
  await picture.locator('img').waitFor();
  await picture.click();
  await mark.at('lightbox').locator('img').waitFor();
  await accessible(mark.page, 'a customer’s photo, large');
  await mark.page.keyboard.press('Escape');
  await amelia.sendsFile('voice');
  await mark.at('file').filter({ hasText: '0:03' }).waitFor();
  await amelia.sendsFile('document');
  await mark.at('file').filter({ hasText: 'invoice-20817.pdf' }).waitFor();
});

step('a file that Meta no longer has says so, and comes when it is asked for again', async () => {
  await platform.provider({ media: 'gone' });
  const amelia = platform.customer('Amelia', '447700900555');
  await amelia.sendsFile('photo', 'Once more');
  const lost = mark.at('message').filter({ hasText: 'Once more' });
  await lost.getByText('The provider no longer has this file.').waitFor();
  await accessible(mark.page, 'a file that is gone');
  await platform.provider({ media: 'none' });
  await lost.getByTestId('fetch-file').click();
  await lost.getByTestId('picture').locator('img').waitFor();
});
