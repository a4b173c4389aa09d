import { computed, nextTick, reactive, ref, shallowRef } from 'vue';
import { AgentChange as limits } from '@/contract/limits';
import { ApiRefused } from '@/engine/api';
import { t, wordsFor } from '@/i18n/words';
import { tooLong } from '@/ui/limits';
import { type AnyRecord, isOver, type Kind, type Records, same, slugOf, trimmed } from './records';
import { useWorkspace } from './useWorkspace';

export interface Theirs {
  field: string;
  value: string;
}

/** The refused field gets the focus, ready for a change. */
const toProblem = () =>
  document.querySelector<HTMLElement>(':is(.dialog, .page) form [aria-invalid="true"]')?.focus();

/** Every record has a name, and the dialog asks for it. */
interface Named {
  name: string;
}

interface Options<K extends Kind, F extends Named> {
  kind: K;
  /** The record that the dialog changes; without one, the dialog makes a new one. */
  id: string | undefined;
  /** The title of the dialog for a new record. */
  title: string;
  formOf: (record: Records[K] | undefined) => F;
  /** A field's value in words, for the note of a conflict. */
  said: (field: keyof F & string, form: F) => string;
  /** The dialog closes: the record with this id was saved. */
  done: (id: string) => void;
}

/**
 * A record's dialog: its form, its save and its end, its refusals, and a colleague who was faster.
 */
export function useRecord<K extends Kind, F extends Named>(options: Options<K, F>) {
  const { kind, formOf } = options;
  const workspace = useWorkspace();
  const records = () => (workspace.all?.[kind] ?? []) as AnyRecord[];
  const find = (id: string | undefined) =>
    records().find((one) => one.id === id) as Records[K] | undefined;
  const record = shallowRef(find(options.id));
  const base = shallowRef(formOf(record.value));
  const form = reactive(formOf(record.value)) as F;
  const version = ref(record.value?.version ?? 0);
  const busy = ref(false);
  const confirming = ref(false);
  const refused = ref<{ field: string | undefined; text: string }>();
  const theirs = ref<Theirs[]>();
  const chosenId = ref<string>();
  const taken = computed(() => new Set(records().map((one) => one.id)));

  /** The record's id; that of a new one is chosen, or made from the name. */
  const id = computed(
    () => record.value?.id ?? chosenId.value ?? slugOf(form.name, taken.value, kind.slice(0, -1)),
  );

  /** The fields that differ from the record as the dialog read it; of a new record, all. */
  function changed(): Partial<F> {
    const keys = Object.keys(form) as (keyof F & string)[];
    const differ = keys.filter((key) => !record.value || !same(form[key], base.value[key]));
    return Object.fromEntries(differ.map((key) => [key, form[key]])) as Partial<F>;
  }

  /** Takes the record's newest state, and keeps the fields that were typed. */
  function take(now: Records[K] | undefined): void {
    if (!now) return;
    const next = formOf(now);
    const before = base.value;
    const keys = Object.keys(next) as (keyof F & string)[];
    theirs.value = keys
      .filter((key) => !same(next[key], before[key]))
      .map((field) => ({ field, value: options.said(field, next) || t('workspace-nothing') }));
    for (const key of keys) if (same(form[key], before[key])) form[key] = next[key];
    record.value = now;
    base.value = next;
    version.value = now.version;
  }

  /** Runs a request; a refusal stands at its field. True if the request was done. */
  async function attempt(run: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    refused.value = undefined;
    theirs.value = undefined;
    try {
      await run();
      return true;
    } catch (error) {
      confirming.value = false;
      if (!(error instanceof ApiRefused)) {
        refused.value = { field: undefined, text: t('notices-unreachable') };
        return false;
      }
      const { code, field, message, remedy } = error.refused;
      if (code === 'version_conflict') {
        await workspace.load();
        theirs.value = [];
        take(find(record.value?.id));
      } else {
        const at = field?.split('.')[0];
        const by = message.split(': ').slice(1).join(': ').replace(/\.$/, '');
        const words = wordsFor(`workspace-refused-${code}`, { by });
        const text = words ?? [message, remedy].filter(Boolean).join(' ');
        refused.value = { field: at && at in form ? at : undefined, text };
        void nextTick(toProblem);
      }
      return false;
    } finally {
      busy.value = false;
    }
  }
  /** Takes the record as an undo in its history has left it. */
  function undone(): void {
    take(find(record.value?.id));
    theirs.value = undefined;
  }
  /** Names of all kinds have the same limit. */
  const longName = computed(() => tooLong(trimmed(form.name), limits.name.maxLength) || undefined);
  const problemOf = (field: keyof F & string) =>
    (field === 'name' ? longName.value : undefined) ??
    (refused.value?.field === field ? refused.value.text : undefined);
  const problem = computed(() => (refused.value?.field ? undefined : refused.value?.text));

  /** The server has the record now, even if a later request of the same save fails. */
  function kept(now: Records[K]): void {
    record.value = now;
    base.value = formOf(now);
    version.value = now.version;
  }
  /** Writes fields of the record, upon the version that the dialog has read. */
  async function write(fields: object): Promise<Records[K]> {
    const body = { ...fields, version: version.value };
    const now = await workspace.ask[kind](id.value, body);
    return now as Records[K];
  }
  /** Sends the fields that differ, the name without blanks at its ends; true if that was done. */
  function save({ name, ...rest }: { name?: string } = changed()): Promise<boolean> {
    const fields = name === undefined ? rest : { ...rest, name: trimmed(name) };
    return attempt(() => write(fields));
  }
  /** Retires the record at the second press; brings a retired one back at the first. */
  async function end(): Promise<void> {
    const now = record.value;
    if (!now) return;
    const over = isOver(now);
    if (!over && !confirming.value) {
      confirming.value = true;
      return;
    }
    const fields = 'active' in now ? { active: over } : { retired: !over };
    if (await attempt(() => write(fields))) await close();
  }
  async function close(): Promise<void> {
    await workspace.load();
    options.done(id.value);
  }

  /** The properties of the dialog's frame. */
  const frame = computed(() => ({
    kind,
    title: record.value ? t('workspace-edit', { name: record.value.name }) : options.title,
    record: record.value,
    busy: busy.value,
    named: Boolean(form.name.trim()) && !longName.value,
    confirming: confirming.value,
    problem: problem.value,
    theirs: theirs.value,
    onUndone: undone,
  }));
  /** The properties of the line with the record's id. */
  const idLine = computed(() => ({
    id: id.value,
    fixed: record.value !== undefined,
    taken: taken.value,
  }));

  return {
    attempt,
    changed,
    chosenId,
    close,
    confirming,
    end,
    form,
    frame,
    id,
    idLine,
    kept,
    problemOf,
    record,
    save,
    workspace,
    write,
  };
}
