import { ref } from 'vue';
import type { ThreadItem } from '@/client/timeline';

export type Hidden = 'comments' | 'messages' | undefined;

/** What is hidden in which thread, for as long as the page lives. */
const hidden = ref(new Map<string, Hidden>());

export const hiddenIn = (thread: string): Hidden => hidden.value.get(thread);

export function hide(thread: string, what: Hidden): void {
  hidden.value = new Map(hidden.value).set(thread, what);
}

const KINDS = { comments: ['comment', 'coach'], messages: ['customer', 'ours'] };

/** What is left to be seen, and how many are not. */
export function visible(
  items: readonly ThreadItem[],
  what: Hidden,
): { items: readonly ThreadItem[]; hidden: number } {
  if (!what) return { items, hidden: 0 };
  const left = items.filter((item) => !KINDS[what].includes(item.type));
  return { items: left, hidden: items.length - left.length };
}
