/** Which way the page is written, where a style cannot know it: keys, tips, dragging. */
export const rightToLeft = () => getComputedStyle(document.documentElement).direction === 'rtl';

/** Where an arrow leads in a row of things: one on, one back; 0 for any other key. */
export function onward(key: string): number {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
  return (key === 'ArrowRight') === rightToLeft() ? -1 : 1;
}
