import { nextTick, onMounted, onUnmounted, type Ref, ref, watch } from 'vue';

const NEAR = 48;

/**
 * Sticks to the end only if already there; otherwise counts what arrived below.
 * Earlier pages are put in above without moving what is being read.
 */
export function useStickyScroll(
  body: Ref<HTMLElement | null>,
  last: () => string | undefined,
  ours: () => boolean,
) {
  const missed = ref(0);
  const atEnd = ref(true);

  function toEnd(): void {
    const element = body.value;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.value = true;
    missed.value = 0;
  }

  function onScroll(): void {
    const element = body.value;
    if (!element) return;
    atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (atEnd.value) missed.value = 0;
  }

  // What stands below may grow: a request, a warning, a longer draft.
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!body.value || typeof ResizeObserver === 'undefined') return;
    observer = new ResizeObserver(() => {
      if (atEnd.value) toEnd();
    });
    observer.observe(body.value);
  });
  onUnmounted(() => observer?.disconnect());

  watch(last, async (now, before) => {
    if (now === before) return;
    const stick = atEnd.value || ours();
    if (!stick && before !== undefined) missed.value += 1;
    await nextTick();
    if (stick) toEnd();
  });

  /** Runs something that puts content in above, and keeps the place. */
  async function anchored(act: () => Promise<void>): Promise<void> {
    const element = body.value;
    const height = element?.scrollHeight ?? 0;
    const top = element?.scrollTop ?? 0;
    await act();
    await nextTick();
    if (element) element.scrollTop = top + element.scrollHeight - height;
  }

  return { missed, atEnd, toEnd, onScroll, anchored };
}
