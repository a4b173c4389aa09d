import { computed, nextTick, onMounted, onUnmounted, type Ref, ref, watch } from 'vue';
import { arrivals } from './arrivals';

const NEAR = 48;

export interface ThreadScrollOptions {
  body: Readonly<Ref<HTMLElement | null>>;
  /** The messages that are shown, in order. */
  keys: () => readonly string[];
  /** Written by who looks at it: no news to them. */
  own: (key: string) => boolean;
}

/**
 * Sticks to the end only if already there. Whatever comes in, goes or is put in above, what is
 * being read stays where it is; what arrived out of sight is counted.
 */
export function useThreadScroll({ body, keys, own }: ThreadScrollOptions) {
  const below = ref(new Set<string>());
  const late = ref(new Set<string>());
  const atEnd = ref(true);
  let observer: ResizeObserver | undefined;
  /** Where it was scrolled to when that was last looked at. */
  let before = 0;

  const rows = () => [...(body.value?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
  const row = (key: string) => rows().find((one) => one.dataset.key === key);
  const top = () => body.value?.getBoundingClientRect().top ?? 0;

  function toEnd(): void {
    const element = body.value;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    before = element.scrollTop;
    atEnd.value = true;
    below.value = new Set();
  }

  /**
   * To the end once the browser has laid out what came: asking it at once would have it lay out a
   * long thread by itself, again with each part that is filled in above.
   */
  function follow(): void {
    if (!observer) {
      toEnd();
      return;
    }
    atEnd.value = true;
    below.value = new Set();
  }

  function onScroll(): void {
    const element = body.value;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    // Who leaves the end goes up; what only became longer (a narrower window) takes nobody from it.
    atEnd.value = near || (atEnd.value && element.scrollTop >= before);
    before = element.scrollTop;
    if (atEnd.value && below.value.size) below.value = new Set();
    if (element.scrollTop === 0 && late.value.size) late.value = new Set();
  }

  /** The first message that can be seen, and where. */
  function anchor(): { key: string; at: number } | undefined {
    const edge = top();
    for (const element of rows()) {
      const { bottom, top: at } = element.getBoundingClientRect();
      if (bottom > edge) return { key: element.dataset.key ?? '', at };
    }
    return undefined;
  }

  // What stands below may grow (a request, a warning, a longer draft), and so may what is in it.
  onMounted(() => {
    if (!body.value || typeof ResizeObserver === 'undefined') return;
    observer = new ResizeObserver(() => {
      if (atEnd.value) toEnd();
    });
    for (const one of [body.value, ...body.value.children]) observer.observe(one);
  });
  onUnmounted(() => observer?.disconnect());

  // One text to compare: the list is made anew with every event.
  const joined = computed(() => keys().join(' '));
  watch(joined, async (now, before) => {
    const after = now.split(' ');
    const { below: newest, between } = arrivals(before.split(' '), after);
    const mine = newest.some(own);
    const stick = atEnd.value || mine;
    const held = stick ? undefined : anchor();
    await nextTick();
    if (stick) follow();
    else if (held) restore(held);
    const shown = new Set(after);
    const foreign = stick ? [] : newest.filter((key) => !own(key));
    const unseen = [...below.value].filter((key) => shown.has(key));
    below.value = new Set([...unseen, ...foreign]);
    const hidden = between.filter((key) => !own(key) && isAbove(key));
    late.value = new Set([...late.value, ...hidden].filter((key) => shown.has(key)));
  });

  function restore(held: { key: string; at: number }): void {
    const element = row(held.key);
    if (body.value && element) {
      body.value.scrollTop += element.getBoundingClientRect().top - held.at;
    }
  }

  const isAbove = (key: string) => {
    const element = row(key);
    return element !== undefined && element.getBoundingClientRect().bottom <= top();
  };

  function toLate(): void {
    const [first] = late.value;
    const element = first === undefined ? undefined : row(first);
    late.value = new Set();
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }
  function dismissLate(): void {
    late.value = new Set();
  }

  /** From where the last look ended, if that is not all in sight anyway. */
  function toStart(mark: Element | null | undefined): void {
    toEnd();
    if (!mark || !body.value) return;
    const above = mark.getBoundingClientRect().top - top();
    if (above >= 0) return;
    body.value.scrollTop += above - NEAR / 2;
    onScroll();
  }

  return {
    atEnd,
    missed: computed(() => below.value.size),
    late: computed(() => late.value.size),
    toEnd,
    toLate,
    dismissLate,
    toStart,
    onScroll,
  };
}
