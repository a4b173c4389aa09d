import type { Offer } from '@/contract/protocol';
import { type Alert, facts } from '@/engine/attention';
import { threadOf } from '@/engine/ids';
import type { Loss } from '@/engine/takenFromMe';
import type { useDesk } from '@/stores/desk';

type Desk = ReturnType<typeof useDesk>;
export type Holds = () => boolean;

/** Until it has been so, it may still become so; from then on it has to stay so. */
export function once(is: Holds): Holds {
  let been = false;
  return () => {
    const now = is();
    been ||= now;
    return now || !been;
  };
}

/** Under which condition each message to the agent is still true. */
export function truths(desk: Desk) {
  const held = (conversation: string) => {
    const thread = desk.thread(threadOf(conversation));
    return thread?.following ? thread : undefined;
  };
  const mine = (conversation: string) => held(conversation)?.conversation.owner === desk.meId;

  /** The fact that it hangs on is there, and what was said was not looked at. */
  function alert({ kind, conversation, agent, discussion }: Alert, seq = 0): Holds {
    return () => {
      const thread = held(conversation);
      if (!thread) return false;
      const read = desk.readUpTo(discussion ?? thread.id);
      if ((kind === 'said' || kind === 'coached') && read >= seq) return false;
      return [...facts([thread], desk.meId).values()].some(
        (fact) =>
          fact.kind === kind &&
          fact.conversation === conversation &&
          fact.agent === agent &&
          fact.discussion === discussion,
      );
    };
  }

  /** A request has ended: until the next one about it is made. */
  function answer(conversation: string, offer: Offer): Holds {
    const asks = offer.from === desk.meId;
    const concerns = ({ from, to }: Offer) => (asks ? from === desk.meId : to.includes(desk.meId));
    return () =>
      !held(conversation)?.conversation.offers.some((one) => one.id !== offer.id && concerns(one));
  }

  /** It has left me: until it is mine again, or was taken from where it went. */
  function loss({ conversation, ...lost }: Loss): Holds {
    // Its entry may have come before those it follows.
    const left = once(() => !mine(conversation));
    if (lost.how !== 'requeued') return left;
    const waits = once(() =>
      desk.queues.some(({ waiting }) => waiting.some((one) => one.conversation === conversation)),
    );
    return () => left() && waits();
  }

  return { alert, answer, loss };
}
