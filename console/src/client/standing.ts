import { consults, isOpen, offerTo } from './lists';
import type { Conversation, Role } from './protocol';

/** What this agent is to a conversation; decides what stands where the composer would. */
export type Standing = 'owner' | 'queued' | 'consulting' | 'offered' | 'other' | 'ended';

export function standing(conversation: Conversation, me: string): Standing {
  if (conversation.status === 'queued') return 'queued';
  if (!isOpen(conversation)) return 'ended';
  if (conversation.owner === me) return 'owner';
  if (consults(conversation, me)) return 'consulting';
  if (offerTo(conversation, me)) return 'offered';
  return 'other';
}

/** Managers hand on and end what they do not own; the server knows whose team it is. */
export function mayDirect(role: Role | undefined): boolean {
  return role === 'manager' || role === 'admin';
}
