import { ref } from 'vue';
import { openComposer } from '@/features/message/composer/openComposer';

export type Side = 'customer' | 'discussion';

/** The half of a thread with a discussion that a narrow screen shows. */
export const side = ref<Side>('customer');

/** Shows one half of the thread; its composer is the open one. */
export function showSide(which: Side): void {
  side.value = which;
  openComposer(which);
}
