import type { Conversation, FileRule } from '@/contract/protocol';
import { typeName } from '@/features/file/rules';

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

/** What can go with a comment: everything that any channel carries. */
export const COMMENT_FILES: FileRule[] = [
  { medium: 'image', types: ['image/png', 'image/jpeg', 'image/gif'], limit: 5 * MB },
  { medium: 'document', types: DOCUMENTS, limit: 10 * MB },
  { medium: 'video', types: ['video/mp4'], limit: 16 * MB },
];

/** What the channel of a conversation carries; nothing where the server takes no files. */
export const filesOf = (conversation: Conversation): FileRule[] =>
  (conversation as { files?: FileRule[] }).files ?? [];

/** "PNG, JPG, PDF". */
export const kindsName = (rules: readonly FileRule[]): string =>
  [...new Set(rules.flatMap((rule) => rule.types.map(typeName)))].join(', ');
