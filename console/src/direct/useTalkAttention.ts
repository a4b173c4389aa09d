import { onMounted, onUnmounted } from 'vue';
import { beep } from '@/frame/sound';
import { teamChat, notices as words } from '@/i18n/en';
import { usePreferences } from '@/preferences/usePreferences';
import { useDesk } from '@/stores/desk';
import { useNotices } from '@/stores/notices';
import { useFocus } from './useFocus';
import { useTeamChat } from './useTeamChat';

const LENGTH = 120;

/** A colleague's line calls, unless one is looking at it. */
export function useTalkAttention(): void {
  const desk = useDesk();
  const preferences = usePreferences();
  const chat = useTeamChat();
  const notices = useNotices();
  const focused = useFocus();

  onMounted(() => {
    desk.client().talks.onLine = ({ with: colleague, text }) => {
      const line = teamChat.line(desk.nameOf(colleague), text.slice(0, LENGTH));
      const open = chat.shown && chat.colleague === colleague;
      if (open) notices.announce(line);
      if (open && focused.value) return;
      if (preferences.value.volume > 0) beep(false);
      if (open) return;
      const action = { label: words.open, run: () => chat.open(colleague) };
      notices.show({ tone: 'info', text: line, action });
    };
  });
  onUnmounted(() => {
    desk.client().talks.onLine = () => {};
  });
}
