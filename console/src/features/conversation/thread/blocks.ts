import type { SystemItem, ThreadItem } from '@/engine/timeline';
import { dayKey } from './dates';
import { important } from './hidden';

const JOIN_WITHIN = 5 * 60_000;
/** The last events of a thread stand by themselves, up to this number. */
const LAST = 2;

export type Block =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'opened';
      key: string;
      at: number;
      seq: number;
      number: string;
      conversation: string;
      previous: string | undefined;
    }
  | { kind: 'new'; key: string }
  | { kind: 'system'; key: string; item: SystemItem }
  /** Adjacent events, folded into one line until the agent opens it. */
  | { kind: 'events'; key: string; items: readonly SystemItem[] }
  | { kind: 'item'; key: string; item: Exclude<ThreadItem, SystemItem>; joined: boolean };

const author = (item: ThreadItem) =>
  item.type === 'customer'
    ? 'customer'
    : item.type === 'ours'
      ? `${item.by} ${item.automatic}`
      : undefined;

/** So many adjacent events fold. */
const FOLDED = 3;

/**
 * Folds adjacent events into one line, except the important ones and the latest, which are news.
 */
export function folded(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let run: Extract<Block, { kind: 'system' }>[] = [];
  const close = () => {
    const [first] = run;
    if (first && run.length >= FOLDED) {
      out.push({ kind: 'events', key: `events ${first.key}`, items: run.map(({ item }) => item) });
    } else out.push(...run);
    run = [];
  };
  for (const block of blocks) {
    const folds =
      block.kind === 'system' && block.item.event.type !== 'opened' && !important(block.item);
    if (folds) {
      run.push(block);
      continue;
    }
    close();
    out.push(block);
  }
  const newest = run.slice(-LAST);
  run = run.slice(0, -LAST);
  close();
  out.push(...newest);
  return out;
}

/**
 * Adds day separators, dividers between conversations and the "new" line; joins messages that
 * belong together.
 */
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
          seq: item.seq,
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
