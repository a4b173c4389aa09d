import { computed, ref, watch } from 'vue';
import type { DraftKey } from '@/engine/drafts';
import { useSession } from '@/stores/session';

/** The text of a composer, kept as a draft; it follows other tabs and devices. */
export function useDraft(key: () => DraftKey) {
  const session = useSession();
  const { drafts } = session.client();
  const text = ref(drafts.get(key()));
  const kept = computed(() => session.draftText(key()));

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
