import type { Content, DeliveryStatus, Entry, Event, Media, Relation } from '@/contract/protocol';
import { type FileState, fileStates } from './customerFiles';
import { agentOf } from './ids';
import { changed, type Marks, marks, quoted } from './relations';

export type Delivery = Pick<Extract<Event, { type: 'delivery' }>, 'status' | 'reason'>;

interface Placed {
  /** Stable across renders. */
  key: string;
  seq: number;
  at: number;
}

export interface CustomerItem extends Placed {
  type: 'customer';
  content: Content;
  /** The moment at which the customer sent it; `at` is the moment of its arrival. */
  sent: number;
  /** True if the message was longer than the kept text. */
  shortened: boolean;
  /** The earlier message that this one answers. */
  quote: Relation | undefined;
  marks: Marks | undefined;
  /** The facts that the channel told beside the message. */
  beside: Beside | undefined;
  /** The state of its file, if the provider had one. */
  file: FileState | undefined;
}
/** The facts that a channel tells beside a message. */
export type Beside = Pick<
  Extract<Event, { type: 'customer_message' }>,
  'forwarded' | 'referral' | 'member'
>;
export interface OursItem extends Placed {
  type: 'ours';
  by: string;
  command: string | undefined;
  content: Content;
  delivery: Delivery;
  /** True if the engine wrote it, not a colleague. */
  automatic: boolean;
  /** True if the business wrote it past the engine. */
  elsewhere: boolean;
  quote: Relation | undefined;
  marks: Marks | undefined;
}
export interface CommentItem extends Placed {
  type: 'comment';
  by: string;
  command: string | undefined;
  text: string;
  /** The mentioned colleagues. */
  mentions: string[];
  files: Media[];
}
/** A line between the owner and the coaches. */
export interface CoachItem extends Placed {
  type: 'coach';
  by: string;
  command: string | undefined;
  text: string;
}
export interface DiscussionItem extends Placed {
  type: 'discussion';
  by: string;
  command: string | undefined;
  discussion: string;
  text: string;
}
export interface SystemItem extends Placed {
  type: 'system';
  by: string;
  event: Exclude<
    Event,
    {
      type:
        | 'customer_message'
        | 'agent_message'
        | 'auto_reply'
        | 'echoed'
        | 'comment'
        | 'coach_line'
        | 'discussion_message'
        | 'delivery'
        | 'file_asked'
        | 'file_fetched';
    }
  >;
}
export type ThreadItem = CustomerItem | OursItem | CommentItem | CoachItem | SystemItem;

/** Comments of older logs have neither mentions nor files. */
type CommentEvent = Extract<Event, { type: 'comment' }>;

export interface Timeline {
  /** The items of the thread beside the private talks. */
  items: ThreadItem[];
  /** The lines of private talks, oldest first. */
  discussions: Map<string, DiscussionItem[]>;
}

const PROGRESS: Record<DeliveryStatus, number> = {
  pending: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  failed: 4,
};

const SYSTEM = new Set<Event['type']>([
  'opened',
  'customer_left',
  'consented',
  'assigned',
  'requeued',
  'resolved',
  'abandoned',
  'offer_made',
  'offer_passed',
  'offer_moved',
  'offer_closed',
  'reopened',
  'joined',
  'resolve_undone',
  'off_hours',
  'survey_sent',
  'survey_answered',
  'triggered',
  'routed',
  'prioritised',
  'required',
  'first_answer_due',
  'requeue_ahead',
  'wrapped_up',
  'conference_joined',
  'conference_left',
  'monitoring',
  'discussion_left',
  'discussion_ended',
]);

/**
 * Turns a stretch of the log into items for the screen. Skips event types that it does not know.
 */
export function timeline(entries: readonly Entry[]): Timeline {
  const items: ThreadItem[] = [];
  const discussions = new Map<string, DiscussionItem[]>();
  const deliveries = deliveryStates(entries);
  const marked = marks(entries);
  const first = entries[0]?.seq ?? 0;
  const files = fileStates(entries);
  for (const entry of entries) {
    for (const [index, event] of entry.events.entries()) {
      const placed = { key: `${entry.seq}.${index}`, seq: entry.seq, at: entry.at };
      const by = agentOf(entry.by) ?? entry.by;
      const { command } = entry as { command?: string };
      // The message that it changes shows it.
      if (changed(event, first) !== undefined) continue;
      switch (event.type) {
        case 'customer_message':
          items.push({
            ...placed,
            type: 'customer',
            content: event.content,
            // Older logs hold times by a provider's clock that ran ahead.
            sent: Math.min(event.sent_at || entry.at, entry.at),
            shortened: entry.shortened === 'rest_not_kept',
            quote: quoted(event),
            marks: marked.get(entry.seq),
            beside: event.forwarded || event.referral || event.member ? event : undefined,
            file: files.get(entry.seq),
          });
          break;
        case 'echoed':
        case 'agent_message':
        case 'auto_reply': {
          const elsewhere = event.type === 'echoed';
          const status = elsewhere ? 'sent' : 'pending';
          const delivery = deliveries.get(entry.seq) ?? { status };
          const automatic = event.type === 'auto_reply';
          const { content } = event;
          const quote = event.type === 'auto_reply' ? undefined : quoted(event);
          const ours = { by, command, content, delivery, automatic, elsewhere, quote };
          items.push({ ...placed, type: 'ours', ...ours, marks: marked.get(entry.seq) });
          break;
        }
        case 'coach_line':
          items.push({ ...placed, type: 'coach', by, command, text: event.text });
          break;
        case 'comment': {
          const { text, mentions = [], files = [] } = event as CommentEvent;
          items.push({ ...placed, type: 'comment', by, command, text, mentions, files });
          break;
        }
        case 'discussion_message': {
          const { discussion, text } = event;
          const talk = discussions.get(discussion) ?? [];
          talk.push({ ...placed, type: 'discussion', by, command, discussion, text });
          discussions.set(discussion, talk);
          break;
        }
        case 'delivery':
        case 'file_asked':
        case 'file_fetched':
        case 'message_retried':
          break;
        default:
          if (SYSTEM.has(event.type) && !said(event, entry.events))
            items.push({ ...placed, type: 'system', by, event });
      }
    }
  }
  return { items, discussions };
}

/** Tests whether a neighbouring event says the same already. */
function said(event: Event, beside: readonly Event[]): boolean {
  switch (event.type) {
    case 'routed':
      // Nobody was chosen if everybody was asked at once.
      return beside.some((e) => e.type === 'offer_made' && e.all);
    case 'assigned':
      return event.origin === 'auto' && beside.some((e) => e.type === 'routed' && e.chosen);
    case 'conference_left':
      // A guest becomes the owner.
      return beside.some((e) => e.type === 'assigned' && e.to === event.agent);
    case 'conference_joined':
      return beside.some((e) => e.type === 'discussion_left' && e.agent === event.agent);
    case 'discussion_ended':
      return event.cause === 'promoted' && beside.some((e) => e.type === 'discussion_left');
    default:
      return false;
  }
}

/**
 * The delivery state of each of our messages, by the `seq` of its entry. States only move forward.
 */
export function deliveryStates(entries: readonly Entry[]): Map<number, Delivery> {
  const states = new Map<number, Delivery>();
  for (const entry of entries) {
    for (const event of entry.events) {
      if (event.type === 'message_retried') states.set(event.message, { status: 'pending' });
      if (event.type !== 'delivery') continue;
      const before = states.get(event.message);
      if (before && PROGRESS[before.status] > PROGRESS[event.status]) continue;
      states.set(event.message, { status: event.status, reason: event.reason });
    }
  }
  return states;
}
