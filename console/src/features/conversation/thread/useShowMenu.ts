import { computed } from 'vue';
import { t } from '@/i18n/words';
import { useAct } from '@/stores/acts';
import { useNotices } from '@/stores/notices';
import type { MenuItem } from '@/ui/AppMenu.vue';
import { type Hidden, hiddenIn, hide, SHOWN_EVENTS, useShownEvents } from './hidden';

/**
 * The menu of the visible kinds of item in a thread, and of the events between the messages. While
 * the thread is open, a key goes from one choice of events to the next.
 */
export function useShowMenu(thread: () => string) {
  const events = useShownEvents();
  const notices = useNotices();
  useAct('events', {
    run: () => {
      const next = (SHOWN_EVENTS.indexOf(events.value) + 1) % SHOWN_EVENTS.length;
      events.choose(SHOWN_EVENTS[next] ?? 'all');
      notices.announce(t(`thread-filter-now-${events.value}`));
    },
  });
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
