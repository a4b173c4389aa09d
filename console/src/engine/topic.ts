/** What has changed for those who draw it. */
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
