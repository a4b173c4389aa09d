import type { BoardAgent, BoardQueue, ConversationCard, Presence } from '@/contract/protocol';
import { byAlphabet } from '@/i18n/formats';

export type Direction = 'ascending' | 'descending';

export interface Sorting<K extends string> {
  by: K;
  direction: Direction;
}

type Value = string | number | undefined;

/** The sort value of each column. A moment becomes the time since then, so that more is longer. */
export type Columns<K extends string, T> = Record<K, (row: T, now: number) => Value>;

const since = (at: number | null | undefined, now: number) => (at ? now - at : undefined);

/** The share of first responses in time; undefined if there were none. */
export function inTime({ in_time, late }: BoardQueue['answered_today']): number | undefined {
  return in_time + late > 0 ? in_time / (in_time + late) : undefined;
}

export const queueColumns = {
  name: (queue) => queue.name,
  waiting: (queue) => queue.waiting,
  longest: (queue, now) => since(queue.longest_since, now),
  unanswered: (queue, now) => since(queue.unanswered_since, now),
  abandoned: (queue) => queue.abandoned_today,
  answered: (queue) => inTime(queue.answered_today),
  resolved: (queue) => queue.resolved_today ?? 0,
} satisfies Columns<string, BoardQueue>;

const PRESENCE: Presence[] = ['available', 'busy', 'away', 'offline'];

export const agentColumns = {
  name: (agent) => agent.name,
  presence: (agent) => PRESENCE.indexOf(agent.presence),
  load: (agent) => agent.open / Math.max(1, agent.capacity),
  longest: (agent, now) => since(agent.waiting_since, now),
  discussions: (agent) => agent.discussions,
  wrapping: (agent) => agent.wrapping,
  resolved: (agent) => agent.resolved_today ?? 0,
  active: (agent, now) => since(agent.last_active, now),
} satisfies Columns<string, BoardAgent>;

/**
 * The moment since which the customer waits for an answer; undefined when it is the customer's
 * turn.
 */
export const waitsSince = (card: ConversationCard) =>
  card.status === 'queued' || (card.status === 'active' && card.waiting_on === 'agent')
    ? card.waiting_since
    : undefined;

export const cardColumns = (names: {
  queue: (id: string) => string;
  agent: (id: string) => string;
}) =>
  ({
    name: (card) => card.alias ?? card.name,
    queue: (card) => names.queue(card.queue),
    owner: (card) => (card.owner ? names.agent(card.owner) : undefined),
    status: (card) => card.status,
    waiting: (card, now) => since(waitsSince(card), now),
  }) satisfies Columns<string, ConversationCard>;

/**
 * Sorts rows; rows without a value come last in either direction, and equal ones keep their order.
 */
export function sorted<K extends string, T>(
  rows: readonly T[],
  columns: Columns<K, T>,
  { by, direction }: Sorting<K>,
  now: number,
): T[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const value = columns[by];
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one, now), value(other, now)];
    if (a === undefined || b === undefined) {
      return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
    }
    const order = typeof a === 'string' ? byAlphabet(a, String(b)) : a - Number(b);
    return sign * order;
  });
}

/** Keeps the rows in a given order; new ones come below. */
export function held<T extends { id: string }>(rows: readonly T[], order: readonly string[]): T[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const at = ({ id }: T) => place.get(id) ?? order.length;
  return [...rows].sort((a, b) => at(a) - at(b));
}

/** A click on the sorted column turns the order round; figures begin with the largest. */
export function turned<K extends string>(now: Sorting<K>, by: K, text: readonly K[]): Sorting<K> {
  if (now.by === by) {
    return { by, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { by, direction: text.includes(by) ? 'ascending' : 'descending' };
}
