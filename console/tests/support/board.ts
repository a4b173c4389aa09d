import type { BoardAgent, ConversationCard } from '@/contract/protocol';
import { NOW } from './make';

export const anAgent = (id: string, over: Partial<BoardAgent> = {}): BoardAgent => ({
  id,
  name: id,
  teams: ['care'],
  presence: 'available',
  open: 1,
  capacity: 4,
  wrapping: 0,
  discussions: 0,
  ...over,
});
export const card = (id: string, over: Partial<ConversationCard> = {}): ConversationCard => ({
  id,
  reference: `${id}-REF`,
  alias: null,
  tags: [],
  labels: [],
  status: 'active',
  channel: 'web',
  contact: 'c1',
  name: id,
  queue: 'returns',
  owner: 'martha',
  priority: 1,
  waiting_on: 'agent',
  waiting_since: NOW - 60_000,
  opened_at: NOW,
  updated_at: NOW,
  summary: 'Hello',
  ...over,
});
