import type { EndCause, Engagement, Target } from '@/contract/protocol';
import { isGroup, targetParts } from '@/engine/collaboration';
import { t } from '@/i18n/words';

/** The fields of a record that tell the outcome of the request. */
export type Asked = Pick<Engagement, 'status' | 'from' | 'target' | 'decided_by' | 'decided_at'>;

export interface Names {
  name: (id: string | null | undefined) => string;
  /** The name of a group as a target: "somebody of Billing". */
  group: (target: Target) => string;
  time: (at: number) => string;
}

const single = ({ target }: Pick<Asked, 'target'>) => {
  const { kind, id } = targetParts(target);
  return isGroup(kind) ? undefined : id;
};

type Decided = 'became-accepted' | 'became-rejected' | 'became-withdrawn' | 'became-timedOut';
/** Old records lack the moment. */
const timed = (id: Decided, { who }: { who: string }, at: string | undefined) =>
  at ? t(id, { who, at }) : t(`${id}-untimed`, { who });

/** The outcome of a request: the colleague who decided, and the moment. */
export function became(asked: Asked, { name, group, time }: Names): string {
  const { status, from, decided_by: by, decided_at: decided } = asked;
  const at = decided ? time(decided) : undefined;
  const one = single(asked);
  switch (status) {
    case 'pending':
      return '';
    case 'accepted':
      return timed('became-accepted', { who: name(by ?? one) }, at);
    case 'rejected':
      return timed('became-rejected', { who: name(by ?? one) }, at);
    // Only the requester withdraws a request.
    case 'withdrawn':
      return timed('became-withdrawn', { who: name(by ?? from) }, at);
    case 'timed_out':
      return timed('became-timedOut', { who: one ? name(one) : group(asked.target) }, at);
    default:
      return at ? t('became-rescinded', { at }) : t('became-rescinded-untimed');
  }
}

/** The answer of one of several colleagues. */
export function stepOf(
  step: Engagement['tried'][number],
  record: Pick<Engagement, 'status'>,
  { name, time }: Names,
): string {
  const who = name(step.agent);
  const at = time(step.at);
  switch (step.status) {
    case 'rejected':
      return t('became-steps-rejected', { who, at });
    case 'timed_out':
      return t('became-steps-timedOut', { who, at });
    case 'withdrawn':
      return t('became-steps-withdrawn', { who });
    case 'rescinded':
      return record.status === 'accepted'
        ? t('became-steps-faster', { who })
        : t('became-steps-rescinded', { who });
    default:
      return who;
  }
}

/** The other targets; for a single colleague the record itself holds the answer. */
export const others = (record: Engagement) => (single(record) ? [] : record.tried);

/** The end of the work that the request led to: the cause, the agent and the moment. */
export function endOf(
  record: Pick<Engagement, 'kind' | 'ended_at' | 'ended_by' | 'end_cause' | 'promoted_to'>,
  { name, time }: Names,
): string | undefined {
  if (!record.ended_at) return undefined;
  const at = time(record.ended_at);
  if (record.promoted_to) return t(`became-promoted-${record.promoted_to}`, { at });
  const cause: EndCause = record.end_cause ?? 'ended';
  if (record.ended_by) return t(`became-ends-${cause}`, { who: name(record.ended_by), at });
  return cause === 'ended' || cause === 'left'
    ? t(`became-ends-${cause}-unknown`, { at })
    : t(`became-ends-${cause}`, { at });
}
