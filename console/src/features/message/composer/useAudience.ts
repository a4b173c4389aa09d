import { computed, watch } from 'vue';
import type { Conversation } from '@/contract/protocol';
import { audience as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useNotices } from '@/stores/notices';
import { type IconName, icons } from '@/ui/icons';

export interface Audience {
  tone: 'public' | 'comment' | 'barge';
  icon: IconName;
  text: string;
  short: string;
}

/** Who reads what is written in the customer's composer; a change is announced. */
export function useAudience(
  conversation: () => Conversation,
  name: () => string,
  commenting: () => boolean,
  barging: () => boolean,
) {
  const desk = useDesk();
  const notices = useNotices();
  const reads = computed<Audience>(() => {
    const { channel, owner } = conversation();
    if (commenting()) {
      return { tone: 'comment', icon: 'lock', text: words.comment, short: words.comment };
    }
    if (barging()) {
      const text = words.barge(name(), owner ? desk.nameOf(owner) : '');
      return { tone: 'barge', icon: 'alert', text, short: words.bargeShort };
    }
    const icon = channel in icons ? (channel as IconName) : 'web';
    const text = words.public(name(), words.by[channel] ?? '');
    return { tone: 'public', icon, text, short: words.publicShort };
  });
  /** The customer waits, and what is written goes to colleagues. */
  const astray = computed(() => {
    const { status, waiting_on } = conversation();
    return commenting() && status === 'active' && waiting_on === 'agent';
  });
  watch(
    () => (astray.value ? `${reads.value.text}. ${words.still(name())}` : reads.value.text),
    (said) => notices.announce(said),
  );
  return { reads, astray };
}
