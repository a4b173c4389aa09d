import type { Conversation, FileRule } from '@/contract/protocol';
import { typeName } from '@/engine/fileRules';

const MB = 1024 * 1024;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCUMENTS = [
  'application/pdf',
  'application/msword',
  `${OFFICE}.wordprocessingml.document`,
  'application/vnd.ms-excel',
  `${OFFICE}.spreadsheetml.sheet`,
  'text/csv',
  'text/plain',
];

/** The files of a comment: everything that any channel carries. */
export const COMMENT_FILES: FileRule[] = [
  { medium: 'image', types: ['image/png', 'image/jpeg', 'image/gif'], limit: 5 * MB },
  { medium: 'document', types: DOCUMENTS, limit: 10 * MB },
  { medium: 'video', types: ['video/mp4'], limit: 16 * MB },
];

/** The files that the conversation's channel carries; none if the server takes no files. */
export const filesOf = (conversation: Conversation): FileRule[] =>
  (conversation as { files?: FileRule[] }).files ?? [];

/** "PNG, JPG, PDF". */
export const kindsName = (rules: readonly FileRule[]): string =>
  [...new Set(rules.flatMap((rule) => rule.types.map(typeName)))].join(', ');
