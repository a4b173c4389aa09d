import type { Api } from '@/engine/api';
import type { Clock } from '@/engine/clock';
import type { Socket } from '@/engine/connection';
import type { OutboxStore } from '@/engine/outbox';

/** Everything outside of the page. Tests pass their own. */
export interface Environment {
  /** The agent of this session. */
  subject: string;
  api: Api;
  clock: Clock;
  random: () => number;
  openSocket: (url: string) => Socket;
  outboxStore: OutboxStore;
  storage: Storage;
  /** True on the local platform with demo sign-in: it has a lab. */
  demo?: boolean;
  /** True where this machine's own sign-in service makes links for invitations. */
  invitations?: boolean;
  /** True where a sandbox plays the customers on WhatsApp. */
  sandbox?: boolean;
  /** The page that the server sends now, and the module that runs here. */
  page: () => Promise<string>;
  running: string | undefined;
  signIn: (hint?: string) => void;
  signOut: () => void;
}

let current: Environment | undefined;

export function setEnvironment(environment: Environment): void {
  current = environment;
}

export function useEnvironment(): Environment {
  if (!current) throw new Error('The environment is set before the stores are used.');
  return current;
}
