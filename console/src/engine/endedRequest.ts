import type { Event, OfferKind, OfferStatus, Target } from '@/contract/protocol';
import { agentOf } from './ids';
import type { Thread } from './thread';

/** A request of mine that nobody accepted, with its content, so that I can send it again. */
export interface EndedRequest {
  offer: string;
  kind: OfferKind;
  target: Target;
  all: boolean;
  discussion?: string | undefined;
  note?: string | undefined;
  status: Extract<OfferStatus, 'rejected' | 'timed_out' | 'withdrawn'>;
  /** The agent who rejected or withdrew it. */
  by?: string | undefined;
  reason?: string | undefined;
  at: number;
}

type Made = Extract<Event, { type: 'offer_made' }>;

/** The events that make a request pointless, however it ended. */
const OVERTAKES = new Set<Event['type']>([
  'opened',
  'assigned',
  'requeued',
  'resolved',
  'abandoned',
]);

/** The newest of my requests here that nobody accepted, unless a later event has overtaken it. */
export function endedRequest(
  { conversation, entries }: Pick<Thread, 'conversation' | 'entries'>,
  me: string,
): EndedRequest | undefined {
  // Only the owner of the conversation asks somebody else.
  if (conversation.owner !== me) return undefined;
  const made = new Map<string, Made>();
  let last: EndedRequest | undefined;
  for (const entry of entries) {
    for (const event of entry.events) {
      if (OVERTAKES.has(event.type)) {
        last = undefined;
      } else if (event.type === 'offer_made' && event.from === me) {
        made.set(event.offer, event);
        last = undefined;
      } else if (event.type === 'offer_closed') {
        const request = made.get(event.offer);
        if (!request) continue;
        last = ended(request, event, entry.at, agentOf(entry.by));
      }
    }
  }
  return last;
}

function ended(
  request: Made,
  event: Extract<Event, { type: 'offer_closed' }>,
  at: number,
  actor: string | undefined,
): EndedRequest | undefined {
  const { status } = event;
  if (status !== 'rejected' && status !== 'timed_out' && status !== 'withdrawn') return undefined;
  return {
    offer: request.offer,
    kind: request.kind,
    target: request.target,
    all: request.all ?? false,
    discussion: request.discussion ?? undefined,
    note: request.note ?? undefined,
    status,
    by: event.by ?? (status === 'timed_out' ? undefined : actor),
    reason: event.reason ?? undefined,
    at,
  };
}
