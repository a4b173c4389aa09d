import { shallowRef, watch } from 'vue';
import type { Scope, SettingsChanged } from '@/contract/protocol';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import type { Key, Place } from './fields';

export interface LastChange {
  by: string;
  at: number;
}

/** The place whose settings a change concerns; records of agents and assets have none. */
function placeOf(scope: Scope): Place | undefined {
  if (scope === 'workspace') return 'workspace';
  if ('team' in scope) return `teams/${scope.team}`;
  return 'queue' in scope ? `queues/${scope.queue}` : undefined;
}

/** The last change of each field and its author, for agents who may know. */
export function useHistory() {
  const session = useSession();
  const { api } = useEnvironment();
  const changes = shallowRef<SettingsChanged[]>([]);

  async function load(): Promise<void> {
    if (!session.me || session.me.role === 'agent') return;
    try {
      changes.value = (await api.settingsLog()).changes;
    } catch {
      // Only the fields' hints need the log; the page of changes shows its own error.
    }
  }
  watch(() => session.me?.role, load, { immediate: true });
  /** The log is newest first. */
  function of(place: Place, field: Key): LastChange | undefined {
    const found = changes.value.find(
      (change) =>
        placeOf(change.scope) === place && change.changes.some((one) => one.field === field),
    );
    return found && { by: found.by, at: found.at };
  }
  return { load, of };
}
