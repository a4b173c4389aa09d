import { beforeEach, describe, expect, it } from 'vitest';
import type { Code } from '@/contract/protocol';
import { ServerClock, Ticker } from '@/engine/clock';
import { Drafts } from '@/engine/drafts';
import { countdown, formatDuration, parseDuration, waited } from '@/engine/durations';
import { shortId, threadOf, uuidv7 } from '@/engine/ids';
import { refusalText } from '@/stores/actions';
import { parseRoute } from '@/stores/ui';
import { FakeClock } from './support/clock';
import { ID, THREAD } from './support/make';

describe('durations', () => {
  it.each([
    ['2m', 120],
    ['90s', 90],
    ['1h 30m', 5400],
    ['2:30', 150],
    ['2 min', 120],
    ['45', 45],
    ['1d', 86_400],
    ['soon', undefined],
    ['', undefined],
    ['2m x', undefined],
  ])('reads %j as %j', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it('durations are written as people write them', () => {
    expect([150, 86_400, 5400].map(formatDuration)).toEqual(['2m 30s', '1d', '1h 30m']);
    expect([103_000, 2_530_000, 5_400_000, -1].map(countdown)).toEqual([
      '1:43',
      '42:10',
      '1:30:00',
      '0:00',
    ]);
    expect([48_000, 125_000, 7_200_000].map(waited)).toEqual(['48s', '2m', '2h']);
  });
});

describe('ids', () => {
  it('UUIDs sort by time', () => {
    const [a, b] = [uuidv7(1_700_000_000_000), uuidv7(1_700_000_000_001)];
    expect(a).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(a < b).toBe(true);
  });

  it('the parts of a conversation’s id are read', () => {
    expect([threadOf(ID), shortId(ID)]).toEqual([THREAD, '7K2M-Q4W8-1']);
    expect(parseRoute(`/c/${ID}`)).toEqual({ screen: 'conversations', conversation: ID });
    expect(parseRoute('/settings').screen).toBe('settings');
    expect(parseRoute('/c/../x')).toEqual({ screen: 'nowhere' });
    expect(parseRoute('/')).toEqual({ screen: 'conversations' });
  });
});

describe('clocks', () => {
  it('the clock follows the server’s, with half of the round trip', () => {
    const clock = new FakeClock(1_000);
    const server = new ServerClock(clock);
    server.learn(5_000, 200);
    expect(server.now()).toBe(5_100);
  });

  it('the ticker beats once a second and notices a sleep', async () => {
    const clock = new FakeClock();
    let beats = 0;
    let woke = 0;
    const ticker = new Ticker(clock, () => (woke += 1));
    const stop = ticker.subscribe(() => (beats += 1));
    await clock.advance(3_000);
    expect([beats, woke]).toEqual([3, 0]);
    clock.sleep(60_000);
    await clock.advance(1);
    expect(woke).toBe(1);
    stop();
    await clock.advance(5_000);
    expect(beats).toBe(4);
  });
});

describe('drafts', () => {
  let clock: FakeClock;
  let storage: Map<string, string>;
  const open = () =>
    new Drafts(
      'mark',
      {
        getItem: (k) => storage.get(k) ?? null,
        setItem: (k, v) => void storage.set(k, v),
        removeItem: (k) => void storage.delete(k),
      },
      clock,
    );
  beforeEach(() => {
    clock = new FakeClock();
    storage = new Map();
  });

  it('drafts belong to conversation, mode and discussion, and outlive the page', async () => {
    const drafts = open();
    drafts.set({ conversation: ID, mode: 'reply' }, 'to the customer');
    drafts.set({ conversation: ID, mode: 'comment' }, 'to colleagues');
    drafts.set({ conversation: ID, mode: 'discussion', discussion: 'd1' }, 'to Martha');
    expect(storage.size).toBe(0);
    await clock.advance(300);
    const later = open();
    expect(later.get({ conversation: ID, mode: 'reply' })).toBe('to the customer');
    expect(later.get({ conversation: ID, mode: 'discussion', discussion: 'd2' })).toBe('');
    later.clear({ conversation: ID, mode: 'reply' });
    later.clear({ conversation: ID, mode: 'comment' });
    expect(later.has(ID)).toBe(false);
    expect(storage.size).toBe(1);
  });

  it('a composer opens as a comment if only a comment was begun; a choice on this page stays', () => {
    const drafts = open();
    drafts.set({ conversation: ID, mode: 'comment' }, 'to colleagues');
    drafts.open(ID);
    expect(drafts.mode(ID)).toBe('comment');
    drafts.clear({ conversation: ID, mode: 'comment' });
    expect(drafts.mode(ID), 'an empty field leaves no mode').toBe('comment');
    drafts.set({ conversation: ID, mode: 'comment' }, 'again');
    drafts.setMode(ID, 'reply');
    drafts.open(ID);
    expect(drafts.mode(ID)).toBe('reply');
    const both = open();
    both.set({ conversation: ID, mode: 'reply' }, 'to the customer');
    both.open(ID);
    expect(both.mode(ID)).toBe('reply');
  });

  it('the mode is remembered, and follows other tabs', () => {
    const drafts = open();
    drafts.setMode(ID, 'comment');
    expect(open().mode(ID)).toBe('comment');
    drafts.changedElsewhere(`draft:mark:${ID}:reply`, 'elsewhere');
    expect(drafts.get({ conversation: ID, mode: 'reply' })).toBe('elsewhere');
  });
});

describe('refusals', () => {
  const name = (id: string) => (id === 'martha' ? 'Martha' : id);
  const refused = (code: string, over = {}) => ({
    // A server of the future knows codes that this client does not.
    code: code as Code,
    message: 'Server says.',
    remedy: '',
    ...over,
  });

  it('refusals name people and remedies, and fall back on the server’s words', () => {
    expect(refusalText(refused('already_taken', { agent: 'martha' }), name)).toBe(
      'Already taken by Martha',
    );
    expect(refusalText(refused('offer_closed', { status: 'withdrawn' }), name)).toContain(
      'withdrawn',
    );
    expect(refusalText(refused('already_taken'), name)).toBe('Server says.');
    expect(refusalText(refused('from_the_future'), name)).toBe('Server says.');
  });
});
