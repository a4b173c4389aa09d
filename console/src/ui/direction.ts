/** The direction of the page, for code that no style can serve: keys, tips, dragging. */
export const rightToLeft = () => getComputedStyle(document.documentElement).direction === 'rtl';

/** The step of an arrow key in a row of elements: one on, one back; 0 for any other key. */
export function onward(key: string): number {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
  return (key === 'ArrowRight') === rightToLeft() ? -1 : 1;
}
