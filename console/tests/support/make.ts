import type {
  Agent,
  Conversation,
  Entry,
  Event,
  Offer,
  Push,
  Queue,
  QueuePlace,
  Settings,
  Team,
} from '@/contract/protocol';
import { shortId } from '@/engine/ids';

export const NOW = 1_700_000_000_000;
export const THREAD = '7k2mq4w8r0a1bcde';
export const ID = `${THREAD}-1`;

export function conversation(over: Partial<Conversation> = {}): Conversation {
  return {
    id: ID,
    reference: '7K2M-Q4W8-1',
    alias: null,
    tags: [],
    labels: [],
    thread: THREAD,
    seq: 2,
    status: 'active',
    channel: 'whatsapp',
    asset: 'wa',
    contact: { id: 'c1', name: 'John Smith', address: '+44 7700' },
    queue: 'billing',
    owner: 'mark',
    origin: 'picked',
    priority: 1,
    skills: [],
    front: false,
    opened_at: NOW - 60_000,
    answered_at: NOW - 40_000,
    first_answer_due: NOW - 30_000,
    requeue_at: null,
    assigned_at: NOW - 50_000,
    waiting_on: 'agent',
    waiting_since: NOW - 60_000,
    window_until: null,
    text_limit: 4096,
    offers: [],
    discussions: [],
    guests: [],
    monitors: [],
    wrap_ups: [],
    ...over,
  };
}

export function entry(seq: number, by: string, ...events: Event[]): Entry {
  return { seq, at: NOW - 60_000 + seq * 1000, by, events };
}

/** A request to one colleague; `over` can name another target. */
export function offer(over: Partial<Offer> = {}): Offer {
  const to = over.to ?? ['martha'];
  const expires = over.expires ?? NOW + 103_000;
  return {
    id: `${THREAD}-o1`,
    kind: 'discuss',
    from: 'mark',
    to,
    target: { agent: to[0] ?? '' },
    all: false,
    tried: [],
    expires,
    deadline: expires,
    ...over,
  };
}

/** The event that made the request. */
export function made({ id, tried, ...rest }: Offer, note?: string): Event {
  return { type: 'offer_made', offer: id, ...rest, ...(note ? { note } : {}) };
}

export const says = (text: string): Event => ({
  type: 'customer_message',
  content: { kind: 'text', text },
  sent_at: NOW,
});
export const replies = (text: string): Event => ({
  type: 'agent_message',
  content: { kind: 'text', text },
});
export const opened = { type: 'opened', conversation: ID, queue: 'billing' } as const;
export const picked: Event = { type: 'assigned', to: 'mark', origin: 'picked' };

/** A thread that mark has just taken. */
export const start = (): Entry[] => [
  entry(1, 'customer', opened, says('Hello')),
  entry(2, 'agent:mark', picked),
];

export function agent(id: string, over: Partial<Agent> = {}): Agent {
  const name = id[0]?.toUpperCase() + id.slice(1);
  return {
    id,
    name,
    role: 'agent',
    teams: ['care'],
    presence: 'available',
    open: 1,
    capacity: 5,
    ...over,
  };
}

/** A conversation that waits in a queue. */
export function place(conversation: string, over: Partial<QueuePlace> = {}): QueuePlace {
  return {
    conversation,
    reference: shortId(conversation),
    contact: 'c9',
    name: conversation,
    alias: null,
    tags: [],
    labels: [],
    channel: 'web',
    priority: 1,
    front: false,
    since: NOW - 60_000,
    summary: 'Hi',
    ...over,
  };
}

export const settings: Settings = {
  discuss_timeout_seconds: 120,
  assign_timeout_seconds: 120,
  conference_timeout_seconds: 120,
  step_timeout_seconds: 30,
  requeue_after_seconds: 600,
  requeue_warning_seconds: 60,
  auto_resolve_seconds: 86_400,
  closing_phrases: [],
  abandon_after_seconds: 900,
  reopen_within_seconds: null,
  first_answer_target_seconds: 30,
  first_answer_warning_seconds: 10,
  offline_requeue_after_seconds: null,
  wrap_up: 'off',
  wrap_up_limit_seconds: null,
  dispositions: [],
  transfer_mode: 'immediate',
  transfer_outside_own_teams: false,
  transfer_keeps_wait: true,
  transfer_keeps_priority: true,
  conference_limit: 6,
  mode: 'manual',
  strategy: 'least_loaded',
  skills: [],
  priority: 0,
  reject_reasons: ['Busy with another case'],
  withdraw_reasons: ['Issue resolved'],
  away_reasons: ['Break'],
  surveys: [],
  triggers: [],
  labels: [{ name: 'Escalated', colour: 'red' }],
  tags: ['VIP'],
  web_origins: [],
  history_stays_with_team: false,
  hours: null,
  off_hours_message: null,
  version: 1,
};

export function welcome(
  me: string,
  following: string[],
  over: { queues?: Queue[]; agents?: Agent[]; teams?: Team[] } = {},
): Push {
  const agents = over.agents ?? [
    agent('mark'),
    agent('martha'),
    agent('olga', { presence: 'away' }),
  ];
  const mine = agents.find((a) => a.id === me) ?? agent(me);
  const queues = over.queues ?? [];
  const teams = over.teams ?? [{ id: 'care', name: 'Customer Care' }];
  return {
    type: 'welcome',
    version: 1,
    now: NOW,
    me: mine,
    agents,
    teams,
    queues,
    settings,
    following,
  };
}

export const snapshot = (c: Conversation, entries: Entry[], more = false): Push => ({
  type: 'snapshot',
  conversation: c,
  entries,
  more,
});

export const entries = (c: Conversation, list: Entry[], following = true): Push => ({
  type: 'entries',
  conversation: { ...c, seq: list.at(-1)?.seq ?? c.seq },
  entries: list,
  following,
});
