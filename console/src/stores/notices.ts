import { defineStore } from 'pinia';
import { computed, nextTick, ref, shallowRef, watch } from 'vue';
import { useEnvironment } from './environment';

export interface Notice {
  id: number;
  tone: 'info' | 'success' | 'problem';
  text: string;
  detail?: string | undefined;
  /** The subject: the same news shows once, from whatever source. */
  about?: string;
  /** The subject of earlier notices that this one replaces. */
  instead?: string;
  /** Opening this conversation removes the notice. */
  conversation?: string;
  /** True while the notice holds; once it does not, the notice goes. */
  holds?: (() => boolean) | undefined;
  /** Stays until it is dismissed, or holds no more. */
  keep?: boolean;
  /** Its time begins once an agent is present to read it. */
  patient?: boolean;
  action?: { label: string; run: () => void } | undefined;
  /** A second act, behind the first. */
  also?: { label: string; run: () => void } | undefined;
}

/** The time for which news shows, in ms; with something to press, twice as long. */
const LASTS = 6_000;
/** The time between two checks for a present reader, in ms. */
const BEAT = 2_000;
/** The most visible notices and requests together; older notices are counted. */
const ROOM = 3;
const LIMIT = 20;
const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Short messages in the corner, and announcements for screen readers. */
export const useNotices = defineStore('notices', () => {
  const { clock } = useEnvironment();
  const notices = shallowRef<readonly Notice[]>([]);
  const polite = ref('');
  const assertive = ref('');
  /** True while the pointer or the keyboard is on the notices. */
  const reading = ref(false);
  const whole = ref(false);
  /** The moment of the last sign of a present agent. */
  let touched = 0;
  let last = 0;

  /** The number of requests that stand under the notices and take of their room. */
  const requests = ref(0);
  const room = computed(() => Math.max(1, ROOM - requests.value));
  const shown = computed(() => (whole.value ? notices.value : notices.value.slice(-room.value)));
  const folded = computed(() => notices.value.length - shown.value.length);

  function keepOnly(left: (notice: Notice) => boolean): void {
    const after = notices.value.filter(left);
    if (after.length !== notices.value.length) notices.value = after;
    if (after.length <= room.value) whole.value = false;
  }
  const dismiss = (id: number) => keepOnly((notice) => notice.id !== id);

  // A notice that no longer holds leaves the screen.
  watch(
    () => notices.value.filter(({ holds }) => holds && !holds()),
    (untrue) => untrue.length && keepOnly((notice) => !untrue.includes(notice)),
    { flush: 'sync' },
  );

  /** A patient notice stays until an agent is present, and then as long as the reading takes. */
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
    // A problem stays until the agent has read it, or it is over.
    if (notice.keep || notice.tone === 'problem') return;
    // Nothing is lost with it: its subject stands in a list or a thread.
    const since = notice.patient ? clock.now() : undefined;
    clock.after(notice.action ? LASTS * 2 : LASTS, () => expire(id, since));
  }

  const opened = (conversation: string) =>
    keepOnly((notice) => notice.conversation !== conversation);

  /** Simultaneous announcements come one after another: none replaces an earlier one. */
  const saying = { polite: [] as string[], assertive: [] as string[] };
  function announce(words: string, urgent = false) {
    const region = urgent ? assertive : polite;
    const together = urgent ? saying.assertive : saying.polite;
    together.push(words);
    const text = together.length === 1 ? words : together.map(sentence).join(' ');
    if (together.length === 1) void nextTick(() => together.splice(0));
    // A change makes the screen reader say the same words twice.
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
    requests,
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
