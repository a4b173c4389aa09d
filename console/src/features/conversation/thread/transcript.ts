import type { ThreadItem } from '@/engine/timeline';
import { line } from '@/features/message/line';
import { t } from '@/i18n/words';
import { describe, type Names } from './describe';

export interface TranscriptLine {
  at: number;
  author: string;
  kind: string;
  text: string;
}

/** The thread's items, as lines for a file. */
export function transcript(items: readonly ThreadItem[], names: Names): TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  const unsupported = t('thread-transcript-unsupported');
  for (const item of items) {
    const { at } = item;
    const kind = t(`thread-transcript-kinds-${item.type}`);
    switch (item.type) {
      case 'customer':
        lines.push({
          at,
          author: names.name('customer'),
          kind,
          text: line(item.content, unsupported),
        });
        break;
      case 'ours': {
        const author = item.automatic ? t('thread-transcript-automatic') : names.name(item.by);
        lines.push({ at, author, kind, text: line(item.content, unsupported) });
        break;
      }
      case 'system': {
        const { text, quote } = describe(item, names);
        if (text) lines.push({ at, author: '', kind, text: quote ? `${text} (${quote})` : text });
        break;
      }
      default:
        lines.push({ at, author: names.name(item.by), kind, text: item.text });
    }
  }
  return lines;
}

const stamp = (at: number) => new Date(at).toISOString().replace('T', ' ').slice(0, 19);

/** For reading: one paragraph for each line. */
export function asText(title: string, lines: readonly TranscriptLine[]): string {
  const body = lines.map(({ at, author, kind, text }) => {
    const who = author ? `${author} (${kind})` : kind;
    return `[${stamp(at)} UTC] ${who}\n${text.replace(/^/gm, '  ')}`;
  });
  return `${title}\n\n${body.join('\n\n')}\n`;
}

/** Marks a text as text that a spreadsheet would take for a formula. */
export function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const COLUMNS = ['time', 'author', 'kind', 'text'] as const;

export function asCsv(lines: readonly TranscriptLine[]): string {
  const columns = COLUMNS.map((column) => t(`thread-transcript-columns-${column}`));
  const rows = lines.map(({ at, author, kind, text }) => [stamp(at), author, kind, text]);
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
