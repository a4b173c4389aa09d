import type { Entry, Event, Offer, OfferStatus } from '@/contract/protocol';
import { agentOf } from './ids';
import type { Thread } from './thread';

export type Cause = 'left' | 'ended' | 'moved';

/** The event of the same entry that took the request with it. */
export function causeOf({ events }: Pick<Entry, 'events'>): Cause | undefined {
  const has = (...types: Event['type'][]) => events.some(({ type }) => types.includes(type));
  if (has('customer_left', 'abandoned')) return 'left';
  if (has('resolved')) return 'ended';
  return has('assigned', 'requeued') ? 'moved' : undefined;
}

/** The end of a request that somebody else decided. */
export interface Answer {
  conversation: string;
  /** The customer's name, since the conversation may leave the session with the request. */
  name: string;
  offer: Offer;
  /** `taken`: another colleague who got the same request was faster. */
  status: Exclude<OfferStatus, 'pending' | 'accepted'> | 'taken';
  /** The cause of the end, if the request was rescinded. */
  cause?: Cause | undefined;
  /** The agent who decided it. */
  by?: string | undefined;
  reason?: string | undefined;
}

/** Ends of requests that I made or received, and did not end myself. */
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
      // A discussion or a conference shows itself; a conversation that is taken over is gone.
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
