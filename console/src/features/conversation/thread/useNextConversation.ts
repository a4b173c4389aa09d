import { computed, type Ref, watch } from 'vue';
import { threadOf } from '@/engine/ids';
import type { Thread } from '@/engine/thread';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';

/**
 * A customer whose conversation has ended writes again: the open page goes on with the next
 * conversation, in its present state.
 */
export function useNextConversation(thread: Ref<Thread | undefined>): void {
  const session = useSession();
  const ui = useUi();

  /** The next conversation waits in a queue, and this page may not follow it. */
  const waits = computed(() => {
    const held = thread.value;
    if (!held || held.following || held.conversation.status !== 'resolved') return undefined;
    const places = session.queues.flatMap(({ waiting }) => waiting.map((one) => one.conversation));
    return places.find((id) => threadOf(id) === held.id && id !== held.conversation.id);
  });
  watch(waits, (id) => {
    // If the server does not answer now, the next look at the thread finds it.
    if (id) void session.load(id).catch(() => {});
  });

  watch(
    () => thread.value?.conversation.id,
    (now, before) => {
      if (now && before && before === ui.conversation && threadOf(now) === threadOf(before)) {
        ui.onward(now);
      }
    },
  );
}
