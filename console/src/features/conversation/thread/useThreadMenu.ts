import { computed } from 'vue';
import type { Act, Conversation } from '@/contract/protocol';
import { choices, skillsOf } from '@/engine/collaboration';
import { shortId } from '@/engine/ids';
import { actionMenu, app, thread as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useEnvironment } from '@/stores/environment';
import { useNotices } from '@/stores/notices';
import { type SmallAct, useUi } from '@/stores/ui';
import type { MenuItem } from '@/ui/AppMenu.vue';
import type { IconName } from '@/ui/icons';
import { useCopy } from '@/ui/useCopy';
import { useNames } from './useNames';

/** What stands behind the header's "…" for whatever width: what is done seldom. */
export function useThreadMenu(about: () => Conversation, lets: (act: Act) => boolean) {
  const desk = useDesk();
  const ui = useUi();
  const notices = useNotices();
  const names = useNames();
  const put = useCopy();
  const { api } = useEnvironment();

  const small = (id: SmallAct, icon: IconName): MenuItem => ({
    id,
    text: actionMenu[id],
    icon,
    run: () => {
      ui.dialog = { type: 'small', act: id, conversation: about().id };
    },
  });
  async function save(as: 'text' | 'csv') {
    const { saveTranscript } = await import('./saveTranscript');
    await saveTranscript(about(), as, { api, names, notices });
  }
  async function print() {
    const { printThread } = await import('./printThread');
    await printThread(about().thread, desk, notices);
  }
  return computed<MenuItem[]>(() => {
    const conversation = about();
    const { id } = conversation;
    const { surveys, triggers } = choices(desk.rulesOf(conversation.queue));
    const skilled = desk.agents.some((agent) => skillsOf(agent).length > 0);
    return [
      ...(lets('survey') && surveys.length ? [small('survey', 'smile')] : []),
      ...(lets('trigger') && triggers.length ? [small('trigger', 'bell')] : []),
      ...(lets('prioritise') ? [small('priority', 'up')] : []),
      ...(lets('require') && (skilled || conversation.skills.length)
        ? [small('skills', 'person')]
        : []),
      {
        id: 'routing',
        text: words.explain,
        icon: 'help',
        run: () => {
          ui.dialog = { type: 'routing', conversation: id };
        },
      },
      {
        id: 'copy-id',
        text: words.copyIdOf(shortId(id)),
        icon: 'copy',
        run: () => void put(id, `${app.copied}: ${id}`),
      },
      {
        id: 'copy-link',
        text: words.copyLink,
        icon: 'link',
        run: () => void put(`${location.origin}/c/${id}`, words.linkCopied),
      },
      { id: 'print', text: words.print, icon: 'print', run: () => void print() },
      { id: 'export-text', text: words.exportText, icon: 'download', run: () => void save('text') },
      { id: 'export-csv', text: words.exportCsv, icon: 'download', run: () => void save('csv') },
    ];
  });
}
