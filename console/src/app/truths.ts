import type { Offer } from '@/contract/protocol';
import { type Alert, facts } from '@/engine/attention';
import { threadOf } from '@/engine/ids';
import type { Loss } from '@/engine/takenFromMe';
import type { useSession } from '@/stores/session';

type Session = ReturnType<typeof useSession>;
export type Holds = () => boolean;

/** Counts as true until `is` first holds; from then on, `is` has to stay true. */
export function once(is: Holds): Holds {
  let been = false;
  return () => {
    const now = is();
    been ||= now;
    return now || !been;
  };
}

/** The condition under which each message to the agent is still true. */
export function truths(session: Session) {
  const held = (conversation: string) => {
    const thread = session.thread(threadOf(conversation));
    return thread?.following ? thread : undefined;
  };
  const mine = (conversation: string) => held(conversation)?.conversation.owner === session.meId;

  /** An alert holds while its fact is there and the agent has not looked at the text. */
  function alert({ kind, conversation, agent, discussion }: Alert, seq = 0): Holds {
    return () => {
      const thread = held(conversation);
      if (!thread) return false;
      const read = session.readUpTo(discussion ?? thread.id);
      if ((kind === 'said' || kind === 'coached') && read >= seq) return false;
      return [...facts([thread], session.meId).values()].some(
        (fact) =>
          fact.kind === kind &&
          fact.conversation === conversation &&
          fact.agent === agent &&
          fact.discussion === discussion,
      );
    };
  }

  /** The answer to a request holds until somebody makes the next request about it. */
  function answer(conversation: string, offer: Offer): Holds {
    const asks = offer.from === session.meId;
    const concerns = ({ from, to }: Offer) =>
      asks ? from === session.meId : to.includes(session.meId);
    return () =>
      !held(conversation)?.conversation.offers.some((one) => one.id !== offer.id && concerns(one));
  }

  /** A loss holds until the conversation is mine again, or leaves the queue that it went to. */
  function loss({ conversation, ...lost }: Loss): Holds {
    // The loss's entry may have come before the entries that it follows.
    const left = once(() => !mine(conversation));
    if (lost.how !== 'requeued') return left;
    const waits = once(() =>
      session.queues.some(({ waiting }) =>
        waiting.some((one) => one.conversation === conversation),
      ),
    );
    return () => left() && waits();
  }

  return { alert, answer, loss };
}
