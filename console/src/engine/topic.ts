/** The part of the state that changed, for the views that draw it. */
export type Topic =
  | 'contacts'
  | 'direct'
  | 'ended'
  | 'mentions'
  | 'threads'
  | 'people'
  | 'queues'
  | 'status'
  | 'outbox'
  | 'drafts'
  | 'typing';
