import type { SystemItem, ThreadItem } from '@/engine/timeline';
import { dayKey } from './dates';
import { important } from './hidden';

const JOIN_WITHIN = 5 * 60_000;
/** The last events of a thread stand by themselves, up to this number. */
const LAST = 2;

/** The beginning of a conversation. */
export interface Opened {
  at: number;
  seq: number;
  queue: string;
  number: string;
  conversation: string;
  previous: string | undefined;
}

export type Block =
  /** A new day; `opened` if it begins with the first conversation of the thread. */
  | { kind: 'day'; key: string; at: number; opened: Opened | undefined }
  | ({ kind: 'opened'; key: string } & Opened)
  | { kind: 'new'; key: string }
  | { kind: 'system'; key: string; item: SystemItem }
  /** Adjacent events, folded into one line until the agent opens it. */
  | { kind: 'events'; key: string; items: readonly SystemItem[] }
  /** `joined` to the message before it, and the `last` of its group. */
  | {
      kind: 'item';
      key: string;
      item: Exclude<ThreadItem, SystemItem>;
      joined: boolean;
      last: boolean;
    };

function author(item: ThreadItem): string | undefined {
  switch (item.type) {
    case 'customer':
      return 'customer';
    case 'ours':
      return `${item.by} ${item.automatic}`;
    case 'comment':
    case 'coach':
      return `${item.type} ${item.by}`;
    default:
      return undefined;
  }
}

/** So many adjacent events fold. */
const FOLDED = 3;

/** Tests whether a later one of the adjacent events overtakes this one: only the last priority holds. */
function overtaken(blocks: readonly Block[], at: number): boolean {
  const type = (block: Block | undefined) =>
    block?.kind === 'system' ? block.item.event.type : undefined;
  if (type(blocks[at]) !== 'prioritised') return false;
  for (let next = at + 1; type(blocks[next]); next += 1)
    if (type(blocks[next]) === 'prioritised') return true;
  return false;
}

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
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'system' && (!important(block.item) || overtaken(blocks, at))) {
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
    const opened = openedBy(item);
    const first = opened && !opened.previous ? opened : undefined;
    let said = false;
    if (!before || dayKey(before.at) !== dayKey(item.at)) {
      out.push({ kind: 'day', key: `day ${item.key}`, at: item.at, opened: first });
      said = first !== undefined;
      before = undefined;
    }
    if (!marked && item.type === 'customer' && item.seq > (newAfter ?? 0)) {
      marked = true;
      out.push({ kind: 'new', key: 'new' });
      before = undefined;
    }
    if (item.type === 'system') {
      if (!opened) out.push({ kind: 'system', key: item.key, item });
      else if (!said) out.push({ kind: 'opened', key: `opened ${item.key}`, ...opened });
      before = item;
      continue;
    }
    const joined =
      before !== undefined &&
      author(item) !== undefined &&
      author(before) === author(item) &&
      item.at - before.at < JOIN_WITHIN;
    const group = out.at(-1);
    if (joined && group?.kind === 'item') group.last = false;
    out.push({ kind: 'item', key: item.key, item, joined, last: true });
    before = item;
  }
  return out;
}

function openedBy(item: ThreadItem): Opened | undefined {
  if (item.type !== 'system' || item.event.type !== 'opened') return undefined;
  const { conversation, previous, queue } = item.event;
  return {
    at: item.at,
    seq: item.seq,
    queue,
    conversation,
    number: conversation.slice(conversation.lastIndexOf('-') + 1),
    previous: previous ?? undefined,
  };
}
