import type { Clock } from '../client/clock';
import type { Socket } from '../client/connection';
import type { Away, NewVisitor } from '../contract/protocol';
import type { More } from './load-more';

/** What the visitor says of themselves before the chat. */
export type About = Pick<NewVisitor, 'name' | 'email'>;

/** Nobody can serve the visitor now. */
export interface Absence extends Away {
  /** How the visitor can be reached. */
  reach?: string | undefined;
  /** Whether that is no way to reach anybody; says so. */
  wrong?: () => boolean;
}

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
