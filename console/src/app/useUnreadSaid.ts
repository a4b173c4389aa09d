import { onUnmounted, watch } from 'vue';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';

/** The time for which arrivals elsewhere are gathered, in ms. */
const GATHER = 3_000;

/**
 * Announces the unread messages of conversations that are not open, by customer, a few seconds'
 * worth at once.
 */
export function useUnreadSaid(): void {
  const session = useSession();
  const ui = useUi();
  const notices = useNotices();
  const { clock } = useEnvironment();
  let known = new Map<string, number>();
  const more = new Set<string>();
  let cancel: (() => void) | undefined;

  /** The thread reads the open conversation out itself. */
  const open = (id: string) => ui.screen === 'conversations' && ui.conversation === id;

  function say(): void {
    cancel = undefined;
    for (const { thread, unread } of session.lists.mine) {
      const { id } = thread.conversation;
      if (more.has(id) && unread && !open(id))
        notices.announce(t('notices-unread', { n: unread, name: session.contactName(id) }));
    }
    more.clear();
  }

  watch(
    () => session.lists.mine,
    (rows) => {
      const now = new Map(rows.map(({ thread, unread }) => [thread.conversation.id, unread]));
      // The news of a reconnection comes in one sentence; fresh news has its own.
      const quiet = session.replaying || session.status.state !== 'live';
      for (const [id, unread] of now) {
        const before = known.get(id);
        if (!quiet && before !== undefined && unread > before && !open(id)) more.add(id);
      }
      known = now;
      if (more.size) cancel ??= clock.after(GATHER, say);
    },
  );
  onUnmounted(() => cancel?.());
}
