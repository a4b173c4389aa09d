import { nextTick, type Ref, ref } from 'vue';
import { keyOf } from '@/engine/keypress';

/** Up and down go from message to message, Enter opens the tools of one, Escape goes back to it. */
export function useMessageKeys(body: Readonly<Ref<HTMLElement | null>>) {
  /** The key of the message whose tools are open. */
  const active = ref<string>();

  const all = () => [
    ...(body.value?.querySelectorAll<HTMLElement>('[data-testid="message"]') ?? []),
  ];
  const find = (key: string) => all().find((one) => one.dataset.key === key);

  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const messages = all();
    const at = messages.indexOf(target);
    // Keys of the elements inside a message are their own.
    if (at < 0 && target !== body.value) return;
    if (keyOf(event) === 'Enter' && at >= 0) {
      event.preventDefault();
      active.value = target.dataset.key;
      return;
    }
    const to = {
      ArrowDown: at < 0 ? 0 : at + 1,
      ArrowUp: at < 0 ? messages.length - 1 : at - 1,
      Home: 0,
      End: messages.length - 1,
    }[keyOf(event)];
    const next = to === undefined ? undefined : messages[to];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  function setTools(key: string, open: boolean): void {
    const had = active.value === key;
    active.value = open ? key : had ? undefined : active.value;
    const inside = find(key)?.contains(document.activeElement);
    if (!open && had && inside) void nextTick(() => find(key)?.focus({ preventScroll: true }));
  }

  return { active, onKey, setTools };
}
