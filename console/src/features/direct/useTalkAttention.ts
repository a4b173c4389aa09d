import { onMounted, onUnmounted } from 'vue';
import { useAlarm } from '@/features/preferences/useAlarm';
import { t } from '@/i18n/words';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { useFocus } from './useFocus';
import { useTeamChat } from './useTeamChat';

const LENGTH = 120;

/** A colleague's line calls, unless the agent looks at it. */
export function useTalkAttention(): void {
  const session = useSession();
  const alarm = useAlarm();
  const chat = useTeamChat();
  const notices = useNotices();
  const focused = useFocus();

  onMounted(() => {
    session.client().talks.onLine = ({ with: colleague, text }) => {
      const line = t('teamChat-line', {
        name: session.nameOf(colleague),
        text: text.slice(0, LENGTH),
      });
      const open = chat.shown && chat.colleague === colleague;
      if (open) notices.announce(line);
      if (open && focused.value) return;
      alarm.ring(['colleague']);
      if (open) return;
      const action = { label: t('notices-open'), run: () => chat.open(colleague) };
      notices.show({ tone: 'info', text: line, action });
    };
  });
  onUnmounted(() => {
    session.client().talks.onLine = () => {};
  });
}
