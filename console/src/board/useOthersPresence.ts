import { ApiRefused } from '@/client/api';
import type { PresenceChoice, Refused } from '@/client/protocol';
import { notices as noticeWords, board as words } from '@/i18n/en';
import { useActions } from '@/stores/actions';
import { useDesk } from '@/stores/desk';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';

/** A manager says for a colleague whether work may come. */
export function useOthersPresence() {
  const desk = useDesk();
  const notices = useNotices();
  const { api } = useEnvironment();
  const { refusal } = useActions();

  /** The server's refusal, if it has one; throws where it was not reached. */
  async function ask(agent: string, presence: PresenceChoice, reason?: string) {
    try {
      desk.client().learnAgents([await api.setPresence(agent, presence, reason)]);
    } catch (error) {
      if (error instanceof ApiRefused) return error.refused;
      throw error;
    }
    const name = desk.nameOf(agent);
    const text = presence === 'away' ? words.isAway(name) : words.isAvailable(name);
    notices.show({ tone: 'success', text });
    return undefined;
  }

  /** As `ask`, and what went wrong becomes a notice. True if it was done. */
  async function set(agent: string, presence: PresenceChoice): Promise<boolean> {
    let refused: Refused | undefined;
    try {
      refused = await ask(agent, presence);
      if (!refused) return true;
    } catch {
      // Nothing is known.
    }
    notices.show({
      tone: 'problem',
      text: refused ? refusal(refused) : noticeWords.unreachable,
      detail: refused?.remedy,
    });
    return false;
  }

  return { ask, set };
}
