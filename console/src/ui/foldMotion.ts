import { type Ref, watch } from 'vue';

/** The token `--quick` of an element: "120ms ease-out" is 120 ms and "ease-out". */
function quick(element: HTMLElement): { duration: number; easing: string } {
  const [time = '', ...rest] = getComputedStyle(element)
    .getPropertyValue('--quick')
    .trim()
    .split(' ');
  const number = Number.parseFloat(time) || 0;
  return {
    duration: time.endsWith('ms') ? number : number * 1000,
    easing: rest.join(' ') || 'linear',
  };
}

/**
 * Lets a box that folds or unfolds change its height in the time of the token, and at once for a
 * reader who wants no motion. The end height is that of the content: no style sheet knows it.
 */
export function foldMotion(box: Ref<HTMLElement | null>, folded: Ref<boolean>): void {
  let before = 0;
  watch(folded, () => {
    before = box.value?.offsetHeight ?? 0;
  });
  watch(
    folded,
    () => {
      const element = box.value;
      if (!element || !before || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const frames = [before, element.offsetHeight].map((height) => ({
        height: `${height}px`,
        overflow: 'hidden',
      }));
      element.animate?.(frames, quick(element));
    },
    { flush: 'post' },
  );
}
