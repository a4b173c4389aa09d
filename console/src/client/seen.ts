import type { Seen } from './lists';

const LIMIT = 500;

/** What an agent has looked at, kept in this browser and shared between its tabs. */
export class SeenMarks {
  private marks: Map<string, Seen>;
  private readonly name: string;
  private readonly before = new Map<string, number | undefined>();

  constructor(
    agent: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly onChange: () => void = () => {},
  ) {
    this.name = `seen:${agent}`;
    this.marks = parse(storage.getItem(this.name));
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

  look(thread: string, mark: Seen): void {
    const before = this.marks.get(thread);
    if (before && before.seq >= mark.seq && before.conversation === mark.conversation) return;
    this.marks.delete(thread);
    this.marks.set(thread, mark);
    for (const oldest of this.marks.keys()) {
      if (this.marks.size <= LIMIT) break;
      this.marks.delete(oldest);
    }
    try {
      this.storage.setItem(this.name, JSON.stringify([...this.marks]));
    } catch {
      // Kept for as long as the page lives.
    }
    this.onChange();
  }

  changedElsewhere(name: string | null, value: string | null): void {
    if (name !== this.name) return;
    this.marks = parse(value);
    this.onChange();
  }
}

function parse(text: string | null): Map<string, Seen> {
  try {
    return new Map(text ? (JSON.parse(text) as [string, Seen][]) : []);
  } catch {
    return new Map();
  }
}
