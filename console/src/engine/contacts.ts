import type { ContactChange, ContactProfile, Content, Entry, Media } from '@/contract/protocol';
import { fileStates, shownFile } from './customerFiles';
import { agentOf } from './ids';

export const ATTRIBUTE_LIMIT = 30;
export const KEY_LENGTH = 40;
export const VALUE_LENGTH = 200;

/** The known profiles of customers, each at its newest version. */
export class Contacts {
  private readonly known = new Map<string, ContactProfile>();

  constructor(private readonly onChange: () => void) {}

  get(id: string): ContactProfile | undefined {
    return this.known.get(id);
  }

  /** An answer may be older than a push that overtook it. */
  learn(profile: ContactProfile): void {
    const before = this.known.get(profile.id);
    if (before && before.version > profile.version) return;
    this.known.set(profile.id, profile);
    this.onChange();
  }
}

export type Change = Omit<ContactChange, 'version'>;

/** A file of the conversation, as it stands in the log. */
export interface ListedFile {
  key: string;
  at: number;
  /** The agent who sent it; undefined if the customer did. */
  by: string | undefined;
  media: Media;
}

const isMedia = (content: Content): content is Extract<Content, { kind: 'media' }> =>
  content.kind === 'media';

/** Every file of a stretch of the log that the server keeps, newest first. */
export function filesOf(entries: readonly Entry[]): ListedFile[] {
  const files: ListedFile[] = [];
  const states = fileStates(entries);
  for (const { seq, at, by, events } of entries) {
    for (const [index, event] of events.entries()) {
      const found: Media[] = [];
      if (event.type === 'customer_message' || event.type === 'agent_message') {
        const file = isMedia(event.content) && shownFile(event.content, states.get(seq));
        if (file) found.push(file);
      } else if (event.type === 'comment') {
        found.push(...(event.files ?? []));
      }
      for (const media of found) {
        const key = `${seq}.${index}.${media.reference}`;
        files.push({ key, at, by: agentOf(by), media });
      }
    }
  }
  return files.reverse();
}

/** The colleagues' comments of a stretch of the log, newest first. */
export function notesOf(entries: readonly Entry[]): Note[] {
  return entries
    .flatMap(({ seq, at, by, events }) =>
      events.flatMap((event, index) =>
        event.type === 'comment'
          ? [{ key: `${seq}.${index}`, at, by: agentOf(by) ?? by, text: event.text }]
          : [],
      ),
    )
    .reverse();
}

export interface Note {
  key: string;
  at: number;
  by: string;
  text: string;
}
