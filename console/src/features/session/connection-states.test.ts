import { all, Console, click, get, maybe, mine, textOf, type } from '@tests/support/app';
import { conversation, entry, ID, says, snapshot, start, THREAD } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entryOf, LOOK_EVERY } from '@/engine/release';

let c: Console;

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
});
afterEach(() => c.close());

const light = () => get('connection').dataset.state;
const banner = () => (maybe('connection-banner') ? textOf('connection-banner') : undefined);
const noTicket = () => c.http.delete('POST /v1/ws-ticket');
const pings = () => c.socket.of('ping').length;

describe('every state of the connection has its sign', () => {
  it('connecting: a skeleton, and no banner for two seconds', async () => {
    expect(light()).toBe('connecting');
    expect(banner()).toBeUndefined();
    await c.pass(2_100);
    expect(banner()).toContain('Connecting');
  });

  it('syncing: a thin progress, and words only when it takes long', async () => {
    c.socket.open();
    await c.push(welcomeFor([THREAD]));
    expect(light()).toBe('syncing');
    expect(document.querySelector('.progress')).not.toBeNull();
    expect(maybe('catching-up')).toBeUndefined();
    await c.pass(600);
    expect(textOf('catching-up')).toBe('Catching up…');
    await c.push(snapshot(conversation(), start()));
    expect(light()).toBe('live');
    expect(maybe('catching-up')).toBeUndefined();
  });

  it('live: a light with the round trip and how much is followed', async () => {
    await c.live('mark', [mine()]);
    expect(light()).toBe('live');
    expect(get('connection').getAttribute('aria-label')).toContain('1 conversation followed');
    expect(banner()).toBeUndefined();
  });

  it('reconnecting: after two seconds, the number of the try and the time of the next', async () => {
    await c.live('mark', [mine()]);
    noTicket();
    c.socket.break();
    await c.pass(1_900);
    expect(banner()).toBeUndefined();
    await c.pass(700);
    expect(banner()).toMatch(/^Reconnecting\. Try \d+(, next in \d+ s\.|…) Retry now$/);
    await type(c, 'composer', 'Kept while the line is down');
    await c.pass(300);
    expect(localStorage.getItem(`draft:mark:${ID}:reply`)).toBe('Kept while the line is down');
  });

  it('offline: a sign at once, and the number of messages that wait here', async () => {
    await c.live('mark', [mine()]);
    c.http.set('POST /v1/commands', { status: 500, body: {} });
    c.socket.break();
    window.dispatchEvent(new Event('offline'));
    await c.flush();
    expect(light()).toBe('offline');
    for (const text of ['One', 'Two']) {
      await type(c, 'composer', text);
      await click(c, 'send');
    }
    await c.pass(6_000);
    expect(banner()).toContain('Offline. What you write is kept and sent later. 2 waiting');
    const signs = all('message').map((message) => message.dataset.delivery);
    expect(signs.filter(Boolean)).toEqual(['waiting', 'waiting']);
    window.dispatchEvent(new Event('online'));
    await c.flush();
    c.socket.open();
    await c.push(welcomeFor([THREAD]));
    await c.push(snapshot(conversation(), start()));
    expect(light()).toBe('live');
    expect(banner()).toBeUndefined();
  });

  it('stale: the console closes a socket that answers no ping', async () => {
    await c.live('mark', [mine()]);
    const dead = c.socket;
    await c.pass(60_000);
    noTicket();
    await c.pass(20_000);
    expect(dead.closed).toBe(true);
    await c.pass(2_100);
    expect(banner()).toContain('Reconnecting');
  });

  it('ended: a request to sign in again; drafts and unsent messages stay', async () => {
    await c.live('mark', [mine()]);
    await type(c, 'composer', 'Half a thought');
    c.http.set('POST /v1/ws-ticket', { status: 401, body: {} });
    c.socket.break();
    await c.pass(20_000);
    const dialog = document.querySelector('[role="alertdialog"]');
    expect(dialog?.textContent).toContain('has ended');
    expect(document.activeElement).toBe(dialog?.querySelector('button'));
    expect(localStorage.getItem(`draft:mark:${ID}:reply`)).toBe('Half a thought');
  });

  it('revoked: a full page with the reason, and no more tries', async () => {
    await c.live('mark', [mine()]);
    const error = { code: 'forbidden', message: 'Your account was closed.', remedy: 'Ask.' };
    c.http.set('POST /v1/ws-ticket', { status: 403, body: { error } });
    c.socket.break();
    await c.pass(20_000);
    expect(textOf('revoked')).toContain('Your account was closed.');
    const asked = () => c.posted.filter(({ url }) => url === 'POST /v1/ws-ticket').length;
    const before = asked();
    expect(before).toBeGreaterThan(1);
    await c.pass(120_000);
    expect(asked()).toBe(before);
  });

  it('a new version: offered quietly, when idle and without unsent text', async () => {
    await c.live('mark', [mine()]);
    await type(c, 'composer', 'In the middle of it');
    window.dispatchEvent(new Event('pointerdown'));
    c.release = '/assets/index-2.js';
    // Pings must be answered while time goes by.
    const answering = setPongs();
    await c.pass(LOOK_EVERY + 61_000);
    expect(maybe('update-ready')).toBeUndefined();
    await type(c, 'composer', '');
    await c.pass(1_000);
    answering.stop();
    expect(textOf('update-ready')).toBe('Update ready.Reload');
  });

  it('a reset: a sign of catching up; the draft and the open conversation stay', async () => {
    await c.live('mark', [mine()]);
    await type(c, 'composer', 'Not lost');
    // The server goes on far ahead: a gap.
    await c.entries(conversation(), [entry(90, 'customer', says('Far ahead'))]);
    await c.pass(600);
    expect(textOf('catching-up')).toBe('Catching up…');
    await c.push(
      snapshot(conversation({ seq: 90 }), [entry(90, 'customer', says('Far ahead'))], true),
    );
    expect(maybe('catching-up')).toBeUndefined();
    expect((get('composer') as HTMLTextAreaElement).value).toBe('Not lost');
    expect(all('message').map((m) => m.dataset.seq)).toEqual(['90']);
  });
});

describe('waking up', () => {
  it('the connection looks at once when the page is shown again, with a limit of three seconds', async () => {
    await c.live('mark', [mine()]);
    const before = pings();
    document.dispatchEvent(new Event('visibilitychange'));
    await c.flush();
    expect(pings()).toBe(before + 1);
    const first = c.socket;
    await c.pass(3_000);
    expect(first.closed).toBe(true);
  });

  it('the connection looks at once after the machine has slept', async () => {
    await c.live('mark', [mine()]);
    const before = pings();
    c.clock.sleep(8_000);
    await c.pass(1_000);
    expect(pings()).toBe(before + 1);
  });

  it('the console says once that it is connected again and how much has changed, without a sound', async () => {
    await c.live('mark', [mine()]);
    c.socket.break();
    await c.pass(2_500);
    c.socket.open();
    await c.push(welcomeFor([THREAD]));
    await c.push(
      snapshot(conversation({ seq: 3 }), [...start(), entry(3, 'customer', says('Missed'))]),
    );
    const polite = () => document.querySelector('[aria-live="polite"]')?.textContent;
    expect(banner()).toBeUndefined();
    expect(polite()).not.toContain('Missed');
    await c.pass(500);
    expect(polite()).toBe('Connected again. 1 conversation changed.');
  });
});

describe('a new version', () => {
  it('the module that the page begins with tells the version', () => {
    const page = '<script type="module" crossorigin src="/assets/index-abc.js"></script>';
    expect(entryOf(page)).toBe('/assets/index-abc.js');
    expect(entryOf('<p>Gateway error</p>')).toBeUndefined();
  });
});

function setPongs() {
  const spy = vi.spyOn(c.socket, 'send').mockImplementation((text: string) => {
    const frame = JSON.parse(text);
    c.socket.sent.push(frame);
    if (frame.action === 'ping') c.socket.push({ type: 'pong', now: 0, following: [THREAD] });
  });
  return { stop: () => spy.mockRestore() };
}

function welcomeFor(following: string[]) {
  return {
    type: 'welcome',
    version: 1,
    now: c.clock.now(),
    me: {
      id: 'mark',
      name: 'Mark',
      role: 'agent',
      teams: [],
      presence: 'available',
      open: 1,
      capacity: 5,
    },
    agents: [],
    queues: [],
    settings: {},
    following,
  } as never;
}
