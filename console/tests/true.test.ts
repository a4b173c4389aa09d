import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, Console, click, get, maybe, textOf } from './support/app';
import {
  conversation,
  entry,
  ID,
  NOW,
  opened,
  place,
  says,
  start,
  THREAD,
  welcome,
} from './support/make';

let c: Console;
const queue = (...waiting: ReturnType<typeof place>[]) => ({
  id: 'billing',
  name: 'Billing',
  team: 'care',
  mode: 'manual' as const,
  more: false,
  waiting,
});
async function goTo(id: string) {
  history.pushState(null, '', `/c/${id}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
  await c.flush();
}
afterEach(() => c.close());

describe('a resolved conversation that is open', () => {
  const next = `${THREAD}-2`;
  beforeEach(async () => {
    c = await new Console().open('mark');
    c.http.set(`GET /v1/conversations/${ID}`, {
      body: {
        conversation: conversation({ status: 'resolved', owner: null, seq: 3 }),
        entries: [...start(), entry(3, 'agent:mark', { type: 'resolved', by: 'agent' })],
        more: false,
      },
    });
    c.socket.open();
    await c.push(welcome('mark', [], { queues: [queue()] }));
    await goTo(ID);
  });

  it('the next conversation shows as soon as the customer writes again, with Accept', async () => {
    expect(textOf('read-only')).toContain('Resolved');
    c.http.set(`GET /v1/conversations/${next}`, {
      body: {
        conversation: conversation({
          id: next,
          status: 'queued',
          owner: null,
          assigned_at: null,
          seq: 4,
        }),
        entries: [
          ...start(),
          entry(3, 'agent:mark', { type: 'resolved', by: 'agent' }),
          entry(4, 'customer', { ...opened, conversation: next }, says('It broke again')),
        ],
        more: false,
      },
    });
    await c.push({ type: 'queue', queue: queue(place(next)) });
    expect(maybe('read-only')).toBeUndefined();
    expect(document.querySelector('.message-log')?.textContent).toContain('It broke again');
    expect((get('accept') as HTMLButtonElement).disabled).toBe(false);
    expect(location.pathname).toBe(`/c/${next}`);
  });

  it('the console asks now and then if the next conversation goes to a colleague', async () => {
    await c.pass(60_000);
    expect(c.socket.of('catch_up').length).toBeGreaterThan(0);
    expect(c.socket.of('catch_up').length).toBeLessThan(5);
  });
});

describe('a read without an answer', () => {
  it('the conversation does not count as missing, and opens once the server answers', async () => {
    c = await new Console().open('mark');
    await c.live('mark', []);
    c.http.set(`GET /v1/conversations/${ID}`, {
      status: 503,
      body: { error: { code: 'unavailable', message: 'Down.', remedy: '' } },
    });
    await goTo(ID);
    expect(textOf('thread-unreachable')).toContain('cannot be reached');
    expect(document.body.textContent).not.toContain('does not exist');
    c.http.set(`GET /v1/conversations/${ID}`, {
      body: { conversation: conversation({ owner: 'martha' }), entries: start(), more: false },
    });
    await c.pass(5_000);
    expect(document.querySelector('h1')?.textContent).toBe('John Smith');
  });

  it('the conversation is missing only if the server says so', async () => {
    c = await new Console().open('mark', `/c/${ID}`);
    await c.live('mark', []);
    expect(document.body.textContent).toContain('This conversation cannot be shown');
  });

  it('no numbers show before they are known', async () => {
    c = await new Console().open('mark');
    expect(document.body.textContent).not.toContain('0 of 0');
  });
});

describe('signing out', () => {
  const talk = { id: `${THREAD}-d1`, initiator: 'mark', members: ['mark', 'martha'] };

  it('the dialog names the waiting people, and the effect on them', async () => {
    c = await new Console().open('mark');
    await c.live('mark', [[conversation({ discussions: [talk] }), start()]]);
    await click(c, 'presence-menu');
    await click(c, 'sign-out');
    await import('@/features/session/SignOutDialog.vue');
    await c.flush();
    expect(textOf('left-behind')).toContain('John Smith');
    expect(textOf('left-behind')).toContain('stays yours');
    expect(textOf('left-behind')).toContain('discussion with Martha goes on without you');
    await click(c, 'stay');
    expect(maybe('left-behind')).toBeUndefined();
  });

  it('the dialog does not appear if nobody waits', async () => {
    c = await new Console().open('mark');
    await c.live('mark', []);
    await click(c, 'presence-menu');
    await click(c, 'sign-out');
    expect(maybe('dialog')).toBeUndefined();
  });
});

describe('searching everywhere', () => {
  const found = (name: string) => ({
    body: {
      conversations: [
        {
          id: `${name.toLowerCase()}-1`,
          reference: name,
          alias: null,
          tags: ['rare'],
          labels: [],
          status: 'resolved',
          channel: 'web',
          contact: 'c1',
          name,
          queue: 'billing',
          owner: 'martha',
          priority: 1,
          waiting_on: 'customer',
          waiting_since: NOW,
          opened_at: NOW,
          updated_at: NOW,
          summary: 'Hi',
        },
      ],
      cursor: null,
    },
  });
  const rows = () => all('row').map((row) => row.querySelector('.name')?.textContent);

  it('the results replace earlier ones, also while the pointer is on the list', async () => {
    c = await new Console().open('mark');
    await c.live('mark', []);
    const { useList } = await import('@/features/conversation/list/useList');
    const list = useList();
    c.http.set('GET /v1/conversations', found('Amelia'));
    list.query = 'amelia';
    await c.flush();
    list.holding = true;
    list.searchEverywhere();
    await c.flush();
    expect(rows()).toEqual(['Amelia']);
    c.http.set('GET /v1/conversations', found('Boris'));
    list.query = 'boris';
    await c.flush();
    list.searchEverywhere();
    await c.flush();
    expect(rows()).toEqual(['Boris']);
    expect(maybe('row-gone')).toBeUndefined();
    expect(maybe('moved')).toBeUndefined();
  });

  it('a filter that this tab can never match searches everywhere, and says so', async () => {
    c = await new Console().open('mark');
    await c.live('mark', []);
    c.http.set('GET /v1/conversations', found('Amelia'));
    const { useList } = await import('@/features/conversation/list/useList');
    const list = useList();
    list.filters = { status: 'resolved' };
    await c.flush();
    expect(rows()).toEqual(['Amelia']);
    expect(textOf('search-why')).toContain('My chats');
    expect(c.queries.at(-1)).toBe('status=resolved');
    list.filters = { status: 'active' };
    await c.flush();
    expect(list.everywhere).toBe(false);
  });

  it('the form offers every tag in use', async () => {
    c = await new Console().open('mark');
    await c.live('mark', []);
    c.http.set('GET /v1/conversations', found('Amelia'));
    await import('@/features/conversation/list/FilterForm.vue');
    await click(c, 'list-filters');
    await c.flush();
    const options = [...(get('filter-tag') as HTMLSelectElement).options].map((one) => one.value);
    expect(options).toEqual(expect.arrayContaining(['rare', 'VIP']));
  });
});
