import type { Conversation, Entry, Event } from '@/contract/protocol';

/** The page keeps at most this many messages of a thread. */
export const MESSAGE_LIMIT = 400;
const ENTRY_LIMIT = 2_000;

/** The client's copy of one thread. It never changes in place: a new one replaces it. */
export interface Thread {
  readonly id: string;
  readonly conversation: Conversation;
  /** The newest applied entry. */
  readonly position: number;
  /** A stretch of the log without gaps, oldest first. */
  readonly entries: readonly Entry[];
  /** True if the server has earlier entries. */
  readonly more: boolean;
  /**
   * True if older pages have pushed the newest entries out; `entries` then ends before `position`.
   */
  readonly detached: boolean;
  /** True if it still concerns the agent; otherwise it stays only to be read. */
  readonly following: boolean;
}

export function isMessage(event: Event): boolean {
  return (
    event.type === 'customer_message' ||
    event.type === 'agent_message' ||
    event.type === 'auto_reply' ||
    event.type === 'comment'
  );
}

const hasMessage = (entry: Entry) => entry.events.some(isMessage);

export function fromSnapshot(
  conversation: Conversation,
  entries: readonly Entry[],
  more: boolean,
  following = true,
): Thread {
  return trimOldest({
    id: conversation.thread,
    conversation,
    position: Math.max(conversation.seq, entries.at(-1)?.seq ?? 0),
    entries,
    more,
    detached: false,
    following,
  });
}

/** Applies entries that follow the position directly. */
export function advance(
  thread: Thread,
  conversation: Conversation,
  entries: readonly Entry[],
): Thread {
  const newer = conversation.seq >= thread.conversation.seq ? conversation : thread.conversation;
  return trimOldest({
    ...thread,
    conversation: newer,
    position: entries.at(-1)?.seq ?? thread.position,
    entries: thread.detached ? thread.entries : [...thread.entries, ...entries],
  });
}

/** Puts an earlier page first; beyond the limit the newest entries make room. */
export function prepend(thread: Thread, page: readonly Entry[], more: boolean): Thread {
  const first = thread.entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  const earlier = page.filter((entry) => entry.seq < first);
  const entries = [...earlier, ...thread.entries];
  const end = keptFromStart(entries);
  return {
    ...thread,
    entries: entries.slice(0, end),
    more,
    detached: thread.detached || end < entries.length,
  };
}

function trimOldest(thread: Thread): Thread {
  const { entries } = thread;
  let messages = 0;
  let start = entries.length;
  while (start > 0 && entries.length - start < ENTRY_LIMIT) {
    const entry = entries[start - 1];
    if (entry && hasMessage(entry)) messages += 1;
    if (messages > MESSAGE_LIMIT) break;
    start -= 1;
  }
  return start === 0 ? thread : { ...thread, entries: entries.slice(start), more: true };
}

function keptFromStart(entries: readonly Entry[]): number {
  let messages = 0;
  for (const [index, entry] of entries.entries()) {
    if (hasMessage(entry)) messages += 1;
    if (messages > MESSAGE_LIMIT || index >= ENTRY_LIMIT) return index;
  }
  return entries.length;
}
