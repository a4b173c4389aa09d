// A small server that answers as a test says, and keeps every request and frame.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A status with a body and headers, or a connection that is lost after the request. */
export type Given = 'lost' | { status: number; body?: unknown; headers?: Record<string, string> };

/** Answers HTTP requests in turn; the last answer stays. */
export async function fakeApi(test: TestContext, ...answers: Given[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const given = answers[Math.min(asked.length, answers.length - 1)] ?? 'lost';
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, headers, body: Buffer.concat(parts).toString() });
    if (given === 'lost') return request.socket.destroy();
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
    response.end(JSON.stringify(given.body ?? {}));
  });
  return { asked, address: await listening(test, server) };
}

/** A server whose sockets answer as `answer` says: it gets each frame, and the number of its socket. */
export async function fakeSockets(
  test: TestContext,
  answer: (frame: Record<string, unknown>, socket: WebSocket, number: number) => void,
) {
  const frames: Record<string, unknown>[] = [];
  let opened = 0;
  const server = createServer((_, response) => {
    const url = `${address.replace('http', 'ws')}/socket`;
    response.end(JSON.stringify({ ticket: 'a ticket', url, expires: 0 }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    opened += 1;
    const number = opened;
    socket.on('message', (text) => {
      const frame = JSON.parse(String(text));
      frames.push(frame);
      answer(frame, socket, number);
    });
  });
  const address = await listening(test, server);
  return { address, frames, opened: () => opened };
}

async function listening(test: TestContext, server: ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as { port: number };
  return `http://127.0.0.1:${port}`;
}
