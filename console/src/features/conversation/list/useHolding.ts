import { useEventListener } from '@vueuse/core';
import { onUnmounted, type Ref } from 'vue';
import { useList } from './useList';

/** Holds the list's order while the pointer or the keyboard is in it. */
export function useHolding(area: Ref<HTMLElement | undefined>): void {
  const list = useList();
  let over = false;
  let inside = false;
  const judge = () => {
    list.holding = over || inside;
  };
  const onOver = (event: PointerEvent) => {
    // A finger points only while it touches.
    over = event.pointerType !== 'touch';
    judge();
  };
  const onOut = () => {
    over = false;
    judge();
  };
  const onFocus = (event: FocusEvent) => {
    inside = (event.target as Element).matches(':focus-visible');
    judge();
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget as Node | null;
    if (to && area.value?.contains(to)) return;
    inside = false;
    judge();
  };
  useEventListener(area, 'pointerenter', onOver);
  useEventListener(area, 'pointerleave', onOut);
  useEventListener(area, 'focusin', onFocus);
  useEventListener(area, 'focusout', onBlur);
  onUnmounted(() => {
    list.holding = false;
  });
}
