import type { ConversationCard } from '@/contract/protocol';

/** A contact, as the conversations show it. */
export interface Listed {
  id: string;
  name: string;
  /** Each channel once, the latest first. */
  channels: string[];
  /** The contact's newest conversation. */
  last: ConversationCard;
}

/** The contacts of these conversations, each once, the latest active first. */
export function contactsOf(cards: readonly ConversationCard[]): Listed[] {
  const known = new Map<string, Listed>();
  for (const card of [...cards].sort((a, b) => b.updated_at - a.updated_at)) {
    const before = known.get(card.contact);
    if (!before) {
      const { contact: id, name, channel } = card;
      known.set(id, { id, name, channels: [channel], last: card });
      continue;
    }
    before.name ||= card.name;
    if (!before.channels.includes(card.channel)) before.channels.push(card.channel);
  }
  return [...known.values()];
}
