import type { Content, Entry, FetchedFile, FileRefusal, Media } from '@/contract/protocol';

/** The state of the fetch of a customer's file. */
export type FileState =
  /** The server is getting it, since this moment. */
  | { state: 'fetching'; since: number }
  | { state: 'kept'; file: FetchedFile }
  | { state: 'refused'; why: FileRefusal };

/** A file as the console shows it: one of ours, or a customer's that the server keeps. */
export type ShownFile = Media & Partial<Pick<FetchedFile, 'thumbnail' | 'seconds'>>;

/** After this time, in ms, a fetch without an end has come to nothing: the server tries for half an hour. */
const LATEST = 45 * 60_000;

export const isLost = (state: FileState, now: number): boolean =>
  state.state === 'fetching' && now - state.since > LATEST;

/** Tests for a file that still lies with the provider: the server knows the size of its own. */
export const isElsewhere = (content: Content): content is Extract<Content, { kind: 'media' }> =>
  content.kind === 'media' && (content.size ?? undefined) === undefined;

/** The state of each customer's file, by the `seq` of its message's entry. The newest word counts. */
export function fileStates(entries: readonly Entry[]): Map<number, FileState> {
  const states = new Map<number, FileState>();
  for (const { seq, at, events } of entries) {
    for (const event of events) {
      if (event.type === 'customer_message' && isElsewhere(event.content))
        states.set(seq, { state: 'fetching', since: at });
      else if (event.type === 'file_asked')
        states.set(event.message, { state: 'fetching', since: at });
      else if (event.type === 'file_fetched' && event.file)
        states.set(event.message, { state: 'kept', file: event.file });
      else if (event.type === 'file_fetched' && event.refused)
        states.set(event.message, { state: 'refused', why: event.refused });
    }
  }
  return states;
}

/** The file of a message under the name and form that the server found, if there is one to show. */
export function shownFile(content: Media, state: FileState | undefined): ShownFile | undefined {
  if (!state) return content;
  if (state.state !== 'kept') return undefined;
  const { id, ...file } = state.file;
  return { ...content, ...file, reference: id };
}
