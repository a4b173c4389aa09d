/** The browser's stores for this site; some people's browsers keep nothing. */

type Kind = 'localStorage' | 'sessionStorage';
const PROBE = 'switchboard.probe';

/** A store of the browser; undefined if it is blocked, or so full that nothing fits. */
export function storageOf(kind: Kind, from: Pick<Window, Kind> = window): Storage | undefined {
  try {
    const storage = from[kind];
    storage.setItem(PROBE, '1');
    storage.removeItem(PROBE);
    return storage;
  } catch {
    return undefined;
  }
}

/** A store that lives as long as the page. */
export function pageStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, String(value)),
  };
}
