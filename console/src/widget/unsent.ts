import type { Visitor, VisitorCommand } from '../contract/protocol';

/** What the visitor wrote and the log does not show yet. */
export interface Unsent {
  id: string;
  text: string;
  state: 'sending' | 'failed';
  problem?: string | undefined;
  /** To try again would come to the same. */
  never?: boolean | undefined;
  /** It is a file: nothing yet while it is being handed in, then the upload's id. */
  file?: { reference?: string } | undefined;
  /** How much of the file is handed in, of 100. */
  done?: number | undefined;
  /** It takes one of the choices of a message. */
  choice?: Omit<Extract<VisitorCommand, { type: 'choose' }>, 'type'> | undefined;
  /** How to reach the visitor, who writes while nobody is there. */
  reach?: string | undefined;
  /** The server has it; it only has to come back in the log. */
  safe?: boolean | undefined;
}

export function commandOf({ text, file, choice, reach }: Unsent): VisitorCommand {
  if (choice) return { type: 'choose', ...choice };
  if (file?.reference) return { type: 'attach', reference: file.reference };
  return { type: 'write', text, ...(reach ? { reach } : {}) };
}

/** What outlasts the page, for all tabs of a visitor. */
export interface Kept {
  visitor: Visitor;
  unsent: Unsent[];
  /** The newest message that was looked at. */
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

/** What to keep: a file that is not handed in yet is gone with the page; what another tab keeps stays. */
export function keptOf(unsent: Unsent[], theirs: Unsent[], over: Set<string>): Unsent[] {
  const mine = unsent.filter((u) => !u.file || u.file.reference);
  return [...mine, ...theirs.filter((u) => !over.has(u.id) && mine.every((m) => m.id !== u.id))];
}
