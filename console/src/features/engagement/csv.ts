/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n\t]|^\s|\s$/;

/** A cell that no spreadsheet runs: a possible formula becomes text, in quotes. */
export function cell(value: string | number | null | undefined): string {
  const plain = value === null || value === undefined ? '' : String(value);
  // A counted number stays a number; a text that looks like one is a person's words.
  const risky = typeof value !== 'number' && FORMULA.test(plain);
  const text = risky ? `'${plain}` : plain;
  return risky || QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  // The mark tells spreadsheets that it is UTF-8.
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Hands a text to the browser as a file. */
export function save(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
