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

/** Groups are searched, or asked all at once. */
export const isGroup = (kind: TargetKind) => kind !== 'agent' && kind !== 'manager';

export function targetParts(target: Target): { kind: TargetKind; id: string } {
  const [kind, id] = Object.entries(target)[0] ?? ['agent', ''];
  return { kind: kind as TargetKind, id };
}

export const makeTarget = (kind: TargetKind, id: string): Target => ({ [kind]: id }) as Target;

export const isGuest = (c: Conversation, me: string) => c.guests.includes(me);

export const monitorMode = (c: Conversation, me: string): MonitorMode | undefined =>
  c.monitors.find((monitor) => monitor.agent === me)?.mode;

/** Owner, guests, and managers who have barged in: who writes to the customer. */
export const speaks = (c: Conversation, me: string) =>
  c.owner === me || isGuest(c, me) || monitorMode(c, me) === 'barge';

export const coaches = (c: Conversation): string[] =>
  c.monitors.filter((monitor) => monitor.mode === 'coach').map((monitor) => monitor.agent);

export const wrapUpsOf = (c: Conversation, me: string): OpenWrapUp[] =>
  c.wrap_ups.filter((wrap) => wrap.agent === me);

/** Who may be asked of the first answer: nobody has answered, and somebody owns it or it waits. */
export function firstAnswerDue(c: Conversation): number | undefined {
  const running = c.status === 'queued' || c.status === 'active';
  return running && !c.answered_at && c.waiting_on === 'agent' ? c.first_answer_due : undefined;
}

type Held = Pick<Thread, 'conversation' | 'entries'>;

/** When the conversation goes back to the queue, once its owner has been warned of it. */
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

/** Whether the first answer was called due, or late, in this conversation. */
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
  /** When those in `to` were asked. */
  stepAt: number;
  passed: Step[];
}

/** What the log tells of a pending request: when it was made, and who was asked in vain. */
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

/** What the settings offer to choose from. Servers that know none of it leave it out. */
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
