import { useResizeObserver } from '@vueuse/core';
import { type Ref, ref } from 'vue';

/** The width of an element, in CSS pixels; 0 until it is known. */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>): Ref<number> {
  const width = ref(0);
  useResizeObserver(element, ([entry]) => {
    if (entry) width.value = entry.borderBoxSize[0]?.inlineSize ?? entry.contentRect.width;
  });
  return width;
}
