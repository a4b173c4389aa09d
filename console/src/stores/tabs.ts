/** The news between an agent's tabs, so that one of them speaks for all. */
export interface TabNews {
  from: string;
  /** The conversation that the agent looks at there; undefined if none. */
  looking?: string | undefined;
  /** The discussion in it that the agent looks at. */
  talk?: string | undefined;
  gone?: boolean;
}

interface Channel {
  postMessage(news: TabNews): void;
  close(): void;
  onmessage: ((event: MessageEvent<TabNews>) => void) | null;
}

interface Locks {
  request(
    name: string,
    options: { signal: AbortSignal },
    hold: () => Promise<void>,
  ): Promise<unknown>;
}

export interface TabsOptions {
  name: string;
  /** This tab's own name among them. */
  self: string;
  channel: (name: string) => Channel | undefined;
  locks: Locks | undefined;
}

/** The tabs of one agent in one browser. */
export class Tabs {
  private readonly channel: Channel | undefined;
  private readonly elsewhere = new Map<string, Pick<TabNews, 'looking' | 'talk'>>();
  private readonly leading = new Set<string>();
  private readonly ends = new AbortController();
  private said: Pick<TabNews, 'looking' | 'talk'> = {};

  constructor(private readonly options: TabsOptions) {
    this.channel = options.channel(options.name);
    if (!this.channel) return;
    this.channel.onmessage = ({ data }) => {
      if (data.gone) this.elsewhere.delete(data.from);
      else {
        const known = this.elsewhere.has(data.from);
        this.elsewhere.set(data.from, data);
        // A tab that has just opened does not know what the others look at.
        if (!known) this.tell();
      }
    };
    this.tell();
  }

  /** Tells the other tabs what the agent looks at here. */
  look(looking: string | undefined, talk?: string): void {
    if (looking === this.said.looking && talk === this.said.talk) return;
    this.said = { looking, talk };
    this.tell();
  }

  /** Tests whether another tab looks at the conversation and discussion, or at anything at all. */
  lookedAt(conversation?: string, discussion?: string): boolean {
    return [...this.elsewhere.values()].some(({ looking, talk }) => {
      if (conversation === undefined) return looking !== undefined;
      return looking === conversation && (discussion === undefined || talk === discussion);
    });
  }

  /**
   * Asks for the lead in a task of a single tab. The tab has the lead from when it gets the lock
   * until it closes; without locks every tab thinks it is alone.
   */
  lead(what: string): void {
    const { locks, name } = this.options;
    if (!locks) {
      this.leading.add(what);
      return;
    }
    void locks
      .request(`${name} ${what}`, { signal: this.ends.signal }, () => {
        this.leading.add(what);
        return new Promise<void>((done) => {
          this.ends.signal.addEventListener('abort', () => done());
        });
      })
      .catch(() => {
        // The tab closed before its turn came.
      });
  }

  leads(what: string): boolean {
    return this.leading.has(what);
  }

  close(): void {
    this.channel?.postMessage({ from: this.options.self, gone: true });
    this.channel?.close();
    this.leading.clear();
    this.ends.abort();
  }

  private tell(): void {
    this.channel?.postMessage({ from: this.options.self, ...this.said });
  }
}

export function browserTabs(subject: string): Tabs {
  return new Tabs({
    name: `switchboard ${subject}`,
    self: crypto.randomUUID(),
    channel: (name) =>
      typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name),
    locks: navigator.locks as Locks | undefined,
  });
}
