/** A handler property, as browsers, Node and `ws` have it, each with an event type of its own. */
type Handler<E> = { bivariant(event: E): void }['bivariant'] | null;

/** The part of a WebSocket that this client uses. */
export interface WebSocketLike {
  send(text: string): void;
  close(): void;
  onopen: Handler<never>;
  onmessage: Handler<{ data: unknown }>;
  onclose: Handler<never>;
  onerror: Handler<never>;
}

export type WebSocketClass = new (url: string) => WebSocketLike;

/** The platform's WebSocket; Node before version 22 has none, and takes the package `ws`. */
export async function platformWebSocket(): Promise<WebSocketClass> {
  if (globalThis.WebSocket) return globalThis.WebSocket;
  // The name stands in a variable, so that no bundler looks for a package that its page never needs.
  const name = 'ws';
  try {
    const { WebSocket } = (await import(name)) as { WebSocket: WebSocketClass };
    return WebSocket;
  } catch (cause) {
    const remedy = 'install the package `ws`, or hand a class in as `WebSocket`';
    throw new Error(`This platform has no WebSocket: ${remedy}.`, { cause });
  }
}

/** One open socket, until it closes. */
export class Line {
  /** Resolves when the socket has closed, for whatever reason. */
  readonly closed: Promise<void>;
  private readonly socket: WebSocketLike;
  private open = true;
  private end = () => {};

  private constructor(socket: WebSocketLike) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      this.end = () => {
        this.open = false;
        resolve();
      };
    });
    socket.onclose = this.end;
    // `close` follows every error; without a listener `ws` would end the program.
    socket.onerror = () => {};
  }

  /** Opens a socket. `take` gets each frame, from the first moment on. */
  static async open(
    Socket: WebSocketClass,
    url: string,
    take: (line: Line, text: string) => void,
  ): Promise<Line> {
    const socket = new Socket(url);
    const line = new Line(socket);
    socket.onmessage = ({ data }) => {
      if (line.open) take(line, String(data));
    };
    const opened = new Promise<true>((resolve) => {
      socket.onopen = () => resolve(true);
    });
    if (await Promise.race([opened, line.closed])) return line;
    throw new Error('The socket did not open');
  }

  send(text: string): void {
    if (this.open) this.socket.send(text);
  }

  /** Closes at once for this client: on a dead network the other side's farewell takes long. */
  close(): void {
    this.end();
    this.socket.close();
  }
}
