import { anAgent } from '@tests/support/board';
import { NOW } from '@tests/support/make';
import { describe, expect, it } from 'vitest';
import type { Board } from '@/contract/protocol';
import { behind, freeAgents, levelOfAnswers, levelOfWait } from '@/features/board/state';

describe('the state of the board', () => {
  it('a wait is near its target from 70 % on, and over it afterwards', () => {
    expect([20, 22, 31].map((s) => levelOfWait(s * 1000, 30))).toEqual(['ok', 'near', 'over']);
    expect(levelOfWait(900_000, undefined)).toBe('ok');
  });

  it('a day is bad under 60 % of first responses in time', () => {
    expect(levelOfAnswers({ in_time: 8, late: 2 })).toBe('ok');
    expect(levelOfAnswers({ in_time: 7, late: 3 })).toBe('near');
    expect(levelOfAnswers({ in_time: 5, late: 5 })).toBe('over');
    expect(levelOfAnswers({ in_time: 0, late: 0 })).toBe('ok');
  });

  it('the queue with the longest wait past its target comes first', () => {
    const queue = (id: string, since: number) => ({ id, longest_since: NOW - since });
    const queues = [queue('a', 40_000), queue('b', 90_000), queue('c', 10_000)];
    const board = { queues } as unknown as Board;
    expect(behind(board, NOW, () => 30).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('free agents are available, below capacity, and of the team', () => {
    const agents = [
      anAgent('free'),
      anAgent('full', { open: 4 }),
      anAgent('away', { presence: 'away' }),
      anAgent('other', { teams: ['sales'] }),
    ];
    const free = freeAgents(agents, new Set(['care']), () => true);
    expect(free.map(({ id }) => id)).toEqual(['free']);
  });
});
