import type { Upload } from '@/contract/protocol';

/** The address and the headers for the bytes of a file: the server has signed them. */
export type Place = Pick<Upload, 'url' | 'method' | 'headers'>;

/**
 * Sends a file's bytes, from the console and from the widget. `fetch` reports no progress; this
 * does: `onProgress` gets a part of one. The page's `stop` rejects it, as an answer other than 2xx
 * does.
 */
export function putFile(
  place: Place,
  file: Blob,
  stop: AbortSignal,
  onProgress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(place.method, place.url);
    for (const { name, value } of place.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      if (total) onProgress(loaded / total);
    };
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new Error(`upload: ${request.status}`));
    request.onerror = () => reject(new Error('upload: unreachable'));
    request.onabort = () => reject(new Error('upload: stopped'));
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
