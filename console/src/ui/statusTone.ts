import type { ConversationCard, OfferStatus } from '@/contract/protocol';

export type Tone = 'neutral' | 'accent' | 'warn' | 'danger' | 'success' | 'talk';

const TONES: Record<ConversationCard['status'] | OfferStatus, Tone> = {
  // A queue is a place and no danger; the wait beside it carries the colour.
  queued: 'neutral',
  active: 'accent',
  resolved: 'success',
  abandoned: 'danger',
  // A conversation is `pending` while it waits for its customer, which needs no colour.
  pending: 'neutral',
  accepted: 'success',
  rejected: 'danger',
  timed_out: 'danger',
  withdrawn: 'neutral',
  rescinded: 'neutral',
};

/** The tone of a conversation's state, the same on every screen. */
export const statusTone = (status: ConversationCard['status']): Tone => TONES[status];

/** The tone of a request's state: a pending request is a question to a colleague. */
export const requestTone = (status: OfferStatus): Tone =>
  status === 'pending' ? 'talk' : TONES[status];
