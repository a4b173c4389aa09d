import type { Conversation, Offer } from '@/contract/protocol';
import type { Thread } from '@/engine/thread';
import type { Listed } from './listRow';
import type { Keyed } from './order';

/** The kinds of item in the list, from top to bottom. */
export type Item = Keyed &
  (
    | { kind: 'row'; it: Listed; test?: string }
    /** An ended conversation that waits to be marked done. */
    | { kind: 'over'; it: Listed }
    | { kind: 'offer'; offer: Offer; thread: Thread }
    /** `folds`: the agent can fold the rows under it away; `folded`: they are. */
    | {
        kind: 'heading';
        text: string;
        count?: number;
        hint?: string;
        refresh?: boolean;
        folds?: true;
        folded?: boolean;
      }
    | { kind: 'note'; text: string }
    | { kind: 'more'; busy: boolean }
    /** Keeps the place of a row that has gone while the pointer is on the list. */
    | { kind: 'gone'; name: string; by?: string }
  );

export type RowItem = Extract<Item, { kind: 'row' | 'over' }>;

export const isRow = (item: Item): item is RowItem => item.kind === 'row' || item.kind === 'over';

export const rowItem = (it: Listed): Item => ({ key: it.id, kind: 'row', it });

export function gap(gone: Item): Item {
  const { key } = gone;
  if (gone.kind === 'gone') return gone;
  if (isRow(gone)) return { key, kind: 'gone', name: gone.it.name };
  if (gone.kind === 'offer') {
    const { contact }: Conversation = gone.thread.conversation;
    return { key, kind: 'gone', name: contact.name };
  }
  // A heading without rows is still true while its rows leave gaps.
  return gone;
}
