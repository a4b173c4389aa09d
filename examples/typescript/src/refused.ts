import type { Code, Refused as Refusal } from './generated/protocol.js';

/** An expected "no". Nothing has changed. `code` is stable; `message` and `remedy` are for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Later versions of the server may add codes. */
  readonly code: Code | (string & {});
  readonly remedy: string;
  /** The input field at fault. */
  readonly field: string | undefined;
  /** After how many seconds the same request may succeed. */
  readonly retryAfter: number | undefined;
  /** The whole refusal, with the fields that only some codes have: `agent`, `status`, `thread` and others. */
  readonly refused: Refusal;
  /** The HTTP status; absent where the refusal came over a socket. */
  readonly status: number | undefined;

  constructor(refused: Refusal, status?: number, retryAfter?: number) {
    super(refused.message);
    this.code = refused.code;
    this.remedy = refused.remedy;
    this.field = refused.field ?? undefined;
    this.retryAfter = refused.retry_after ?? retryAfter;
    this.refused = refused;
    this.status = status;
  }
}

/** The server gave no answer, or cannot serve now, for longer than the caller's patience. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  /** The HTTP status of an answer that is none of the server's own; absent where there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

/** The program stopped this client while a command or a wait was still open. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor() {
    super('The client was stopped.');
  }
}
