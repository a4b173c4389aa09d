import { systemClock } from '../engine/clock';
import type { Socket } from '../engine/connection';
import { Chat } from './chat';
import { storageOf } from './store';

/** The time for which a chat waits for an element that goes on with it, in ms. */
const GRACE = 1_000;

/** One chat, in any of the page's elements: frameworks replace elements at will. */
export interface Shared {
  readonly chat: Chat;
  /** The views that draw every change. */
  readonly views: Set<() => void>;
  /** The element that shows the chat, or showed it a moment ago. */
  by?: HTMLElement | undefined;
}

const chats = new Map<string, Shared>();

/** The page's chat with an account; a second element that asks for it gets the same. */
export function shared(asset: string, base: string): Shared {
  const key = `${base} ${asset}`;
  const known = chats.get(key);
  if (known) return known;
  const views = new Set<() => void>();
  const chat = new Chat({
    asset,
    base,
    clock: systemClock,
    random: Math.random,
    fetch: (input, init) => fetch(input, init),
    open: (url) => new WebSocket(url) as Socket,
    storage: storageOf('localStorage'),
    onChange: () => {
      for (const view of views) view();
    },
  });
  const made: Shared = { chat, views };
  chats.set(key, made);
  return made;
}

/**
 * Releases the chat from an element. Its socket closes, unless another element takes over at once.
 */
export function release(held: Shared, view: () => void): void {
  held.views.delete(view);
  setTimeout(() => {
    if (held.views.size) return;
    held.by = undefined;
    held.chat.stop();
  }, GRACE);
}
