import { computed, ref, shallowRef } from 'vue';
import { ApiRefused } from '@/client/api';
import type { Overrides, Rules, ScopedSettings, Settings } from '@/client/protocol';
import { notices as noticeWords } from '@/i18n/en';
import { useActions } from '@/stores/actions';
import { useDesk } from '@/stores/desk';
import { useEnvironment } from '@/stores/environment';
import type { Key } from './fields';

/** Whose settings are shown: `workspace`, `teams/<id>` or `queues/<id>`. */
export type Place = 'workspace' | `teams/${string}` | `queues/${string}`;

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is said at one place, what is inherited there, and what the server thinks of it. */
export function useSettings() {
  const desk = useDesk();
  const { api } = useEnvironment();
  const { refusal } = useActions();
  const place = ref<Place>('workspace');
  const around = shallowRef<Rules>();
  const kept = shallowRef<Overrides>({});
  const own = ref<Overrides>({});
  const version = ref(0);
  const last = shallowRef<{ by: string; at: number }>();
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const saving = ref(false);
  const saved = ref(false);
  const conflict = ref(false);
  const problem = ref('');
  const problemAt = ref<string>();

  const scoped = computed(() => place.value !== 'workspace');
  const team = computed(() => {
    const [list, id] = place.value.split('/');
    if (list === 'teams') return id;
    return desk.queues.find((q) => q.id === id)?.team;
  });
  const may = computed(() => {
    const me = desk.me;
    if (!me || me.role === 'agent') return false;
    if (me.role === 'admin') return true;
    return scoped.value && team.value !== undefined && me.teams.includes(team.value);
  });
  const changed = computed(() => !same(own.value, kept.value));

  function clear() {
    saved.value = false;
    conflict.value = false;
    problem.value = '';
    problemAt.value = undefined;
  }
  function take(now: Overrides, answer: Settings | ScopedSettings) {
    kept.value = now;
    own.value = copy(now);
    version.value = answer.version;
    last.value =
      answer.changed_by && answer.changed_at
        ? { by: answer.changed_by, at: answer.changed_at }
        : undefined;
    state.value = 'ready';
  }

  async function load(next: Place = place.value) {
    place.value = next;
    state.value = 'loading';
    clear();
    try {
      const [list] = next.split('/');
      // A queue inherits from its team, a team from the workspace.
      const above =
        list === 'queues' && team.value
          ? (await api.scopedSettings(`teams/${team.value}`)).effective
          : await api.settings();
      const mine = next === 'workspace' ? undefined : await api.scopedSettings(next);
      if (place.value !== next) return;
      around.value = above;
      take(mine?.own ?? {}, mine ?? (above as Settings));
    } catch {
      if (place.value === next) state.value = 'failed';
    }
  }

  function value<K extends Key>(key: K): Rules[K] | undefined {
    const said = own.value[key] as Rules[K] | undefined;
    return said === undefined ? around.value?.[key] : said;
  }
  function set(key: Key, now: unknown) {
    if (same(value(key), now)) return;
    if (problemAt.value?.split('.')[0] === key) problemAt.value = undefined;
    own.value = { ...own.value, [key]: now };
    // In the workspace there is nothing to inherit from: what is as it was, is not a change.
    if (!scoped.value && same(around.value?.[key], now)) inherit(key);
  }
  function inherit(key: Key) {
    const { [key]: _, ...rest } = own.value;
    own.value = rest;
  }
  const isOwn = (key: Key) => scoped.value && own.value[key] !== undefined;

  function undo() {
    own.value = copy(kept.value);
    clear();
  }

  async function save() {
    saving.value = true;
    clear();
    try {
      if (scoped.value) {
        const body = { own: own.value, version: version.value };
        const now = await api.saveScopedSettings(place.value, body);
        take(now.own, now);
      } else {
        const now = await api.saveSettings({ ...own.value, version: version.value });
        around.value = now;
        take({}, now);
        desk.client().learnSettings(now);
      }
      saved.value = true;
    } catch (error) {
      if (!(error instanceof ApiRefused)) problem.value = noticeWords.unreachable;
      else if (error.refused.code === 'version_conflict') conflict.value = true;
      else {
        problem.value = `${refusal(error.refused)} ${error.refused.remedy}`;
        problemAt.value = error.refused.field ?? undefined;
      }
    } finally {
      saving.value = false;
    }
  }

  /** What the server said of a field. */
  const problemOf = (key: Key) => (problemAt.value?.split('.')[0] === key ? problem.value : '');

  return {
    place,
    scoped,
    may,
    state,
    last,
    saving,
    saved,
    conflict,
    problem,
    problemAt,
    changed,
    load,
    value,
    set,
    inherit,
    isOwn,
    undo,
    save,
    problemOf,
  };
}

export type SettingsForm = ReturnType<typeof useSettings>;
