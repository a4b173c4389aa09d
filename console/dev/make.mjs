// Builders for the entries, texts and requests of made-up conversations.
export const MINUTE = 60_000;

const text = (t) => ({ kind: 'text', text: t });
export const says = (t) => ({ type: 'customer_message', content: text(t), sent_at: 0 });
export const replies = (t) => ({ type: 'agent_message', content: text(t) });

/** Makes entries from `[minutes ago, by, ...events]`. */
export function log(now, ...lines) {
  return lines.map(([ago, by, ...events], index) => ({
    seq: index + 1,
    at: Math.round(now - ago * MINUTE),
    by,
    events,
  }));
}

export function conversation(thread, number, entries, over) {
  const opened = entries.find((e) => e.events.some((x) => x.type === 'opened'));
  return {
    id: `${thread}-${number}`,
    thread,
    seq: entries.at(-1).seq,
    status: 'active',
    channel: 'whatsapp',
    asset: 'wa-care',
    queue: 'billing',
    owner: 'mark',
    origin: 'picked',
    priority: 1,
    opened_at: opened?.at ?? entries[0].at,
    assigned_at: entries[0].at,
    waiting_on: 'agent',
    waiting_since: entries.at(-1).at,
    window_until: null,
    text_limit: 4096,
    skills: [],
    alias: null,
    tags: [],
    labels: [],
    front: false,
    answered_at: null,
    first_answer_due: (opened?.at ?? entries[0].at) + 30_000,
    requeue_at: null,
    offers: [],
    discussions: [],
    guests: [],
    monitors: [],
    wrap_ups: [],
    ...over,
  };
}

/** A pending request to one colleague; `over` can name another target. */
export function offer(thread, number, over) {
  const to = over.to ?? ['martha'];
  return {
    id: `${thread}-o${number}`,
    kind: 'discuss',
    from: 'mark',
    to,
    target: { agent: to[0] },
    all: false,
    tried: [],
    deadline: over.expires,
    ...over,
  };
}

/** The event that made the request. */
export function made({ id, tried, ...rest }, note) {
  return { type: 'offer_made', offer: id, ...rest, ...(note ? { note } : {}) };
}
