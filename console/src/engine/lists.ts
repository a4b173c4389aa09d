import type { Conversation, Offer, OpenWrapUp, Queue } from '@/contract/protocol';
import { firstAnswerDue, isGuest, monitorMode, wrapUpsOf } from './collaboration';
import { agentOf } from './ids';
import type { Thread } from './thread';
import { type Marks, type Seen, talksIn, unreadIn, unreadTalks } from './unread';

export type { Marks, Seen } from './unread';

export type Dot = 'new' | 'waiting' | 'pending' | 'none';

export interface Row {
  thread: Thread;
  dot: Dot;
  /** True if I never opened it. */
  fresh: boolean;
  /** The number of others' messages that I have not looked at. */
  unread: number;
  /** The part of `unread` that colleagues wrote in private: in discussions, and as coaches. */
  lines: number;
  /**
   * True for a row that stands for the discussions in the conversation, and counts nothing else.
   */
  talk?: boolean;
  /** The moment of the customer's last message. */
  heard: number;
  /** True if I am in the conference and not its owner. */
  guest: boolean;
  /** The due time of the first response, while there is none. */
  due: number | undefined;
}

export interface Session {
  mine: Row[];
  /** Conversations that I discuss with colleagues, as asker or consultant. */
  discussions: Row[];
  /** Conversations that I look on at as a manager. */
  monitored: Row[];
  /** Ended conversations that wait for me to mark them done. */
  wrapUps: { wrapUp: OpenWrapUp; thread: Thread }[];
  /** Offers that await my answer, the most urgent first. */
  offers: { offer: Offer; thread: Thread }[];
  /** The number of waiting conversations that an agent takes by hand. */
  waiting: number;
  /** My conversations, discussions and coachings with unread messages: rail badge and title. */
  unreadChats: number;
  /** The number of colleagues' messages in discussions that I have not looked at. */
  unreadLines: number;
  load: number;
}

export const isOpen = (conversation: Conversation) =>
  conversation.status === 'active' || conversation.status === 'pending';

/** Agents take no conversation by hand from a queue with automatic assignment. */
export const isManual = (queue: Queue) => queue.mode !== 'auto';

export const consults = (conversation: Conversation, me: string) =>
  conversation.discussions.some((talk) => talk.members.includes(me) && talk.initiator !== me);

/** An ended discussion stays until I have looked at its last message. */
const discusses = ({ conversation, entries }: Thread, me: string, talked: Marks) =>
  conversation.discussions.some((talk) => talk.members.includes(me)) ||
  unreadTalks(entries, me, talked).size > 0;

export const offersTo = (conversation: Conversation, me: string) =>
  conversation.offers.filter((offer) => offer.to.includes(me));

export function dot(conversation: Conversation, fresh: boolean): Dot {
  if (conversation.status === 'pending') return fresh ? 'new' : 'pending';
  if (conversation.status === 'active' && conversation.waiting_on === 'agent') return 'waiting';
  return fresh ? 'new' : 'none';
}

/** The moment of the customer's last message, as far as the loaded log tells. */
export function heard({ conversation, entries }: Pick<Thread, 'conversation' | 'entries'>): number {
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (entry?.events.some((e) => e.type === 'customer_message' && !e.quiet)) return entry.at;
  }
  return conversation.opened_at;
}

interface Derived {
  me: string;
  /** My read positions of the thread and of each discussion in it. */
  read: readonly (Seen | undefined)[];
  row: Row;
  talk?: Row;
}
/** The client never changes a thread in place, so a derived row stays true of its thread. */
const derived = new WeakMap<Thread, Derived>();

/** Tests whether I have never opened the current conversation. */
export function neverOpened(
  { conversation, entries }: Pick<Thread, 'conversation' | 'entries'>,
  seen: Seen | undefined,
  me?: string,
): boolean {
  if (seen?.conversation === conversation.id) return false;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (!entry) continue;
    if (seen && seen.seq >= entry.seq) return false;
    // An agent who has written in it has opened it, on whichever machine.
    const wrote = entry.events.some((e) => e.type === 'agent_message' || e.type === 'comment');
    if (wrote && me && agentOf(entry.by) === me) return false;
    // The conversation began here: earlier reads belong to another conversation.
    if (entry.events.some((e) => e.type === 'opened' && e.conversation === conversation.id)) break;
  }
  return true;
}

function derive(thread: Thread, me: string, marks: Marks): Derived {
  const read = [marks(thread.id), ...talksIn(thread).map(marks)];
  const before = derived.get(thread);
  if (before?.me === me && before.read.every((mark, index) => mark === read[index])) return before;
  const { conversation, entries } = thread;
  const seen = read[0];
  const fresh = neverOpened(thread, seen, me);
  const said = unreadIn(thread, me, seen);
  const talks = [...unreadTalks(entries, me, marks).values()].reduce((all, one) => all + one, 0);
  const row: Row = {
    thread,
    fresh,
    dot: dot(conversation, fresh),
    unread: said.customer + said.colleagues + said.coaches + talks,
    lines: said.coaches + talks,
    heard: heard(thread),
    guest: isGuest(conversation, me),
    due: firstAnswerDue(conversation),
  };
  const made: Derived = { me, read, row };
  if (talksIn(thread).length) made.talk = { ...row, unread: talks, lines: talks, talk: true };
  derived.set(thread, made);
  return made;
}

export const row = (thread: Thread, me: string, marks: Marks): Row => derive(thread, me, marks).row;

/** Everything that the lists and counters show, derived from state and from nothing else. */
export function session(
  threads: Iterable<Thread>,
  queues: Iterable<Queue>,
  me: string,
  marks: Marks,
): Session {
  const mine: Row[] = [];
  const discussions: Row[] = [];
  const monitored: Row[] = [];
  const wrapUps: Session['wrapUps'] = [];
  const offers: Session['offers'] = [];
  let load = 0;
  for (const thread of threads) {
    if (!thread.following) continue;
    const { conversation } = thread;
    const owns = conversation.owner === me && isOpen(conversation);
    if (owns) load += 1;
    const { row, talk } = derive(thread, me, marks);
    if (owns || (isOpen(conversation) && isGuest(conversation, me))) mine.push(row);
    else if (isOpen(conversation) && monitorMode(conversation, me)) monitored.push(row);
    if (discusses(thread, me, marks)) discussions.push(talk ?? { ...row, talk: true });
    for (const wrapUp of wrapUpsOf(conversation, me)) wrapUps.push({ wrapUp, thread });
    for (const offer of offersTo(conversation, me)) offers.push({ offer, thread });
  }
  mine.sort(lastAssigned);
  discussions.sort(lastAssigned);
  monitored.sort(lastAssigned);
  wrapUps.sort((a, b) => a.wrapUp.conversation.localeCompare(b.wrapUp.conversation));
  offers.sort((a, b) => a.offer.expires - b.offer.expires);
  let waiting = 0;
  for (const queue of queues) if (isManual(queue)) waiting += queue.waiting.length;
  return {
    mine,
    discussions,
    monitored,
    wrapUps,
    offers,
    waiting,
    unreadChats: new Set(
      [
        ...mine.filter((row) => row.unread > 0),
        ...[...discussions, ...monitored].filter((row) => row.lines > 0),
      ].map((row) => row.thread.id),
    ).size,
    unreadLines: discussions.reduce((all, row) => all + row.lines, 0),
    // An ended conversation counts until I mark it done.
    load: load + wrapUps.length,
  };
}

function lastAssigned(a: Row, b: Row): number {
  const left = a.thread.conversation;
  const right = b.thread.conversation;
  return (
    (right.assigned_at ?? right.opened_at) - (left.assigned_at ?? left.opened_at) ||
    left.id.localeCompare(right.id)
  );
}
