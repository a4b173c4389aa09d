import { agentOf } from './ids';
import type { Conversation, Entry, Offer, Queue } from './protocol';
import type { Thread } from './thread';
import { firstAnswerDue, isGuest, monitorMode, type WrapUp, wrapUpsOf } from './together';

/** What this agent has read of a thread: up to which entry, and of which conversation if that is known. */
export interface Seen {
  seq: number;
  conversation?: string;
}

export type Dot = 'new' | 'waiting' | 'pending' | 'none';

export interface Row {
  thread: Thread;
  dot: Dot;
  /** Never opened by me. */
  fresh: boolean;
  unread: number;
  /** When the customer wrote last. */
  heard: number;
  /** I am in the conference, not its owner. */
  guest: boolean;
  /** When the first answer is due, while there is none. */
  due: number | undefined;
}

export interface Desk {
  mine: Row[];
  discussions: Row[];
  /** What I look on at as a manager. */
  monitored: Row[];
  /** What is over and waits for me to mark it done. */
  wrapUps: { wrapUp: WrapUp; thread: Thread }[];
  /** Offers that await my answer, the most urgent first. */
  offers: { offer: Offer; thread: Thread }[];
  /** Who waits to be taken by hand. */
  waiting: number;
  /** Own chats with unread messages: rail badge and title. */
  unreadChats: number;
  load: number;
}

export const isOpen = (conversation: Conversation) =>
  conversation.status === 'active' || conversation.status === 'pending';

/** Of a queue that is given out, nobody takes by hand. */
export const isManual = (queue: Queue) => queue.mode !== 'auto';

export const consults = (conversation: Conversation, me: string) =>
  conversation.discussions.some((talk) => talk.members.includes(me) && talk.initiator !== me);

export const offersTo = (conversation: Conversation, me: string) =>
  conversation.offers.filter((offer) => offer.to.includes(me));

/** Customer messages of the running conversation that I have neither looked at nor answered. */
export function unread(entries: readonly Entry[], me: string, seen: Seen | undefined): number {
  let count = 0;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (!entry || entry.seq <= (seen?.seq ?? 0)) break;
    if (agentOf(entry.by) === me && entry.events.some((e) => e.type === 'agent_message')) break;
    count += entry.events.filter((e) => e.type === 'customer_message').length;
    if (entry.events.some((e) => e.type === 'opened')) break;
  }
  return count;
}

export function dot(conversation: Conversation, fresh: boolean): Dot {
  if (conversation.status === 'pending') return fresh ? 'new' : 'pending';
  if (conversation.status === 'active' && conversation.waiting_on === 'agent') return 'waiting';
  return fresh ? 'new' : 'none';
}

/** When the customer wrote last, as far as is known here. */
export function heard({ conversation, entries }: Pick<Thread, 'conversation' | 'entries'>): number {
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (entry?.events.some((event) => event.type === 'customer_message')) return entry.at;
  }
  return conversation.opened_at;
}

/** Threads are never changed in place, so what was once derived of one stays true of it. */
const derived = new WeakMap<Thread, { row: Row; me: string; seen: Seen | undefined }>();

/** Whether I have never opened the conversation that is running. */
export function neverOpened(
  { conversation, entries }: Pick<Thread, 'conversation' | 'entries'>,
  seen: Seen | undefined,
): boolean {
  if (!seen) return true;
  if (seen.conversation === conversation.id) return false;
  const begun = entries.findLast((entry) =>
    entry.events.some((e) => e.type === 'opened' && e.conversation === conversation.id),
  );
  // It began before what is held here: who has read any of that has been in it.
  const first = begun?.seq ?? entries[0]?.seq ?? 0;
  return seen.seq < first;
}

export function row(thread: Thread, me: string, seen: Seen | undefined): Row {
  const before = derived.get(thread);
  if (before?.me === me && before.seen === seen) return before.row;
  const { conversation } = thread;
  const fresh = neverOpened(thread, seen);
  const made: Row = {
    thread,
    fresh,
    dot: dot(conversation, fresh),
    unread: unread(thread.entries, me, seen),
    heard: heard(thread),
    guest: isGuest(conversation, me),
    due: firstAnswerDue(conversation),
  };
  derived.set(thread, { row: made, me, seen });
  return made;
}

/** Everything the lists and counters show, derived from state and from nothing else. */
export function desk(
  threads: Iterable<Thread>,
  queues: Iterable<Queue>,
  me: string,
  seen: (thread: string) => Seen | undefined,
): Desk {
  const mine: Row[] = [];
  const discussions: Row[] = [];
  const monitored: Row[] = [];
  const wrapUps: Desk['wrapUps'] = [];
  const offers: Desk['offers'] = [];
  let load = 0;
  for (const thread of threads) {
    if (!thread.following) continue;
    const { conversation } = thread;
    const owns = conversation.owner === me && isOpen(conversation);
    if (owns) load += 1;
    if (owns || (isOpen(conversation) && isGuest(conversation, me))) {
      mine.push(row(thread, me, seen(thread.id)));
    } else if (consults(conversation, me)) {
      discussions.push(row(thread, me, seen(thread.id)));
    } else if (isOpen(conversation) && monitorMode(conversation, me)) {
      monitored.push(row(thread, me, seen(thread.id)));
    }
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
    unreadChats: mine.filter((r) => r.unread > 0).length,
    // What is over counts until it is marked done.
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
