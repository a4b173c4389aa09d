// Scenes in which colleagues of the made-up world work together.
import { MINUTE, made, offer as makeOffer, replies, says } from './make.mjs';

/** Adds entries `[seconds ago, by, ...events]` to a thread, and changes its conversation. */
function go(state, index, over, ...lines) {
  const [conversation, entries] = state.threads[index];
  for (const [ago, by, ...events] of lines) {
    entries.push({ seq: entries.length + 1, at: state.now - ago * 1000, by, events });
  }
  Object.assign(conversation, { seq: entries.length }, over);
  return conversation;
}

const said = (discussion, text) => ({ type: 'discussion_message', discussion, text });
const talk = (thread, number, ...members) => ({
  id: `${thread}-d${number}`,
  initiator: members[0],
  members,
});

const weighed = (now) => ({
  type: 'routed',
  strategy: 'least_loaded',
  chosen: 'mark',
  decided_by: 'load',
  more: 2,
  weighed: [
    { agent: 'mark', open: 2, capacity: 5, idle_since: now - 4 * MINUTE },
    { agent: 'martha', open: 3, capacity: 5, idle_since: now - 9 * MINUTE },
    { agent: 'olga', open: 5, capacity: 5, excluded: 'full' },
    { agent: 'ravi', open: 1, capacity: 5, excluded: 'away' },
  ],
});

const scenes = {
  /** The server asks a group step by step, and another colleague for a conference. */
  steps(state) {
    const { now } = state;
    const { thread } = state.threads[0][0];
    const asked = makeOffer(thread, 4, {
      to: ['martha'],
      target: { skill: 'refunds' },
      expires: now + 22_000,
      deadline: now + 81_000,
    });
    const first = { ...asked, to: ['olga'], expires: now - 9000 };
    const both = makeOffer(thread, 5, {
      kind: 'conference',
      to: ['martha', 'olga'],
      target: { team: 'care' },
      all: true,
      expires: now + 96_000,
    });
    go(
      state,
      0,
      { offers: [{ ...asked, tried: ['olga'] }, both] },
      [39, 'agent:mark', made(first, 'Is batch 0429 known?')],
      [
        9,
        'agent:olga',
        {
          type: 'offer_passed',
          offer: asked.id,
          agent: 'olga',
          status: 'rejected',
          reason: 'Busy with another case',
        },
        { type: 'offer_moved', offer: asked.id, to: 'martha', expires: asked.expires },
      ],
      [4, 'agent:mark', made(both)],
    );
  },
  /** Two discussions side by side, one with two consultants. */
  experts(state) {
    const { thread } = state.threads[0][0];
    const one = talk(thread, 4, 'mark', 'martha', 'olga');
    const two = talk(thread, 6, 'mark', 'ravi');
    go(
      state,
      0,
      { discussions: [one, two] },
      [50, 'agent:mark', said(one.id, 'Charged twice for roaming. Known?')],
      [40, 'agent:martha', said(one.id, 'Batch 0429 went out twice.')],
      [22, 'agent:olga', said(one.id, 'Credit with R-17, pre-approved up to 100.')],
      [12, 'agent:ravi', said(two.id, 'The tariff itself is right.')],
    );
  },
  /** The owner, a guest and a coach. (A server would keep the coach's line from the guest.) */
  conference(state) {
    go(
      state,
      0,
      {
        guests: ['martha'],
        monitors: [{ agent: 'ada', mode: 'coach' }],
      },
      [50, 'agent:martha', { type: 'conference_joined', agent: 'martha' }],
      [40, 'agent:martha', replies('Hello Mr Smith, Martha here. I credit both charges today.')],
      [30, 'customer', says('Great, thank you both!')],
      [20, 'agent:ada', { type: 'monitoring', agent: 'ada', mode: 'coach' }],
      [
        12,
        'agent:ada',
        { type: 'coach_line', text: 'Offer the roaming bundle, he travels a lot.' },
      ],
    );
  },
  /** Events that the engine causes by itself, and events that an agent triggers. */
  engine(state) {
    const { now } = state;
    const at = now + 47_000;
    go(
      state,
      2,
      { origin: 'auto', requeue_at: at, first_answer_due: now - 21_000, skills: ['refunds'] },
      [51, 'system', weighed(now), { type: 'assigned', to: 'mark', origin: 'auto' }],
      [49, 'system', { type: 'off_hours' }],
      [
        49,
        'system',
        {
          type: 'auto_reply',
          content: { kind: 'text', text: 'We are closed now and answer tomorrow from nine.' },
        },
      ],
      [40, 'agent:ada', { type: 'prioritised', priority: 7 }],
      [38, 'agent:ada', { type: 'required', skills: ['refunds'] }],
      [31, 'system', { type: 'first_answer_due', late: false }],
      [21, 'system', { type: 'first_answer_due', late: true }],
      [13, 'system', { type: 'requeue_ahead', at }],
    );
    state.settings = {
      ...state.settings,
      surveys: [{ name: 'Satisfaction', question: 'How did we do?', answers: ['Well', 'Badly'] }],
      triggers: ['Call back', 'Refund requested'],
    };
  },
  /** One conversation is over and waits for the agent to mark it done. */
  wrap(state) {
    const { id } = state.threads[1][0];
    const wrap = { conversation: id, agent: 'mark', mandatory: true };
    go(
      state,
      1,
      { status: 'resolved', owner: null, wrap_ups: [wrap] },
      [
        20,
        'agent:mark',
        { type: 'survey_sent', survey: 'Satisfaction' },
        replies('How did we do?'),
      ],
      [
        12,
        'customer',
        says('Well'),
        { type: 'survey_answered', survey: 'Satisfaction', answer: 'Well' },
      ],
      [5, 'agent:mark', { type: 'resolved', by: 'agent', note: 'Moved to Thursday' }],
    );
    state.settings = {
      ...state.settings,
      wrap_up: 'mandatory',
      dispositions: ['Solved', 'Passed on', 'No answer needed'],
    };
    state.agents = state.agents.map((agent) =>
      agent.id === 'mark' ? { ...agent, presence: 'busy' } : agent,
    );
  },
};

export function together(state, scene) {
  state.threads = structuredClone(state.threads);
  scenes[scene](state);
  return state;
}
