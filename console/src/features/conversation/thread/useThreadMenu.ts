import { computed } from 'vue';
import type { Act, Conversation } from '@/contract/protocol';
import { choices, skillsOf } from '@/engine/collaboration';
import { shortId } from '@/engine/ids';
import { t } from '@/i18n/words';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { type SmallAct, useUi } from '@/stores/ui';
import type { MenuItem } from '@/ui/AppMenu.vue';
import type { IconName } from '@/ui/icons';
import { lazily } from '@/ui/lazy';
import { useCopy } from '@/ui/useCopy';
import { useNames } from './useNames';

/** The items of the header's "…" menu at any width: the seldom actions. */
export function useThreadMenu(about: () => Conversation, lets: (act: Act) => boolean) {
  const session = useSession();
  const ui = useUi();
  const notices = useNotices();
  const names = useNames();
  const put = useCopy();
  const { api } = useEnvironment();

  const small = (id: SmallAct, icon: IconName): MenuItem => ({
    id,
    text: t(`actionMenu-${id}`),
    icon,
    run: () => {
      ui.dialog = { type: 'small', act: id, conversation: about().id };
    },
  });
  async function save(as: 'text' | 'csv') {
    const { saveTranscript } = await lazily(() => import('./saveTranscript'))();
    await saveTranscript(about(), as, { api, names, notices });
  }
  async function print() {
    const { printThread } = await lazily(() => import('./printThread'))();
    await printThread(about().thread, session, notices);
  }
  return computed<MenuItem[]>(() => {
    const conversation = about();
    const { id } = conversation;
    const { surveys, triggers } = choices(session.rulesOf(conversation.queue));
    const skilled = session.agents.some((agent) => skillsOf(agent).length > 0);
    return [
      ...(lets('survey') && surveys.length ? [small('survey', 'smile')] : []),
      ...(lets('trigger') && triggers.length ? [small('trigger', 'bell')] : []),
      ...(lets('prioritise') ? [small('priority', 'up')] : []),
      ...(lets('require') && (skilled || conversation.skills.length)
        ? [small('skills', 'person')]
        : []),
      {
        id: 'routing',
        text: t('thread-explain'),
        icon: 'help',
        run: () => {
          ui.dialog = { type: 'routing', conversation: id };
        },
      },
      {
        id: 'copy-id',
        text: t('thread-copyIdOf', { id: shortId(id) }),
        icon: 'copy',
        run: () => void put(id, `${t('app-copied')}: ${id}`),
      },
      {
        id: 'copy-link',
        text: t('thread-copyLink'),
        icon: 'link',
        run: () => void put(`${location.origin}/c/${id}`, t('thread-linkCopied')),
      },
      { id: 'print', text: t('thread-print'), icon: 'print', run: () => void print() },
      {
        id: 'export-text',
        text: t('thread-exportText'),
        icon: 'download',
        run: () => void save('text'),
      },
      {
        id: 'export-csv',
        text: t('thread-exportCsv'),
        icon: 'download',
        run: () => void save('csv'),
      },
    ];
  });
}
