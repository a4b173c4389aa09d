import { agentsIn } from './agents';
import type { Trouble } from './api';
import type { Chat } from './chat';
import { counted, filled, type Words } from './words';

/** The engine counts places up to here. */
const FAR = 100;

/** The obstacle, in a sentence for the visitor. */
export const troubleText = (words: Words, why: Trouble | undefined): string =>
  why?.message || words.unavailable;

/** True if nobody is there for a visitor whom no agent serves yet. */
export const awayFrom = (chat: Chat): boolean => Boolean(chat.away && chat.state !== 'open');

/** True at the chat's end: the visitor has left it, or the agent has closed it. */
export const isOver = (chat: Chat): boolean => chat.left || chat.state === 'ended';

/** The state of the chat, in a sentence for the visitor. */
export function standing(chat: Chat, words: Words, troubled: boolean): string {
  if (!chat.known && chat.lost) return words.lost;
  if (!chat.known) return chat.unavailable ? troubleText(words, chat.why) : words.stateNew;
  if (chat.connection === 'offline') return words.offline;
  if (chat.why && chat.connection !== 'live') return troubleText(words, chat.why);
  if (troubled) return words.reconnecting;
  if (chat.connection === 'connecting') return words.connecting;
  if (chat.left && chat.state === 'open') return words.stateLeft;
  if (awayFrom(chat)) return chat.away?.back ?? words.stateAway;
  const by = agentsIn(chat.messages).at(-1);
  return {
    new: words.stateNew,
    waiting: words.stateWaiting,
    open: by ? filled(words.stateOpenBy, by) : words.stateOpen,
    ended: words.stateEnded,
  }[chat.state];
}

/** The people before the visitor in the queue. */
export function placed(words: Words, place: number): string {
  if (place === 1) return words.next;
  return place < FAR ? counted(words.beforeOne, words.before, place - 1) : words.far;
}
