import { defineStore } from 'pinia';
import { computed, nextTick, ref, shallowRef, watch } from 'vue';
import { useEnvironment } from './environment';

export interface Notice {
  id: number;
  tone: 'info' | 'success' | 'problem';
  text: string;
  detail?: string | undefined;
  /** What it is about: said once, whichever way the news comes. */
  about?: string;
  /** It takes the place of what was said about this before. */
  instead?: string;
  /** Whoever opens it has heard. */
  conversation?: string;
  /** What it says is so; once it is not, the message goes. */
  holds?: (() => boolean) | undefined;
  /** Stays until it is dismissed, or not so any more. */
  keep?: boolean;
  /** Its time begins once somebody is there to read it. */
  patient?: boolean;
  action?: { label: string; run: () => void } | undefined;
}

const LASTS = 8_000;
/** How often it is looked whether somebody is there, or has read to the end. */
const BEAT = 2_000;
/** So many are shown; the older ones are counted. */
const ROOM = 3;
const LIMIT = 20;
const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Short messages in the corner, and what screen readers are told. */
export const useNotices = defineStore('notices', () => {
  const { clock } = useEnvironment();
  const notices = shallowRef<readonly Notice[]>([]);
  const polite = ref('');
  const assertive = ref('');
  /** Somebody points at them, or is among them with the keyboard. */
  const reading = ref(false);
  const whole = ref(false);
  /** When somebody was last seen to be here. */
  let touched = 0;
  let last = 0;

  const shown = computed(() => (whole.value ? notices.value : notices.value.slice(-ROOM)));
  const folded = computed(() => notices.value.length - shown.value.length);

  function keepOnly(left: (notice: Notice) => boolean): void {
    const after = notices.value.filter(left);
    if (after.length !== notices.value.length) notices.value = after;
    if (after.length <= ROOM) whole.value = false;
  }
  const dismiss = (id: number) => keepOnly((notice) => notice.id !== id);

  // Nothing untrue stays on the screen.
  watch(
    () => notices.value.filter(({ holds }) => holds && !holds()),
    (untrue) => untrue.length && keepOnly((notice) => !untrue.includes(notice)),
    { flush: 'sync' },
  );

  /** What waits to be read is there until somebody is, and then as long as it takes to read it. */
  function expire(id: number, since: number | undefined): void {
    if (!notices.value.some((notice) => notice.id === id)) return;
    const nobody = since !== undefined && touched <= since;
    if (nobody || reading.value) clock.after(BEAT, () => expire(id, since));
    else if (since !== undefined) clock.after(LASTS, () => expire(id, undefined));
    else dismiss(id);
  }

  function show(notice: Omit<Notice, 'id'>) {
    if (notice.about && notices.value.some(({ about }) => about === notice.about)) return;
    if (notice.holds && !notice.holds()) return;
    last += 1;
    const id = last;
    const others = notices.value.filter(
      ({ instead }) => !notice.instead || instead !== notice.instead,
    );
    notices.value = [...others.slice(1 - LIMIT), { ...notice, id }];
    announce([notice.text, notice.detail].filter(Boolean).join('. '), notice.tone === 'problem');
    if (notice.keep) return;
    // Nothing is lost with it: what it is about stands in a list or a thread.
    const since = notice.patient ? clock.now() : undefined;
    const long = notice.tone === 'problem' || notice.action;
    clock.after(long ? LASTS * 2 : LASTS, () => expire(id, since));
  }

  const opened = (conversation: string) =>
    keepOnly((notice) => notice.conversation !== conversation);

  /** What is said at once is said after one another: nothing takes the place of what came before. */
  const saying = { polite: [] as string[], assertive: [] as string[] };
  function announce(words: string, urgent = false) {
    const region = urgent ? assertive : polite;
    const together = urgent ? saying.assertive : saying.polite;
    together.push(words);
    const text = together.length === 1 ? words : together.map(sentence).join(' ');
    if (together.length === 1) void nextTick(() => together.splice(0));
    // The same words twice are announced twice.
    region.value = region.value === text ? `${text}\u00a0` : text;
  }

  function touch(): void {
    touched = clock.now();
  }

  return {
    notices,
    shown,
    folded,
    whole,
    reading,
    polite,
    assertive,
    show,
    dismiss,
    opened,
    announce,
    touch,
  };
});
