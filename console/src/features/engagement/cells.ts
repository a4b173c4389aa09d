import type { Engagement } from '@/contract/protocol';
import { t } from '@/i18n/words';

export interface Columns {
  name: (id: string) => string;
  queue: (id: string) => string;
  /** The target, as the requester named it. */
  to: (record: Engagement) => string;
}

const seconds = (ms: number | null | undefined) =>
  typeof ms === 'number' ? Math.round(ms / 1_000) : '';
export const iso = (at: number | null | undefined) => (at ? new Date(at).toISOString() : '');
export const outcome = ({ resolved }: Engagement) =>
  resolved === true
    ? t('requests-outcomes-resolved')
    : resolved === false
      ? t('requests-outcomes-unresolved')
      : '';

/** A request as a line of the exported table. */
export function cells(record: Engagement, { name, queue, to }: Columns) {
  return [
    iso(record.created_at),
    t(`details-kinds-${record.kind}`),
    name(record.from),
    to(record),
    record.name,
    record.queue ? queue(record.queue) : '',
    record.conversation,
    record.note,
    t(`details-status-${record.status}`),
    iso(record.decided_at),
    record.decided_by ? name(record.decided_by) : '',
    seconds(record.wait_ms),
    record.reason,
    iso(record.ended_at),
    record.ended_by ? name(record.ended_by) : '',
    seconds(record.talk_ms),
    record.messages ?? '',
    outcome(record),
    record.outcome_note,
  ];
}

/** The column heads, in the order of the cells. */
const HEAD = [
  'askedAt',
  'kind',
  'from',
  'to',
  'customer',
  'queue',
  'conversation',
  'note',
  'status',
  'decidedAt',
  'decidedBy',
  'waited',
  'reason',
  'endedAt',
  'endedBy',
  'talked',
  'messages',
  'outcome',
  'outcomeNote',
] as const;
export const head = () => HEAD.map((column) => t(`requests-csv-head-${column}`));

/** Tests whether an agent took part in the discussion that a request led to. */
export const discussedBy = (agent: string, record: Engagement) =>
  record.kind === 'discuss' &&
  record.status === 'accepted' &&
  (record.from === agent || record.decided_by === agent);
