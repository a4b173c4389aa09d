import type { Seen } from './lists';

/** In memory, and of these in the browser's storage: the ones that were touched last. */
const LIMIT = 10_000;
const KEPT = 500;

interface Options {
  agent: string;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  onChange?: () => void;
  /** Tells the server how far a conversation was read; nothing where the line is down. */
  tell?: (conversation: string, seq: number) => void;
}

/**
 * How far an agent has read each thread. The server's positions hold on every machine; what was read
 * here counts at once, also while the line is down, and is told later. No position ever goes back.
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

  get(thread: string): Seen | undefined {
    return this.marks.get(thread);
  }

  look(thread: string, mark: Required<Seen>): void {
    const before = this.marks.get(thread);
    if (before && before.seq >= mark.seq && before.conversation === mark.conversation) return;
    this.put(thread, { ...mark, seq: Math.max(mark.seq, before?.seq ?? 0) });
    this.keep();
    if (mark.seq > (this.server.get(thread) ?? 0)) this.options.tell?.(mark.conversation, mark.seq);
    this.onChange();
  }

  /** What was read while the line was down is told once it is up. */
  catchUp(threads: Iterable<string>): void {
    for (const thread of threads) {
      const mark = this.marks.get(thread);
      if (!mark?.conversation || mark.seq <= (this.server.get(thread) ?? 0)) continue;
      this.options.tell?.(mark.conversation, mark.seq);
    }
  }

  /** What the server knows. */
  learn(positions: Readonly<Record<string, number>>): void {
    let changed = false;
    for (const [thread, seq] of Object.entries(positions)) {
      this.server.set(thread, Math.max(seq, this.server.get(thread) ?? 0));
      if ((this.marks.get(thread)?.seq ?? 0) >= seq) continue;
      // Which conversation it was read in, the log says.
      this.put(thread, { seq });
      changed = true;
    }
    if (!changed) return;
    this.keep();
    this.onChange();
  }

  changedElsewhere(name: string | null, value: string | null): void {
    if (name !== this.name) return;
    for (const [thread, mark] of parse(value)) {
      if ((this.marks.get(thread)?.seq ?? 0) <= mark.seq) this.marks.set(thread, mark);
    }
    this.onChange();
  }

  private put(thread: string, mark: Seen): void {
    this.marks.delete(thread);
    this.marks.set(thread, mark);
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
