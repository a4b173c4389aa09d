import { useEventListener } from '@vueuse/core';
import { type Ref, ref } from 'vue';

const now = () => document.visibilityState === 'visible' && document.hasFocus();

/** True while an agent is at the page: it is visible, and the window has the focus. */
export function useFocus(): Ref<boolean> {
  const focused = ref(now());
  const look = () => {
    focused.value = now();
  };
  useEventListener(['focus', 'blur'], look);
  useEventListener(document, 'visibilitychange', look);
  return focused;
}
