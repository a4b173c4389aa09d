import { nextTick, onMounted, onUnmounted, type Ref, ref, watch } from 'vue';
import { threadOf } from '@/engine/ids';
import type { Thread } from '@/engine/thread';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useUi } from '@/stores/ui';
import { hide } from './hidden';

/** The most pages to read back for it: as much as the page holds. */
const PAGES = 20;
const MARKED = 2_500;

export interface AimOptions {
  log: Readonly<Ref<{ body: HTMLElement | null; show: (element: HTMLElement) => void } | null>>;
  thread: () => Thread;
  /** Changes with the drawn items; `all` is true once all of them are drawn. */
  drawn: () => { count: number; all: boolean };
  older: () => Promise<void>;
}

/** A conversation that an agent opens for one of its comments shows that comment. */
export function useAim({ log, thread, drawn, older }: AimOptions) {
  const ui = useUi();
  const notices = useNotices();
  const { clock } = useEnvironment();
  /** The position that is highlighted for a moment. */
  const marked = ref<number>();
  let cancel = () => {};
  let pages = 0;
  let shown: typeof ui.aim;
  let reading = false;

  const aim = () =>
    ui.aim && threadOf(ui.aim.conversation) === thread().id ? ui.aim.seq : undefined;

  const find = (seq: number) => log.value?.body?.querySelector<HTMLElement>(`[data-seq="${seq}"]`);

  /**
   * The aim holds for as long as the highlight: items drawn later do not take the focus from it.
   */
  async function show(seq: number): Promise<void> {
    const mine = ui.aim;
    if (mine === shown) return;
    shown = mine;
    marked.value = seq;
    // Opening first scrolls to the end of the last look.
    await nextTick();
    await nextTick();
    const element = find(seq);
    if (element) log.value?.show(element);
    cancel();
    cancel = clock.after(MARKED, () => {
      if (ui.aim === mine) ui.aim = undefined;
      marked.value = undefined;
    });
  }
  function giveUp(): void {
    ui.aim = undefined;
    notices.show({ tone: 'info', text: t('mentions-lost') });
  }
  async function readOn(): Promise<void> {
    if (reading) return;
    reading = true;
    const before = thread().entries[0]?.seq;
    await older();
    await nextTick();
    reading = false;
    // Reading failed, and has said so.
    if (thread().entries[0]?.seq === before) ui.aim = undefined;
    else look();
  }
  function look(): void {
    const seq = aim();
    if (seq === undefined || !log.value?.body) return;
    const { entries, more } = thread();
    const first = entries[0]?.seq ?? 0;
    if (find(seq)) void show(seq);
    else if (first > seq && more && pages < PAGES) {
      pages += 1;
      void readOn();
    } else if (first > seq || drawn().all) giveUp();
  }
  watch(
    aim,
    (seq) => {
      if (seq === undefined) return;
      pages = 0;
      hide(thread().id, undefined);
    },
    { immediate: true },
  );
  watch([aim, drawn], look, { flush: 'post' });
  onMounted(look);
  onUnmounted(() => cancel());

  return marked;
}
