import type { Frame } from '@/contract/protocol';
import type { Seen } from './lists';

/** The most marks in memory. The browser's storage keeps fewer: the latest. */
const LIMIT = 10_000;
const KEPT = 500;

/** A read position: of a thread, or of a discussion in it. */
export type Read = Omit<Extract<Frame, { action: 'read' }>, 'action'>;

interface Options {
  agent: string;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  onChange?: () => void;
  /** Reports a read position to the server; does nothing while the line is down. */
  tell?: (read: Read) => void;
}

/** A discussion's id is its thread's and a number: `…-d7`. */
const threadOfTalk = (id: string) => /^(.+)-d\d+$/.exec(id)?.[1];

/**
 * An agent's read positions in each thread and each discussion, by their ids. The server's
 * positions hold on every machine. A read on this page counts at once, also while the line is down,
 * and reaches the server later. No position ever goes back.
 */
export class SeenMarks {
  private marks: Map<string, Seen>;
  private readonly server = new Map<string, number>();
  private readonly name: string;
  private readonly before = new Map<string, number | undefined>();
  private readonly onChange: () => void;

  constructor(private readonly options: Options) {
    this.name = `seen:${options.agent}`;
    this.marks = parse(options.storage.getItem(this.name));
    this.onChange = options.onChange ?? (() => {});
  }

  /** Opens a thread: its "new" line stands after the position of this moment. */
  enter(thread: string): void {
    this.before.set(thread, this.get(thread)?.seq);
  }

  /** The position when the agent opened the thread; undefined if the agent never had. */
  entered(thread: string): number | undefined {
    return this.before.get(thread);
  }

  /** The position of a thread or of a discussion. */
  get(id: string): Seen | undefined {
    return this.marks.get(id);
  }

  /** Records that the agent looked at the thread or discussion of this id. */
  look(id: string, mark: Required<Seen>): void {
    const before = this.marks.get(id);
    if (before && before.seq >= mark.seq && before.conversation === mark.conversation) return;
    this.put(id, { ...mark, seq: Math.max(mark.seq, before?.seq ?? 0) });
    this.keep();
    if (mark.seq > (this.server.get(id) ?? 0)) this.tell(id, mark);
    this.onChange();
  }

  /** Reports the reads from a time without a connection, once it is back. */
  catchUp(threads: Iterable<string>): void {
    const followed = new Set(threads);
    for (const [id, mark] of this.marks) {
      if (!followed.has(threadOfTalk(id) ?? id)) continue;
      const { conversation, seq } = mark;
      if (!conversation || seq <= (this.server.get(id) ?? 0)) continue;
      this.tell(id, { conversation, seq });
    }
  }

  /** Takes the server's positions, of threads and of discussions. */
  learn(positions: Readonly<Record<string, number>>): void {
    let changed = false;
    for (const [id, seq] of Object.entries(positions)) {
      this.server.set(id, Math.max(seq, this.server.get(id) ?? 0));
      if ((this.marks.get(id)?.seq ?? 0) >= seq) continue;
      // The log says which conversation the position belongs to.
      this.put(id, { seq });
      changed = true;
    }
    if (!changed) return;
    this.keep();
    this.onChange();
  }

  changedElsewhere(name: string | null, value: string | null): void {
    if (name !== this.name) return;
    for (const [id, mark] of parse(value)) {
      if ((this.marks.get(id)?.seq ?? 0) <= mark.seq) this.marks.set(id, mark);
    }
    this.onChange();
  }

  private tell(id: string, { conversation, seq }: Required<Seen>): void {
    const discussion = threadOfTalk(id) ? { discussion: id } : {};
    this.options.tell?.({ conversation, ...discussion, seq });
  }

  private put(id: string, mark: Seen): void {
    this.marks.delete(id);
    this.marks.set(id, mark);
    for (const oldest of this.marks.keys()) {
      if (this.marks.size <= LIMIT) break;
      this.marks.delete(oldest);
    }
  }

  private keep(): void {
    try {
      this.options.storage.setItem(this.name, JSON.stringify([...this.marks].slice(-KEPT)));
    } catch {
      // The marks live as long as the page.
    }
  }
}

function parse(text: string | null): Map<string, Seen> {
  try {
    return new Map(text ? (JSON.parse(text) as [string, Seen][]) : []);
  } catch {
    return new Map();
  }
}
