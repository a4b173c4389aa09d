import { computed } from 'vue';
import { thread as words } from '@/i18n/en';
import type { MenuItem } from '@/ui/AppMenu.vue';
import { type Hidden, hiddenIn, hide, SHOWN_EVENTS, useShownEvents } from './hidden';

/** The eye's menu: what of a thread is shown, and which events between the messages. */
export function useShowMenu(thread: () => string) {
  const events = useShownEvents();
  return computed<MenuItem[]>(() => {
    const filter = hiddenIn(thread());
    return [
      ...([undefined, 'comments', 'messages'] as Hidden[]).map(
        (what): MenuItem => ({
          id: `filter-${what ?? 'all'}`,
          text: words.filter[what ?? 'all'],
          icon: filter === what ? 'check' : what ? 'hide' : 'eye',
          run: () => hide(thread(), what),
        }),
      ),
      ...SHOWN_EVENTS.map(
        (shown): MenuItem => ({
          id: `events-${shown}`,
          text: words.filter.events[shown],
          icon: events.value === shown ? 'check' : 'history',
          run: () => events.choose(shown),
        }),
      ),
    ];
  });
}
