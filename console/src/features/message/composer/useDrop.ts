import { onMounted, onUnmounted, type Ref, ref } from 'vue';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files can be dropped anywhere on the conversation that a composer belongs to. */
export function useDrop(
  inside: Ref<HTMLElement | null>,
  takes: () => boolean,
  add: (files: File[]) => void,
) {
  const over = ref(false);
  let place: HTMLElement | null = null;
  /** Entering a child comes before leaving its parent. */
  let depth = 0;

  const onEnter = (event: DragEvent) => {
    if (!hasFiles(event) || !takes()) return;
    event.preventDefault();
    depth += 1;
    over.value = true;
  };
  const onOver = (event: DragEvent) => {
    if (over.value) event.preventDefault();
  };
  const onLeave = () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) over.value = false;
  };
  const onDrop = (event: DragEvent) => {
    depth = 0;
    if (!over.value) return;
    over.value = false;
    event.preventDefault();
    add([...(event.dataTransfer?.files ?? [])]);
  };

  onMounted(() => {
    place = inside.value?.closest<HTMLElement>('.customer') ?? inside.value;
    place?.addEventListener('dragenter', onEnter);
    place?.addEventListener('dragover', onOver);
    place?.addEventListener('dragleave', onLeave);
    place?.addEventListener('drop', onDrop);
  });
  onUnmounted(() => {
    place?.removeEventListener('dragenter', onEnter);
    place?.removeEventListener('dragover', onOver);
    place?.removeEventListener('dragleave', onLeave);
    place?.removeEventListener('drop', onDrop);
  });
  return { over };
}
