import { onMounted, onUnmounted, type Ref, ref } from 'vue';

const now = () => document.visibilityState === 'visible' && document.hasFocus();

/** Whether somebody sits before the page: it is visible, and the window has the focus. */
export function useFocus(): Ref<boolean> {
  const focused = ref(now());
  const look = () => {
    focused.value = now();
  };
  onMounted(() => {
    for (const name of ['focus', 'blur'] as const) window.addEventListener(name, look);
    document.addEventListener('visibilitychange', look);
  });
  onUnmounted(() => {
    for (const name of ['focus', 'blur'] as const) window.removeEventListener(name, look);
    document.removeEventListener('visibilitychange', look);
  });
  return focused;
}
