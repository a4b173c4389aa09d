import { nextTick, ref } from 'vue';
import { keyOf } from '@/engine/keypress';
import { t } from '@/i18n/words';
import { useNotices } from '@/stores/notices';

/**
 * Puts the entries of a list in another order: by a drag of the grip before an entry, or by Alt
 * and an arrow key on it. The grips carry `data-grip` with the place of their entry.
 */
export function useReorder<T>(list: {
  get: () => readonly T[];
  set: (entries: T[]) => void;
  name: (entry: T) => string;
  root: () => HTMLElement | null | undefined;
}) {
  const notices = useNotices();
  const dragged = ref<number>();

  function move(from: number, to: number): void {
    const all = [...list.get()];
    if (from === to || to < 0 || to >= all.length) return;
    const [moved] = all.splice(from, 1);
    if (moved === undefined) return;
    all.splice(to, 0, moved);
    list.set(all);
    const place = { entry: list.name(moved), place: to + 1, all: all.length };
    notices.announce(t('settings-moved', place));
  }
  async function onKey(event: KeyboardEvent, index: number): Promise<void> {
    const by = { ArrowUp: -1, ArrowDown: 1 }[keyOf(event)];
    if (!by || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + by);
    await nextTick();
    const last = list.get().length - 1;
    const at = Math.max(0, Math.min(last, index + by));
    list.root()?.querySelector<HTMLElement>(`[data-grip="${at}"]`)?.focus();
  }
  /** The listeners of a row; rows move while another one is dragged over them. */
  const row = (index: number) => ({
    onDragover: (event: DragEvent) => {
      if (dragged.value === undefined) return;
      event.preventDefault();
      move(dragged.value, index);
      dragged.value = index;
    },
    onDrop: (event: DragEvent) => event.preventDefault(),
  });
  const grip = (index: number) => ({
    draggable: true,
    'data-grip': index,
    onDragstart: (event: DragEvent) => {
      dragged.value = index;
      event.dataTransfer?.setData('text/plain', '');
    },
    onDragend: () => {
      dragged.value = undefined;
    },
    onKeydown: (event: KeyboardEvent) => void onKey(event, index),
  });
  return { row, grip, dragged };
}
