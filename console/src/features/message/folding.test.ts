import { afterEach, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import { foldMotion } from '@/ui/foldMotion';

/** Folds a box from 130 px to 40 px; gives the calls of its animation. */
async function fold(reduced: boolean) {
  vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: reduced } as MediaQueryList);
  const element = document.createElement('div');
  element.style.setProperty('--quick', '120ms ease-out');
  document.body.append(element);
  const heights = [130, 40];
  Object.defineProperty(element, 'offsetHeight', { get: () => heights.shift() });
  const animate = vi.fn();
  Object.assign(element, { animate });
  const folded = ref(false);
  foldMotion(ref(element), folded);
  folded.value = true;
  await nextTick();
  return animate.mock.calls;
}
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('a composer changes its height in the time of the token', async () => {
  expect(await fold(false)).toEqual([
    [
      [
        { height: '130px', overflow: 'hidden' },
        { height: '40px', overflow: 'hidden' },
      ],
      { duration: 120, easing: 'ease-out' },
    ],
  ]);
});

it('a composer folds at once for a reader who wants no motion', async () => {
  expect(await fold(true)).toEqual([]);
});
