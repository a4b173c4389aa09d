import { computed } from 'vue';
import type { Offer } from '@/client/protocol';
import type { Thread } from '@/client/thread';
import { useDesk } from '@/stores/desk';

/** What the log knows of a pending offer, and what the settings say of its length. */
export function useOffer(source: () => { offer: Offer; thread: Thread }) {
  const desk = useDesk();
  const made = computed(() => {
    const { offer, thread } = source();
    for (let i = thread.entries.length - 1; i >= 0; i -= 1) {
      const entry = thread.entries[i];
      for (const event of entry?.events ?? []) {
        if (event.type === 'offer_made' && event.offer === offer.id) {
          return { at: entry?.at ?? 0, note: event.note ?? undefined };
        }
      }
    }
    return undefined;
  });
  const total = computed(() => {
    const { offer } = source();
    if (made.value) return offer.expires - made.value.at;
    const seconds =
      offer.kind === 'discuss'
        ? desk.settings?.discuss_timeout_seconds
        : desk.settings?.assign_timeout_seconds;
    return (seconds ?? 120) * 1000;
  });
  const expired = computed(() => source().offer.expires <= desk.now);
  const note = computed(() => made.value?.note);
  return { note, total, expired };
}
