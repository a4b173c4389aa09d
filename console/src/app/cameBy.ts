import type { Event } from '@/contract/protocol';
import { agentOf } from '@/engine/ids';
import type { Thread } from '@/engine/thread';
import { list, notices as words } from '@/i18n/en';

type Assigned = Extract<Event, { type: 'assigned' }>;

interface Names {
  meId: string;
  nameOf: (id: string) => string;
}

/** How a conversation came to me: who gave it, and with what words. */
export function cameBy(
  { conversation, entries }: Thread,
  { meId, nameOf }: Names,
): { text: string; note?: string | undefined } {
  const name = conversation.contact.name || list.anonymous;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    const event = entry?.events.find((e): e is Assigned => e.type === 'assigned');
    if (!entry || !event) continue;
    if (event.to !== meId) break;
    const by = agentOf(entry.by);
    const note = event.note ?? undefined;
    if (event.origin === 'reopened') return { text: words.back(name), note };
    if (!by || by === meId) {
      // Whoever asked me has given it.
      const from = event.origin === 'transfer' || event.origin === 'offer' ? event.from : undefined;
      return { text: from ? words.given(nameOf(from), name) : words.assigned(name), note };
    }
    return { text: words.given(nameOf(by), name), note };
  }
  return { text: words.assigned(name) };
}
