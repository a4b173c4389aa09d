import type { ConversationCard, Queue, QueuePlace, Status } from '@/contract/protocol';
import { agentOf } from '@/engine/ids';
import { type Marks, marksOf } from '@/engine/labels';
import type { Dot, Row } from '@/engine/lists';
import type { Thread } from '@/engine/thread';
import { summary } from '@/engine/timeline';
import { content, list as words } from '@/i18n/en';

export type Glyph = 'clock' | 'discuss' | 'conference' | 'eye';

/** A conversation as any of the lists holds it, wherever it came from. */
export interface Listed extends Marks {
  id: string;
  name: string;
  /** By what the customer is known on the channel. */
  addresses: readonly string[];
  channel: string;
  queue: string;
  status: Status;
  owner: string | undefined;
  dot: Dot;
  /** Never opened by me. */
  fresh: boolean;
  unread: number;
  /** The newest message, whether it is mine, and else which colleague’s. */
  line: string;
  own: boolean;
  by?: string | undefined;
  glyph: Glyph | undefined;
  priority: number;
  /** Goes before everybody else in its queue. */
  front: boolean;
  /** Since when the customer waits for us. */
  since: number | undefined;
  /** The goal for the first answer, while there is none. */
  due: number | undefined;
  opened: number;
  assigned: number;
  /** When the customer wrote last. */
  heard: number;
  /** When anybody wrote last, or, of what is only listed, when it last changed. */
  at: number;
  /** Whose it is, where it is not mine. */
  with: string | undefined;
  /** Everything that was said in it, as far as it is here, in small letters. */
  said?: () => string;
  /** It can be handed on together with others. */
  selectable: boolean;
}

/** What a colleague, or I, said last in the discussions of a thread. */
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
      if (event.type === 'customer_message' || event.type === 'agent_message') {
        const own = event.type === 'agent_message' && agentOf(entry?.by ?? '') === me;
        return { text: summary(event.content, content.unsupported), own, at: entry?.at ?? 0 };
      }
    }
  }
  return { text: words.opened, own: false, at: thread.conversation.opened_at };
}

/** All that a thread's messages say; put together when it is first looked for. */
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

/** Of a conversation that I follow; where it stands for a discussion, with what was said there. */
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

/** As the server begins what the owner said last: to whoever it may be. */
const OWNER = /^You: /;

/** The newest message of a card, and who of us wrote it. */
export function cardLine(card: ConversationCard): { text: string; by: string | undefined } {
  const by = OWNER.test(card.summary) ? (card.owner ?? '') : undefined;
  return { text: card.summary.replace(OWNER, '') || words.opened, by };
}

/** Of a conversation that is only listed; `called` says whose it is. */
export function fromCard(
  card: ConversationCard,
  called: (id: string) => string,
  selectable: boolean,
  me?: string,
  /** Within how many seconds its queue wants a first answer. */
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
    by: by === undefined || own ? undefined : by ? called(by) : words.colleague,
    glyph: undefined,
    priority: card.priority,
    front: false,
    since: waits ? card.waiting_since : undefined,
    // Who has waited since it began has had no answer at all.
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

/** Of somebody who waits in a queue. */
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
