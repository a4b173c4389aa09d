import { computed, nextTick, ref } from 'vue';
import { ApiRefused } from '@/engine/api';
import { t, wordsFor } from '@/i18n/words';

/** The refused field gets the focus, ready for a change. */
const toProblem = () =>
  document.querySelector<HTMLElement>('.dialog [aria-invalid="true"]')?.focus();

/**
 * Sends one request at a time. A refusal stands at its field if the dialog has that field, and
 * otherwise at the dialog's foot. `overtaken`: a colleague has changed the key meanwhile.
 */
export function useAttempt(fields: readonly string[], overtaken: () => Promise<void>) {
  const busy = ref(false);
  const conflict = ref(false);
  const refused = ref<{ field: string | undefined; text: string }>();

  async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    conflict.value = false;
    refused.value = undefined;
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ApiRefused)) {
        refused.value = { field: undefined, text: t('notices-unreachable') };
        return undefined;
      }
      const { code, field, message, remedy } = error.refused;
      if (code === 'version_conflict') {
        await overtaken();
        conflict.value = true;
        return undefined;
      }
      const at = field?.split('.')[0];
      const text =
        wordsFor(`apiKeys-refused-${code}`) ?? [message, remedy].filter(Boolean).join(' ');
      refused.value = { field: at && fields.includes(at) ? at : undefined, text };
      void nextTick(toProblem);
      return undefined;
    } finally {
      busy.value = false;
    }
  }
  const problemOf = (field: string) =>
    refused.value?.field === field ? refused.value.text : undefined;
  const problem = computed(() => (refused.value?.field ? undefined : refused.value?.text));
  return { attempt, busy, conflict, problem, problemOf };
}
