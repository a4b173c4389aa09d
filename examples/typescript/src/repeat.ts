/** The longest pause between two attempts, in ms. */
const LONGEST = 30_000;
const FIRST = 1_000;

/** An id for a command, made by the client. */
export const newId = (): string => crypto.randomUUID();

/** A random pause before attempt `attempt + 1`, in ms: clients that failed together return apart. */
export function jitter(attempt: number): number {
  return Math.random() * Math.min(LONGEST, FIRST * 2 ** attempt);
}

/** The pause before a request is repeated, in ms: never shorter than the server asks for. */
export function pause(attempt: number, retryAfter: number | undefined): number {
  return retryAfter === undefined ? jitter(attempt) : retryAfter * 1_000 + Math.random() * 250;
}

/** The header `Retry-After` in seconds: proxies may also send a date. */
export function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** Waits; ends early, without a word, when the signal fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
