import { useEventListener } from '@vueuse/core';
import { computed, type Ref, ref } from 'vue';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the composer's conversation. */
export function useDrop(
  inside: Ref<HTMLElement | null>,
  takes: () => boolean,
  add: (files: File[]) => void,
) {
  const over = ref(false);
  const place = computed(() => inside.value?.closest<HTMLElement>('.customer') ?? inside.value);
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

  useEventListener(place, 'dragenter', onEnter);
  useEventListener(place, 'dragover', onOver);
  useEventListener(place, 'dragleave', onLeave);
  useEventListener(place, 'drop', onDrop);
  return { over };
}
