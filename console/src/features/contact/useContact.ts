import { computed, ref } from 'vue';
import { ApiRefused } from '@/engine/api';
import type { Change } from '@/engine/contacts';
import { notices, profile as words } from '@/i18n/en';
import { useActions } from '@/stores/actions';
import { useDesk } from '@/stores/desk';

/** A customer over all channels: read once, told of every change. */
export function useContact(id: string) {
  const desk = useDesk();
  const { refusal } = useActions();
  const profile = computed(() => desk.contact(id));
  const failed = ref(false);
  const busy = ref(false);
  const problem = ref('');

  async function load(): Promise<void> {
    failed.value = false;
    try {
      await desk.loadContact(id);
    } catch {
      failed.value = true;
    }
  }
  // What is known already is told of its changes, unless nobody follows it any more.
  void load();

  /** True if it was kept. */
  async function change(what: Change): Promise<boolean> {
    busy.value = true;
    problem.value = '';
    try {
      await desk.changeContact(id, what);
      return true;
    } catch (error) {
      if (!(error instanceof ApiRefused)) {
        problem.value = notices.unreachable;
      } else if (error.refused.code === 'version_conflict') {
        await load();
        problem.value = words.conflict;
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
