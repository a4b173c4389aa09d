import type { SystemItem } from '@/client/timeline';
import { events as words } from '@/i18n/en';

export interface Names {
  /** "You" for oneself. */
  name: (id: string | null | undefined) => string;
  /** The same in the middle of a sentence. */
  object: (id: string | null | undefined) => string;
  queue: (id: string) => string;
  /** Who was asked in an offer, and by whom, where the log still shows it. */
  offer: (id: string) => { from: string; to: string } | undefined;
}

export interface Described {
  text: string;
  /** Reasons and notes, in the words of whoever gave them. */
  quote?: string | undefined;
}

/** A system line in words. */
export function describe(item: SystemItem, names: Names): Described {
  const { event, by } = item;
  const actor = names.name(by);
  switch (event.type) {
    case 'opened':
      return { text: words.opened(names.queue(event.queue)) };
    case 'customer_left':
      return { text: words.customerLeft };
    case 'abandoned':
      return { text: words.abandoned };
    case 'assigned':
      return { text: assigned(event, actor, names), quote: event.note ?? undefined };
    case 'requeued':
      return {
        text: words.requeued(actor, names.queue(event.queue)),
        quote: event.note ?? undefined,
      };
    case 'resolved':
      return {
        text: event.by === 'inactivity' ? words.autoResolved : words.resolved(actor),
        quote: event.note ?? undefined,
      };
    case 'offer_made':
      return {
        text: words.asked[event.kind](names.name(event.from), names.object(event.to)),
        quote: event.note ?? undefined,
      };
    case 'offer_closed':
      return { text: closed(event, names), quote: event.reason ?? undefined };
    case 'discussion_left':
      return { text: words.left(names.name(event.agent)) };
    case 'discussion_ended':
      return { text: ended(event, actor), quote: event.note ?? undefined };
    default:
      return { text: '' };
  }
}

type Of<T extends SystemItem['event']['type']> = Extract<SystemItem['event'], { type: T }>;

function assigned(event: Of<'assigned'>, actor: string, names: Names): string {
  const to = names.name(event.to);
  const object = names.object(event.to);
  if (event.origin === 'transfer')
    return words.transferred(event.from ? names.name(event.from) : actor, object);
  if (event.origin === 'manager') return words.manager(actor, object);
  if (event.origin === 'offer') return words.offered(to, names.object(event.from));
  return words.picked(to);
}

function closed(event: Of<'offer_closed'>, names: Names): string {
  const people = names.offer(event.offer);
  const to = names.name(people?.to);
  switch (event.status) {
    case 'accepted':
      return words.accepted(to);
    case 'rejected':
      return words.rejected(to);
    case 'withdrawn':
      return words.withdrawn(names.name(people?.from));
    case 'timed_out':
      return words.timedOut(to);
    default:
      return words.rescinded(names.object(people?.to));
  }
}

function ended(event: Of<'discussion_ended'>, actor: string): string {
  if (event.cause === 'left') return words.endedLeft;
  if (event.cause === 'transferred') return words.endedTransferred;
  if (event.cause === 'conversation_ended') return words.endedClosed;
  const outcome = event.resolved ? words.wasResolved : words.notResolved;
  return event.resolved === null || event.resolved === undefined
    ? words.ended(actor)
    : `${words.ended(actor)}: ${outcome}`;
}
