import { all, Console, click, get, maybe, press, textOf, type } from '@tests/support/app';
import { anAgent, card } from '@tests/support/board';
import { agent, NOW, welcome } from '@tests/support/make';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Board, BoardOffer, BoardQueue } from '@/contract/protocol';

const queue = (id: string, name: string, over: Partial<BoardQueue> = {}): BoardQueue => ({
  id,
  name,
  team: 'care',
  waiting: 0,
  abandoned_today: 0,
  answered_today: { in_time: 0, late: 0 },
  ...over,
});
const request = (id: string, over: Partial<BoardOffer> = {}): BoardOffer => ({
  id,
  number: 1,
  conversation: 'ann-1',
  reference: 'ANN-1',
  contact: 'c1',
  name: 'Ann',
  queue: 'returns',
  kind: 'discuss',
  from: 'martha',
  target: { agent: 'olga' },
  status: 'pending',
  created_at: NOW - 30_000,
  deadline: NOW + 90_000,
  ...over,
});

describe('the live board', () => {
  const c = new Console();
  afterEach(() => {
    c.close();
    vi.restoreAllMocks();
  });
  const now = (over: Partial<Board> = {}): Board => ({
    at: c.clock.now(),
    today: { from: NOW - 3_600_000, time_zone: 'UTC' },
    queues: [
      queue('returns', 'Returns', {
        waiting: 3,
        longest_since: NOW - 120_000,
        abandoned_today: 2,
        answered_today: { in_time: 9, late: 1 },
      }),
      queue('billing', 'Billing', { answered_today: { in_time: 0, late: 10 } }),
    ],
    offers: [
      request('o2'),
      request('o1', {
        status: 'rejected',
        decided_by: 'olga',
        decided_at: NOW - 20_000,
        created_at: NOW - 60_000,
        reason: 'Busy',
      }),
    ],
    agents: [
      anAgent('martha', { open: 4 }),
      anAgent('olga', { presence: 'away', reason: 'Lunch' }),
    ],
    conversations: [card('ann-1'), card('bob-1', { waiting_since: NOW - 90_000, owner: 'olga' })],
    more: false,
    ...over,
  });
  const asked = () => c.posted.filter(({ url }) => url === 'GET /v1/board').length;

  async function acts(id: string, item: string) {
    const row = get('board-agents').querySelector(`[data-agent="${id}"]`);
    const button = row?.querySelector<HTMLElement>('[data-testid="agent-acts"]');
    if (!button) throw new Error(`There is nothing to do with ${id}.`);
    await click(c, button);
    await click(c, `menu-${item}`);
  }
  const told = () =>
    all('notice')
      .map((one) => one.textContent)
      .join();

  async function open(role: 'manager' | 'agent' = 'manager') {
    await c.open('mark', '/board');
    c.http.set('GET /v1/board', { body: now() });
    c.socket.open();
    const agents = [agent('mark', { role }), agent('martha'), agent('olga')];
    await c.push(welcome('mark', [], { agents }));
    await import('@/features/board/BoardScreen.vue');
    await c.flush();
    await c.pass(5_000);
  }

  it('the board shows the server’s counts, each table with its order', async () => {
    await open();
    expect(textOf('tile-waiting')).toBe('Waiting3past target: Returns');
    expect(get('tile-waiting').dataset.level).toBe('over');
    expect(textOf('tile-working')).toBe('Agents available1 of 2room for 0 more');
    expect(textOf('board-headline')).toContain('Returns is behind: 3 customers wait');
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

  it('the board shows today’s figures: answers in time, customers who gave up, last activity', async () => {
    await open();
    expect(textOf('tile-answered')).toBe('In time today45%11 late of 20');
    expect(textOf('tile-abandoned')).toBe('Abandoned today2');
    const [returns, billing] = [...get('board-queues').querySelectorAll('tbody tr')];
    expect(returns?.textContent).toContain('90% 9 of 10');
    expect(billing?.textContent).toContain('0% 0 of 10');
    c.http.set('GET /v1/board', {
      body: now({
        agents: [anAgent('martha', { last_active: c.clock.now() - 240_000 })],
        queues: [queue('returns', 'Returns')],
      }),
    });
    await c.pass(5_000);
    expect(textOf('board-agents')).toContain('4m ago');
    expect(textOf('tile-answered')).toContain('No first responses today');
  });

  it('rows keep their places while the pointer is on them', async () => {
    await open();
    const rows = () =>
      [...get('board-conversations').querySelectorAll('tbody tr')].map((row) =>
        row.getAttribute('data-conversation'),
      );
    const point = async (name: string) => {
      const area = get('board-conversations').closest('.board-table');
      area?.dispatchEvent(new PointerEvent(name, { pointerType: 'mouse' }));
      await c.flush();
    };
    await point('pointerenter');
    const late = card('ann-1', { waiting_since: NOW - 900_000 });
    const conversations = [late, card('bob-1', { waiting_since: NOW - 90_000, owner: 'olga' })];
    c.http.set('GET /v1/board', { body: now({ conversations }) });
    await c.pass(5_000);
    expect(rows()).toEqual(['bob-1', 'ann-1']);
    await point('pointerleave');
    expect(rows()).toEqual(['ann-1', 'bob-1']);
  });

  it('a queue or an agent narrows the conversations, and widens them again', async () => {
    await open();
    const rows = () => get('board-conversations').querySelectorAll('tbody tr').length;
    await acts('martha', 'show');
    expect(rows()).toBe(1);
    expect(textOf('board-all')).toBe('With Martha');
    await click(c, 'board-all');
    expect(rows()).toBe(2);
    await click(c, all('queue-cards')[1] as HTMLElement);
    expect(maybe('board-conversations')).toBeUndefined();
  });

  it('the timeline shows today’s requests, their targets and outcomes', async () => {
    await open();
    const texts = () => all('board-offer').map((one) => one.textContent?.replace(/\s+/g, ' '));
    expect(texts()[0]).toContain('Discuss: Martha asked Olga');
    expect(texts()[0]).toContain('1:25');
    expect(texts()[1]).toMatch(/Rejected by Olga at .+ · after 40s · Busy/);
    await click(c, 'offers-refused');
    expect(all('board-offer')).toHaveLength(1);
    await click(c, 'offer-open');
    expect(location.pathname).toBe('/c/ann-1');
  });

  it('the board asks every five seconds, except while it is out of sight', async () => {
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

  it('the board keeps its numbers and shows their age when the server does not answer', async () => {
    await open();
    c.http.delete('GET /v1/board');
    await c.pass(10_000);
    expect(textOf('board-age')).toContain('reconnecting');
    expect(textOf('tile-waiting')).toContain('Waiting3');
  });

  const handsTo = (name: string) => {
    const targets = [{ to: { agent: name.toLowerCase() }, name, allowed: 2 }];
    c.http.set('GET /v1/agents', { body: { agents: [anAgent(name.toLowerCase())], targets } });
  };

  it('a manager hands several on, or gives them to an agent found on the board', async () => {
    await open();
    handsTo('Martha');
    await click(c, 'choose-all');
    expect(textOf('board-transfer')).toBe('Transfer 2…');
    const give = all('give').find((one) => one.closest('tr')?.dataset.agent === 'martha');
    if (!give) throw new Error('Nothing can be given to Martha.');
    await click(c, give);
    expect(textOf('dialog')).toContain('2');
    expect(textOf('dialog-submit')).toContain('Martha');
  });

  it('a manager gives an agent the longest waiting customer of the team’s queues', async () => {
    await open();
    handsTo('Martha');
    const conversations = [
      card('cyd-1', { status: 'queued', owner: null, waiting_since: NOW - 5_000 }),
      card('dee-1', { status: 'queued', owner: null, waiting_since: NOW - 50_000, name: 'Dee' }),
    ];
    const agents = [anAgent('martha'), anAgent('olga', { teams: ['sales'], presence: 'away' })];
    c.http.set('GET /v1/board', { body: now({ conversations, agents }) });
    await c.pass(5_000);
    await acts('martha', 'next');
    expect(textOf('dialog')).toContain('Transfer 1 chat');
    c.http.set('POST /v1/transfers', { body: { results: [{ conversation: 'dee-1', seq: 3 }] } });
    get('dialog')
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await c.flush();
    const sent = c.posted.findLast(({ url }) => url === 'POST /v1/transfers')?.body;
    expect(sent).toMatchObject({ conversations: ['dee-1'], to: { agent: 'martha' } });
  });

  it('a manager sets an agent away with a reason, and available again', async () => {
    await open();
    const url = 'PUT /v1/agents/martha/presence';
    c.http.set(url, { body: agent('martha', { presence: 'away', away_reason: 'Break' }) });
    await acts('martha', 'away');
    await press(c, get('dialog').querySelector('form') as HTMLElement, { key: '2' });
    await type(c, 'away-words', 'back at four');
    get('dialog')
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await c.flush();
    const body = () => c.posted.findLast((one) => one.url === url)?.body;
    expect(body()).toEqual({ presence: 'away', reason: 'Break: back at four' });
    expect(maybe('dialog')).toBeUndefined();
    expect(told()).toContain('Martha is away now.');
    c.http.set('PUT /v1/agents/olga/presence', { body: agent('olga') });
    await acts('olga', 'available');
    expect(told()).toContain('Olga is available now.');
  });

  it('the dialog says near the field why an agent cannot be set away', async () => {
    await open();
    const error = { code: 'forbidden', message: 'Not your team.', remedy: 'Ask theirs.' };
    c.http.set('PUT /v1/agents/martha/presence', { status: 403, body: { error } });
    await acts('martha', 'away');
    get('dialog')
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await c.flush();
    expect(textOf('dialog-problem')).toContain('Ask theirs.');
    const long = { code: 'text_too_long', message: 'Too long.', remedy: 'Be brief.' };
    c.http.set('PUT /v1/agents/martha/presence', {
      status: 400,
      body: { error: { ...long, field: 'reason' } },
    });
    get('dialog')
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await c.flush();
    expect(maybe('dialog-problem')).toBeUndefined();
    expect(document.activeElement).toBe(get('away-words'));
    await type(c, 'away-words', 'x'.repeat(101));
    expect((get('dialog-submit') as HTMLButtonElement).disabled).toBe(true);
    c.http.delete('PUT /v1/agents/martha/presence');
  });

  it('the history lists an agent’s times away, and who set them', async () => {
    await open();
    await acts('olga', 'log');
    expect(textOf('dialog')).toContain('could not be loaded');
    const changes = [
      { at: NOW, by: 'mark', presence: 'away', reason: 'Lunch' },
      { at: NOW - 9, by: 'olga', presence: 'available' },
    ];
    c.http.set('GET /v1/agents/olga/presence', { body: { changes } });
    await click(c, 'presences-again');
    expect(textOf('presences')).toContain('AwayLunch');
    expect(textOf('presences')).toMatch(/by you.*Available.*by themselves/);
  });

  it('a bulk transfer takes fifty at once, and no more', async () => {
    await open();
    const conversations = Array.from({ length: 51 }, (_, i) => card(`c${i}-1`));
    c.http.set('GET /v1/board', { body: now({ conversations }) });
    await c.pass(5_000);
    await click(c, 'choose-all');
    expect((get('board-transfer') as HTMLButtonElement).disabled).toBe(true);
    expect(document.querySelector('.board [role="alert"]')?.textContent).toBe(
      'At most 50 at once.',
    );
  });

  it('an ended conversation leaves the choice', async () => {
    await open();
    await click(c, 'choose-all');
    c.http.set('GET /v1/board', { body: now({ conversations: [card('ann-1')] }) });
    await c.pass(5_000);
    expect(textOf('board-transfer')).toBe('Transfer it…');
  });

  it('the board is for managers only', async () => {
    await open('agent');
    expect(maybe('open-board')).toBeUndefined();
  });

  it('the table of agents drops its minor columns together, and the name keeps their facts', async () => {
    await open();
    const table = get('board-agents');
    const minor = [...table.querySelectorAll('thead .minor')].map((one) => one.textContent?.trim());
    expect(minor).toEqual(['Discussions', 'Wrapping up', 'Last active']);
    expect(table.querySelectorAll('[data-agent="martha"] > .minor')).toHaveLength(minor.length);
    const name = table.querySelector<HTMLElement>('[data-agent="martha"] th [data-tip]');
    expect(name?.dataset.tip).toBe('Discussions: – · Wrapping up: – · Last active: –');
  });

  it('each empty table says what is missing, and a filter without a match ends with one act', async () => {
    await open();
    c.http.set('GET /v1/board', { body: now({ queues: [], agents: [], offers: [request('o')] }) });
    await c.pass(5_000);
    const empty = () => all('empty').map((one) => one.querySelector('.title')?.textContent);
    expect(empty()).toEqual(['No queues', 'Nobody is online']);
    await click(c, 'offers-refused');
    expect(empty()).toContain('No matching requests.');
    await click(c, 'offers-clear');
    expect(all('board-offer')).toHaveLength(1);
  });
});

describe('an agent whom a manager sets away', () => {
  const c = new Console();
  afterEach(() => c.close());

  it('the agent reads it at once, with the way back', async () => {
    await c.open();
    c.http.set('PUT /v1/me/presence', { body: {} });
    await c.live('mark', []);
    await c.push({ type: 'presence_set', presence: 'away', reason: 'Lunch', by: 'olga', at: NOW });
    expect(textOf('notice')).toContain('Olga set you away: you receive no new work');
    expect(textOf('notice')).toContain('Lunch');
    await click(c, get('notice').querySelector('.button') as HTMLElement);
    expect(c.posted.at(-1)).toEqual({
      url: 'PUT /v1/me/presence',
      body: { presence: 'available' },
    });
  });
});
