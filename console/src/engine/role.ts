import type { Act, Conversation, Role } from '@/contract/protocol';
import { isGuest, monitorMode } from './collaboration';
import { consults, isOpen, offersTo } from './lists';

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

/** Whether the server lets me do this with a conversation as it stands: it decides, not we. */
export const may = ({ may: acts }: Pick<Conversation, 'may'>, act: Act): boolean =>
  acts?.includes(act) ?? false;

/** Whose screens hold the work of teams. */
export function mayDirect(role: Role | undefined): boolean {
  return role === 'manager' || role === 'admin';
}
