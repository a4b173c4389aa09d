import type { Clock } from '../engine/clock';
import type { Socket } from '../engine/connection';
import type { About } from './about';
import type { More } from './load-more';

export interface ChatOptions {
  asset: string;
  /** The address of the API; empty for the page's own server. */
  base?: string;
  clock: Clock;
  random: () => number;
  fetch: typeof fetch;
  open: (url: string) => Socket;
  storage: Store;
  /** Loads the parts that few visitors need. */
  more?: () => Promise<More>;
  /** The page's data about the visitor. */
  about?: About;
  onChange: () => void;
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
