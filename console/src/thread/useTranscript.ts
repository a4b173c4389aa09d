import type { Conversation, Entry } from '@/client/protocol';
import { timeline } from '@/client/timeline';
import { thread as words } from '@/i18n/en';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { hiddenIn, visible } from './hidden';
import { asCsv, asText, transcript } from './transcript';
import { useNames } from './useNames';

const PAGES = 400;

/** Writes the whole history of a thread to a file, as far as it is not hidden on the screen. */
export function useTranscript() {
  const { api } = useEnvironment();
  const notices = useNotices();
  const namesOf = useNames();

  async function all(conversation: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    let after = 0;
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await api.entriesAfter(conversation, after);
      entries.push(...answer.entries);
      const last = answer.entries.at(-1)?.seq;
      if (!answer.more || last === undefined) break;
      after = last;
    }
    return entries;
  }

  async function save(conversation: Conversation, as: 'text' | 'csv'): Promise<void> {
    try {
      const entries = await all(conversation.id);
      const { items } = visible(timeline(entries).items, hiddenIn(conversation.thread));
      const lines = transcript(items, namesOf(conversation, items), words.transcript);
      const title = words.transcript.title(conversation.id);
      const text = as === 'csv' ? asCsv(words.transcript.columns, lines) : asText(title, lines);
      const type = as === 'csv' ? 'text/csv' : 'text/plain';
      download(`${conversation.id}.${as === 'csv' ? 'csv' : 'txt'}`, text, type);
      notices.show({ tone: 'success', text: words.transcript.saved(lines.length) });
    } catch {
      notices.show({ tone: 'problem', text: words.transcript.failed });
    }
  }

  return { save };
}

function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const anchor = document.createElement('a');
  Object.assign(anchor, { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
