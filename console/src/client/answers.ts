import { agentOf } from './ids';
import type { Entry, Offer, OfferStatus } from './protocol';
import type { Thread } from './thread';

/** What became of a request, as far as somebody else decided it. */
export interface Answer {
  conversation: string;
  /** The customer, since the conversation may leave the desk with the request. */
  name: string;
  offer: Offer;
  status: Exclude<OfferStatus, 'pending' | 'accepted'>;
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
      if (event.type !== 'offer_closed' || event.status === 'accepted') continue;
      if (event.status === 'pending') continue;
      const offer = thread.conversation.offers.find(({ id }) => id === event.offer);
      if (!offer || (offer.to !== me && offer.from !== me)) continue;
      found.push({
        conversation: thread.conversation.id,
        name: thread.conversation.contact.name ?? '',
        offer,
        status: event.status,
        reason: event.reason ?? undefined,
      });
    }
  }
  return found;
}
