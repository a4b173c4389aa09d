import type { Status } from '@/contract/protocol';
import type { Query } from '@/engine/api';
import type { Tab } from '@/stores/ui';
import type { Listed } from './listRow';
import { numberHas, searchedNumber } from './number';

export const WITHIN = { '24h': 1, '7d': 7, '30d': 30 } as const;
export type Within = keyof typeof WITHIN;
const DAY = 86_400_000;

/** The filters of the list; each field narrows by itself. */
export interface Filters {
  channel?: string;
  status?: Status;
  tag?: string;
  label?: string;
  owner?: string;
  queue?: string;
  /** The conversation began no longer ago than this. */
  within?: Within;
  /** First and last day of its beginning, `2026-11-21`; both included. */
  from?: string;
  to?: string;
}

export const FIELDS = [
  'channel',
  'status',
  'tag',
  'label',
  'owner',
  'queue',
  'within',
  'from',
  'to',
] as const satisfies readonly (keyof Filters)[];

/** The beginning of a day, in the agent's time zone. */
export function dayStart(day: string): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date).getTime();
}

/** The last moment of a day. Days differ in length twice a year. */
export function dayEnd(day: string): number | undefined {
  const start = dayStart(day);
  if (start === undefined) return undefined;
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return next.getTime() - 1;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const earliest = (within: Within, now: number) => now - WITHIN[within] * DAY;

export function passes(it: Listed, filters: Filters, now: number): boolean {
  const { channel, status, tag, label, owner, queue, within, from, to } = filters;
  if (channel && it.channel !== channel) return false;
  if (status && it.status !== status) return false;
  if (owner && it.owner !== owner) return false;
  if (queue && it.queue !== queue) return false;
  if (tag && !it.tags.some((one) => same(one, tag))) return false;
  if (label && !it.labels.includes(label)) return false;
  if (within && it.opened < earliest(within, now)) return false;
  if (from && it.opened < (dayStart(from) ?? 0)) return false;
  return !(to && it.opened > (dayEnd(to) ?? Number.MAX_SAFE_INTEGER));
}

const HELD: Record<Tab, readonly Status[]> = {
  mine: ['active', 'pending'],
  queue: ['queued'],
  discussions: ['queued', 'active', 'pending'],
  team: ['queued', 'active', 'pending'],
};

/** Tests whether no conversation that a tab can hold, now or later, fits the filters. */
export function cannotMatch(
  { status, owner, queue }: Filters,
  tab: Tab,
  {
    me,
    owners,
    manual,
  }: {
    me: string;
    /** The owners of the chats that I take part in. */
    owners: readonly (string | null | undefined)[];
    /** The queues that agents take from by hand. */
    manual: readonly string[];
  },
): boolean {
  if (status && !HELD[tab].includes(status)) return true;
  if (tab === 'queue' && (owner || (queue && !manual.includes(queue)))) return true;
  return tab === 'mine' && owner !== undefined && owner !== me && !owners.includes(owner);
}

/**
 * Tests whether each word stands in name, address, alias, readable id, tags, last line or messages;
 * or whether all of them are the customer's phone number, in any notation.
 */
export function matches(it: Listed, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return true;
  const calls = (search: string) => {
    const wanted = searchedNumber(search);
    return it.addresses.some((address) => numberHas(address, wanted));
  };
  if (calls(query)) return true;
  const whole = searchedNumber(query) !== undefined;
  const text = [it.name, it.alias, it.reference, it.id, ...it.addresses, ...it.tags, it.line]
    .join('\n')
    .toLowerCase();
  const left = words.filter((word) => !text.includes(word) && (whole || !calls(word)));
  if (!left.length) return true;
  const said = it.said?.() ?? '';
  return left.every((word) => said.includes(word));
}

/** Tests whether a word of the query is a part of the readable id, with or without its dashes. */
export function foundId(reference: string, query: string): boolean {
  const id = reference.toLowerCase().replaceAll('-', '');
  const words = query.toLowerCase().split(/\s+/);
  return words.some((word) => word.length > 2 && id.includes(word.replaceAll('-', '')));
}

export const active = (filters: Filters) => FIELDS.filter((field) => filters[field]);

/** The same question as a query for the server. */
export function asQuery(filters: Filters, query: string, now: number): Query<'listConversations'> {
  const { within, from, to, ...plain } = filters;
  const asked: Query<'listConversations'> = Object.fromEntries(
    Object.entries(plain).flatMap(([name, value]) => (value ? [[name, [value]]] : [])),
  );
  const start = from ? dayStart(from) : undefined;
  const end = to ? dayEnd(to) : undefined;
  if (within) asked.from = String(earliest(within, now));
  if (start !== undefined) asked.from = String(start);
  // The server expects the moment after the last.
  if (end !== undefined) asked.to = String(end + 1);
  if (query.trim()) asked.q = query.trim();
  return asked;
}
