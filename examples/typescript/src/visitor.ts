import { Api, type ApiOptions } from './api.js';
import type {
  VisitorCommand,
  VisitorFrame,
  VisitorMessage,
  VisitorPush,
  VisitorSide,
} from './generated/protocol.js';
import { Refused } from './refused.js';
import { newId } from './repeat.js';
import { type Opening, Socket, type SocketOptions } from './socket.js';

type Of<K extends VisitorPush['type']> = Extract<VisitorPush, { type: K }>;

export interface VisitorOptions extends SocketOptions<VisitorPush> {
  /** The name that the visitor gave, up to 40 characters. */
  name?: string;
  /** The token of an earlier run: it is the visitor, for 30 days. */
  token?: string;
  api?: ApiOptions;
}

/** A web chat's customer (docs/protocol, section 9). */
export class Visitor extends Socket<VisitorFrame, VisitorPush> {
  readonly api: Api;
  /** The chat without gaps, oldest message first. */
  messages: VisitorMessage[] = [];
  state: Of<'chat'>['state'] | undefined;
  /** The place in the queue while the chat waits, 1 being next. */
  place: number | undefined;
  private readonly asset: string;
  private readonly name: string | undefined;
  private current: string | undefined;
  /** The position from which the client last asked for missing messages. */
  private asked: number | undefined;

  constructor(
    address: string,
    asset: string,
    { name, token, api, ...options }: VisitorOptions = {},
  ) {
    super(options);
    this.api = new Api(address, () => this.current, api);
    this.asset = asset;
    this.name = name;
    this.current = token;
  }

  /** Every ticket brings a new one. Keep the newest to be the same visitor after a restart. */
  get token(): string | undefined {
    return this.current;
  }

  /** Writes to the business; resolves when the server has stored the text. Throws `Refused`. */
  write(text: string, id?: string): Promise<Of<'ack'>> {
    return this.command({ type: 'write', text }, id);
  }

  command(command: VisitorCommand, id = newId()): Promise<Of<'ack'>> {
    return this.ask({ action: 'messaging', id, command, after: this.position });
  }

  /** The texts of one side. */
  texts(side: VisitorSide): string[] {
    return this.messages.flatMap(({ from, content }) =>
      from === side && content?.kind === 'text' ? [content.text] : [],
    );
  }

  /** The newest message number that this client holds. */
  private get position(): number {
    return this.messages.at(-1)?.number ?? 0;
  }

  protected async ticket(signal: AbortSignal): Promise<Opening> {
    try {
      if (!this.current) await this.begin(signal);
      return await this.opened(signal);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      // The token has lapsed, and the visitor with it: the next one has a chat of their own.
      await this.begin(signal);
      return this.opened(signal);
    }
  }

  private async begin(signal: AbortSignal): Promise<void> {
    this.current = undefined;
    this.messages = [];
    const body = { asset: this.asset, ...(this.name === undefined ? {} : { name: this.name }) };
    this.current = (await this.api.call('POST', '/v1/visitors', { body, signal })).token;
  }

  private async opened(signal: AbortSignal): Promise<Opening> {
    const ticket = await this.api.call('POST', '/v1/visitors/ticket', { signal });
    this.current = ticket.visitor.token;
    return ticket;
  }

  protected first(): VisitorFrame {
    this.asked = undefined;
    return { action: 'hello', after: this.position };
  }

  protected ping(): VisitorFrame {
    return { action: 'ping', after: this.position };
  }

  protected answers(push: VisitorPush): boolean {
    return push.type === 'chat';
  }

  protected take(push: VisitorPush): void {
    if (push.type === 'place') this.place = push.place;
    if (push.type === 'chat') this.chat(push);
  }

  private chat({ state, place, messages, position, more }: Of<'chat'>): void {
    this.state = state;
    this.place = place ?? undefined;
    for (const message of messages) {
      if (message.number === this.position + 1) this.messages.push(message);
    }
    // The client asks once from each position: an answer without news must not begin a circle.
    const behind = more || position > this.position;
    if (behind && this.asked !== this.position) {
      this.asked = this.position;
      this.send(this.ping());
    }
  }
}
