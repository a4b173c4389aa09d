import type { Engagement } from '@/contract/protocol';
import { details, requests as words } from '@/i18n/en';

export interface Columns {
  name: (id: string) => string;
  queue: (id: string) => string;
  /** Whom was asked, as it was put. */
  to: (record: Engagement) => string;
}

const seconds = (ms: number | null | undefined) =>
  typeof ms === 'number' ? Math.round(ms / 1_000) : '';
export const iso = (at: number | null | undefined) => (at ? new Date(at).toISOString() : '');
export const outcome = ({ resolved }: Engagement) =>
  resolved === true ? words.outcomes.resolved : resolved === false ? words.outcomes.unresolved : '';

/** A request as a line of the table that is exported. */
export function cells(record: Engagement, { name, queue, to }: Columns) {
  return [
    iso(record.created_at),
    details.kinds[record.kind],
    name(record.from),
    to(record),
    record.name,
    record.queue ? queue(record.queue) : '',
    record.conversation,
    record.note,
    details.status[record.status],
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
