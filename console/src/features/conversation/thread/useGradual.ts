import { useEventListener } from '@vueuse/core';
import { computed, onScopeDispose, type Ref, ref } from 'vue';

const FIRST = 60;
const STEP = 80;

/** Without `requestIdleCallback`, runs soon. */
function idle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const handle = setTimeout(run, 30);
    return () => clearTimeout(handle);
  }
  const handle = requestIdleCallback(run, { timeout: 250 });
  return () => cancelIdleCallback(handle);
}

/**
 * The newest items at once, so that a long thread opens as fast as a short one. The others come in
 * above while the browser is idle, until all of them are there.
 */
export function useGradual<T>(items: Ref<readonly T[]>, needed: (item: T) => boolean) {
  const first = items.value.findIndex(needed);
  const enough = first < 0 ? FIRST : Math.max(FIRST, items.value.length - first + 5);
  /** The number of the oldest items that are still to come. */
  const missing = ref(Math.max(0, items.value.length - enough));

  let cancel = () => {};
  function more(): void {
    cancel = idle(() => {
      missing.value = Math.max(0, missing.value - STEP);
      if (missing.value > 0) more();
    });
  }
  if (missing.value > 0) more();
  /** A print needs all items at once. */
  useEventListener('beforeprint', () => {
    cancel();
    missing.value = 0;
  });
  onScopeDispose(() => cancel());

  return computed(() => (missing.value > 0 ? items.value.slice(missing.value) : items.value));
}
