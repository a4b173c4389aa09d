import { computed, onBeforeUnmount, ref, shallowRef } from 'vue';
import type { Overrides, Rules, ScopedSettings, Settings } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { t } from '@/i18n/words';
import { useActions } from '@/stores/actions';
import { useEnvironment } from '@/stores/environment';
import { useSession } from '@/stores/session';
import { type Key, type Place, type Section, sections } from './fields';
import { useUnsaved } from './unsaved';

/** A colleague was faster: the colleague's values, and the agent's unsaved ones. */
export interface Conflict {
  by: string | undefined;
  at: number | undefined;
  rows: { key: Key; before: unknown; theirs: unknown; mine: unknown }[];
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const keysOf = (section: Section): Key[] => sections[section].map(({ key }) => key);

/** The values of one scope, the inherited ones, and the server's verdict. */
export function useSettings() {
  const session = useSession();
  const { api } = useEnvironment();
  const { refusal } = useActions();
  const place = ref<Place>('workspace');
  const around = shallowRef<Rules>();
  /** The overrides of the queue's team, on the way from the workspace to the queue. */
  const between = shallowRef<Overrides>({});
  const kept = shallowRef<Overrides>({});
  const own = ref<Overrides>({});
  const version = ref(0);
  const last = shallowRef<{ by: string; at: number }>();
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const saving = ref(false);
  const saved = ref(false);
  const conflict = shallowRef<Conflict>();
  const problem = ref('');
  const problemAt = ref<string>();

  const scoped = computed(() => place.value !== 'workspace');
  const team = computed(() => {
    const [list, id] = place.value.split('/');
    if (list === 'teams') return id;
    return session.queues.find((q) => q.id === id)?.team;
  });
  const may = computed(() => {
    const me = session.me;
    if (!me || me.role === 'agent') return false;
    if (me.role === 'admin') return true;
    return scoped.value && team.value !== undefined && me.teams.includes(team.value);
  });
  const differs = (key: Key) => !same(own.value[key], kept.value[key]);
  const changedIn = (section: Section) => keysOf(section).some(differs);

  function clear() {
    saved.value = false;
    conflict.value = undefined;
    problem.value = '';
    problemAt.value = undefined;
  }
  function note(answer: Settings | ScopedSettings) {
    version.value = answer.version;
    last.value =
      answer.changed_by && answer.changed_at
        ? { by: answer.changed_by, at: answer.changed_at }
        : undefined;
    state.value = 'ready';
  }
  /** Takes the values in force; unsaved values stand on top of them. */
  function take(now: Overrides, answer: Settings | ScopedSettings, typed: Overrides = {}) {
    kept.value = now;
    own.value = { ...copy(now), ...typed };
    note(answer);
  }
  /** The unsaved values of the wanted fields. */
  function typed(wanted: (key: Key) => boolean): Overrides {
    const keys = [...new Set([...Object.keys(own.value), ...Object.keys(kept.value)])] as Key[];
    const some = keys.filter((key) => differs(key) && wanted(key));
    return Object.fromEntries(some.map((key) => [key, own.value[key]])) as Overrides;
  }

  const dirty = () => Object.keys(typed(() => true)).length > 0;
  const unsaved = useUnsaved();
  /** Keeps unsaved values before the agent looks elsewhere. */
  function leave() {
    const changed = state.value === 'ready' && dirty();
    const now = {
      kept: kept.value,
      own: own.value,
      around: around.value,
      between: between.value,
    };
    unsaved.keep(
      place.value,
      changed ? { ...now, version: version.value, last: last.value } : undefined,
    );
  }
  onBeforeUnmount(leave);

  async function load(next: Place = place.value) {
    if (next !== place.value) leave();
    place.value = next;
    state.value = 'loading';
    clear();
    const before = unsaved.take(next);
    if (before) {
      ({ around: around.value, kept: kept.value, own: own.value } = before);
      between.value = before.between;
      ({ version: version.value, last: last.value } = before);
      state.value = 'ready';
      return;
    }
    try {
      const [list] = next.split('/');
      // A queue inherits from its team, a team from the workspace.
      const ofTeam =
        list === 'queues' && team.value
          ? await api.scopedSettings(`teams/${team.value}`)
          : undefined;
      const above = ofTeam?.effective ?? (await api.settings());
      const mine = next === 'workspace' ? undefined : await api.scopedSettings(next);
      if (place.value !== next) return;
      around.value = above;
      between.value = ofTeam?.own ?? {};
      take(mine?.own ?? {}, mine ?? (above as Settings));
    } catch {
      if (place.value === next) state.value = 'failed';
    }
  }

  function value<K extends Key>(key: K): Rules[K] | undefined {
    const said = own.value[key] as Rules[K] | undefined;
    return said === undefined ? around.value?.[key] : said;
  }
  /** All values as the form has them, saved or not. */
  const rules = computed<Rules | undefined>(
    () => around.value && ({ ...around.value, ...without(own.value) } as Rules),
  );
  /** The team that an inherited value comes from; undefined if it is the workspace. */
  const teamOf = (key: Key) => (between.value[key] === undefined ? undefined : team.value);
  /** The value in force without an override here. */
  const inherited = (key: Key) => (scoped.value ? around.value?.[key] : undefined);
  function set(key: Key, now: unknown) {
    if (same(value(key), now)) return;
    if (problemAt.value?.split('.')[0] === key) {
      problemAt.value = undefined;
      problem.value = '';
    }
    saved.value = false;
    own.value = { ...own.value, [key]: now };
    // The workspace inherits nothing: an unchanged value is no change.
    if (!scoped.value && same(around.value?.[key], now)) inherit(key);
  }
  function inherit(key: Key) {
    const { [key]: _, ...rest } = own.value;
    own.value = rest;
  }
  const isOwn = (key: Key) => scoped.value && own.value[key] !== undefined;

  function undo(section: Section) {
    const keys = keysOf(section);
    own.value = { ...copy(kept.value), ...typed((key) => !keys.includes(key)) };
    clear();
  }

  /** Saves the changes of one section; unsaved values of others wait. */
  async function save(section: Section) {
    saving.value = true;
    clear();
    const keys = keysOf(section);
    const meant = typed((key) => keys.includes(key));
    const waiting = typed((key) => !keys.includes(key));
    try {
      if (scoped.value) {
        const said = without({ ...kept.value, ...meant });
        const body = { own: said, version: version.value };
        const now = await api.saveScopedSettings(place.value, body);
        take(now.own, now, waiting);
      } else {
        const now = await api.saveSettings({ ...meant, version: version.value });
        around.value = now;
        take({}, now, waiting);
        session.client().learnSettings(now);
      }
      saved.value = true;
    } catch (error) {
      if (!(error instanceof ApiRefused)) problem.value = t('notices-unreachable');
      else if (error.refused.code === 'version_conflict') await compare(keys);
      else {
        problem.value = `${refusal(error.refused)} ${error.refused.remedy}`;
        problemAt.value = error.refused.field ?? undefined;
      }
    } finally {
      saving.value = false;
    }
  }

  let theirs: { own: Overrides; around: Rules | undefined; answer: Settings | ScopedSettings };
  /** Reads a colleague's changes, and sets them beside the unsaved values. */
  async function compare(keys: Key[]) {
    const before = { own: kept.value, around: around.value };
    try {
      if (scoped.value) {
        const answer = await api.scopedSettings(place.value);
        theirs = { own: answer.own, around: around.value, answer };
      } else {
        const answer = await api.settings();
        theirs = { own: {}, around: answer, answer };
      }
    } catch {
      problem.value = t('notices-unreachable');
      return;
    }
    const said = (from: { own: Overrides; around: Rules | undefined }, key: Key) =>
      from.own[key] === undefined ? from.around?.[key] : from.own[key];
    const all = (Object.keys(sections) as Section[]).flatMap(keysOf);
    const touched = (key: Key) => !same(said(before, key), said(theirs, key));
    conflict.value = {
      by: theirs.answer.changed_by ?? undefined,
      at: theirs.answer.changed_at ?? undefined,
      rows: all
        .filter((key) => touched(key) || (keys.includes(key) && differs(key)))
        .map((key) => ({
          key,
          before: said(before, key),
          theirs: said(theirs, key),
          mine: differs(key) ? value(key) : undefined,
        })),
    };
  }
  /** The colleague's values hold, and the agent's stand on top of them, to be saved. */
  function keepMine() {
    const mine = typed(() => true);
    around.value = theirs.around;
    take(theirs.own, theirs.answer, mine);
    conflict.value = undefined;
  }

  /** The server's refusal of a field. */
  const problemOf = (key: Key) => (problemAt.value?.split('.')[0] === key ? problem.value : '');

  return {
    left: unsaved.left,
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
    changedIn,
    dirty,
    load,
    value,
    inherited,
    rules,
    teamOf,
    set,
    inherit,
    isOwn,
    undo,
    save,
    keepMine,
    problemOf,
  };
}

/** Leaves out the fields that inherit again. */
function without(said: Overrides): Overrides {
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as Overrides;
}

export type SettingsForm = ReturnType<typeof useSettings>;
