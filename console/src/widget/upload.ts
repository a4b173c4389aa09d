import type { Media, Upload, Uploaded } from '../contract/protocol';
import { putFile } from '../engine/put';
import { sniffFile } from '../engine/sniff';
import { askFiles, type Files, Unfit } from './files';
import { moreWords } from './more-words';
import { filled, type Words } from './words';

/** Uploads a file and waits for its check. The check goes by the content, not by the name. */
export async function handIn(
  files: Files,
  file: File,
  page: Words,
  stop: AbortSignal,
  onProgress: (done: number) => void,
  put: typeof putFile = putFile,
): Promise<Media> {
  const words = moreWords(page);
  const mime = await sniffFile(file);
  const rule = files.rules.find((one) => mime && one.types.includes(mime));
  if (!mime || !rule) throw new Unfit(words.fileKind, true);
  if (file.size > rule.limit) {
    throw new Unfit(filled(words.fileLarge, Math.floor(rule.limit / (1024 * 1024))), true);
  }
  const { name, size } = file;
  const announced = await askFiles<Upload>(files, 'POST', '/v1/visitors/uploads', {
    name,
    mime,
    size,
  });
  await put(announced, file, stop, (part) => onProgress(100 * part));
  stop.throwIfAborted();
  const path = `/v1/visitors/uploads/${encodeURIComponent(announced.id)}/complete`;
  return (await askFiles<Uploaded>(files, 'POST', path)).media;
}
