import type { Entry } from '@/contract/protocol';
import { type Answer, answers } from './answers';
import { type Loss, losses } from './takenFromMe';
import type { Thread } from './thread';

export interface Told {
  onAnswer: (answer: Answer) => void;
  onLoss: (loss: Loss) => void;
}

/**
 * Reports what others have done to me. Entries from a time without a connection are history, not
 * news.
 */
export function tell(
  before: Thread | undefined,
  entries: readonly Entry[],
  me: string,
  to: Told,
): void {
  for (const answer of answers(before, entries, me)) to.onAnswer(answer);
  for (const loss of losses(before, entries, me)) to.onLoss(loss);
}
