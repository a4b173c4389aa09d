import type {
  Agent,
  Conversation,
  MonitorMode,
  OfferStatus,
  OpenWrapUp,
  Settings,
  Target,
} from '@/contract/protocol';
import type { Thread } from './thread';

type KeysOf<T> = T extends unknown ? keyof T : never;
export type TargetKind = KeysOf<Target>;

/** The server searches a group step by step, or asks all of its members at once. */
export const isGroup = (kind: TargetKind) => kind !== 'agent' && kind !== 'manager';

export function targetParts(target: Target): { kind: TargetKind; id: string } {
  const [kind, id] = Object.entries(target)[0] ?? ['agent', ''];
  return { kind: kind as TargetKind, id };
}

export const makeTarget = (kind: TargetKind, id: string): Target => ({ [kind]: id }) as Target;

export const isGuest = (c: Conversation, me: string) => c.guests.includes(me);

export const monitorMode = (c: Conversation, me: string): MonitorMode | undefined =>
  c.monitors.find((monitor) => monitor.agent === me)?.mode;

/** Owner, guests, and managers who have barged in: those who write to the customer. */
export const speaks = (c: Conversation, me: string) =>
  c.owner === me || isGuest(c, me) || monitorMode(c, me) === 'barge';

export const coaches = (c: Conversation): string[] =>
  c.monitors.filter((monitor) => monitor.mode === 'coach').map((monitor) => monitor.agent);

export const wrapUpsOf = (c: Conversation, me: string): OpenWrapUp[] =>
  c.wrap_ups.filter((wrap) => wrap.agent === me);

/** The due time of the first response, while the conversation is owned or queued and has none. */
export function firstAnswerDue(c: Conversation): number | undefined {
  const running = c.status === 'queued' || c.status === 'active';
  return running && !c.answered_at && c.waiting_on === 'agent' ? c.first_answer_due : undefined;
}

type Held = Pick<Thread, 'conversation' | 'entries'>;

/** The moment at which the conversation returns to the queue, once its owner got the warning. */
export function requeueAhead({ conversation, entries }: Held): number | undefined {
  if (!conversation.requeue_at || conversation.status !== 'active') return undefined;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    for (const event of entries[i]?.events ?? []) {
      if (event.type === 'requeue_ahead') return conversation.requeue_at;
      if (event.type === 'agent_message' || event.type === 'assigned') return undefined;
    }
  }
  return undefined;
}

/** The last call about the first response in this conversation: due or late. */
export function firstAnswerCall({ conversation, entries }: Held): 'due' | 'late' | undefined {
  if (firstAnswerDue(conversation) === undefined) return undefined;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    for (const event of entries[i]?.events ?? []) {
      if (event.type === 'first_answer_due') return event.late ? 'late' : 'due';
      if (event.type === 'opened') return undefined;
    }
  }
  return undefined;
}

export interface Step {
  agent: string;
  status: OfferStatus;
  reason?: string | undefined;
}

export interface OfferHistory {
  at: number;
  note: string | undefined;
  /** The moment at which the server asked the agents in `to`. */
  stepAt: number;
  passed: Step[];
}

/** The log of a pending request: when its maker sent it, and who declined it. */
export function offerHistory(thread: Held, offer: string): OfferHistory | undefined {
  let history: OfferHistory | undefined;
  for (const entry of thread.entries) {
    for (const event of entry.events) {
      if (event.type === 'offer_made' && event.offer === offer) {
        history = { at: entry.at, note: event.note ?? undefined, stepAt: entry.at, passed: [] };
      } else if (event.type === 'offer_passed' && event.offer === offer && history) {
        const { agent, status, reason } = event;
        history.passed.push({ agent, status, reason: reason ?? undefined });
      } else if (event.type === 'offer_moved' && event.offer === offer && history) {
        history.stepAt = entry.at;
      }
    }
  }
  return history;
}

/** The choices that the settings offer. Servers that know none of them leave them out. */
export interface Choices {
  dispositions: string[];
  awayReasons: string[];
  surveys: string[];
  triggers: string[];
}

export function choices(settings: Partial<Settings> | undefined): Choices {
  return {
    dispositions: settings?.dispositions ?? [],
    awayReasons: settings?.away_reasons ?? [],
    surveys: settings?.surveys?.map((survey) => survey.name) ?? [],
    triggers: settings?.triggers ?? [],
  };
}

export const skillsOf = (agent: Agent): string[] => agent.skills ?? [];
