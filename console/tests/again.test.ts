import { afterEach, expect, it, vi } from 'vitest';
import { all, Console, click, get, maybe, mine, textOf, type } from './support/app';
import { conversation, entry, ID, NOW, says } from './support/make';

let c: Console;
afterEach(() => c.close());

it('the console says once that it is connected again, however the network came back', async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine()]);
  const said: string[] = [];
  const watcher = new MutationObserver(() => said.push(get('announcer').textContent?.trim() ?? ''));
  watcher.observe(get('announcer'), { childList: true, characterData: true, subtree: true });
  window.dispatchEvent(new Event('offline'));
  await c.pass(3_000);
  expect(maybe('connection-banner')).toBeDefined();
  // The socket itself has survived.
  window.dispatchEvent(new Event('online'));
  await c.flush();
  c.socket.push({ type: 'pong', now: NOW, following: [] } as never);
  await c.flush();
  await c.entries(conversation({ seq: 3 }), [entry(3, 'customer', says('Hi'))]);
  await c.pass(6_000);
  watcher.disconnect();
  expect(said.filter((text) => text.startsWith('Connected again'))).toHaveLength(1);
});

it('the header shows how long the customer waits', async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine({ answered_at: NOW - 130_000, waiting_since: NOW - 125_000 })]);
  expect(get('thread-wait').textContent?.trim()).toMatch(/^2m/);
  await c.entries(conversation({ seq: 3, waiting_on: 'customer', status: 'pending' }), [
    entry(3, 'agent:mark'),
  ]);
  expect(maybe('thread-wait')).toBeUndefined();
});

it('the client fetches the entry of an acknowledged message whose frame was lost', async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine()]);
  await type(c, 'composer', 'Is it there?');
  await click(c, 'send');
  await c.ack(3);
  const before = c.socket.of('catch_up').length;
  await c.pass(2_100);
  expect(c.socket.of('catch_up').slice(before)).toMatchObject([{ after: 2 }]);
});

it('the console says that it has copied, or shows the text if the browser refuses', async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine()]);
  const copy = async () => {
    await click(c, 'action-menu');
    await click(c, 'menu-copy-id');
  };
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', { onLine: true, platform: 'Linux', clipboard: { writeText } });
  await copy();
  expect(textOf('notice')).toBe(`Copied: ${ID}`);
  writeText.mockRejectedValueOnce(new Error('not allowed'));
  await copy();
  expect(all('notice').at(-1)?.textContent).toContain(`Copy it from here: ${ID}`);
  vi.unstubAllGlobals();
});
