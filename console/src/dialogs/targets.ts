import type { Agent, Conversation, Queue } from '@/client/protocol';
import { engage as words } from '@/i18n/en';
import type { EngageAct } from '@/stores/ui';

export type TargetType = 'agent' | 'manager' | 'queue';

export interface Target {
  id: string;
  name: string;
  /** "3 of 5" or "4 waiting". */
  load: string;
  agent?: Agent | undefined;
  /** Why it cannot be chosen now. */
  obstacle?: string | undefined;
}

/** Who can be asked, the available first; the others with the reason why not. */
export function people(
  agents: readonly Agent[],
  conversation: Conversation,
  me: string,
  type: 'agent' | 'manager',
  act: EngageAct,
  loadText: (open: number, capacity: number) => string,
): Target[] {
  return agents
    .filter((agent) => agent.id !== me && (agent.role === 'agent') === (type === 'agent'))
    .map((agent) => ({
      id: agent.id,
      name: agent.name,
      load: loadText(agent.open, agent.capacity),
      agent,
      obstacle: obstacle(agent, conversation, act),
    }))
    .sort(
      (a, b) =>
        Number(Boolean(a.obstacle)) - Number(Boolean(b.obstacle)) || a.name.localeCompare(b.name),
    );
}

export function obstacle(
  agent: Agent,
  conversation: Conversation,
  act: EngageAct,
): string | undefined {
  if (agent.id === conversation.owner) return words.owns;
  const asked = conversation.offers.some(
    (offer) => offer.to === agent.id && offer.kind === (act === 'discuss' ? 'discuss' : 'assign'),
  );
  if (asked) return words.asked;
  if (
    act === 'discuss' &&
    conversation.discussions.some((talk) => talk.members.includes(agent.id))
  ) {
    return words.member;
  }
  if (agent.presence === 'offline') return words.offline;
  if (agent.presence === 'away') return words.away;
  // A talk takes no room; a conversation does.
  if (act !== 'discuss' && agent.open >= agent.capacity) return words.full;
  return undefined;
}

export function queueTargets(queues: readonly Queue[]): Target[] {
  return queues
    .map((queue) => ({ id: queue.id, name: queue.name, load: words.waiting(queue.waiting.length) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
