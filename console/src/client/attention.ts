import type { Clock } from './clock';
import type { Conversation } from './protocol';

export type AlertKind = 'assigned' | 'offer' | 'waiting' | 'answered';

export interface Alert {
  kind: AlertKind;
  conversation: string;
}

/** The facts that alerts hang on: each key is there or is not. */
export type Facts = Map<string, Alert>;

export function facts(conversations: Iterable<Conversation>, me: string): Facts {
  const all: Facts = new Map();
  const note = (kind: AlertKind, conversation: string, key: string) =>
    all.set(`${kind} ${key}`, { kind, conversation });
  for (const c of conversations) {
    if (c.owner === me && (c.status === 'active' || c.status === 'pending')) {
      note('assigned', c.id, c.id);
      if (c.status === 'active' && c.waiting_on === 'agent') note('waiting', c.id, c.id);
    }
    for (const offer of c.offers) if (offer.to === me) note('offer', c.id, offer.id);
    for (const talk of c.discussions) {
      if (talk.initiator === me) note('answered', c.id, talk.id);
    }
  }
  return all;
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
    const gained = new Set(news.filter((a) => a.kind === 'assigned').map((a) => a.conversation));
    this.known = now;
    const alerts = news.filter((alert) => {
      if (alert.kind === 'assigned') return !this.own.has(alert.conversation);
      if (alert.kind !== 'waiting') return true;
      // A chat that has just come to me announces itself once, and one I look at not at all.
      return !gained.has(alert.conversation) && !this.options.looking(alert.conversation);
    });
    for (const conversation of gained) this.own.delete(conversation);
    if (alerts.length > 0) this.options.alert(alerts);
  }
}
