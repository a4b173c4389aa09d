// Pre-flight: what this agent may do here, as the server said. `features/transfer/targets.ts` says to whom.
import type { Act, Conversation, Role } from '@/contract/protocol';
import { isGuest, monitorMode } from './collaboration';
import { consults, isOpen, offersTo } from './lists';

/** This agent's role in a conversation; decides what stands in the composer's place. */
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

/** Tests whether the server lets this agent do an act in the conversation's present state. */
export const may = ({ may: acts }: Pick<Conversation, 'may'>, act: Act): boolean =>
  acts?.includes(act) ?? false;

/** Tests for the roles whose screens hold the work of teams. */
export function mayDirect(role: Role | undefined): boolean {
  return role === 'manager' || role === 'admin';
}
