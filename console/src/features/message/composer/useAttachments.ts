import { type ComputedRef, computed, ref } from 'vue';
import type { Conversation } from '@/contract/protocol';
import type { Mode } from '@/engine/drafts';
import { FILE_LIMIT } from '@/engine/uploads';
import { t } from '@/i18n/words';
import { useNotices } from '@/stores/notices';
import { COMMENT_FILES, filesOf, kindsName } from './rules';
import { useUploads } from './uploadsOf';

/** The files that the channel carries; for colleagues, everything that any channel does. */
export function useAttachments(
  conversation: () => Conversation,
  mode: ComputedRef<Mode>,
  added: () => void,
) {
  const notices = useNotices();
  const carries = computed(() => filesOf(conversation()));
  const rules = computed(() =>
    mode.value === 'comment' && carries.value.length ? COMMENT_FILES : carries.value,
  );
  const { of: uploadsOf, itemsOf } = useUploads();
  const uploads = computed(() => uploadsOf(conversation().id, mode.value));
  const files = computed(() => itemsOf(uploads.value));
  const kinds = computed(() => t('attach-takes', { kinds: kindsName(rules.value) }));
  const picker = ref<HTMLInputElement | null>(null);

  function add(chosen: readonly File[]): void {
    if (!rules.value.length || !chosen.length) return;
    const left = uploads.value.add(chosen, rules.value);
    if (left)
      notices.show({ tone: 'problem', text: t('attach-tooMany', { n: left, limit: FILE_LIMIT }) });
    added();
  }
  function pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    add([...(input.files ?? [])]);
    input.value = '';
  }
  return { rules, uploads, files, kinds, picker, add, pick };
}
