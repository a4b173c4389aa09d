import type { FileRule } from '@/contract/protocol';

export type FileProblem =
  | { kind: 'empty' }
  | { kind: 'unknown' }
  | { kind: 'refused'; type: string }
  | { kind: 'large'; limit: number };

/** Tests whether the channel takes a file of this type and size. */
export function judge(
  type: string | undefined,
  size: number,
  rules: readonly FileRule[],
): { rule: FileRule } | { problem: FileProblem } {
  if (size === 0) return { problem: { kind: 'empty' } };
  if (!type) return { problem: { kind: 'unknown' } };
  const rule = rules.find((one) => one.types.includes(type));
  if (!rule) return { problem: { kind: 'refused', type } };
  if (size > rule.limit) return { problem: { kind: 'large', limit: rule.limit } };
  return { rule };
}

const SHORT: Record<string, string> = {
  'image/jpeg': 'JPG',
  'text/plain': 'TXT',
  'application/msword': 'DOC',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

/** "JPG" for `image/jpeg`. */
export const typeName = (mime: string): string =>
  SHORT[mime] ?? (mime.split('/')[1] ?? mime).replace(/^x-/, '').slice(0, 12).toUpperCase();

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** "1.4 MB"; bytes and kilobytes are whole numbers. */
export function sizeName(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 1 && value < 100 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${UNITS[unit]}`;
}

/** The types that a browser draws without running anything in them. */
const DRAWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
export const isDrawn = (mime: string): boolean => DRAWN.has(mime.toLowerCase());
