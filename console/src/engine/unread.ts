import type { Entry, Event } from '@/contract/protocol';
import { speaks } from './collaboration';
import { agentOf } from './ids';
import type { Thread } from './thread';

/** This agent's read position of a thread: the last entry, and its conversation if known. */
export interface Seen {
  seq: number;
  conversation?: string;
}

/** My read position of the thread or the discussion of this id. */
export type Marks = (id: string) => Seen | undefined;

/** The number of others' messages in a conversation that I have neither looked at nor answered. */
export interface Unread {
  customer: number;
  /** Messages to the customer since I joined: a guest's, the owner's, or a barged-in manager's. */
  colleagues: number;
  /** Lines to me as the coached owner, or to me as a coach. */
  coaches: number;
}

const has = ({ events }: Entry, type: Event['type']) => events.some((e) => e.type === type);

/** Tests whether I join the conversation here: colleagues' earlier messages were not for me. */
export const comesIn = ({ events }: Entry, me: string) =>
  events.some(
    (e) =>
      (e.type === 'assigned' && e.to === me) ||
      ((e.type === 'conference_joined' || e.type === 'monitoring') && e.agent === me),
  );

/** Counts back from the newest entry, to the beginning of the current conversation. */
export function unreadIn(
  { conversation, entries }: Pick<Thread, 'conversation' | 'entries'>,
  me: string,
  seen: Seen | undefined,
): Unread {
  const count: Unread = { customer: 0, colleagues: 0, coaches: 0 };
  let answered = false;
  let coached = false;
  // An agent who only reads along gets no messages.
  let joined = !speaks(conversation, me);
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (!entry || entry.seq <= (seen?.seq ?? 0)) break;
    const mine = agentOf(entry.by) === me;
    if (mine && has(entry, 'agent_message')) answered = true;
    if (mine && has(entry, 'coach_line')) coached = true;
    for (const event of entry.events) {
      const { type } = event;
      if (type === 'customer_message' && !event.quiet && !answered) count.customer += 1;
      if (type === 'agent_message' && !mine && !answered && !joined) count.colleagues += 1;
      if (type === 'coach_line' && !mine && !coached) count.coaches += 1;
    }
    joined ||= comesIn(entry, me);
    if (has(entry, 'opened')) break;
  }
  return count;
}

const talks = new WeakMap<Thread, readonly string[]>();

/** The discussions that run, or that have a line, as far as I may know. */
export function talksIn(thread: Thread): readonly string[] {
  const before = talks.get(thread);
  if (before) return before;
  const found = new Set(thread.conversation.discussions.map(({ id }) => id));
  for (const { events } of thread.entries) {
    for (const event of events) {
      if (event.type === 'discussion_message') found.add(event.discussion);
    }
  }
  const made = [...found];
  talks.set(thread, made);
  return made;
}

/** The number of colleagues' lines in each discussion that I have not looked at. */
export function unreadTalks(
  entries: readonly Entry[],
  me: string,
  marks: Marks,
): Map<string, number> {
  const count = new Map<string, number>();
  for (const { seq, by, events } of entries) {
    for (const event of events) {
      if (event.type !== 'discussion_message' || agentOf(by) === me) continue;
      const { discussion } = event;
      if (seq <= (marks(discussion)?.seq ?? 0)) continue;
      count.set(discussion, (count.get(discussion) ?? 0) + 1);
    }
  }
  return count;
}
