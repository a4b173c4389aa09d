import type { Conversation, Entry, Push } from '@/contract/protocol';
import { agent, conversation, NOW, says, settings } from './make';

interface Log {
  entries: Entry[];
  owner: string;
}

const PAGE = 8;
const PAGED = 6;

/** The truth: the server's threads, and its answers to one agent. */
export class World {
  readonly logs = new Map<string, Log>();

  constructor(private readonly me: string) {}

  conversation(thread: string): Conversation {
    const log = this.logs.get(thread);
    if (!log) throw new Error(thread);
    return conversation({
      id: `${thread}-1`,
      thread,
      owner: log.owner,
      seq: log.entries.length,
      waiting_since: NOW + log.entries.length,
    });
  }

  /** Appends an entry; returns the pushed frame, if it concerns the agent. */
  append(thread: string, owner: string, visible: boolean): Push | undefined {
    const log = this.logs.get(thread) ?? { entries: [], owner };
    this.logs.set(thread, log);
    const concerned = log.owner === this.me && log.entries.length > 0;
    log.owner = owner;
    const seq = log.entries.length + 1;
    log.entries.push({
      seq,
      at: NOW + seq,
      by: 'customer',
      events: visible ? [says(`${seq}`)] : [],
    });
    const following = owner === this.me;
    if (!concerned && !following) return undefined;
    return {
      type: 'entries',
      conversation: this.conversation(thread),
      entries: log.entries.slice(-1),
      following,
    };
  }

  following(): string[] {
    return [...this.logs].filter(([, log]) => log.owner === this.me).map(([thread]) => thread);
  }

  answer(frame: { action: string; [key: string]: unknown }): Push[] {
    if (frame.action === 'catch_up') {
      const thread = String(frame.thread);
      if (!this.following().includes(thread)) {
        return [{ type: 'refused', code: 'not_found', message: '', remedy: '' }];
      }
      return [this.missed(thread, Number(frame.after))].filter((f) => f !== undefined);
    }
    if (frame.action !== 'hello' && frame.action !== 'ping') return [];
    const positions = (frame.positions ?? {}) as Record<string, number>;
    const following = this.following();
    const first: Push =
      frame.action === 'hello'
        ? {
            type: 'welcome',
            version: 1,
            now: NOW,
            me: agent(this.me),
            agents: [],
            queues: [],
            settings,
            following,
          }
        : { type: 'pong', now: NOW, following };
    const rest = following.map((thread) => this.missed(thread, positions[thread] ?? 0));
    return [first, ...rest.filter((f) => f !== undefined)];
  }

  private missed(thread: string, after: number): Push | undefined {
    const log = this.logs.get(thread);
    if (!log || after === log.entries.length) return undefined;
    const now = this.conversation(thread);
    if (after === 0) {
      const page = log.entries.slice(-PAGE);
      return {
        type: 'snapshot',
        conversation: now,
        entries: page,
        more: page.length < log.entries.length,
      };
    }
    // A long backlog comes in pages, each with the conversation in its present state.
    return {
      type: 'entries',
      conversation: now,
      entries: log.entries.slice(after, after + PAGED),
      following: true,
    };
  }
}
