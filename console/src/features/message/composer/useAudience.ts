import { computed, watch } from 'vue';
import type { Conversation } from '@/contract/protocol';
import { t, wordsFor } from '@/i18n/words';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { type IconName, icons } from '@/ui/icons';

export interface Audience {
  tone: 'public' | 'comment' | 'barge';
  icon: IconName;
  text: string;
  short: string;
}

/** The readers of the customer's composer; announces every change. */
export function useAudience(
  conversation: () => Conversation,
  name: () => string,
  commenting: () => boolean,
  barging: () => boolean,
) {
  const session = useSession();
  const notices = useNotices();
  const reads = computed<Audience>(() => {
    const { channel, owner } = conversation();
    if (commenting()) {
      return {
        tone: 'comment',
        icon: 'lock',
        text: t('audience-comment'),
        short: t('audience-comment'),
      };
    }
    if (barging()) {
      const text = owner
        ? t('audience-barge', { name: name(), owner: session.nameOf(owner) })
        : t('audience-bargeNoOwner', { name: name() });
      return { tone: 'barge', icon: 'alert', text, short: t('audience-bargeShort') };
    }
    const icon = channel in icons ? (channel as IconName) : 'web';
    const by = wordsFor(`audience-by-${channel}`);
    const text = by
      ? t('audience-public', { name: name(), by })
      : t('audience-publicPlain', { name: name() });
    return { tone: 'public', icon, text, short: t('audience-publicShort') };
  });
  /** True if the customer waits while the agent writes to colleagues. */
  const astray = computed(() => {
    const { status, waiting_on } = conversation();
    return commenting() && status === 'active' && waiting_on === 'agent';
  });
  watch(
    () =>
      astray.value
        ? `${reads.value.text}. ${t('audience-still', { name: name() })}`
        : reads.value.text,
    (said) => notices.announce(said),
  );
  return { reads, astray };
}
