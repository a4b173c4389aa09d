import type { Thread } from '@/engine/thread';

export const STEPS = ['write', 'accept', 'answer', 'discuss', 'talk', 'end', 'resolve'] as const;
export type Step = (typeof STEPS)[number];

export interface Facts {
  me: string;
  colleague: string;
  /** The customer's thread, once the session holds it. */
  thread: Thread | undefined;
  /** True if the customer waits in a visible queue. */
  waiting: boolean;
  /** The moment of the story's beginning; earlier acts do not count. */
  since: number;
}

/** The done steps of the story, as far as the facts show. A done step stays done. */
export function doneBy(facts: Facts, before: ReadonlySet<Step>): Set<Step> {
  const { me, colleague, thread, waiting, since } = facts;
  const done = new Set(before);
  if (waiting) done.add('write');
  if (!thread) return done;
  const { conversation } = thread;
  if (conversation.opened_at < since) return done;
  done.add('write');
  if (conversation.owner === me) done.add('accept');
  for (const entry of thread.entries) {
    if (entry.at < since) continue;
    for (const event of entry.events) {
      if (event.type === 'resolved') done.add('resolve');
      if (event.type === 'discussion_ended' && done.has('discuss')) done.add('end');
      if (entry.by !== `agent:${me}`) continue;
      if (event.type === 'agent_message') done.add('answer');
      if (event.type === 'discussion_message') done.add('talk');
    }
  }
  const talks = conversation.discussions.some(
    ({ initiator, members }) => initiator === me && members.includes(colleague),
  );
  if (talks) done.add('discuss');
  return done;
}

/** The next step: the first that is not done. */
export const nextOf = (done: ReadonlySet<Step>) => STEPS.find((step) => !done.has(step));
