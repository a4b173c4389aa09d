import { computed, ref, watch } from 'vue';
import type { DraftKey } from '@/engine/drafts';
import { useDesk } from '@/stores/desk';

/** The text of a composer, kept as a draft; it follows other tabs and devices. */
export function useDraft(key: () => DraftKey) {
  const desk = useDesk();
  const { drafts } = desk.client();
  const text = ref(drafts.get(key()));
  const kept = computed(() => desk.draftText(key()));

  watch(kept, (now) => {
    if (now !== text.value) text.value = now;
  });
  watch(text, (now) => drafts.set(key(), now));

  function clear(): void {
    drafts.clear(key());
    text.value = '';
  }
  return { text, clear };
}
