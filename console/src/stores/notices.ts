import { defineStore } from 'pinia';
import { nextTick, ref } from 'vue';
import { useEnvironment } from './environment';

export interface Notice {
  id: number;
  tone: 'info' | 'success' | 'problem';
  text: string;
  detail?: string | undefined;
  /** What it is about: said once, whichever way the news comes. */
  about?: string;
  /** Whoever opens it has heard. */
  conversation?: string;
  /** Stays until it is dismissed. */
  keep?: boolean;
  action?: { label: string; run: () => void } | undefined;
}

const LASTS = 8_000;
const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Short messages in the corner, and what screen readers are told. */
export const useNotices = defineStore('notices', () => {
  const { clock } = useEnvironment();
  const notices = ref<Notice[]>([]);
  const polite = ref('');
  const assertive = ref('');
  let last = 0;

  function dismiss(id: number) {
    notices.value = notices.value.filter((notice) => notice.id !== id);
  }

  function show(notice: Omit<Notice, 'id'>) {
    if (notice.about && notices.value.some(({ about }) => about === notice.about)) return;
    last += 1;
    const id = last;
    notices.value = [...notices.value.slice(-3), { ...notice, id }];
    announce([notice.text, notice.detail].filter(Boolean).join('. '), notice.tone === 'problem');
    if (notice.keep) return;
    // Nothing is lost with it: what it is about stands in a list or a thread.
    const long = notice.tone === 'problem' || notice.action;
    clock.after(long ? LASTS * 2 : LASTS, () => dismiss(id));
  }

  function opened(conversation: string) {
    notices.value = notices.value.filter((notice) => notice.conversation !== conversation);
  }

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

  return { notices, polite, assertive, show, dismiss, opened, announce };
});
