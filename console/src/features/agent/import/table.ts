/** The most bytes of a request's body (docs/protocol, `POST /v1/agents/import`). */
const BODY = 3_000_000;
/** The first bytes of a workbook: a spreadsheet's own format is a ZIP archive. */
const WORKBOOK = [0x50, 0x4b, 0x03, 0x04];

export type TableProblem = 'empty' | 'large' | 'workbook';

/** The reason for which a table's text cannot be sent; undefined if it can. */
export function problemOf(csv: string): TableProblem | undefined {
  if (!csv.trim()) return 'empty';
  return new Blob([JSON.stringify({ csv, dry_run: true })]).size > BODY ? 'large' : undefined;
}

/**
 * The text of a file. A file that is no UTF-8 comes from an older spreadsheet, which writes
 * Windows-1252; UTF-16 begins with its mark.
 */
export async function textIn(file: Blob): Promise<string | TableProblem> {
  // A file of so many bytes is too large in any encoding.
  if (file.size > 2 * BODY) return 'large';
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (WORKBOOK.every((byte, at) => bytes[at] === byte)) return 'workbook';
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254 255') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export const isProblem = (text: string): text is TableProblem =>
  text === 'empty' || text === 'large' || text === 'workbook';

/** A table with every known column; its teams are the workspace's own. */
export function sampleRows(teams: readonly string[]): string[][] {
  const [one = '', other = one] = teams;
  const both = one && other !== one ? `${one}; ${other}` : one;
  return [
    ['email', 'name', 'role', 'teams', 'skills', 'capacity', 'call'],
    ['kim.lee@example.com', 'Kim Lee', 'agent', one, 'english; billing', '5', ''],
    ['lou.ortiz@example.com', 'Lou Ortiz', 'manager', both, '', '3', ''],
  ];
}
