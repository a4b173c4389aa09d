import type { OfferKind, OfferStatus } from '@/contract/protocol';
import type { PeriodName } from './period';

/** The choices of the filters, and the columns of the table. */
export const KINDS = ['discuss', 'assign', 'conference'] as const satisfies OfferKind[];
export const STATUS = [
  'pending',
  'accepted',
  'rejected',
  'withdrawn',
  'timed_out',
  'rescinded',
] as const satisfies OfferStatus[];
export const OUTCOMES = ['resolved', 'unresolved'] as const;
export const PERIODS = ['day', 'week', 'month', 'custom'] as const satisfies PeriodName[];
export const COLUMNS = [
  'asked',
  'kind',
  'people',
  'customer',
  'status',
  'became',
  'outcome',
] as const;
