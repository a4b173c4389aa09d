import type { Frame } from '@/contract/protocol';
import type { Seen } from './lists';

/** In memory, and of these in the browser's storage: the ones that were touched last. */
const LIMIT = 10_000;
const KEPT = 500;

/** How far one read: of a thread, or of a discussion in it. */
export type Read = Omit<Extract<Frame, { action: 'read' }>, 'action'>;

interface Options {
  agent: string;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  onChange?: () => void;
  /** Tells the server how far was read; nothing where the line is down. */
  tell?: (read: Read) => void;
}

/** A discussion's id is its thread's and a number: `…-d7`. */
const threadOfTalk = (id: string) => /^(.+)-d\d+$/.exec(id)?.[1];

/**
 * How far an agent has read each thread, and each discussion in it: by their ids. The server's
 * positions hold on every machine; what was read here counts at once, also while the line is down,
 * and is told later. No position ever goes back.
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

  /** A thread is opened: what was seen of it until now is what its "new" line stands after. */
  enter(thread: string): void {
    this.before.set(thread, this.get(thread)?.seq);
  }

  /** Up to where it had been seen when it was opened; undefined if never. */
  entered(thread: string): number | undefined {
    return this.before.get(thread);
  }

  /** Of a thread or of a discussion. */
  get(id: string): Seen | undefined {
    return this.marks.get(id);
  }

  /** The thread, or the discussion of this id, was looked at. */
  look(id: string, mark: Required<Seen>): void {
    const before = this.marks.get(id);
    if (before && before.seq >= mark.seq && before.conversation === mark.conversation) return;
    this.put(id, { ...mark, seq: Math.max(mark.seq, before?.seq ?? 0) });
    this.keep();
    if (mark.seq > (this.server.get(id) ?? 0)) this.tell(id, mark);
    this.onChange();
  }

  /** What was read while the line was down is told once it is up. */
  catchUp(threads: Iterable<string>): void {
    const followed = new Set(threads);
    for (const [id, mark] of this.marks) {
      if (!followed.has(threadOfTalk(id) ?? id)) continue;
      const { conversation, seq } = mark;
      if (!conversation || seq <= (this.server.get(id) ?? 0)) continue;
      this.tell(id, { conversation, seq });
    }
  }

  /** What the server knows, of threads and of discussions. */
  learn(positions: Readonly<Record<string, number>>): void {
    let changed = false;
    for (const [id, seq] of Object.entries(positions)) {
      this.server.set(id, Math.max(seq, this.server.get(id) ?? 0));
      if ((this.marks.get(id)?.seq ?? 0) >= seq) continue;
      // Which conversation it was read in, the log says.
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
      // Kept for as long as the page lives.
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
