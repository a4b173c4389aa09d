import type { Clock } from '../engine/clock';
import type { Socket } from '../engine/connection';
import type { About } from './about';
import type { More } from './load-more';

export interface ChatOptions {
  asset: string;
  /** Where the API is; empty for where the page is from. */
  base?: string;
  clock: Clock;
  random: () => number;
  fetch: typeof fetch;
  open: (url: string) => Socket;
  storage: Store;
  /** Fetches what few visitors need. */
  more?: () => Promise<More>;
  /** What the page knows of the visitor. */
  about?: About;
  onChange: () => void;
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
