import type { Agent, Candidate, Queue, Refused } from '@/contract/protocol';
import { isGroup, skillsOf, type TargetKind, targetParts } from '@/engine/collaboration';
import { waited } from '@/engine/durations';
import { byAlphabet } from '@/i18n/formats';
import { t, wordsFor } from '@/i18n/words';

export interface TargetOption {
  id: string;
  name: string;
  /** "3 of 5", "2 of 4 free" or "4 waiting". */
  load: string;
  agent?: Agent | undefined;
  /** The time since the agent became present, as "12m"; undefined if unknown. */
  there?: string | undefined;
  /** The agent's skills. */
  skills?: string | undefined;
  /** The reason why the server would refuse it now. */
  obstacle?: string | undefined;
  /** The note that only some of several conversations could go. */
  partly?: string | undefined;
  /**
   * My discussion with the agent, which becomes a transfer or a conference without a new request.
   */
  promotes?: string | undefined;
}

/** The facts that the list shows beside the server's answer. */
export interface Around {
  agents: readonly Agent[];
  queues: readonly Queue[];
  me: string;
  /** The number of conversations in the request. */
  conversations: number;
  /** True for a transfer at once: a queue then shows the number of waiting customers. */
  hands: boolean;
  loadText: (open: number, capacity: number) => string;
  refusal: (refused: Refused) => string;
  /** The server's clock. */
  now: number;
}

export type Group = 'consulting' | 'available' | 'unavailable';

export const groupOf = (one: TargetOption): Group =>
  one.obstacle ? 'unavailable' : one.promotes ? 'consulting' : 'available';

const ORDER: Group[] = ['consulting', 'available', 'unavailable'];

/**
 * The targets of one kind: my consultants first, then available ones, then refused ones with the
 * reason.
 */
export function options(
  candidates: readonly Candidate[],
  kind: TargetKind,
  around: Around,
): TargetOption[] {
  const rank = (one: TargetOption) => ORDER.indexOf(groupOf(one));
  return candidates
    .filter(({ to }) => targetParts(to).kind === kind)
    .map((one) => option(one, around))
    .sort((a, b) => rank(a) - rank(b) || byAlphabet(a.name, b.name));
}

function option(one: Candidate, around: Around): TargetOption {
  const { kind, id } = targetParts(one.to);
  const agent = isGroup(kind) ? undefined : around.agents.find((agent) => agent.id === id);
  const some = one.allowed > 0 && one.allowed < around.conversations;
  return {
    id,
    name: one.name,
    load: agent ? around.loadText(agent.open, agent.capacity) : groupLoad(kind, id, around),
    agent,
    there:
      agent && agent.presence !== 'offline' && agent.since
        ? waited(around.now - agent.since)
        : undefined,
    skills: agent ? skillsOf(agent).join(', ') || undefined : undefined,
    obstacle: one.refused ? why(one.refused, agent, around) : undefined,
    partly: some ? t('engage-partly', { some: one.allowed, all: around.conversations }) : undefined,
    promotes: one.promotes ?? undefined,
  };
}

/** A refusal in a few words, beside a name. */
function why(refused: Refused, agent: Agent | undefined, { refusal }: Around): string {
  if (refused.code === 'target_unavailable' && agent) {
    if (agent.presence === 'offline') return t('engage-offline');
    return agent.away_reason ? `${t('engage-away')}: ${agent.away_reason}` : t('engage-away');
  }
  return (
    wordsFor(`engage-why-${refused.code}`) ??
    refusal({ ...refused, agent: refused.agent ?? agent?.id })
  );
}

function groupLoad(kind: TargetKind, id: string, around: Around): string {
  const queue = kind === 'queue' ? around.queues.find((one) => one.id === id) : undefined;
  if (kind === 'queue' && around.hands)
    return queue ? t('engage-waiting', { n: queue.waiting.length }) : '';
  const team = kind === 'queue' ? queue?.team : kind === 'team' ? id : undefined;
  const belongs = (agent: Agent) =>
    kind === 'skill'
      ? skillsOf(agent).includes(id)
      : team !== undefined && agent.teams.includes(team);
  // The engine gives work to agents; people ask managers by name.
  const members = around.agents.filter(
    (agent) => agent.role === 'agent' && agent.id !== around.me && belongs(agent),
  );
  if (kind === 'queue' && !queue) return '';
  const there = members.filter(({ presence }) => presence === 'available' || presence === 'busy');
  return t('engage-thereOf', { there: there.length, all: members.length });
}

/** The list without the server's answer: everybody, unchecked. The server decides in the end. */
export function unjudged(
  agents: readonly Agent[],
  queues: readonly Queue[],
  me: string,
): Candidate[] {
  const people = agents
    .filter(({ id }) => id !== me)
    .map(({ id, name, role }) => ({
      to: role === 'agent' ? { agent: id } : { manager: id },
      name,
      allowed: 1,
    }));
  const places = queues.map(({ id, name }) => ({ to: { queue: id }, name, allowed: 1 }));
  return [...people, ...places];
}
