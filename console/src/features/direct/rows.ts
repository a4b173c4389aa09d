import type { Agent, DirectMessage, Talk } from '@/contract/protocol';
import { dayKey } from '@/features/conversation/thread/dates';
import { byAlphabet } from '@/i18n/formats';

export interface TalkRow {
  talk: Talk;
  name: string;
  /** Undefined for a colleague who has left. */
  agent: Agent | undefined;
}

/** Colleagues in the order of their presence: available ones first. */
const ORDER: Record<Agent['presence'], number> = { available: 0, busy: 1, away: 2, offline: 3 };

/** Talks newest first, and colleagues without a talk. */
export function talkRows(
  talks: Iterable<Talk>,
  agents: readonly Agent[],
  me: string,
  query: string,
): { talks: TalkRow[]; colleagues: Agent[] } {
  const wanted = query.trim().toLocaleLowerCase();
  const fits = (name: string) => name.toLocaleLowerCase().includes(wanted);
  const known = new Map(agents.map((agent) => [agent.id, agent]));
  const rows = [...talks]
    .map((talk) => {
      const agent = known.get(talk.with);
      return { talk, agent, name: agent?.name ?? talk.with };
    })
    .sort((a, b) => b.talk.at - a.talk.at);
  const begun = new Set(rows.map(({ talk }) => talk.with));
  const colleagues = agents
    .filter((agent) => agent.id !== me && !begun.has(agent.id) && fits(agent.name))
    .sort((a, b) => ORDER[a.presence] - ORDER[b.presence] || byAlphabet(a.name, b.name));
  return { talks: rows.filter(({ name }) => fits(name)), colleagues };
}

export type TalkBlock =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: DirectMessage; joined: boolean };

const TOGETHER = 5 * 60_000;

/** Messages with a line at each day, and one before the first new message. */
export function talkBlocks(
  messages: readonly DirectMessage[],
  newAfter: number | undefined,
): TalkBlock[] {
  const blocks: TalkBlock[] = [];
  let before: DirectMessage | undefined;
  for (const message of messages) {
    const day = !before || dayKey(before.at) !== dayKey(message.at);
    if (day) blocks.push({ kind: 'day', key: `day-${message.seq}`, at: message.at });
    const first = newAfter !== undefined && message.seq === newAfter + 1;
    if (first) blocks.push({ kind: 'new', key: 'new' });
    const joined =
      !day && !first && before?.by === message.by && message.at - (before?.at ?? 0) < TOGETHER;
    blocks.push({ kind: 'message', key: `m-${message.seq}`, message, joined });
    before = message;
  }
  return blocks;
}

/** The number of the message before the colleague's first unread one. */
export function newAfter(
  messages: readonly DirectMessage[],
  colleague: string,
  unread: number,
): number | undefined {
  if (unread === 0) return undefined;
  const theirs = messages.filter((message) => message.by === colleague);
  const first = theirs.at(-unread) ?? theirs[0];
  return first ? first.seq - 1 : undefined;
}
