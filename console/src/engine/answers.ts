import type { Entry, Event, Offer, OfferStatus } from '@/contract/protocol';
import { agentOf } from './ids';
import type { Thread } from './thread';

export type Cause = 'left' | 'ended' | 'moved';

/** What else the same entry brought about took the request with it. */
export function causeOf({ events }: Pick<Entry, 'events'>): Cause | undefined {
  const has = (...types: Event['type'][]) => events.some(({ type }) => types.includes(type));
  if (has('customer_left', 'abandoned')) return 'left';
  if (has('resolved')) return 'ended';
  return has('assigned', 'requeued') ? 'moved' : undefined;
}

/** What became of a request, as far as somebody else decided it. */
export interface Answer {
  conversation: string;
  /** The customer, since the conversation may leave the desk with the request. */
  name: string;
  offer: Offer;
  /** `taken`: somebody else who was asked, too, was faster. */
  status: Exclude<OfferStatus, 'pending' | 'accepted'> | 'taken';
  /** What took it away, where it was rescinded. */
  cause?: Cause | undefined;
  /** Who decided it. */
  by?: string | undefined;
  reason?: string | undefined;
}

/** Ends of requests that I made or was asked, and did not end myself. */
export function answers(
  thread: Thread | undefined,
  entries: readonly Entry[],
  me: string,
): Answer[] {
  const found: Answer[] = [];
  if (!thread?.following) return found;
  for (const entry of entries) {
    if (entry.seq <= thread.position || agentOf(entry.by) === me) continue;
    for (const event of entry.events) {
      const passed = event.type === 'offer_passed' && event.agent === me;
      if (event.type !== 'offer_closed' && !passed) continue;
      const offer = thread.conversation.offers.find(({ id }) => id === event.offer);
      if (!offer || event.status === 'pending') continue;
      const asked = offer.to.includes(me);
      if (!asked && (offer.from !== me || passed)) continue;
      const by = event.type === 'offer_closed' ? (event.by ?? agentOf(entry.by)) : undefined;
      const taken = event.status === 'accepted';
      // A talk or a conference shows itself; a conversation that is taken over is gone.
      const gave = offer.from === me && offer.kind === 'assign';
      if (taken && (by === me || !(asked || gave))) continue;
      found.push({
        conversation: thread.conversation.id,
        name: thread.conversation.contact.name ?? '',
        offer,
        status: event.status === 'accepted' ? 'taken' : event.status,
        cause: event.status === 'rescinded' ? causeOf(entry) : undefined,
        by,
        reason: event.reason ?? undefined,
      });
    }
  }
  return found;
}
