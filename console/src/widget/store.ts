import type { Store } from './options';

const kept = new Map<string, string>();

/** A store that lives as long as the page. */
const ofPage: Store = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
};

/** The browser's store; without permission, the chat lives as long as the page. */
export function storageOf(which: 'localStorage' | 'sessionStorage'): Store {
  try {
    window[which].getItem('switchboard');
    return window[which];
  } catch {
    return ofPage;
  }
}
