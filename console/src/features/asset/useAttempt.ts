import { ref } from 'vue';
import { ApiRefused } from '@/engine/api';
import { t } from '@/i18n/words';

/** Runs one request at a time; a refusal stands at its field, or beside the button. */
export function useAttempt() {
  const busy = ref(false);
  const problem = ref<{ field: string | undefined; text: string }>();

  /** True if the request was done; `outrun` runs after a colleague was faster. */
  async function attempt(
    run: () => Promise<unknown>,
    outrun: () => Promise<unknown> = async () => {},
  ): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = undefined;
    try {
      await run();
      return true;
    } catch (error) {
      const refused = error instanceof ApiRefused ? error.refused : undefined;
      const said = refused && [refused.message, refused.remedy].filter(Boolean).join(' ');
      problem.value = {
        field: refused?.field ?? undefined,
        text: said ?? t('notices-unreachable'),
      };
      if (refused?.code === 'version_conflict') {
        problem.value.text = t('workspace-conflict');
        await outrun();
      }
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { attempt, busy, problem };
}
