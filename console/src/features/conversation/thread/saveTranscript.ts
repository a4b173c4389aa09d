import type { Conversation, Entry } from '@/contract/protocol';
import type { Api } from '@/engine/api';
import { type ThreadItem, timeline } from '@/engine/timeline';
import { t } from '@/i18n/words';
import type { useNotices } from '@/stores/notices';
import type { Names } from './describe';
import { hiddenIn, visible } from './hidden';
import { asCsv, asText, transcript } from './transcript';

const PAGES = 400;

interface With {
  api: Pick<Api, 'entriesAfter'>;
  names: (conversation: Conversation, items: readonly ThreadItem[]) => Names;
  notices: Pick<ReturnType<typeof useNotices>, 'show'>;
}

async function all({ api }: With, conversation: string): Promise<Entry[]> {
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

/**
 * Writes the whole history of a thread to a file, without the kinds of item hidden on the screen.
 */
export async function saveTranscript(
  conversation: Conversation,
  as: 'text' | 'csv',
  using: With,
): Promise<void> {
  try {
    const entries = await all(using, conversation.id);
    const { items } = visible(timeline(entries).items, hiddenIn(conversation.thread));
    const lines = transcript(items, using.names(conversation, items));
    const title = t('thread-transcript-title', { id: conversation.id });
    const text = as === 'csv' ? asCsv(lines) : asText(title, lines);
    const name = `${conversation.id}.${as === 'csv' ? 'csv' : 'txt'}`;
    download(name, text, as === 'csv' ? 'text/csv' : 'text/plain');
    using.notices.show({
      tone: 'success',
      text: t('thread-transcript-saved', { n: lines.length }),
    });
  } catch {
    using.notices.show({ tone: 'problem', text: t('thread-transcript-failed') });
  }
}

function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const anchor = document.createElement('a');
  Object.assign(anchor, { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
