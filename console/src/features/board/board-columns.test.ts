import { anAgent, card } from '@tests/support/board';
import { NOW } from '@tests/support/make';
import { describe, expect, it } from 'vitest';
import {
  agentColumns,
  held,
  inTime,
  type Sorting,
  sorted,
  turned,
  waitsSince,
} from '@/features/board/columns';

describe('the columns', () => {
  const by = (name: keyof typeof agentColumns): Sorting<keyof typeof agentColumns> => ({
    by: name,
    direction: 'descending',
  });

  it('the customer who waits longest comes first, and rows without a wait come last', () => {
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

  it('the order turns round, and begins with the largest figure or the first name', () => {
    expect(turned(by('load'), 'load', ['name']).direction).toBe('ascending');
    expect(turned(by('load'), 'name', ['name'])).toEqual({ by: 'name', direction: 'ascending' });
    expect(turned(by('load'), 'discussions', ['name']).direction).toBe('descending');
  });

  it('held rows keep their places, and new ones come below', () => {
    const rows = ['c', 'new', 'a', 'b'].map((id) => ({ id }));
    expect(held(rows, ['a', 'gone', 'b', 'c']).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'new']);
  });

  it('the share is undefined without any answers', () => {
    expect(inTime({ in_time: 3, late: 1 })).toBe(0.75);
    expect(inTime({ in_time: 0, late: 0 })).toBeUndefined();
  });

  it('a conversation whose customer has the next word does not count as waiting', () => {
    expect(waitsSince(card('a'))).toBe(NOW - 60_000);
    expect(waitsSince(card('a', { status: 'pending', waiting_on: 'customer' }))).toBeUndefined();
    expect(waitsSince(card('a', { status: 'queued' }))).toBe(NOW - 60_000);
  });
});
