import type { Clock } from './clock';
import { agentOf } from './ids';
import type { Thread } from './thread';
import { firstAnswerCall, isGuest, requeueAhead } from './together';

export type AlertKind =
  | 'assigned'
  | 'conference'
  | 'offer'
  | 'waiting'
  | 'answered'
  | 'joined'
  | 'coached'
  | 'due'
  | 'late'
  | 'requeue';

export interface Alert {
  kind: AlertKind;
  conversation: string;
  /** Whose doing it was. */
  agent?: string | undefined;
}

/** What a sound can be chosen for. */
export const TRIGGERS = [
  'assigned',
  'offer',
  'waiting',
  'due',
  'requeue',
  'mention',
  'answered',
  'colleague',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

const TRIGGER_OF: Record<AlertKind, Trigger> = {
  assigned: 'assigned',
  conference: 'assigned',
  offer: 'offer',
  waiting: 'waiting',
  due: 'due',
  late: 'due',
  requeue: 'requeue',
  answered: 'answered',
  joined: 'colleague',
  coached: 'colleague',
};
export const triggerOf = (kind: AlertKind): Trigger => TRIGGER_OF[kind];

/** The facts that alerts hang on: each key is there or is not. */
export type Facts = Map<string, Alert>;

export function facts(
  threads: Iterable<Pick<Thread, 'conversation' | 'entries'>>,
  me: string,
): Facts {
  const all: Facts = new Map();
  const note = (kind: AlertKind, conversation: string, key: string, agent?: string) =>
    all.set(`${kind} ${key}`, { kind, conversation, ...(agent ? { agent } : {}) });
  for (const thread of threads) {
    const c = thread.conversation;
    if (c.owner === me && (c.status === 'active' || c.status === 'pending')) {
      note('assigned', c.id, c.id);
      if (c.status === 'active' && c.waiting_on === 'agent') note('waiting', c.id, c.id);
      for (const guest of c.guests) note('joined', c.id, `${c.id} ${guest}`, guest);
      const call = firstAnswerCall(thread);
      if (call) note(call, c.id, c.id);
      if (requeueAhead(thread)) note('requeue', c.id, `${c.id} ${c.requeue_at}`);
      const line = lastCoachLine(thread, me);
      if (line) note('coached', c.id, `${c.id} ${line.seq}`, line.by);
    }
    if (isGuest(c, me)) note('conference', c.id, c.id);
    for (const offer of c.offers) if (offer.to.includes(me)) note('offer', c.id, offer.id);
    for (const talk of c.discussions) {
      if (talk.initiator !== me) continue;
      for (const expert of talk.members) {
        if (expert !== me) note('answered', c.id, `${talk.id} ${expert}`, expert);
      }
    }
  }
  return all;
}

/** The newest line of a coach, unless one has answered it. */
function lastCoachLine({ entries }: Pick<Thread, 'entries'>, me: string) {
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    if (!entry?.events.some((event) => event.type === 'coach_line')) continue;
    const by = agentOf(entry.by);
    return by && by !== me ? { seq: entry.seq, by } : undefined;
  }
  return undefined;
}

export const SETTLE = 300;

/** Judges transitions a moment after a batch has settled; what a replay brings is no news. */
export class Attention {
  private known: Facts = new Map();
  private cancel: (() => void) | undefined;
  private replaying = true;
  /** Consequences of the agent's own deeds are no news either. */
  private readonly own = new Set<string>();

  constructor(
    private readonly options: {
      clock: Clock;
      facts: () => Facts;
      looking: (conversation: string) => boolean;
      alert: (alerts: Alert[]) => void;
    },
  ) {}

  setReplaying(replaying: boolean): void {
    if (this.replaying && !replaying) this.known = this.options.facts();
    this.replaying = replaying;
  }

  /** Whether what an alert was about is still so. */
  holds({ kind, conversation }: Alert): boolean {
    return [...this.options.facts().values()].some(
      (fact) => fact.kind === kind && fact.conversation === conversation,
    );
  }

  expected(conversation: string): void {
    this.own.add(conversation);
  }

  changed(): void {
    if (this.replaying) return;
    this.cancel?.();
    this.cancel = this.options.clock.after(SETTLE, () => this.judge());
  }

  private judge(): void {
    this.cancel = undefined;
    if (this.replaying) return;
    const now = this.options.facts();
    const news = [...now].filter(([key]) => !this.known.has(key)).map(([, alert]) => alert);
    const gains = (alert: Alert) => alert.kind === 'assigned' || alert.kind === 'conference';
    const gained = new Set(news.filter(gains).map((a) => a.conversation));
    this.known = now;
    const alerts = news.filter((alert) => {
      if (gains(alert)) return !this.own.has(alert.conversation);
      if (alert.kind !== 'waiting' && alert.kind !== 'coached') return true;
      // A chat that has just come to me announces itself once, and one I look at not at all.
      return !gained.has(alert.conversation) && !this.options.looking(alert.conversation);
    });
    for (const conversation of gained) this.own.delete(conversation);
    if (alerts.length > 0) this.options.alert(alerts);
  }
}
