import { computed, onScopeDispose, type Ref, ref } from 'vue';
import { foldMotion } from '@/ui/foldMotion';

export type Composer = 'customer' | 'coach' | 'discussion';

const ORDER: Composer[] = ['customer', 'coach', 'discussion'];
/** The composers on the screen. */
const there = ref<Composer[]>([]);
const chosen = ref<Composer>('customer');
/** The one in which the agent writes; the others are folded. */
const open = computed(() =>
  there.value.includes(chosen.value)
    ? chosen.value
    : ORDER.find((one) => there.value.includes(one)),
);

/** Opens a composer and folds the others; its field need not have the focus. */
export function openComposer(which: Composer): void {
  chosen.value = which;
}

/**
 * Of several composers on the screen only one is open, so that there is only one Send. `busy` keeps
 * a composer open whose files or problems the agent must see; `box` is the element that folds.
 */
export function useFolding(
  which: Composer | undefined,
  box: Ref<HTMLElement | null>,
  busy: () => boolean = () => false,
) {
  if (!which) return { folded: computed(() => false), unfold: () => {} };
  there.value = [...there.value, which];
  onScopeDispose(() => {
    const at = there.value.indexOf(which);
    there.value = there.value.filter((_, index) => index !== at);
  });
  const folded: Ref<boolean> = computed(() => open.value !== which && !busy());
  foldMotion(box, folded);
  return { folded, unfold: () => openComposer(which) };
}
