import type { Agent, PresenceChoice } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { t } from '@/i18n/words';
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

  /** Throws what the server refused, or that it was not reached. */
  async function change(agent: string, presence: PresenceChoice, reason?: string): Promise<Agent> {
    const now = await api.setPresence(agent, presence, reason);
    desk.client().learnAgents([now]);
    const name = desk.nameOf(agent);
    const text =
      presence === 'away' ? t('board-isAway', { name }) : t('board-isAvailable', { name });
    notices.show({ tone: 'success', text });
    return now;
  }

  /** As `change`, and what went wrong becomes a notice. True if it was done. */
  async function set(agent: string, presence: PresenceChoice): Promise<boolean> {
    try {
      await change(agent, presence);
      return true;
    } catch (error) {
      const refused = error instanceof ApiRefused ? error.refused : undefined;
      notices.show({
        tone: 'problem',
        text: refused ? refusal(refused) : t('notices-unreachable'),
        detail: refused?.remedy,
      });
      return false;
    }
  }

  return { change, set };
}
