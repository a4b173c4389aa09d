import { onMounted, onUnmounted, type Ref } from 'vue';
import { useList } from './useList';

/** Whether somebody points at the list, or stands in it with the keyboard. */
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
  onMounted(() => {
    area.value?.addEventListener('pointerenter', onOver);
    area.value?.addEventListener('pointerleave', onOut);
    area.value?.addEventListener('focusin', onFocus);
    area.value?.addEventListener('focusout', onBlur);
  });
  onUnmounted(() => {
    list.holding = false;
  });
}
