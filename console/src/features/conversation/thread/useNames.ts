import type { Conversation } from '@/contract/protocol';
import { plainName } from '@/engine/bidi';
import type { ThreadItem } from '@/engine/timeline';
import { t } from '@/i18n/words';
import { useSession } from '@/stores/session';
import type { Names } from './describe';

/** The names of the people in a thread, for its system lines. */
export function useNames() {
  const session = useSession();
  return (conversation: Conversation, items: readonly ThreadItem[]): Names => {
    const customer = plainName(conversation.contact.name) || t('list-anonymous');
    const offers = new Map<string, NonNullable<ReturnType<Names['offer']>>>();
    for (const item of items) {
      if (item.type === 'system' && item.event.type === 'offer_made') {
        offers.set(item.event.offer, item.event);
      }
    }
    return {
      name: (id) => (id === 'customer' ? customer : session.callName(id)),
      object: session.objectName,
      queue: session.queueName,
      team: session.teamName,
      offer: (id) => offers.get(id),
      me: session.meId,
      owner: conversation.owner,
    };
  };
}
