import { afterEach, expect, it } from 'vitest';
import { Console, get, maybe, mine } from './support/app';
import { conversation, entry, ID, NOW, says } from './support/make';

let c: Console;
afterEach(() => c.close());

it('says once that it is connected again, however the network came back', async () => {
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

it('shows in the header how long the customer waits', async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine({ answered_at: NOW - 130_000, waiting_since: NOW - 125_000 })]);
  expect(get('thread-wait').textContent?.trim()).toMatch(/^Waiting 2m/);
  await c.entries(conversation({ seq: 3, waiting_on: 'customer', status: 'pending' }), [
    entry(3, 'agent:mark'),
  ]);
  expect(maybe('thread-wait')).toBeUndefined();
});
