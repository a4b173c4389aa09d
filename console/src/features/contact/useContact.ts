import { computed, ref } from 'vue';
import { ApiRefused } from '@/engine/api';
import type { Change } from '@/engine/contacts';
import { t } from '@/i18n/words';
import { useActions } from '@/stores/actions';
import { useSession } from '@/stores/session';

/** A customer over all channels: read once, kept up to date by every push. */
export function useContact(id: string) {
  const session = useSession();
  const { refusal } = useActions();
  const profile = computed(() => session.contact(id));
  const failed = ref(false);
  const busy = ref(false);
  const problem = ref('');

  async function load(): Promise<void> {
    failed.value = false;
    try {
      await session.loadContact(id);
    } catch {
      failed.value = true;
    }
  }
  // A known contact gets its changes by push, unless nobody follows it any more.
  void load();

  /** True if the server kept it. */
  async function change(what: Change): Promise<boolean> {
    busy.value = true;
    problem.value = '';
    try {
      await session.changeContact(id, what);
      return true;
    } catch (error) {
      if (!(error instanceof ApiRefused)) {
        problem.value = t('notices-unreachable');
      } else if (error.refused.code === 'version_conflict') {
        await load();
        problem.value = t('profile-conflict');
      } else {
        problem.value = refusal(error.refused);
      }
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { profile, failed, busy, problem, load, change };
}
