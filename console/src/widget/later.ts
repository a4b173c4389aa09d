import type { Chat } from './chat';
import { loadEnd } from './load-more';
import type { Log } from './log';
import { awayFrom, isOver } from './standing';
import type { Words } from './words';
import type { Writer } from './write';

interface Shown {
  chat: Chat;
  words: Words;
  lang: string | undefined;
  place: Element;
  log: Log | undefined;
  writer: Writer;
}

/** Shows, or takes away, what comes with a later script: the absence, and the end of the chat. */
export function later({ chat, words, lang, place, log, writer }: Shown, then: () => void): void {
  const panel = place.parentElement;
  if (awayFrom(chat)) {
    chat.more().then(
      (part) => {
        part.away(chat, words, place, lang);
        then();
      },
      () => {},
    );
  } else panel?.querySelector('.away')?.remove();
  // A survey after the end comes first: its answer goes through the same field.
  const over = () => isOver(chat) && chat.asks === undefined;
  if (over()) {
    loadEnd().then(
      (part) => over() && log && part.closing(words, chat, log.list, writer.form, lang),
      () => {},
    );
  } else panel?.querySelector('.closing')?.remove();
}
