import type { Thread } from '@/engine/thread';

export const STEPS = ['write', 'accept', 'answer', 'discuss', 'talk', 'end', 'resolve'] as const;
export type Step = (typeof STEPS)[number];

export interface Facts {
  me: string;
  colleague: string;
  /** The customer's thread, once it is on the desk. */
  thread: Thread | undefined;
  /** He waits in a queue that we see. */
  waiting: boolean;
  /** What was before belongs to another telling. */
  since: number;
}

/** What has been done of the story, by what can be seen. What was done stays done. */
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

/** What comes next: the first that is not done. */
export const nextOf = (done: ReadonlySet<Step>) => STEPS.find((step) => !done.has(step));
