import type { Mention } from '@/contract/protocol';

/** The server counts up to this number. */
const MOST = 99;
const keyOf = ({ conversation, seq }: Mention) => `${conversation} ${seq}`;

/** The number of comments that mention me and that I have not looked at. */
export class Mentions {
  private counted = 0;
  /** The mentions that came after the server counted. */
  private readonly news = new Map<string, Mention>();
  /** The moment of the newest mention that I looked at, here or on another screen. */
  private seen = 0;

  constructor(private readonly onChange: () => void) {}

  get unseen(): number {
    return Math.min(MOST, this.counted + this.news.size);
  }

  /** The mentions that came live, newest first. */
  get latest(): Mention[] {
    return [...this.news.values()].sort((a, b) => b.at - a.at);
  }

  /** Takes the server's count. */
  learn(unseen: number, seen = this.seen): void {
    this.seen = Math.max(this.seen, seen);
    // A mention that is here already may have been on its way during the count.
    const here = [...this.news.values()].filter(({ at }) => at > this.seen).length;
    this.counted = Math.max(unseen, here);
    this.news.clear();
    this.onChange();
  }

  receive(mention: Mention): void {
    if (mention.at <= this.seen) return;
    this.news.set(keyOf(mention), mention);
    this.onChange();
  }
}
