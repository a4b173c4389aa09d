import { afterEach, describe, expect, it, vi } from 'vitest';
import { agentColumns, type Sorting, sorted, turned, waitsSince } from '@/board/columns';
import type { Board, BoardAgent, ConversationCard } from '@/client/protocol';
import { all, Console, click, get, maybe, textOf } from './support/app';
import { agent, NOW, welcome } from './support/make';

const anAgent = (id: string, over: Partial<BoardAgent> = {}): BoardAgent => ({
  id,
  name: id,
  teams: ['care'],
  presence: 'available',
  open: 1,
  capacity: 4,
  wrapping: 0,
  discussions: 0,
  ...over,
});
const aQueue = (id: string, name: string) => ({
  id,
  name,
  team: 'care',
  waiting: 0,
  abandoned_today: 0,
  answered_today: { in_time: 0, late: 0 },
});
const card = (id: string, over: Partial<ConversationCard> = {}): ConversationCard => ({
  id,
  reference: `${id}-REF`,
  alias: null,
  tags: [],
  labels: [],
  status: 'active',
  channel: 'web',
  contact: 'c1',
  name: id,
  queue: 'returns',
  owner: 'martha',
  priority: 1,
  waiting_on: 'agent',
  waiting_since: NOW - 60_000,
  opened_at: NOW,
  updated_at: NOW,
  summary: 'Hello',
  ...over,
});

describe('the columns', () => {
  const by = (name: keyof typeof agentColumns): Sorting<keyof typeof agentColumns> => ({
    by: name,
    direction: 'descending',
  });

  it('put who waits longest first, and nobody who does not wait before anybody', () => {
    const rows = [
      anAgent('idle'),
      anAgent('short', { waiting_since: NOW - 1000 }),
      anAgent('long', { waiting_since: NOW - 9000 }),
    ];
    const ids = (sorting: Sorting<keyof typeof agentColumns>) =>
      sorted(rows, agentColumns, sorting, NOW).map(({ id }) => id);
    expect(ids(by('longest'))).toEqual(['long', 'short', 'idle']);
    expect(ids({ by: 'longest', direction: 'ascending' })).toEqual(['short', 'long', 'idle']);
  });

  it('turn round, and begin with the largest figure or the first name', () => {
    expect(turned(by('load'), 'load', ['name']).direction).toBe('ascending');
    expect(turned(by('load'), 'name', ['name'])).toEqual({ by: 'name', direction: 'ascending' });
    expect(turned(by('load'), 'discussions', ['name']).direction).toBe('descending');
  });

  it('count nobody as waiting who has the next word', () => {
    expect(waitsSince(card('a'))).toBe(NOW - 60_000);
    expect(waitsSince(card('a', { status: 'pending', waiting_on: 'customer' }))).toBeUndefined();
    expect(waitsSince(card('a', { status: 'queued' }))).toBe(NOW - 60_000);
  });
});

describe('the live board', () => {
  const c = new Console();
  afterEach(() => {
    c.close();
    vi.restoreAllMocks();
  });
  const now = (over: Partial<Board> = {}): Board => ({
    at: c.clock.now(),
    queues: [
      { ...aQueue('returns', 'Returns'), waiting: 3, longest_since: NOW - 120_000 },
      aQueue('billing', 'Billing'),
    ],
    today: { from: NOW - 36_000_000, time_zone: 'UTC' },
    offers: [],
    agents: [
      anAgent('martha', { open: 4 }),
      anAgent('olga', { presence: 'away', reason: 'Lunch' }),
    ],
    conversations: [card('ann-1'), card('bob-1', { waiting_since: NOW - 90_000, owner: 'olga' })],
    more: false,
    ...over,
  });
  const asked = () => c.posted.filter(({ url }) => url === 'GET /v1/board').length;

  async function open(role: 'manager' | 'agent' = 'manager') {
    await c.open('mark', '/board');
    c.http.set('GET /v1/board', { body: now() });
    c.socket.open();
    const agents = [agent('mark', { role }), agent('martha'), agent('olga')];
    await c.push(welcome('mark', [], { agents }));
    await import('@/board/BoardScreen.vue');
    await c.flush();
    await c.pass(5_000);
  }

  it('shows what the server counts, each table with its order', async () => {
    await open();
    expect(textOf('tile-waiting')).toBe('Waiting3');
    expect(textOf('tile-working')).toBe('At work1 of 2');
    expect(textOf('board-agents')).toContain('Lunch');
    const head = get('board-queues').querySelector('[aria-sort="descending"]');
    expect(head?.textContent?.trim()).toBe('Longest wait');
    const rows = () =>
      [...get('board-conversations').querySelectorAll('tbody tr')].map((row) =>
        row.getAttribute('data-conversation'),
      );
    expect(rows()).toEqual(['bob-1', 'ann-1']);
    const name = get('board-conversations').querySelector<HTMLElement>('[data-testid="sort-name"]');
    if (!name) throw new Error('Names cannot be sorted by.');
    await click(c, name);
    expect(rows()).toEqual(['ann-1', 'bob-1']);
    expect(name.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('asks every five seconds, and not while nobody can see it', async () => {
    await open();
    const before = asked();
    await c.pass(10_000);
    expect(asked()).toBe(before + 2);
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await c.pass(60_000);
    expect(asked()).toBe(before + 2);
    seen.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await c.flush();
    expect(asked()).toBe(before + 3);
  });

  it('keeps what it has and says how old it is, when the server does not answer', async () => {
    await open();
    c.http.delete('GET /v1/board');
    await c.pass(10_000);
    expect(textOf('board-age')).toContain('Not up to date');
    expect(textOf('tile-waiting')).toBe('Waiting3');
  });

  it('hands several on, and gives them to whom one has found there', async () => {
    await open();
    await click(c, 'choose-all');
    expect(textOf('board-transfer')).toBe('Transfer 2…');
    const give = all('give').find((one) => one.closest('tr')?.dataset.agent === 'martha');
    if (!give) throw new Error('Nothing can be given to Martha.');
    await click(c, give);
    expect(textOf('dialog')).toContain('2');
    expect(textOf('dialog-submit')).toContain('Martha');
  });

  it('drops from the choice what is over', async () => {
    await open();
    await click(c, 'choose-all');
    c.http.set('GET /v1/board', { body: now({ conversations: [card('ann-1')] }) });
    await c.pass(5_000);
    expect(textOf('board-transfer')).toBe('Transfer it…');
  });

  it('is nobody’s but the managers’', async () => {
    await open('agent');
    expect(maybe('open-board')).toBeUndefined();
  });
});
