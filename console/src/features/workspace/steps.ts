import type { AgentRecord, Workspace } from '@/contract/protocol';
import { inUse } from './records';

/** The first steps of a workspace, in their order. */
export const STEPS = ['name', 'team', 'queue', 'channel', 'colleague', 'answer'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'next' | 'later';

/** The step without which another one cannot begin. */
export const NEEDS: Partial<Record<Step, Step>> = {
  queue: 'team',
  channel: 'queue',
  answer: 'channel',
};

/** The steps that are done. `answered`: the admin has or had a conversation. */
export function stepsDone(
  all: Workspace,
  me: AgentRecord | undefined,
  answered: boolean,
): ReadonlySet<Step> {
  const teams = inUse(all, 'teams');
  const facts: Record<Step, boolean> = {
    name: all.workspace.name !== '',
    team: teams.some(({ id }) => me?.teams.includes(id)),
    queue: inUse(all, 'queues').length > 0,
    channel: inUse(all, 'assets').length > 0,
    colleague: all.agents.length > 1,
    answer: answered,
  };
  return new Set(STEPS.filter((step) => facts[step]));
}

/** The state of each step: the first open one comes next. */
export function statesOf(done: ReadonlySet<Step>): Record<Step, StepState> {
  const next = STEPS.find((step) => !done.has(step));
  const state = (step: Step): StepState =>
    done.has(step) ? 'done' : step === next ? 'next' : 'later';
  return Object.fromEntries(STEPS.map((step) => [step, state(step)])) as Record<Step, StepState>;
}
