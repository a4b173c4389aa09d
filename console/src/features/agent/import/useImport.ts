import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Fate, ImportReport, ImportRow } from '@/contract/protocol';
import { ApiRefused, told } from '@/engine/api';
import { useWorkspace } from '@/features/workspace/useWorkspace';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { type Invited, useInvitations } from './useInvitations';

export const FATES = ['new', 'changed', 'unchanged', 'refused'] as const satisfies Fate[];
/** A part that the server could not answer is sent again after these times, in ms. */
const AGAIN = [1_000, 4_000];

/**
 * An import of agents: the table, its dry run, the parts that are written, and the invitations. It
 * goes on while the admin looks at other pages.
 */
export const useImport = defineStore('import of agents', () => {
  const { api, clock } = useEnvironment();
  const workspace = useWorkspace();
  const stage = ref<'source' | 'checking' | 'checked' | 'running' | 'done'>('source');
  const csv = shallowRef('');
  const source = ref('');
  const rows = shallowRef<readonly ImportRow[]>([]);
  const ignored = shallowRef<readonly string[]>([]);
  const total = ref(0);
  /** The row with which the import goes on; undefined after its last part. */
  const next = ref<number>();
  const stopping = ref(false);
  const problem = ref('');
  /** The number of the present run: an answer to an earlier one is thrown away. */
  let run = 0;

  const counts = computed(() => {
    const found = { new: 0, changed: 0, unchanged: 0, refused: 0 };
    for (const { fate } of rows.value) found[fate] += 1;
    return found;
  });
  const made = computed(() => rows.value.filter(({ fate }) => fate === 'new'));
  const invitations = useInvitations(workspace.ask.invite);

  const wait = (ms: number) => new Promise<void>((done) => clock.after(ms, done));
  async function send(dry_run: boolean, from?: number): Promise<ImportReport> {
    const body = { csv: csv.value, dry_run, ...(from ? { from } : {}) };
    for (const pause of [...AGAIN, undefined]) {
      try {
        return await told(api.http.POST('/v1/agents/import', { body }));
      } catch (error) {
        if (error instanceof ApiRefused || pause === undefined || stopping.value) throw error;
        await wait(pause);
      }
    }
    throw new Error('The last try answers or throws.');
  }
  function say(error: unknown): void {
    problem.value =
      error instanceof ApiRefused
        ? [error.refused.message, error.refused.remedy].filter(Boolean).join(' ')
        : t('notices-unreachable');
  }

  /** Asks for the fate of each row; nothing changes. */
  async function check(text: string, from: string): Promise<void> {
    run += 1;
    const mine = run;
    csv.value = text;
    source.value = from;
    problem.value = '';
    stopping.value = false;
    stage.value = 'checking';
    try {
      let from: number | undefined;
      let tried: ImportReport['rows'] = [];
      do {
        const report = await send(true, from);
        if (mine !== run) return;
        tried = [...tried, ...report.rows];
        ignored.value = report.ignored ?? [];
        total.value = report.total;
        from = report.next ?? undefined;
      } while (from);
      rows.value = tried;
      stage.value = 'checked';
    } catch (error) {
      if (mine !== run) return;
      say(error);
      stage.value = 'source';
    }
  }
  /** Writes the table part by part, from its beginning or from the row where it stopped. */
  async function begin(): Promise<void> {
    const mine = run;
    const first = next.value;
    if (!first) rows.value = [];
    problem.value = '';
    stopping.value = false;
    stage.value = 'running';
    let from = first ?? 1;
    try {
      for (;;) {
        const report = await send(false, from);
        if (mine !== run) return;
        rows.value = [...rows.value, ...report.rows];
        next.value = report.next ?? undefined;
        if (!report.next || stopping.value) break;
        from = report.next;
      }
    } catch (error) {
      next.value = from;
      say(error);
    }
    stage.value = 'done';
    await workspace.load();
  }
  /** The part that is on its way is written to its end. */
  function stop(): void {
    stopping.value = true;
  }
  /** Forgets the table and its result. */
  function reset(): void {
    run += 1;
    stage.value = 'source';
    csv.value = '';
    rows.value = [];
    next.value = undefined;
    problem.value = '';
    invitations.reset();
  }
  const invite = (): Promise<void> =>
    invitations.send(
      made.value.flatMap(({ agent, email, name }): Invited[] =>
        agent ? [{ agent, email, name }] : [],
      ),
    );

  return {
    begin,
    check,
    counts,
    ignored,
    invitations,
    invite,
    made,
    next,
    problem,
    reset,
    rows,
    source,
    stage,
    stop,
    stopping,
    total,
  };
});
