import { onUnmounted, type Ref, ref, watch } from 'vue';

/** How wide an element is, in CSS pixels; 0 until that is known. */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>): Ref<number> {
  const width = ref(0);
  if (typeof ResizeObserver === 'undefined') return width;
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.value = entry.borderBoxSize[0]?.inlineSize ?? entry.contentRect.width;
  });
  watch(
    element,
    (now) => {
      observer.disconnect();
      if (now) observer.observe(now);
    },
    { immediate: true, flush: 'post' },
  );
  onUnmounted(() => observer.disconnect());
  return width;
}
