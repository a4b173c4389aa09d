import { actions } from '@/contract/actions';
import type { Command, CommandFrame, Done, Frame, Problem, Refused } from '@/contract/protocol';
import type { Clock } from './clock';
import { uuidv7 } from './ids';

/**
 * The end of a command. `unreachable` means an unknown result: the console may send the same id
 * again.
 */
export type Outcome =
  | { result: 'done'; seq: number }
  | { result: 'refused'; refused: Refused }
  | { result: 'unreachable' };

export const ACK_LIMIT = 5_000;
/** The time that a command's entry may take to come by itself, in ms. */
export const ENTRY_LIMIT = 2_000;

type Action = Extract<Frame, { command: Command }>['action'];

/** Codes after which the very same command is worth sending again. */
const PASSING = new Set(['busy', 'unavailable', 'outbox_full']);

type Posted = Pick<Done, 'seq'> | Problem;

export interface CourierOptions {
  clock: Clock;
  /** False when the socket takes no frames now. */
  send: (frame: object) => boolean;
  /** `POST /v1/commands`. Throws when the server cannot be reached. */
  post: (frame: CommandFrame) => Promise<Done | Problem>;
  /** Called when the log should have this entry by now. */
  due?: (conversation: string, seq: number) => void;
}

/** Sends one command to the server: by the socket, or after 5 s by HTTP with the same id. */
export class CommandSender {
  private readonly waiting = new Map<string, (outcome: Outcome) => void>();

  constructor(private readonly options: CourierOptions) {}

  frame(conversation: string, command: Command, seen?: number, id?: string): CommandFrame {
    const frame: CommandFrame = {
      id: id ?? uuidv7(this.options.clock.now()),
      conversation,
      command,
    };
    return seen ? { ...frame, seen } : frame;
  }

  deliver(frame: CommandFrame): Promise<Outcome> {
    const { post } = this.options;
    const action: Action = actions[frame.command.type];
    const outcome = this.carry(frame.id, { action, ...frame }, () => post(frame));
    void outcome.then((end) => {
      if (end.result === 'done') this.expect(frame.conversation, end.seq);
    });
    return outcome;
  }

  /** Sends any frame that the server answers by its id; `post` sends the same by HTTP. */
  async carry(id: string, frame: object, post: () => Promise<Posted>): Promise<Outcome> {
    const answer = await this.bySocket(id, frame);
    const outcome = answer ?? (await this.byHttp(post));
    if (outcome.result === 'refused' && PASSING.has(outcome.refused.code)) {
      return outcome.refused.code === 'outbox_full' ? outcome : { result: 'unreachable' };
    }
    return outcome;
  }

  /** An acknowledgement without its entry in time is a sign that the entry was lost. */
  private expect(conversation: string, seq: number): void {
    const { clock, due } = this.options;
    if (due) clock.after(ENTRY_LIMIT, () => due(conversation, seq));
  }

  /** Takes an `ack` or `refused` frame. True if it was for one of this sender's commands. */
  answered(id: string | null | undefined, outcome: Outcome): boolean {
    const done = id ? this.waiting.get(id) : undefined;
    done?.(outcome);
    return done !== undefined;
  }

  private bySocket(id: string, frame: object): Promise<Outcome | undefined> {
    return new Promise((resolve) => {
      const finish = (outcome: Outcome | undefined) => {
        cancel();
        this.waiting.delete(id);
        resolve(outcome);
      };
      const cancel = this.options.clock.after(ACK_LIMIT, () => finish(undefined));
      this.waiting.set(id, finish);
      if (!this.options.send(frame)) finish(undefined);
    });
  }

  private async byHttp(post: () => Promise<Posted>): Promise<Outcome> {
    try {
      const answer = await post();
      return 'error' in answer
        ? { result: 'refused', refused: answer.error }
        : { result: 'done', seq: answer.seq };
    } catch {
      return { result: 'unreachable' };
    }
  }
}
