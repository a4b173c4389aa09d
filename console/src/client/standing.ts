import { consults, isOpen, offersTo } from './lists';
import type { Conversation, Role } from './protocol';
import { isGuest, monitorMode } from './together';

/** What this agent is to a conversation; decides what stands where the composer would. */
export type Standing =
  | 'owner'
  | 'guest'
  | 'barging'
  | 'coaching'
  | 'watching'
  | 'queued'
  | 'consulting'
  | 'offered'
  | 'other'
  | 'ended';

const LOOKING_ON = { silent: 'watching', coach: 'coaching', barge: 'barging' } as const;

export function standing(conversation: Conversation, me: string): Standing {
  if (conversation.status === 'queued') return 'queued';
  if (!isOpen(conversation)) return 'ended';
  if (conversation.owner === me) return 'owner';
  if (isGuest(conversation, me)) return 'guest';
  const mode = monitorMode(conversation, me);
  if (mode) return LOOKING_ON[mode];
  if (consults(conversation, me)) return 'consulting';
  if (offersTo(conversation, me).length > 0) return 'offered';
  return 'other';
}

/** Who writes to the customer. */
export function mayWrite(standing: Standing): boolean {
  return standing === 'owner' || standing === 'guest' || standing === 'barging';
}

/** Managers hand on and end what they do not own; the server knows whose team it is. */
export function mayDirect(role: Role | undefined): boolean {
  return role === 'manager' || role === 'admin';
}
