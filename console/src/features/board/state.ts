import type { Board, BoardAgent, BoardQueue } from '@/contract/protocol';
import { inTime } from './columns';

/** How a number stands to its target: `near` asks for attention, `over` for an act. */
export type Level = 'ok' | 'near' | 'over';

/** A wait is near its target from this share of it on. */
const NEAR = 0.7;
/** The shares of first responses in time under which a day is not good, and is bad. */
const GOOD = 0.8;
const BAD = 0.6;

/** `target` in seconds; without a target every wait is fine. */
export function levelOfWait(ms: number, target: number | undefined): Level {
  if (!target) return 'ok';
  const share = ms / 1000 / target;
  if (share > 1) return 'over';
  return share > NEAR ? 'near' : 'ok';
}

export function levelOfAnswers(all: BoardQueue['answered_today']): Level {
  const share = inTime(all);
  if (share === undefined || share >= GOOD) return 'ok';
  return share < BAD ? 'over' : 'near';
}

/** The target of a queue's first responses, in seconds. */
export type Target = (queue: string) => number | undefined;

/** The queues in which somebody waits longer than the target, the longest wait before all. */
export function behind(board: Board, now: number, target: Target): BoardQueue[] {
  return board.queues
    .filter(
      ({ id, longest_since: since }) => since && levelOfWait(now - since, target(id)) === 'over',
    )
    .sort((a, b) => (a.longest_since ?? 0) - (b.longest_since ?? 0));
}

/**
 * The agents of these teams who could take a conversation now. `served` tests whether the engine
 * gives work to an agent: managers and admins take theirs by hand.
 */
export function freeAgents(
  agents: readonly BoardAgent[],
  teams: ReadonlySet<string>,
  served: (id: string) => boolean,
): BoardAgent[] {
  return agents.filter(
    (one) =>
      one.presence === 'available' &&
      one.open < one.capacity &&
      served(one.id) &&
      one.teams.some((team) => teams.has(team)),
  );
}
