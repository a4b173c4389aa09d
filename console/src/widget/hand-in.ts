import type { Media, Upload, Uploaded } from '../client/protocol';
import { widgetMore } from '../i18n/en/widget';
import { sniffFile } from '../media/sniff';
import { type Files, Unfit } from './files';
import { filled, saidOf, type Words } from './words';

export type Put = (
  to: Pick<Upload, 'url' | 'method' | 'headers'>,
  file: Blob,
  stop: AbortSignal,
  onProgress: (done: number) => void,
) => Promise<boolean>;

/** The browser's way; `fetch` cannot tell how far it is. */
export const putByRequest: Put = (to, file, stop, onProgress) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(to.method, to.url);
    for (const { name, value } of to.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress((100 * loaded) / (total || 1));
    request.onload = () => resolve(request.status < 300);
    request.onerror = () => reject(new Error('the file did not get through'));
    request.onabort = request.onerror;
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });

/** Hands a file in and has it looked at. It is judged by what it is, not by what it is called. */
export async function handIn(
  files: Files,
  file: File,
  page: Words,
  stop: AbortSignal,
  onProgress: (done: number) => void,
  put: Put = putByRequest,
): Promise<Media> {
  const words = saidOf(page.data, widgetMore);
  const mime = await sniffFile(file);
  const rule = files.rules.find((one) => mime && one.types.includes(mime));
  if (!mime || !rule) throw new Unfit(words.fileKind, true);
  if (file.size > rule.limit) {
    throw new Unfit(filled(words.fileLarge, Math.floor(rule.limit / (1024 * 1024))), true);
  }
  const { name, size } = file;
  const announced = await files.ask<Upload>('POST', '/v1/visitors/uploads', { name, mime, size });
  if (!(await put(announced, file, stop, onProgress))) throw new Error('the file was not kept');
  stop.throwIfAborted();
  const path = `/v1/visitors/uploads/${encodeURIComponent(announced.id)}/complete`;
  return (await files.ask<Uploaded>('POST', path)).media;
}
