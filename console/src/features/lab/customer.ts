import type { Clock } from '@/engine/clock';
import type { Customer, LabApi } from './api';

export interface PlayerOptions {
  name: string;
  address: string;
  /** The first line begins; each of the others answers a message of the agents. */
  lines: readonly string[];
  clock: Clock;
  api: Pick<LabApi, 'customers' | 'write'>;
}

const LOOKS_EVERY = 1_000;
const THINKS = 1_500;

/** A scripted customer: writes, and answers the agents' messages. */
export class Player {
  private cancel = () => {};
  /** The number of the agents' messages that the customer has noticed. */
  private answered = 0;
  private said = 1;

  constructor(private readonly options: PlayerOptions) {}

  /** Writes the first line; earlier messages do not count. */
  async begin(): Promise<void> {
    const { api, address, name, lines } = this.options;
    this.answered = ours(await this.me());
    this.said = 1;
    await api.write(address, name, lines[0] ?? '');
  }

  start(): void {
    this.stop();
    this.cancel = this.options.clock.after(LOOKS_EVERY, () => void this.look());
  }

  stop(): void {
    this.cancel();
  }

  private async look(): Promise<void> {
    const { api, address, name, lines, clock } = this.options;
    try {
      const count = ours(await this.me());
      const line = lines[this.said];
      if (count > this.answered && line) {
        this.answered = count;
        this.said += 1;
        clock.after(THINKS, () => void api.write(address, name, line).catch(() => {}));
      }
    } catch {
      // The customer looks again soon.
    }
    this.start();
  }

  private async me(): Promise<Customer | undefined> {
    const { api, address } = this.options;
    return (await api.customers()).find((customer) => customer.address === address);
  }
}

const ours = (customer: Customer | undefined) =>
  customer?.messages.filter((message) => message.from === 'business').length ?? 0;
