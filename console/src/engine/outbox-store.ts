import { uuidv7 } from './ids';
import type { OutboxItem, OutboxStore } from './outbox';

const DATABASE = 'switchboard';
const TABLE = 'outbox';

type Kept = OutboxItem & { agent: string; tab: string };

/** Keeps unsent messages in IndexedDB; another open tab's messages are left to that tab. */
export class IndexedOutbox implements OutboxStore {
  private readonly tab = uuidv7();
  private readonly database: Promise<IDBDatabase>;

  constructor(
    private readonly agent: string,
    factory: IDBFactory = indexedDB,
    private readonly locks: LockManager | undefined = navigator.locks,
  ) {
    this.database = new Promise((resolve, reject) => {
      const request = factory.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    this.database.catch(() => {});
    // This page holds the lock while it lives: other tabs see that its messages have an owner.
    void this.locks?.request(`outbox-${this.tab}`, () => new Promise(() => {}));
  }

  async load(): Promise<OutboxItem[]> {
    const all = await this.run<Kept[]>('readonly', (table) => table.getAll());
    const state = await this.locks?.query();
    const alive = new Set(state?.held?.map((lock) => lock.name));
    return (all ?? []).filter(
      (item) => item.agent === this.agent && !alive.has(`outbox-${item.tab}`),
    );
  }

  async put(item: OutboxItem): Promise<void> {
    // A plain copy: IndexedDB cannot clone reactive wrappers.
    const kept: Kept = { ...structuredClone(item), agent: this.agent, tab: this.tab };
    await this.run('readwrite', (table) => table.put(kept));
  }

  async remove(id: string): Promise<void> {
    await this.run('readwrite', (table) => table.delete(id));
  }

  /** Private windows may refuse storage: then messages live only as long as the page. */
  private async run<T>(
    mode: IDBTransactionMode,
    act: (table: IDBObjectStore) => IDBRequest<T> | IDBRequest,
  ): Promise<T | undefined> {
    try {
      const database = await this.database;
      return await new Promise<T>((resolve, reject) => {
        const request = act(database.transaction(TABLE, mode).objectStore(TABLE));
        request.onsuccess = () => resolve(request.result as T);
        request.onerror = () => reject(request.error);
      });
    } catch {
      return undefined;
    }
  }
}
