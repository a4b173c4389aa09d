import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Place, putFile } from '@/engine/put';

/** A browser's request that the test answers. */
class FakeRequest {
  static last: FakeRequest;
  readonly headers: Record<string, string> = {};
  opened: string[] = [];
  sent: unknown;
  aborted = false;
  status = 0;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  onabort = () => {};

  constructor() {
    FakeRequest.last = this;
  }
  open(method: string, url: string): void {
    this.opened = [method, url];
  }
  setRequestHeader(name: string, value: string): void {
    // A browser throws at anything else.
    if (typeof value !== 'string' || !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
      throw new SyntaxError(`${name} is not a header`);
    }
    this.headers[name] = value;
  }
  send(body: unknown): void {
    this.sent = body;
  }
  abort(): void {
    this.aborted = true;
    this.onabort();
  }
  answer(status: number): void {
    this.status = status;
    this.onload();
  }
}

describe('the uploader', () => {
  const place: Place = {
    method: 'PUT',
    url: 'https://bucket.example/files/u-1?signature=x',
    headers: [
      { name: 'content-type', value: 'image/png' },
      { name: 'x-amz-checksum-sha256', value: 'AAAA' },
    ],
  };
  const file = new File(['bytes'], 'kettle.png');
  const stop = () => new AbortController();

  beforeEach(() => vi.stubGlobal('XMLHttpRequest', FakeRequest));
  afterEach(() => vi.unstubAllGlobals());

  it('the uploader sends the bytes to the signed address with each signed header by its name', async () => {
    const done = putFile(place, file, stop().signal, () => {});
    const request = FakeRequest.last;
    expect(request.opened).toEqual(['PUT', place.url]);
    expect(request.headers).toEqual({
      'content-type': 'image/png',
      'x-amz-checksum-sha256': 'AAAA',
    });
    expect(request.sent).toBe(file);
    request.answer(200);
    await expect(done).resolves.toBeUndefined();
  });

  it('the uploader reports the share of the bytes that the browser has sent', () => {
    const parts: number[] = [];
    void putFile(place, file, stop().signal, (part) => parts.push(part));
    FakeRequest.last.upload.onprogress?.({ loaded: 1, total: 4 });
    FakeRequest.last.upload.onprogress?.({ loaded: 1, total: 0 });
    expect(parts).toEqual([0.25]);
  });

  it('the uploader fails when the bucket refuses, is out of reach, or the page stops it', async () => {
    const refused = putFile(place, file, stop().signal, () => {});
    FakeRequest.last.answer(403);
    await expect(refused).rejects.toThrow('403');
    const lost = putFile(place, file, stop().signal, () => {});
    FakeRequest.last.onerror();
    await expect(lost).rejects.toThrow('unreachable');
    const page = stop();
    const stopped = putFile(place, file, page.signal, () => {});
    page.abort();
    expect(FakeRequest.last.aborted).toBe(true);
    await expect(stopped).rejects.toThrow('stopped');
  });
});
