import { nextTick, onMounted, type Ref, watch } from 'vue';

/** Lets a text field grow with its text. */
export function useAutoHeight(field: Ref<HTMLTextAreaElement | null>, text: Ref<string>): void {
  function fit(): void {
    const element = field.value;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }
  onMounted(fit);
  watch(text, () => void nextTick(fit));
}
