import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { SystemItem, ThreadItem } from '@/engine/timeline';
import { useEnvironment } from '@/stores/environment';

export type Hidden = 'comments' | 'messages' | undefined;

/** The hidden kind of items in each thread, for as long as the page lives. */
const hidden = ref(new Map<string, Hidden>());

export const hiddenIn = (thread: string): Hidden => hidden.value.get(thread);

export function hide(thread: string, what: Hidden): void {
  hidden.value = new Map(hidden.value).set(thread, what);
}

const KINDS = { comments: ['comment', 'coach'], messages: ['customer', 'ours'] };

/** The items that are not hidden, and the number of those that are. */
export function visible(
  items: readonly ThreadItem[],
  what: Hidden,
): { items: readonly ThreadItem[]; hidden: number } {
  if (!what) return { items, hidden: 0 };
  const left = items.filter((item) => !KINDS[what].includes(item.type));
  return { items: left, hidden: items.length - left.length };
}

/** Tests for events that never fold among others: failures, and losses of an agent. */
export function important({ event, by }: SystemItem): boolean {
  switch (event.type) {
    case 'offer_closed':
    case 'offer_passed':
      return event.status === 'rejected' || event.status === 'timed_out';
    case 'conference_left':
      return by !== event.agent && by !== 'system';
    case 'discussion_left':
      return Boolean(event.outcome);
    case 'requeued':
    case 'prioritised':
    case 'resolved':
    case 'abandoned':
    case 'reopened':
    case 'survey_answered':
      return true;
    default:
      return false;
  }
}

export const SHOWN_EVENTS = ['all', 'important', 'none'] as const;
export type ShownEvents = (typeof SHOWN_EVENTS)[number];

/** The events that an agent wants to see between the messages; this browser keeps the choice. */
export const useShownEvents = defineStore('shown events', () => {
  const { storage, subject } = useEnvironment();
  const name = `events:${subject}`;
  const kept = SHOWN_EVENTS.find((one) => one === storage.getItem(name));
  const value = ref<ShownEvents>(kept ?? 'all');
  function choose(chosen: ShownEvents): void {
    value.value = chosen;
    storage.setItem(name, chosen);
  }
  return { value, choose };
});

/** Keeps the events that the agent wants to see, and always the beginning of a conversation. */
export function chosenEvents(
  items: readonly ThreadItem[],
  events: ShownEvents,
): readonly ThreadItem[] {
  if (events === 'all') return items;
  return items.filter(
    (item) =>
      item.type !== 'system' ||
      item.event.type === 'opened' ||
      (events === 'important' && important(item)),
  );
}

/**
 * Drops the warnings that a first response is due, once an agent has answered: they are timers, not
 * history. A late response stays.
 */
export function withoutTimers(items: readonly ThreadItem[]): readonly ThreadItem[] {
  const answered = items.findLast((item) => item.type === 'ours' && !item.automatic)?.seq ?? 0;
  return items.filter(
    (item) =>
      item.type !== 'system' ||
      item.event.type !== 'first_answer_due' ||
      item.event.late ||
      item.seq > answered,
  );
}
