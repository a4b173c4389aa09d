import { computed } from 'vue';
import type { Offer } from '@/contract/protocol';
import { offerHistory } from '@/engine/collaboration';
import type { Thread } from '@/engine/thread';
import { useSession } from '@/stores/session';

/** The log's facts about a pending offer, and its length by the settings. */
export function useOffer(source: () => { offer: Offer; thread: Thread }) {
  const session = useSession();
  const made = computed(() => {
    const { offer, thread } = source();
    return offerHistory(thread, offer.id);
  });
  const total = computed(() => {
    const { offer } = source();
    if (made.value) return offer.expires - made.value.stepAt;
    const seconds =
      offer.kind === 'discuss'
        ? session.settings?.discuss_timeout_seconds
        : session.settings?.assign_timeout_seconds;
    return (seconds ?? 120) * 1000;
  });
  const expired = computed(() => source().offer.expires <= session.now);
  const note = computed(() => made.value?.note);
  return { note, total, expired, history: made };
}
