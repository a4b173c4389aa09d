import { waited } from '@/client/durations';
import type { Agent, Conversation, Queue } from '@/client/protocol';
import { isGroup, skillsOf, type TargetKind } from '@/client/together';
import { engage as words } from '@/i18n/en';
import type { EngageAct } from '@/stores/ui';

export interface TargetOption {
  id: string;
  name: string;
  /** "3 of 5", "2 of 4 free" or "4 waiting". */
  load: string;
  agent?: Agent | undefined;
  /** How long they have been there, as "12m"; absent where nobody knows. */
  there?: string | undefined;
  /** What they can do. */
  skills?: string | undefined;
  /** Why it cannot be chosen now. */
  obstacle?: string | undefined;
  /** My discussion with them, which becomes a transfer or a conference without asking again. */
  promotes?: string | undefined;
}

export interface Question {
  agents: readonly Agent[];
  queues: readonly Queue[];
  teamName: (id: string) => string;
  /** Absent where several conversations are handed on. */
  conversation?: Conversation | undefined;
  me: string;
  act: EngageAct;
  /** The running discussion that somebody is invited to. */
  discussion?: string | undefined;
  loadText: (open: number, capacity: number) => string;
  /** The server's clock. */
  now: number;
}

export type Group = 'consulting' | 'available' | 'unavailable';

export const groupOf = (one: TargetOption): Group =>
  one.obstacle ? 'unavailable' : one.promotes ? 'consulting' : 'available';

export function options(question: Question, kind: TargetKind): TargetOption[] {
  if (!isGroup(kind)) return people(question, kind === 'manager');
  const all = kind === 'queue' ? queues(question) : groups(question, kind as 'team' | 'skill');
  return all.sort((a, b) => a.name.localeCompare(b.name));
}

/** Who can be asked: experts of mine first, then the available; the others with the reason why not. */
export function people(question: Question, managers: boolean): TargetOption[] {
  const { agents, conversation, me, act, loadText, now } = question;
  const order: Group[] = ['consulting', 'available', 'unavailable'];
  const rank = (one: TargetOption) => order.indexOf(groupOf(one));
  return agents
    .filter((agent) => agent.id !== me && (agent.role !== 'agent') === managers)
    .map((agent) => ({
      id: agent.id,
      name: agent.name,
      load: loadText(agent.open, agent.capacity),
      agent,
      there: agent.presence !== 'offline' && agent.since ? waited(now - agent.since) : undefined,
      skills: skillsOf(agent).join(', ') || undefined,
      obstacle: obstacle(agent, conversation, act, question.discussion),
      promotes:
        act === 'transfer' || act === 'conference'
          ? conversation?.discussions.find(
              (talk) => talk.initiator === me && talk.members.includes(agent.id),
            )?.id
          : undefined,
    }))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

export function obstacle(
  agent: Agent,
  conversation: Conversation | undefined,
  act: EngageAct,
  discussion?: string,
): string | undefined {
  if (conversation) {
    const found = engaged(agent, conversation, act, discussion);
    if (found) return found;
  }
  if (agent.presence === 'offline') return words.offline;
  if (agent.presence === 'away') {
    return agent.away_reason ? `${words.away}: ${agent.away_reason}` : words.away;
  }
  // A talk takes no room; a conversation does.
  const takesRoom = act === 'assign' || act === 'transfer';
  if (takesRoom && agent.open >= agent.capacity) return words.full;
  return undefined;
}

const KINDS = {
  discuss: 'discuss',
  assign: 'assign',
  transfer: 'assign',
  conference: 'conference',
} as const;

function engaged(
  agent: Agent,
  conversation: Conversation,
  act: EngageAct,
  discussion: string | undefined,
): string | undefined {
  if (agent.id === conversation.owner) return words.owns;
  const asked = conversation.offers.some(
    (offer) => offer.to.includes(agent.id) && offer.kind === KINDS[act],
  );
  if (asked) return words.asked;
  const talking = conversation.discussions.some(
    (talk) => talk.members.includes(agent.id) && (!discussion || talk.id === discussion),
  );
  if (act === 'discuss' && talking) return words.member;
  const talks = act === 'discuss' || act === 'conference';
  if (talks && conversation.guests.includes(agent.id)) return words.guest;
  return undefined;
}

const free = (agent: Agent, act: EngageAct) =>
  (agent.presence === 'available' || (agent.presence === 'busy' && act === 'discuss')) &&
  (act === 'discuss' || act === 'conference' || agent.open < agent.capacity);

function counted(id: string, name: string, members: Agent[], question: Question): TargetOption {
  // Managers are asked by name only.
  const others = members.filter(
    (agent) =>
      agent.role === 'agent' &&
      agent.id !== question.me &&
      agent.id !== question.conversation?.owner,
  );
  const count = others.filter((agent) => free(agent, question.act)).length;
  // A transfer to a team waits in its queue; everything else needs somebody at once.
  const waits = question.act === 'transfer' && members.some((a) => a.teams.includes(id));
  return {
    id,
    name,
    load: words.free(count, others.length),
    obstacle: count === 0 && !waits ? words.empty : undefined,
  };
}

function groups(question: Question, kind: 'team' | 'skill'): TargetOption[] {
  const of = kind === 'team' ? (agent: Agent) => agent.teams : skillsOf;
  const ids = new Set(question.agents.flatMap(of));
  if (kind === 'team') for (const queue of question.queues) ids.add(queue.team);
  return [...ids].map((id) =>
    counted(
      id,
      kind === 'team' ? question.teamName(id) : id,
      question.agents.filter((agent) => of(agent).includes(id)),
      question,
    ),
  );
}

function queues(question: Question): TargetOption[] {
  return question.queues.map((queue) => {
    if (question.act === 'transfer') {
      return { id: queue.id, name: queue.name, load: words.waiting(queue.waiting.length) };
    }
    const members = question.agents.filter((agent) => agent.teams.includes(queue.team));
    return counted(queue.id, queue.name, members, question);
  });
}
