import type { Entry, Event } from '@/contract/protocol';
import { agentOf } from './ids';
import type { Thread } from './thread';

type Requeued = Extract<Event, { type: 'requeued' }>;

/** The way in which a person or the engine took a conversation from me. */
export type Loss = {
  conversation: string;
  /** The position of the entry that did it. */
  seq: number;
  /** The customer's name, since the conversation has left the session. */
  name: string;
  /** The agent who did it; undefined if the engine did. */
  by: string | undefined;
  note?: string | undefined;
} & (
  | { how: 'assigned'; to: string }
  | { how: 'requeued'; cause: Requeued['cause']; queue: string }
  | { how: 'removed' | 'resolved' }
);

/** The conversations that I lost by these entries, neither by my own act nor at my request. */
export function losses(thread: Thread | undefined, entries: readonly Entry[], me: string): Loss[] {
  const found: Loss[] = [];
  if (!thread?.following) return found;
  const { id, contact, owner, offers } = thread.conversation;
  for (const entry of entries) {
    const by = agentOf(entry.by);
    if (entry.seq <= thread.position || by === me) continue;
    const mine = (offer: string) => offers.some((one) => one.id === offer && one.from === me);
    // The agent whom I asked has it now: that is the answer to my request.
    if (entry.events.some((event) => event.type === 'offer_closed' && mine(event.offer))) continue;
    const about = { conversation: id, seq: entry.seq, name: contact.name ?? '', by };
    for (const event of entry.events) {
      if (event.type === 'assigned' && event.from === me && event.to !== me) {
        found.push({ ...about, how: 'assigned', to: event.to, note: event.note ?? undefined });
      } else if (event.type === 'requeued' && event.from === me) {
        const { cause, queue, note } = event;
        found.push({ ...about, how: 'requeued', cause, queue, note: note ?? undefined });
      } else if (event.type === 'conference_left' && event.agent === me) {
        found.push({ ...about, how: 'removed' });
      } else if (event.type === 'resolved' && owner === me && by) {
        found.push({ ...about, how: 'resolved', note: event.note ?? undefined });
      }
    }
  }
  return found;
}
