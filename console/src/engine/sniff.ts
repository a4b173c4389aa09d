/** The type of a file by its content, whatever its name. */
export const SNIFF_BYTES = 8192;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0) =>
  magic.every((byte, i) => bytes[at + i] === byte);
const ascii = (bytes: Uint8Array, text: string, at = 0) =>
  starts(
    bytes,
    [...text].map((c) => c.charCodeAt(0)),
    at,
  );

function contains(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at + text.length <= bytes.length; at += 1) {
    if (ascii(bytes, text, at)) return true;
  }
  return false;
}

const extension = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The MIME type that the first and last bytes show; the name only decides between siblings. */
export function sniff(head: Uint8Array, name: string, tail: Uint8Array = head): string | undefined {
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (ascii(head, 'GIF87a') || ascii(head, 'GIF89a')) return 'image/gif';
  if (ascii(head, 'RIFF') && ascii(head, 'WEBP', 8)) return 'image/webp';
  if (ascii(head, '%PDF-')) return 'application/pdf';
  if (ascii(head, 'ftyp', 4)) return 'video/mp4';
  if (starts(head, OLE)) {
    return { doc: 'application/msword', xls: 'application/vnd.ms-excel' }[extension(name)];
  }
  if (starts(head, ZIP)) {
    if (contains(head, 'word/') || contains(tail, 'word/')) {
      return `${OFFICE}.wordprocessingml.document`;
    }
    if (contains(head, 'xl/') || contains(tail, 'xl/')) return `${OFFICE}.spreadsheetml.sheet`;
    return undefined;
  }
  return isText(head) ? { csv: 'text/csv', txt: 'text/plain' }[extension(name)] : undefined;
}

/** Text has no zero bytes, and every sequence in it is whole. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    // A character that the end of the bytes cuts is text still.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Reads as much of a file as its type needs. */
export async function sniffFile(file: Blob & { name: string }): Promise<string | undefined> {
  const read = async (part: Blob) => new Uint8Array(await part.arrayBuffer());
  const head = await read(file.slice(0, SNIFF_BYTES));
  const tail = await read(file.slice(Math.max(0, file.size - SNIFF_BYTES)));
  return sniff(head, file.name, tail);
}
