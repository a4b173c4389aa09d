import type { Conversation } from '@/contract/protocol';
import { threadOf } from '@/engine/ids';
import { t } from '@/i18n/words';
import { useActions } from './actions';
import { useNotices } from './notices';
import { useSession } from './session';

/** Reports the last step, with a button that takes it back while it still holds. */
export function useUndo() {
  const session = useSession();
  const notices = useNotices();
  const { run, explain } = useActions();

  /**
   * `entry`: the position of the step's entry in the log. `so`: tests whether the step still holds.
   * `open`: leads back to the conversation, if the agent has gone on to another.
   */
  function offer(
    conversation: string,
    entry: number,
    text: string,
    so: (now: Conversation) => boolean,
    open?: () => void,
  ): void {
    notices.show({
      tone: 'success',
      text,
      about: `undo ${conversation} ${entry}`,
      holds: () => {
        const now = session.thread(threadOf(conversation))?.conversation;
        // The step itself may not have come back from the server yet.
        return !now || now.seq < entry || (now.id === conversation && so(now));
      },
      action: { label: t('undo-undo'), run: () => void take(conversation, entry) },
      also: open && { label: t('notices-open'), run: open },
    });
  }

  async function take(conversation: string, entry: number): Promise<void> {
    if (explain(await run(conversation, { type: 'undo', entry })))
      notices.announce(t('undo-undone'));
  }

  return { offer };
}
