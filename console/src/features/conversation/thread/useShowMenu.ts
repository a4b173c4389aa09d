import { computed } from 'vue';
import { t } from '@/i18n/words';
import type { MenuItem } from '@/ui/AppMenu.vue';
import { type Hidden, hiddenIn, hide, SHOWN_EVENTS, useShownEvents } from './hidden';

/** The eye's menu: the visible kinds of item in a thread, and the events between the messages. */
export function useShowMenu(thread: () => string) {
  const events = useShownEvents();
  return computed<MenuItem[]>(() => {
    const filter = hiddenIn(thread());
    return [
      ...([undefined, 'comments', 'messages'] as Hidden[]).map(
        (what): MenuItem => ({
          id: `filter-${what ?? 'all'}`,
          text: t(`thread-filter-${what ?? 'all'}`),
          icon: filter === what ? 'check' : what ? 'hide' : 'eye',
          run: () => hide(thread(), what),
        }),
      ),
      ...SHOWN_EVENTS.map(
        (shown): MenuItem => ({
          id: `events-${shown}`,
          text: t(`thread-filter-events-${shown}`),
          icon: events.value === shown ? 'check' : 'history',
          run: () => events.choose(shown),
        }),
      ),
    ];
  });
}
