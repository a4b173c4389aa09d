import { onUnmounted, watch } from 'vue';
import { notices as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useUi } from '@/stores/ui';

/** So long what arrives elsewhere is gathered. */
const GATHER = 3_000;

/** Says how much of whom is unread in the conversations that are not open, a few seconds' worth at once. */
export function useUnreadSaid(): void {
  const desk = useDesk();
  const ui = useUi();
  const notices = useNotices();
  const { clock } = useEnvironment();
  let known = new Map<string, number>();
  const more = new Set<string>();
  let cancel: (() => void) | undefined;

  /** The open one is read out by its thread. */
  const open = (id: string) => ui.screen === 'conversations' && ui.conversation === id;

  function say(): void {
    cancel = undefined;
    for (const { thread, unread } of desk.lists.mine) {
      const { id } = thread.conversation;
      if (more.has(id) && unread && !open(id))
        notices.announce(words.unread(unread, desk.contactName(id)));
    }
    more.clear();
  }

  watch(
    () => desk.lists.mine,
    (rows) => {
      const now = new Map(rows.map(({ thread, unread }) => [thread.conversation.id, unread]));
      // What a reconnection brings is told in one sentence; what has just come has its own.
      const quiet = desk.replaying || desk.status.state !== 'live';
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
