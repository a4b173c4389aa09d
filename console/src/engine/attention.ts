import type { Clock } from './clock';
import { firstAnswerCall, isGuest, requeueAhead, speaks } from './collaboration';
import { agentOf } from './ids';
import type { Thread } from './thread';
import { comesIn } from './unread';

export type AlertKind =
  | 'assigned'
  | 'conference'
  | 'offer'
  | 'waiting'
  | 'answered'
  | 'joined'
  | 'coached'
  | 'said'
  | 'due'
  | 'late'
  | 'requeue';

export interface Alert {
  kind: AlertKind;
  conversation: string;
  /** The agent who caused it. */
  agent?: string | undefined;
  /** The discussion of the message. */
  discussion?: string | undefined;
  /** The text of the message. */
  text?: string | undefined;
}

/** The occasions for which an agent can choose a sound. */
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
  said: 'colleague',
};
export const triggerOf = (kind: AlertKind): Trigger => TRIGGER_OF[kind];

/** The facts behind alerts: each key is present or absent. */
export type Facts = Map<string, Alert>;

export function facts(
  threads: Iterable<Pick<Thread, 'conversation' | 'entries'>>,
  me: string,
): Facts {
  const all: Facts = new Map();
  const note = (kind: AlertKind, conversation: string, key: string, more: Partial<Alert> = {}) =>
    all.set(`${kind} ${key}`, { kind, conversation, ...more });
  for (const thread of threads) {
    const c = thread.conversation;
    const owns = c.owner === me && (c.status === 'active' || c.status === 'pending');
    const guest = isGuest(c, me);
    if ((owns || guest) && c.status === 'active' && c.waiting_on === 'agent') {
      note('waiting', c.id, c.id);
    }
    if (owns) {
      note('assigned', c.id, c.id);
      for (const agent of c.guests) note('joined', c.id, `${c.id} ${agent}`, { agent });
      const call = firstAnswerCall(thread);
      if (call) note(call, c.id, c.id);
      if (requeueAhead(thread)) note('requeue', c.id, `${c.id} ${c.requeue_at}`);
    }
    if (guest) note('conference', c.id, c.id);
    for (const offer of c.offers) if (offer.to.includes(me)) note('offer', c.id, offer.id);
    for (const talk of c.discussions) {
      if (talk.initiator !== me) continue;
      for (const agent of talk.members) {
        if (agent !== me) note('answered', c.id, `${talk.id} ${agent}`, { agent });
      }
    }
    for (const { seq, ...line } of toldMe(thread, me)) {
      note(line.kind, c.id, `${c.id} ${line.discussion ?? ''} ${seq}`, line);
    }
  }
  return all;
}

interface Line extends Pick<Alert, 'agent' | 'discussion' | 'text'> {
  kind: 'coached' | 'said';
  seq: number;
}

/**
 * Colleagues' last messages to me that I have not answered: in each discussion, as coach or to a
 * coach, and to the customer of a conference that I am in.
 */
function toldMe(thread: Pick<Thread, 'conversation' | 'entries'>, me: string): Line[] {
  const { conversation, entries } = thread;
  const together = speaks(conversation, me);
  const newest = new Map<string, Line | undefined>();
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const entry = entries[i];
    const agent = agentOf(entry?.by ?? '');
    if (!entry || !agent) continue;
    for (const event of entry.events) {
      const { type } = event;
      const talks = type === 'discussion_message' || type === 'coach_line';
      if (!talks && !(type === 'agent_message' && together)) continue;
      const discussion = type === 'discussion_message' ? event.discussion : undefined;
      const where = discussion ?? type;
      if (newest.has(where)) continue;
      const kind = type === 'coach_line' ? 'coached' : 'said';
      const line: Line = { kind, seq: entry.seq, agent };
      if (discussion) line.discussion = discussion;
      if (talks) line.text = event.text;
      newest.set(where, agent === me ? undefined : line);
    }
    // A colleague's messages to the customer from before I joined were not for me.
    if (together && !newest.has('agent_message') && comesIn(entry, me)) {
      newest.set('agent_message', undefined);
    }
  }
  return [...newest.values()].filter((line) => line !== undefined);
}

/** The alerts that an agent who looks at the conversation does not need. */
const SAID: ReadonlySet<AlertKind> = new Set(['waiting', 'coached', 'said']);

export const SETTLE = 300;

/** Judges transitions a moment after a batch has settled; a replay brings no news. */
export class Attention {
  private known: Facts = new Map();
  private cancel: (() => void) | undefined;
  private replaying = true;
  /** The conversations that the agent's own acts bring; they are no news either. */
  private readonly own = new Set<string>();

  constructor(
    private readonly options: {
      clock: Clock;
      facts: () => Facts;
      looking: (conversation: string, discussion?: string) => boolean;
      alert: (alerts: Alert[]) => void;
    },
  ) {}

  setReplaying(replaying: boolean): void {
    if (this.replaying && !replaying) this.known = this.options.facts();
    this.replaying = replaying;
  }

  /** Tests whether the fact of an alert still holds. */
  holds({ kind, conversation, agent, discussion }: Alert): boolean {
    return [...this.options.facts().values()].some(
      (fact) =>
        fact.kind === kind &&
        fact.conversation === conversation &&
        fact.agent === agent &&
        fact.discussion === discussion,
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
      if (!SAID.has(alert.kind)) return true;
      // A conversation that has just come to me announces itself once; an open one needs no alert.
      const { conversation, discussion } = alert;
      return !gained.has(conversation) && !this.options.looking(conversation, discussion);
    });
    for (const conversation of gained) this.own.delete(conversation);
    if (alerts.length > 0) this.options.alert(alerts);
  }
}
