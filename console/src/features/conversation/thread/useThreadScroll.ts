import { computed, nextTick, onMounted, onUnmounted, type Ref, ref, watch } from 'vue';
import { arrivals } from './arrivals';

const NEAR = 48;

export interface ThreadScrollOptions {
  body: Readonly<Ref<HTMLElement | null>>;
  /** The keys of the visible messages, in order. */
  keys: () => readonly string[];
  /** Tests for the reader's own messages: they are no news. */
  own: (key: string) => boolean;
}

/**
 * Sticks to the end only if already there. The message under the reader's eye stays in place when
 * items come, go or load above it; arrivals out of sight are counted.
 */
export function useThreadScroll({ body, keys, own }: ThreadScrollOptions) {
  const below = ref(new Set<string>());
  const late = ref(new Set<string>());
  const atEnd = ref(true);
  let observer: ResizeObserver | undefined;
  /** The scroll position at the last event. */
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
   * Scrolls to the end once the browser has laid out the new items: an earlier question would make
   * it lay out a long thread by itself, again with each part that fills in above.
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
    // An agent who leaves the end scrolls up; a thread that only became longer (in a narrower
    // window) stays at its end.
    atEnd.value = near || (atEnd.value && element.scrollTop >= before);
    before = element.scrollTop;
    if (atEnd.value && below.value.size) below.value = new Set();
    if (element.scrollTop === 0 && late.value.size) late.value = new Set();
  }

  /** The first visible message, and its place. */
  function anchor(): { key: string; at: number } | undefined {
    const edge = top();
    for (const element of rows()) {
      const { bottom, top: at } = element.getBoundingClientRect();
      if (bottom > edge) return { key: element.dataset.key ?? '', at };
    }
    return undefined;
  }

  // Boxes below the thread may grow (a request, a warning, a longer draft), and so may its items.
  onMounted(() => {
    if (!body.value || typeof ResizeObserver === 'undefined') return;
    observer = new ResizeObserver(() => {
      if (atEnd.value) toEnd();
    });
    for (const one of [body.value, ...body.value.children]) observer.observe(one);
  });
  onUnmounted(() => observer?.disconnect());

  // One text to compare: every event makes the list anew.
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

  /** Scrolls to the end of the last look, unless all later messages are in sight anyway. */
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
