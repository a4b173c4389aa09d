import { describe, expect, it } from 'vitest';
import { became } from '@/features/engagement/became';
import { cell, csv } from '@/features/engagement/csv';
import { spanOf } from '@/features/engagement/period';

const NAMES = {
  name: (id: string | null | undefined) => ({ mark: 'Mark', martha: 'Martha' })[id ?? ''] ?? '?',
  group: () => 'somebody of Billing',
  time: () => '10:05',
};
const asked = { from: 'mark', target: { agent: 'martha' }, decided_at: 1 };

describe('a request', () => {
  it('the outcome names the agent and the moment', () => {
    expect(became({ ...asked, status: 'withdrawn', decided_by: 'mark' }, NAMES)).toContain(
      'Withdrawn by Mark',
    );
    expect(became({ ...asked, status: 'accepted', decided_by: 'martha' }, NAMES)).toMatch(
      /^Accepted by Martha.*10:05/,
    );
    expect(became({ ...asked, status: 'timed_out' }, NAMES)).toMatch(
      /^Timed out.*10:05: no answer from Martha$/,
    );
    expect(became({ ...asked, status: 'timed_out', target: { team: 'billing' } }, NAMES)).toContain(
      'no answer from somebody of Billing',
    );
    expect(became({ ...asked, status: 'pending' }, NAMES)).toBe('');
  });
});

describe('the exported table', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+49 1', `"'+49 1"`],
    ['-2', `"'-2"`],
    ['@x', `"'@x"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['a"b', '"a""b"'],
    ['a,"b"', '"a,""b"""'],
    [-2, '-2'],
    [undefined, ''],
  ])('writes %j as %j', (text, written) => expect(cell(text)).toBe(written));

  it('the table begins with the mark of UTF-8 and ends each row', () => {
    expect(csv([['a', 1]])).toBe('\uFEFFa,1\r\n');
  });
});

describe('a period', () => {
  const now = new Date(2026, 10, 29, 15).getTime();
  it('a period goes by days of the calendar', () => {
    const from = new Date(2026, 10, 29).getTime();
    const custom = { name: 'custom' as const, from: '2026-11-28', until: '2026-11-28' };
    expect(spanOf({ ...custom, name: 'day' }, now)).toEqual({ from });
    expect(spanOf(custom, now)).toEqual({ from: from - 86_400_000, to: from });
    expect(spanOf({ ...custom, from: '2026-11-29' }, now)).toBeUndefined();
    expect(spanOf({ ...custom, from: '2026-01-01' }, now)).toBeUndefined();
  });
});
