import { useResizeObserver, useWindowSize } from '@vueuse/core';
import { computed, nextTick, ref, shallowRef, watch } from 'vue';
import { logsMounted } from '@/features/message/mounted';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';

/** The gap between the stack and the edges of the thread's column, in px. */
const GAP = 16;
/** The stack is never lower than this, whatever lies under the messages, in px. */
const LEAST = 200;
/** The room that stays free over the stack, for the bar of the panel, in px. */
const HEAD = 64;
/** Up to this width of the window one panel shows at a time, in px. */
const NARROW = 760;

/**
 * The place of requests and notices: bottom right in the thread's column, above whatever stands
 * under the messages. So they cover neither the composer nor the list nor the details.
 */
export function useCallsPlace(aside: () => number) {
  const session = useSession();
  const ui = useUi();
  const { width, height } = useWindowSize();
  const log = shallowRef<HTMLElement | null>(null);
  const foot = ref(GAP);

  function measure(): void {
    log.value = document.querySelector<HTMLElement>('#main .message-log');
    const at = log.value?.getBoundingClientRect();
    const room = at?.height ? height.value - at.bottom + GAP : GAP;
    foot.value = Math.round(Math.max(GAP, Math.min(room, height.value - LEAST)));
  }
  useResizeObserver(log, measure);
  watch(
    [
      logsMounted,
      () => session.now,
      () => ui.conversation,
      () => ui.screen,
      () => ui.panel,
      height,
    ],
    () => void nextTick(measure),
    { immediate: true },
  );

  // A narrow screen shows one panel at a time; the style sheet places the stack there.
  return computed(() =>
    width.value <= NARROW
      ? undefined
      : {
          insetInlineEnd: `${aside() + GAP}px`,
          bottom: `${foot.value}px`,
          top: `${HEAD}px`,
        },
  );
}
