import type { Command, CommandFrame, Conversation, Entry, Push } from '@/contract/protocol';
import type { Clock } from '@/engine/clock';
import { Connection, type Socket } from '@/engine/connection';
import { uuidv7 } from '@/engine/ids';

export interface ColleagueOptions {
  id: string;
  lines: readonly string[];
  clock: Clock;
  random: () => number;
  openSocket: (url: string) => Socket;
  ticketUrl: () => Promise<string>;
  command: (frame: CommandFrame) => Promise<unknown>;
}

/** The pause before each of the colleague's acts, in ms. */
const THINKS = 1_500;

/** A scripted colleague: accepts requests to discuss, and answers in the discussion. */
export class Colleague {
  private readonly link: Connection;
  private readonly accepted = new Set<string>();
  /** Discussion → the number of lines that the colleague has said. */
  private readonly said = new Map<string, number>();
  /** The newest entry that the colleague has read, by thread. */
  private readonly read = new Map<string, number>();
  private running = false;

  constructor(private readonly options: ColleagueOptions) {
    this.link = new Connection({
      clock: options.clock,
      random: options.random,
      ticket: options.ticketUrl,
      open: options.openSocket,
      hello: () => ({ action: 'hello', positions: {} }),
      ping: () => ({ action: 'ping', positions: {} }),
      answers: (frame, what) => frame.type === (what === 'hello' ? 'welcome' : 'pong'),
      onFrame: (frame) => this.receive(frame as Push),
      onStatus: () => {},
    });
  }

  start(): void {
    this.running = true;
    this.link.start();
  }

  stop(): void {
    this.running = false;
    this.link.stop();
  }

  private receive(push: Push): void {
    if (push.type === 'welcome') this.link.synced();
    if (push.type === 'snapshot') this.look(push.conversation, push.entries, false);
    if (push.type === 'entries') this.look(push.conversation, push.entries, true);
  }

  /** Entries from before the start get no answer; requests to the colleague do. */
  private look(conversation: Conversation, entries: readonly Entry[], live: boolean): void {
    const { id } = this.options;
    for (const offer of conversation.offers) {
      if (offer.kind !== 'discuss' || !offer.to.includes(id) || this.accepted.has(offer.id))
        continue;
      this.accepted.add(offer.id);
      this.later(() => this.run(conversation, { type: 'accept_offer', offer: offer.id }));
    }
    for (const { id: discussion, members, initiator } of conversation.discussions) {
      if (!members.includes(id) || initiator === id || this.said.has(discussion)) continue;
      this.said.set(discussion, 0);
      if (live) this.answer(conversation, discussion);
    }
    const before = this.read.get(conversation.thread) ?? 0;
    this.read.set(conversation.thread, Math.max(before, entries.at(-1)?.seq ?? 0));
    if (!live) return;
    for (const entry of entries) {
      if (entry.seq <= before || entry.by === `agent:${id}`) continue;
      for (const event of entry.events) {
        if (event.type === 'discussion_message' && this.said.has(event.discussion))
          this.answer(conversation, event.discussion);
      }
    }
  }

  private answer(conversation: Conversation, discussion: string): void {
    const next = this.said.get(discussion) ?? 0;
    const text = this.options.lines[next];
    if (!text) return;
    this.said.set(discussion, next + 1);
    this.later(() => this.run(conversation, { type: 'say', discussion, text }));
  }

  private later(act: () => void): void {
    this.options.clock.after(THINKS, () => this.running && act());
  }

  private run(conversation: Conversation, command: Command): void {
    const id = uuidv7(this.options.clock.now());
    // The server refuses an act that comes too late, and that is all right.
    this.options.command({ id, conversation: conversation.id, command }).catch(() => {});
  }
}
