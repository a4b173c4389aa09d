import type { Visitor, VisitorCommand } from '../contract/protocol';

/** A message of the visitor that the log does not show yet. */
export interface Unsent {
  id: string;
  text: string;
  state: 'sending' | 'failed';
  problem?: string | undefined;
  /** True if another try would fail, too. */
  never?: boolean | undefined;
  /** Set for a file: empty during the upload, then with the upload's id. */
  file?: { reference?: string } | undefined;
  /** The file itself, as long as the page lives. */
  raw?: File;
  /** The uploaded part of the file, in percent. */
  done?: number | undefined;
  /** Set if the message takes one of the choices of a question. */
  choice?: Omit<Extract<VisitorCommand, { type: 'choose' }>, 'type'> | undefined;
  /** The address of a visitor who writes while nobody is there. */
  reach?: string | undefined;
  /** True if the server has it; it only has to come back in the log. */
  safe?: boolean | undefined;
}

/** A command's id: 128 random bits. */
export const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** True if the message can go out now: a file on its way holds nothing up. */
export const ready = ({ state, safe, file }: Unsent) =>
  state === 'sending' && !safe && (!file || file.reference);

export function commandOf({ text, file, choice, reach }: Unsent): VisitorCommand {
  if (choice) return { type: 'choose', ...choice };
  if (file?.reference) return { type: 'attach', reference: file.reference };
  return { type: 'write', text, ...(reach ? { reach } : {}) };
}

/** The part that outlasts the page, for all tabs of a visitor. */
export interface Kept {
  visitor: Visitor;
  unsent: Unsent[];
  /** The newest message that the visitor has looked at. */
  seen?: number;
}

export function readKept(text: string | null): Kept | undefined {
  try {
    const kept = text ? (JSON.parse(text) as Kept) : undefined;
    return kept?.visitor?.token && Array.isArray(kept.unsent) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The messages to keep: a file without a finished upload goes with the page; another tab's messages
 * stay.
 */
export function keptOf(unsent: Unsent[], theirs: Unsent[], over: Set<string>): Unsent[] {
  const mine = unsent.filter((u) => !u.file || u.file.reference);
  return [...mine, ...theirs.filter((u) => !over.has(u.id) && mine.every((m) => m.id !== u.id))];
}
