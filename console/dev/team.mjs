// Colleagues' records and direct talks, for the screens.
const MINUTE = 60_000;

const RECORDS = {
  mark: { skills: ['billing'] },
  martha: { skills: ['refunds', 'billing', 'french'], call: 'sip:martha@voice.example.com' },
  olga: { presence: 'busy', skills: ['recalls'], call: 'tel:+4930123456' },
  ravi: { away_reason: 'Lunch, back at one', skills: ['devices', 'returns'] },
  ada: { skills: ['escalations'], call: 'tel:+442079460000' },
};

export function records(agents, now) {
  return agents.map((agent) => ({
    ...agent,
    since: agent.presence === 'offline' ? null : now - 35 * MINUTE,
    ...RECORDS[agent.id],
  }));
}

const LINES = [
  'Did you see the note on the Smith refund?',
  'Yes, reading it now. The credit went out as R-17.',
  'Good. He will ask about the second invoice next.',
  'I have it open. Do we waive the late fee for him?',
  'We did for others in March, so yes.\nPut the reason in a comment, please.',
  'Will do.',
];

/** A talk of `length` messages between `me` and a colleague, the newest `ago` minutes old. */
function talk(now, me, colleague, length, ago, last, step = 4) {
  return Array.from({ length }, (_, i) => ({
    seq: i + 1,
    at: Math.round(now - (ago + (length - 1 - i) * step) * MINUTE),
    by: (length - i) % 2 ? colleague : me,
    text: i === length - 1 ? last : LINES[i % LINES.length],
  }));
}

/** Answers the requests about direct talks and records; `fake` answers all others. */
export function team(state, who, options = {}) {
  const now = Date.now();
  state.agents = records(state.agents, now);
  const talks = options.alone
    ? new Map()
    : new Map([
        ['martha', talk(now, who, 'martha', 130, 3, 'Can you take the early shift tomorrow?', 25)],
        ['ravi', talk(now, who, 'ravi', 6, 190, 'Back after lunch.')],
        ['ada', talk(now, who, 'ada', 4, 1700, 'Thanks, that was quick.')],
      ]);
  talks.delete(who);
  const unread = new Map([['martha', 2]]);
  const list = () =>
    [...talks].map(([colleague, messages]) => {
      const { seq, at, by, text } = messages.at(-1);
      return { with: colleague, seq, at, by, line: text, unread: unread.get(colleague) ?? 0 };
    });

  function http(method, url, body) {
    const [, , what, id] = url.pathname.split('/');
    if (what === 'direct' && !id) return [200, { talks: list() }];
    if (what === 'direct' && method === 'GET') {
      const before = Number(url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
      const messages = (talks.get(id) ?? []).filter((m) => m.seq < before).slice(-50);
      return [200, { messages, more: (messages[0]?.seq ?? 1) > 1 }];
    }
    if (what === 'agents' && id && method === 'PUT') {
      if (body.skills?.includes('nonsense')) {
        const error = {
          code: 'out_of_range',
          field: 'skills',
          message: 'There is no such skill.',
          remedy: 'Choose another.',
        };
        return [400, { error }];
      }
      const agent = state.agents.find((a) => a.id === id);
      Object.assign(agent, body);
      return [200, agent];
    }
    return undefined;
  }

  function frame({ action, id, to, text, with: colleague }, push) {
    if (action === 'direct_read') {
      unread.delete(colleague);
      push({ type: 'direct', with: colleague, messages: [], unread: 0 });
    }
    if (action !== 'direct') return;
    if (text === 'refuse me') {
      const message = 'There is no such agent.';
      push({ type: 'refused', id, code: 'unknown_target', message, remedy: 'Choose another.' });
      return;
    }
    if (text === 'hang') return;
    const messages = talks.get(to) ?? [];
    talks.set(to, messages);
    const one = { seq: messages.length + 1, at: Date.now(), by: who, text };
    messages.push(one);
    push({ type: 'direct', with: to, messages: [one], unread: 0 });
    push({ type: 'ack', id, with: to, seq: one.seq });
  }

  /** A line of a colleague's. */
  function line(colleague, text) {
    const messages = talks.get(colleague);
    const one = { seq: messages.length + 1, at: Date.now(), by: colleague, text };
    messages.push(one);
    const count = (unread.get(colleague) ?? 0) + 1;
    unread.set(colleague, count);
    return { type: 'direct', with: colleague, messages: [one], unread: count };
  }
  return { list, http, frame, line };
}
