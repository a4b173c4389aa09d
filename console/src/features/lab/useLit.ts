import { onUnmounted, watch } from 'vue';
import { useSession } from '@/stores/session';
import type { Step } from './story';

/** The control of each step; of several, the first one on the screen. */
const CONTROLS: Partial<Record<Step, readonly string[]>> = {
  accept: ['accept', 'start-take', 'tab-queue'],
  answer: ['composer'],
  discuss: ['dialog-submit', 'action-discuss'],
  talk: ['discussion-composer'],
  end: ['discussion-end'],
  resolve: ['action-resolve'],
};
const seen = (element: Element) => element.getClientRects().length > 0;

/** Outlines the control of which the next step of the story speaks. */
export function useLit(next: () => Step | undefined): void {
  const session = useSession();
  let lit: Element | undefined;

  function light(step: Step | undefined): void {
    const found = (step ? (CONTROLS[step] ?? []) : [])
      .flatMap((id) => [...document.querySelectorAll(`[data-testid="${id}"]`)])
      .find(seen);
    if (found === lit && found?.hasAttribute('data-lit')) return;
    lit?.removeAttribute('data-lit');
    lit = found;
    lit?.setAttribute('data-lit', '');
  }
  // The controls come and go with what the agent does: this looks at every beat of the clock.
  watch([next, () => session.now], ([step]) => light(step), { flush: 'post', immediate: true });
  onUnmounted(() => light(undefined));
}
