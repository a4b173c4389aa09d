import type { Mention } from '@/contract/protocol';

/** As far as the server counts. */
const MOST = 99;
const keyOf = ({ conversation, seq }: Mention) => `${conversation} ${seq}`;

/** How many remarks in which I am mentioned I have not looked at. */
export class Mentions {
  private counted = 0;
  /** Those that came after it was counted. */
  private readonly news = new Map<string, Mention>();
  /** The newest that was looked at, here or on another screen. */
  private seen = 0;

  constructor(private readonly onChange: () => void) {}

  get unseen(): number {
    return Math.min(MOST, this.counted + this.news.size);
  }

  /** What came live, newest first. */
  get latest(): Mention[] {
    return [...this.news.values()].sort((a, b) => b.at - a.at);
  }

  /** The server has counted. */
  learn(unseen: number, seen = this.seen): void {
    this.seen = Math.max(this.seen, seen);
    // What has come already may have been on its way while it was counted.
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
