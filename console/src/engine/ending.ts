import type { Event } from '@/contract/protocol';
import { agentOf } from './ids';
import type { Thread } from './thread';

/** The end of the newest conversation of a thread. */
export interface Ending {
  how: 'resolved' | 'abandoned';
  /** The agent who ended it, if an agent did. */
  agent?: string | undefined;
  /** The cause of the end, if no agent ended it. */
  cause?: Extract<Event, { type: 'resolved' }>['by'] | undefined;
  note?: string | undefined;
  at: number;
}

/** The ending that the loaded log tells; undefined while the conversation runs. */
export function endingOf({
  conversation,
  entries,
}: Pick<Thread, 'conversation' | 'entries'>): Ending | undefined {
  if (conversation.status !== 'resolved' && conversation.status !== 'abandoned') return undefined;
  for (const entry of entries.toReversed()) {
    for (const event of entry.events) {
      if (event.type === 'abandoned') return { how: 'abandoned', at: entry.at };
      if (event.type !== 'resolved') continue;
      const agent = event.by === 'agent' ? agentOf(entry.by) : undefined;
      return {
        how: 'resolved',
        agent,
        cause: event.by,
        note: event.note ?? undefined,
        at: entry.at,
      };
    }
  }
  return undefined;
}
