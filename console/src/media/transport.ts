import type { Place } from './uploads';

/** Sends a file's bytes. `fetch` cannot say how far it is; this can. */
export function put(
  place: Place,
  file: File,
  onProgress: (part: number) => void,
): { done: Promise<void>; stop: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new Error(`upload: ${request.status}`));
    request.onerror = () => reject(new Error('upload: unreachable'));
    request.onabort = () => reject(new Error('upload: stopped'));
    request.open(place.method, place.url);
    for (const [name, value] of Object.entries(place.headers))
      request.setRequestHeader(name, value);
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

const EDGE = 96;

/** A small picture of a picture, as text: the page's policy allows no other address. */
export async function thumbnail(file: File): Promise<string | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    return undefined;
  }
}
