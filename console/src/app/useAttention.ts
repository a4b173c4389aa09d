import { useEventListener } from '@vueuse/core';
import { computed, onMounted, ref, shallowRef, watch } from 'vue';
import { threadOf } from '@/engine/ids';
import type { Thread } from '@/engine/thread';
import { talkInSight } from '@/features/discussion/inSight';
import { unlockSound } from '@/features/preferences/sound';
import { useAlarm } from '@/features/preferences/useAlarm';
import { useDesktop } from '@/features/preferences/useDesktop';
import { t } from '@/i18n/words';
import { useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';
import { showBadge } from './badge';
import type { Holds } from './truths';
import { useNews } from './useNews';

const IDLE = 60_000;

/** Title, badge, sound and notices: everything that calls for the agent. */
export function useAttention(): void {
  const session = useSession();
  const ui = useUi();
  const notices = useNotices();
  const alarm = useAlarm();
  const desktop = useDesktop();
  const tabs = alarm.tabs();
  const focused = ref(document.hasFocus());
  let lastInput = Date.now();
  /** The text that flashes in the title until the agent is back. */
  const calling = shallowRef<{ text: string; holds: Holds }>();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const present = () =>
    document.visibilityState === 'visible' && document.hasFocus() && Date.now() - lastInput < IDLE;
  /** The conversation that the agent looks at in this tab, if the agent is present. */
  const lookedAt = () => (present() && ui.screen === 'conversations' ? ui.conversation : undefined);
  const looking = (conversation: string, discussion?: string) =>
    (lookedAt() === conversation && (!discussion || talkInSight.value === discussion)) ||
    tabs.lookedAt(conversation, discussion);
  session.setLooking(looking);
  /** Tests that no window of the console has the focus. */
  const isAway = () => !document.hasFocus() && !tabs.lookedAt();

  /** The conversations that an alert named and the agent has not looked at since. */
  const untouched = new Set<string>();
  function look(): void {
    const conversation = lookedAt();
    if (conversation) untouched.delete(conversation);
    tabs.look(conversation, conversation && talkInSight.value);
  }
  watch([() => session.now, () => ui.conversation, talkInSight, focused], look);

  const title = computed(() => {
    const count = session.lists.unreadChats;
    const prefix = count > 0 ? `(${count}) ` : '';
    const { text = '', holds = () => false } = calling.value ?? {};
    const flash = holds() && (still || Math.floor(session.now / 1000) % 2 === 0);
    return `${prefix}${flash ? text : t('app-title')}`;
  });
  watch(title, (text) => {
    document.title = text;
  });
  watch(() => session.lists.unreadChats, showBadge);

  /** Calls an agent who is elsewhere: in the title, and on the desktop. */
  function call(text: string, conversation: string, kind: string, holds: Holds): void {
    if (!isAway()) return;
    calling.value = { text, holds };
    if (tabs.leads('notify')) {
      desktop.show(text, `${kind} ${conversation}`, () => void ui.open(conversation), holds);
    }
  }

  useNews({ looking, untouched, call });

  watch(
    () => ui.conversation,
    (id) => id && notices.opened(id),
  );

  /** The open conversation; one that the agent looks at counts as seen. */
  const open = computed(() => {
    const id = ui.conversation;
    const thread = id ? session.thread(threadOf(id)) : undefined;
    return thread?.following && ui.screen === 'conversations' ? thread : undefined;
  });
  function mark(): void {
    const thread = open.value;
    if (!thread || !focused.value || document.visibilityState !== 'visible') return;
    const { seen } = session.client();
    const read = { seq: thread.position, conversation: thread.conversation.id };
    seen.look(thread.id, read);
    const talk = talkInSight.value;
    if (talk && threadOf(talk) === thread.id && lastOf(thread, talk) > (seen.get(talk)?.seq ?? 0)) {
      seen.look(talk, read);
    }
  }
  watch([open, focused, talkInSight], mark, { immediate: true });

  /** The newest line of a discussion. */
  const lastOf = ({ entries }: Thread, talk: string) =>
    entries.findLast(({ events }) =>
      events.some((e) => e.type === 'discussion_message' && e.discussion === talk),
    )?.seq ?? 0;

  const onInput = () => {
    lastInput = Date.now();
    notices.touch();
    calling.value = undefined;
    look();
  };
  // Sound unlocks on `click`, not on `pointerdown`: the bar that goes away moves the controls below
  // it.
  const onGesture = () => unlockSound();
  const onFocus = () => {
    focused.value = document.hasFocus();
    if (focused.value) {
      calling.value = undefined;
      desktop.back();
    }
    look();
    mark();
  };

  onMounted(() => {
    document.title = title.value;
  });
  useEventListener(['pointerdown', 'keydown'], onInput);
  useEventListener('pointermove', notices.touch, { passive: true });
  useEventListener(['click', 'keydown'], onGesture);
  useEventListener(['focus', 'blur'], onFocus);
  useEventListener(document, 'visibilitychange', onFocus);
}
