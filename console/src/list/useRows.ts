import { agentOf } from '@/client/ids';
import type { Row } from '@/client/lists';
import type { Thread } from '@/client/thread';
import { summary } from '@/client/timeline';
import { content, list as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';

/** What a row of the list shows of a thread. */
export function useRows() {
  const desk = useDesk();

  function lastLine(thread: Thread): { text: string; own: boolean } {
    for (let i = thread.entries.length - 1; i >= 0; i -= 1) {
      const entry = thread.entries[i];
      for (const event of entry?.events ?? []) {
        if (event.type === 'customer_message' || event.type === 'agent_message') {
          const own = event.type === 'agent_message' && agentOf(entry?.by ?? '') === desk.meId;
          return { text: summary(event.content, content.unsupported), own };
        }
      }
    }
    return { text: words.opened, own: false };
  }

  function glyph({ thread: { conversation } }: Row) {
    if (conversation.guests.length) return 'conference' as const;
    const talks = conversation.discussions.some((talk) => talk.members.includes(desk.meId));
    if (talks) return 'discuss' as const;
    return conversation.offers.length ? ('clock' as const) : undefined;
  }

  return (row: Row) => {
    const { conversation } = row.thread;
    const { text, own } = lastLine(row.thread);
    return {
      conversation: conversation.id,
      name: conversation.contact.name,
      channel: conversation.channel,
      line: text,
      own,
      dot: row.dot,
      fresh: row.fresh,
      unread: row.unread,
      since: conversation.waiting_on === 'agent' ? conversation.waiting_since : undefined,
      due: row.due,
      priority: conversation.priority > 1 ? conversation.priority : undefined,
      glyph: glyph(row),
      selectable: conversation.owner === desk.meId,
    };
  };
}
