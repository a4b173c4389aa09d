import { Console, click, get, maybe, textOf } from '@tests/support/app';
import { conversation, entry, ID, opened, THREAD } from '@tests/support/make';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Content } from '@/contract/protocol';

let c: Console;

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
});
afterEach(() => {
  c.close();
});

/** Shows a mail of the customer in the thread. */
async function show(more: Partial<Extract<Content, { kind: 'email' }>> = {}) {
  const content = { kind: 'email' as const, subject: 'Kettle', text: 'It leaks.', ...more };
  const entries = [entry(1, 'customer', opened, { type: 'customer_message', sent_at: 0, content })];
  const held = conversation({ channel: 'email' });
  await c.live('mark', [[{ ...held, seq: 1 }, entries]]);
  await vi.waitFor(() => expect(maybe('mail')).toBeDefined());
}

it('a mail shows its subject and its text, and the quoted text when asked', async () => {
  await show({ quoted: 'Have you tried it?' });
  expect(textOf('thread-subject')).toBe('Kettle');
  expect(textOf('mail')).toContain('It leaks.');
  expect(textOf('mail')).not.toContain('Have you tried it?');
  await click(c, 'mail-quoted');
  expect(textOf('mail')).toContain('Have you tried it?');
});

it('the original shows in a frame in which nothing runs, with other servers’ pictures when asked', async () => {
  await show({ html: 'f', remote_images: true });
  expect(maybe('mail-frame')).toBeUndefined();
  for (const part of ['html', 'images']) {
    const body = { url: `https://files.test/${part}`, expires: 9e15 };
    c.http.set(`GET /v1/media/${THREAD}.1.${part}`, { body });
  }
  await click(c, 'mail-html');
  await vi.waitFor(() => expect(maybe('mail-frame')).toBeDefined());
  expect(get('mail-frame').getAttribute('sandbox')).toBe('');
  expect(get('mail-frame').getAttribute('src')).toBe('https://files.test/html');
  await click(c, 'mail-images');
  await vi.waitFor(() =>
    expect(get('mail-frame').getAttribute('src')).toBe('https://files.test/images'),
  );
});

it('a mail names other recipients, another author, and the files with their sizes', async () => {
  const file = { name: 'bill.pdf', mime: 'application/pdf', size: 2048 };
  await show({ from: 'sam@example.com', also_to: ['bo@example.com'], files: [file] });
  expect(textOf('mail-from')).toContain('sam@example.com');
  expect(textOf('mail-also-to')).toContain('bo@example.com');
  expect(textOf('mail')).toContain('bill.pdf');
  expect(textOf('mail')).toContain('2 KB');
});
