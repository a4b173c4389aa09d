import type { Command, Discussion, Engagement, Entry, Event } from '@/contract/protocol';
import type { Api } from './api';
import type { Thread } from './thread';

/** An ended discussion that I have not marked done. */
export interface EndedTalk extends Discussion {
  conversation: string;
  /** The moment of its end. */
  at: number;
  /** The customer's name, if known. */
  name: string | undefined;
}

/** The time for which an ended discussion comes back while nobody marks it done, in ms. */
const KEPT = 7 * 86_400_000;

const threadIn = (id: string) => id.slice(0, id.lastIndexOf('-'));
/** The discussion that an accepted offer opened or joined. */
export const discussionOf = ({ id, discussion }: Pick<Engagement, 'id' | 'discussion'>) =>
  discussion ?? id.replace(/-o(\d+)$/, '-d$1');

/** The discussions that wait for me to mark them done, on whichever screen they ended. */
export class EndedTalks {
  private readonly all = new Map<string, EndedTalk>();
  /** Discussions marked done here; an answer that was under way must not bring them back. */
  private readonly done = new Set<string>();

  constructor(private readonly onChange: () => void) {}

  /** The discussions, the last ended first. */
  list(): EndedTalk[] {
    return [...this.all.values()].sort((a, b) => b.at - a.at);
  }

  of(thread: string): EndedTalk[] {
    return this.list().filter(({ id }) => threadIn(id) === thread);
  }

  /** After a greeting: asks for the ended discussions that I have not marked done on any screen. */
  async ask(api: Pick<Api, 'requests'>, me: string, now: number): Promise<void> {
    const from = String(Math.round(now - KEPT));
    try {
      this.learn((await api.requests({ undone: true, agent: me, from })).engagements, me);
    } catch {
      // The ends on this page are known; the next greeting brings the rest.
    }
  }

  /** Takes the records that the server keeps. */
  learn(records: readonly Engagement[], me: string): void {
    const before = new Set(this.all.keys());
    const known = new Set<string>();
    for (const record of records) {
      if (!record.undone?.includes(me)) continue;
      const id = discussionOf(record);
      known.add(id);
      if (this.done.has(id)) continue;
      const members = [record.from, ...(record.decided_by ? [record.decided_by] : [])];
      const held = this.all.get(id);
      this.all.set(id, {
        id,
        conversation: record.conversation,
        initiator: record.from,
        members: [...new Set([...(held?.members ?? []), ...members])],
        at: record.ended_at ?? record.created_at,
        name: record.name ?? held?.name,
      });
    }
    // I marked these done elsewhere, and no push said so.
    for (const id of before) if (!known.has(id)) this.all.delete(id);
    this.onChange();
  }

  /** Notices the end of a discussion that I was in. */
  notice(before: Thread | undefined, entries: readonly Entry[], me: string): void {
    const talks = before?.conversation.discussions ?? [];
    let changed = false;
    for (const entry of entries) {
      for (const event of entry.events) {
        if (event.type !== 'discussion_ended' || event.cause === 'promoted') continue;
        const talk = talks.find((one) => one.id === event.discussion);
        if (!before || !talk?.members.includes(me) || left(entry.events, talk.id, me)) continue;
        const { conversation } = before;
        this.all.set(talk.id, {
          id: talk.id,
          conversation: conversation.id,
          initiator: talk.initiator,
          members: talk.members,
          at: entry.at,
          name: conversation.contact.name,
        });
        changed = true;
      }
    }
    if (changed) this.onChange();
  }

  finished(id: string): void {
    this.done.add(id);
    if (this.all.delete(id)) this.onChange();
  }

  /** Marks it done on all of the agent's screens; brings it back if that failed. */
  async finish(
    id: string,
    act: (conversation: string, command: Command) => Promise<boolean>,
  ): Promise<boolean> {
    const talk = this.all.get(id);
    if (!talk) return true;
    this.finished(id);
    const done = await act(talk.conversation, { type: 'finish_discussion', discussion: id });
    if (!done) {
      this.done.delete(id);
      this.all.set(id, talk);
      this.onChange();
    }
    return done;
  }
}

const left = (events: readonly Event[], discussion: string, me: string) =>
  events.some((e) => e.type === 'discussion_left' && e.discussion === discussion && e.agent === me);
