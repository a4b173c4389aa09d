import type { Entry, Event } from '@/contract/protocol';
import { speaks } from './collaboration';
import { agentOf } from './ids';
import type { Thread } from './thread';

/** What this agent has read of a thread: up to which entry, and of which conversation if that is known. */
export interface Seen {
  seq: number;
  conversation?: string;
}

/** How far I have read the thread or the discussion of this id. */
export type Marks = (id: string) => Seen | undefined;

/** What others said in a conversation that I have neither looked at nor answered. */
export interface Unread {
  customer: number;
  /** To the customer, since I am in it: a guest's, the owner's, or a manager's who barged in. */
  colleagues: number;
  /** To me, who is coached, or to me, who coaches. */
  coaches: number;
}

const has = ({ events }: Entry, type: Event['type']) => events.some((e) => e.type === type);

/** I came into the conversation here: what colleagues wrote before was not for me. */
export const comesIn = ({ events }: Entry, me: string) =>
  events.some(
    (e) =>
      (e.type === 'assigned' && e.to === me) ||
      ((e.type === 'conference_joined' || e.type === 'monitoring') && e.agent === me),
  );

/** Counted back from the newest, as far as the conversation that is running goes. */
export function unreadIn(
  { conversation, entries }: Pick<Thread, 'conversation' | 'entries'>,
  me: string,
  seen: Seen | undefined,
): Unread {
  const count: Unread = { customer: 0, colleagues: 0, coaches: 0 };
  let answered = false;
  let coached = false;
  // To those who only read along, nothing is said.
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

/** The discussions that are held, or that something was said in, as far as I may know. */
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

/** What colleagues said in each discussion that I have not looked at. */
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
