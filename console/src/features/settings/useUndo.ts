import { ref } from 'vue';
import type { Overrides, SettingsChange } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { useWorkspace } from '@/features/workspace/useWorkspace';
import { t, wordsFor } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import type { Undo } from './undo';

/** Writes the earlier values of a change as a new change, upon the version that holds now. */
export function useUndo() {
  const session = useSession();
  const workspace = useWorkspace();
  const { api } = useEnvironment();
  const busy = ref(false);
  const problem = ref('');

  async function write({ target, fields }: Undo): Promise<void> {
    if (target.kind === 'settings' && target.place === 'workspace') {
      const { version } = await api.settings();
      const now = await api.saveSettings({ ...fields, version } as SettingsChange);
      session.client().learnSettings(now);
      return;
    }
    if (target.kind === 'settings') {
      const { own, version } = await api.scopedSettings(target.place);
      const before = Object.entries({ ...own, ...fields }).filter(([, v]) => v !== undefined);
      await api.saveScopedSettings(target.place, {
        own: Object.fromEntries(before) as Overrides,
        version,
      });
      return;
    }
    const all = await workspace.ask.read();
    if (target.kind === 'workspace') {
      await workspace.ask.workspace({ ...fields, version: all.workspace.version });
    } else {
      const record = all[target.kind].find((one) => one.id === target.id);
      await workspace.ask[target.kind](target.id, { ...fields, version: record?.version ?? 0 });
    }
    await workspace.load();
  }
  /** True if the earlier values hold again. */
  async function run(undo: Undo): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = '';
    try {
      await write(undo);
      return true;
    } catch (error) {
      problem.value = t('notices-unreachable');
      if (error instanceof ApiRefused) {
        const { code, message, remedy } = error.refused;
        const by = message.split(': ').slice(1).join(': ').replace(/\.$/, '');
        const words = wordsFor(`workspace-refused-${code}`, { by });
        const conflict = code === 'version_conflict' ? t('settings-undoing-conflict') : undefined;
        problem.value = conflict ?? words ?? [message, remedy].filter(Boolean).join(' ');
      }
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, run };
}
