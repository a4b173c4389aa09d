import type { Event } from '@/contract/protocol';
import { agentOf } from '@/engine/ids';
import type { Thread } from '@/engine/thread';
import { t } from '@/i18n/words';

type Assigned = Extract<Event, { type: 'assigned' }>;

interface Names {
  meId: string;
  nameOf: (id: string) => string;
}

/** How a conversation came to this agent: the giver, and the note. */
export function cameBy(
  { conversation, entries }: Thread,
  { meId, nameOf }: Names,
): { text: string; note?: string | undefined } {
  const name = conversation.contact.name || t('list-anonymous');
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    const event = entry?.events.find((e): e is Assigned => e.type === 'assigned');
    if (!entry || !event) continue;
    if (event.to !== meId) break;
    const by = agentOf(entry.by);
    const note = event.note ?? undefined;
    if (event.origin === 'reopened') return { text: t('notices-back', { name }), note };
    if (!by || by === meId) {
      // The colleague who sent me the request is the giver.
      const from = event.origin === 'transfer' || event.origin === 'offer' ? event.from : undefined;
      return {
        text: from
          ? t('notices-given', { who: nameOf(from), name })
          : t('notices-assigned', { name }),
        note,
      };
    }
    return { text: t('notices-given', { who: nameOf(by), name }), note };
  }
  return { text: t('notices-assigned', { name }) };
}
