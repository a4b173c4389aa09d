import { nextTick } from 'vue';
import { thread as words } from '@/i18n/en';
import type { useDesk } from '@/stores/desk';
import type { useNotices } from '@/stores/notices';

/** Prints a thread from its first message on: what is not loaded yet is fetched before. */
export async function printThread(
  id: string,
  desk: Pick<ReturnType<typeof useDesk>, 'thread' | 'loadOlder'>,
  notices: Pick<ReturnType<typeof useNotices>, 'show'>,
): Promise<void> {
  try {
    while (desk.thread(id)?.more) {
      const before = desk.thread(id)?.entries[0]?.seq;
      await desk.loadOlder(id);
      // An answer without anything earlier would be asked for without end.
      if (desk.thread(id)?.entries[0]?.seq === before) break;
    }
  } catch {
    notices.show({ tone: 'problem', text: words.printFailed });
    return;
  }
  await nextTick();
  window.print();
}
