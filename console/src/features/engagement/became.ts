import type { EndCause, Engagement, Target } from '@/contract/protocol';
import { isGroup, targetParts } from '@/engine/collaboration';
import { became as words } from '@/i18n/en';

/** As much of a record as says what became of the request. */
export type Asked = Pick<Engagement, 'status' | 'from' | 'target' | 'decided_by' | 'decided_at'>;

export interface Names {
  name: (id: string | null | undefined) => string;
  /** A group as it is asked: "somebody of Billing". */
  group: (target: Target) => string;
  time: (at: number) => string;
}

const single = ({ target }: Pick<Asked, 'target'>) => {
  const { kind, id } = targetParts(target);
  return isGroup(kind) ? undefined : id;
};

/** What became of a request: who did it, and when, by the name of what happened. */
export function became(asked: Asked, { name, group, time }: Names): string {
  const { status, from, decided_by: by, decided_at: decided } = asked;
  const at = decided ? time(decided) : undefined;
  const one = single(asked);
  switch (status) {
    case 'pending':
      return '';
    case 'accepted':
      return words.accepted(name(by ?? one), at);
    case 'rejected':
      return words.rejected(name(by ?? one), at);
    // Only who asked takes a request back.
    case 'withdrawn':
      return words.withdrawn(name(by ?? from), at);
    case 'timed_out':
      return words.timedOut(one ? name(one) : group(asked.target), at);
    default:
      return words.rescinded(at);
  }
}

/** What became of one of several who were asked. */
export function stepOf(
  step: Engagement['tried'][number],
  record: Pick<Engagement, 'status'>,
  { name, time }: Names,
): string {
  const who = name(step.agent);
  const at = time(step.at);
  switch (step.status) {
    case 'rejected':
      return words.steps.rejected(who, at);
    case 'timed_out':
      return words.steps.timedOut(who, at);
    case 'withdrawn':
      return words.steps.withdrawn(who);
    case 'rescinded':
      return record.status === 'accepted' ? words.steps.faster(who) : words.steps.rescinded(who);
    default:
      return who;
  }
}

/** The others who were asked: of a single colleague the record itself says what they did. */
export const others = (record: Engagement) => (single(record) ? [] : record.tried);

/** How what it led to came to end, who ended it and when. */
export function endOf(
  record: Pick<Engagement, 'kind' | 'ended_at' | 'ended_by' | 'end_cause' | 'promoted_to'>,
  { name, time }: Names,
): string | undefined {
  if (!record.ended_at) return undefined;
  const at = time(record.ended_at);
  if (record.promoted_to) return words.promoted[record.promoted_to](at);
  const cause: EndCause = record.end_cause ?? 'ended';
  return words.ends[cause](record.ended_by ? name(record.ended_by) : undefined, at);
}
