import type { ConversationCard, Queue, QueuePlace, Status } from '@/contract/protocol';
import { agentOf } from '@/engine/ids';
import { type Marks, marksOf } from '@/engine/labels';
import type { Dot, Row } from '@/engine/lists';
import { summary } from '@/engine/summary';
import type { Thread } from '@/engine/thread';
import { line } from '@/features/message/line';
import { t } from '@/i18n/words';

export type Glyph = 'clock' | 'discuss' | 'conference' | 'eye';

/** A conversation as any of the lists holds it, from whatever source. */
export interface Listed extends Marks {
  id: string;
  name: string;
  /** The customer's addresses on the channel. */
  addresses: readonly string[];
  channel: string;
  queue: string;
  status: Status;
  owner: string | undefined;
  dot: Dot;
  /** True if I never opened it. */
  fresh: boolean;
  unread: number;
  /** The newest message; `own` and `by` tell its author. */
  line: string;
  own: boolean;
  by?: string | undefined;
  glyph: Glyph | undefined;
  priority: number;
  /** True if it goes before all others in its queue. */
  front: boolean;
  /** The moment since which the customer waits for an answer. */
  since: number | undefined;
  /** The due time of the first response, while there is none. */
  due: number | undefined;
  opened: number;
  assigned: number;
  /** The moment of the customer's last message. */
  heard: number;
  /** The moment of anybody's last message; if it is only listed, of its last change. */
  at: number;
  /** The owner's name, if it is not mine. */
  with: string | undefined;
  /** All of its loaded messages, in small letters. */
  said?: () => string;
  /** True if a bulk transfer can include it. */
  selectable: boolean;
}

/** The last line in the discussions of a thread, a colleague's or mine. */
function lastSaid(
  thread: Thread,
): { text: string; by: string | undefined; at: number } | undefined {
  for (let i = thread.entries.length - 1; i >= 0; i -= 1) {
    const entry = thread.entries[i];
    for (const event of entry?.events ?? []) {
      if (event.type !== 'discussion_message') continue;
      return { text: event.text, by: agentOf(entry?.by ?? ''), at: entry?.at ?? 0 };
    }
  }
  return undefined;
}

/** The newest message of a thread. */
export function lastLine(thread: Thread, me: string): { text: string; own: boolean; at: number } {
  for (let i = thread.entries.length - 1; i >= 0; i -= 1) {
    const entry = thread.entries[i];
    for (const event of entry?.events ?? []) {
      if (event.type === 'customer_message' && event.quiet) continue;
      if (
        event.type === 'customer_message' ||
        event.type === 'agent_message' ||
        event.type === 'echoed'
      ) {
        const own = event.type === 'agent_message' && agentOf(entry?.by ?? '') === me;
        return { text: line(event.content), own, at: entry?.at ?? 0 };
      }
    }
  }
  return { text: t('list-opened'), own: false, at: thread.conversation.opened_at };
}

/** All the text of a thread's messages; the first search puts it together. */
function saidIn(thread: Thread): () => string {
  let text: string | undefined;
  return () => {
    text ??= thread.entries
      .flatMap(({ events }) => events)
      .map((event) =>
        event.type === 'customer_message' || event.type === 'agent_message'
          ? summary(event.content, '')
          : event.type === 'comment'
            ? event.text
            : '',
      )
      .join('\n')
      .toLowerCase();
    return text;
  };
}

function glyphOf({ thread: { conversation } }: Row, me: string): Glyph | undefined {
  if (conversation.guests.length) return 'conference';
  if (conversation.discussions.some((talk) => talk.members.includes(me))) return 'discuss';
  return conversation.offers.length ? 'clock' : undefined;
}

type Called = (id: string) => string;
const rows = new WeakMap<Row, { made: Listed; me: string; by: string | undefined }>();

/**
 * The entry for a conversation that I follow; for a discussion's row, with the discussion's last
 * line.
 */
export function fromRow(row: Row, me: string, called: Called = (id) => id): Listed {
  const said = row.talk ? lastSaid(row.thread) : undefined;
  const by = said?.by && said.by !== me ? called(said.by) : undefined;
  const before = rows.get(row);
  if (before?.me === me && before.by === by) return before.made;
  const c = row.thread.conversation;
  const newest = lastLine(row.thread, me);
  const text = said?.text ?? newest.text;
  const own = said ? said.by === me : newest.own;
  const made: Listed = {
    ...marksOf(c),
    id: c.id,
    name: c.contact.name,
    addresses: [c.contact.address],
    channel: c.channel,
    queue: c.queue,
    status: c.status,
    owner: c.owner ?? undefined,
    dot: row.dot,
    fresh: row.fresh,
    unread: row.unread,
    line: text,
    own,
    by,
    said: saidIn(row.thread),
    glyph: glyphOf(row, me),
    priority: c.priority,
    front: false,
    since: c.status === 'active' && c.waiting_on === 'agent' ? c.waiting_since : undefined,
    due: row.due,
    opened: c.opened_at,
    assigned: c.assigned_at ?? c.opened_at,
    heard: row.heard,
    at: said?.at ?? newest.at,
    with: undefined,
    selectable: c.owner === me,
  };
  rows.set(row, { made, me, by });
  return made;
}

/** The newest message of a summary, and the agent who wrote it. */
export function cardLine(card: ConversationCard): { text: string; by: string | undefined } {
  return { text: card.summary || t('list-opened'), by: card.summary_by ?? undefined };
}

/** The entry for a conversation that is only listed; `called` names its owner. */
export function fromCard(
  card: ConversationCard,
  called: (id: string) => string,
  selectable: boolean,
  me?: string,
  /** The first-response target of its queue, in seconds. */
  target?: number | null,
): Listed {
  const { text, by } = cardLine(card);
  const own = by !== undefined && by === me;
  const waits = card.status === 'active' && card.waiting_on === 'agent';
  return {
    ...marksOf(card),
    id: card.id,
    name: card.name,
    addresses: card.addresses ?? [],
    channel: card.channel,
    queue: card.queue,
    status: card.status,
    owner: card.owner ?? undefined,
    dot: waits ? 'waiting' : card.status === 'pending' ? 'pending' : 'none',
    fresh: false,
    unread: 0,
    line: text,
    own,
    by: by === undefined || own ? undefined : called(by),
    glyph: undefined,
    priority: card.priority,
    front: false,
    since: waits ? card.waiting_since : undefined,
    // A customer who has waited since the beginning has had no answer at all.
    due:
      waits && target && card.waiting_since <= card.opened_at
        ? card.opened_at + target * 1_000
        : undefined,
    opened: card.opened_at,
    assigned: card.updated_at,
    heard: card.updated_at,
    at: card.updated_at,
    with: card.owner ? called(card.owner) : undefined,
    selectable: selectable && (card.status === 'active' || card.status === 'pending'),
  };
}

/** The entry for a customer who waits in a queue. */
export function fromPlace(place: QueuePlace, queue: Queue): Listed {
  return {
    ...marksOf({ ...place, id: place.conversation }),
    id: place.conversation,
    name: place.name,
    addresses: place.addresses ?? [],
    channel: place.channel,
    queue: queue.id,
    status: 'queued',
    owner: undefined,
    dot: 'waiting',
    fresh: false,
    unread: 0,
    line: place.summary,
    own: false,
    glyph: undefined,
    priority: place.priority,
    front: place.front,
    since: place.since,
    due: place.first_answer_due ?? undefined,
    opened: place.since,
    assigned: place.since,
    heard: place.since,
    at: place.since,
    with: undefined,
    selectable: false,
  };
}
