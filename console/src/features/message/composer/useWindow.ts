import { computed, type Ref } from 'vue';
import type { Conversation } from '@/contract/protocol';
import { countdown } from '@/engine/durations';
import { t } from '@/i18n/words';
import { useSession } from '@/stores/session';
import { channelName } from '@/ui/channels';

const WARN_BELOW = 3_600_000;

/** Whether the customer may be written to, and the strip that says why not, or until when. */
export function useWindow(conversation: () => Conversation, commenting: Ref<boolean>) {
  const session = useSession();
  const left = computed(() => {
    const until = conversation().window_until;
    return until ? until - session.now : undefined;
  });
  const windowClosed = computed(() => left.value !== undefined && left.value <= 0);
  /** The reason why no answer can go out. */
  const barred = computed(() => {
    if (commenting.value) return undefined;
    if (conversation().opted_out) return t('composer-optedOut');
    return windowClosed.value ? t('composer-windowClosed') : undefined;
  });
  const strip = computed(() => {
    if (barred.value || commenting.value || left.value === undefined) return barred.value;
    if (left.value > WARN_BELOW) return undefined;
    const channel = channelName(conversation().channel);
    return t('composer-windowCloses', { channel, time: countdown(left.value) });
  });
  return { windowClosed, barred, strip };
}
