import type { SystemItem, ThreadItem } from '@/client/timeline';
import { dayKey } from './dates';

const JOIN_WITHIN = 5 * 60_000;

export type Block =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'opened';
      key: string;
      at: number;
      number: string;
      conversation: string;
      previous: string | undefined;
    }
  | { kind: 'new'; key: string }
  | { kind: 'system'; key: string; item: SystemItem }
  | { kind: 'item'; key: string; item: Exclude<ThreadItem, SystemItem>; joined: boolean };

const author = (item: ThreadItem) =>
  item.type === 'customer'
    ? 'customer'
    : item.type === 'ours'
      ? `${item.by} ${item.automatic}`
      : undefined;

/** Adds day separators, dividers between conversations and the "new" line; joins what belongs together. */
export function blocks(items: readonly ThreadItem[], newAfter: number | undefined): Block[] {
  const out: Block[] = [];
  let before: ThreadItem | undefined;
  let marked = newAfter === undefined;
  for (const item of items) {
    if (!before || dayKey(before.at) !== dayKey(item.at)) {
      out.push({ kind: 'day', key: `day ${item.key}`, at: item.at });
      before = undefined;
    }
    if (!marked && item.type === 'customer' && item.seq > (newAfter ?? 0)) {
      marked = true;
      out.push({ kind: 'new', key: 'new' });
      before = undefined;
    }
    if (item.type === 'system') {
      if (item.event.type === 'opened') {
        const { conversation, previous } = item.event;
        out.push({
          kind: 'opened',
          key: `opened ${item.key}`,
          at: item.at,
          conversation,
          number: conversation.slice(conversation.lastIndexOf('-') + 1),
          previous: previous ?? undefined,
        });
      }
      out.push({ kind: 'system', key: item.key, item });
      before = item;
      continue;
    }
    const joined =
      before !== undefined &&
      author(item) !== undefined &&
      author(before) === author(item) &&
      item.at - before.at < JOIN_WITHIN;
    out.push({ kind: 'item', key: item.key, item, joined });
    before = item;
  }
  return out;
}
