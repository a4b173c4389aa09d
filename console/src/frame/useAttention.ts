import { computed, onMounted, onUnmounted, ref, watch } from 'vue';
import type { Answer } from '@/client/answers';
import type { Alert } from '@/client/attention';
import { threadOf } from '@/client/ids';
import { app, list, notices as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useNotices } from '@/stores/notices';
import { useUi } from '@/stores/ui';
import { beep, unlockSound } from './sound';

const IDLE = 60_000;

/** Title, badge, sound and notices: everything that calls for the agent. */
export function useAttention(): void {
  const desk = useDesk();
  const ui = useUi();
  const notices = useNotices();
  const focused = ref(document.hasFocus());
  let lastInput = Date.now();
  /** What flashes in the title until the agent is back. */
  const calling = ref<string>();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const looking = (conversation: string) =>
    document.visibilityState === 'visible' &&
    document.hasFocus() &&
    ui.screen === 'conversations' &&
    ui.conversation === conversation &&
    Date.now() - lastInput < IDLE;
  desk.setLooking(looking);

  const title = computed(() => {
    const count = desk.lists.unreadChats;
    const prefix = count > 0 ? `(${count}) ` : '';
    const flash = calling.value && (still || Math.floor(desk.now / 1000) % 2 === 0);
    return `${prefix}${flash ? calling.value : app.title}`;
  });
  watch(title, (text) => {
    document.title = text;
  });
  watch(
    () => desk.lists.unreadChats,
    (count) => {
      const badge = navigator as Navigator & { setAppBadge?: (n: number) => Promise<void> };
      badge.setAppBadge?.(count).catch(() => {});
    },
  );

  function announce(alerts: Alert[]): void {
    if (ui.sound) beep(alerts.some((alert) => alert.kind === 'offer'));
    for (const alert of alerts) {
      const name = desk.contactName(alert.conversation);
      const away = !document.hasFocus();
      if (alert.kind === 'assigned') {
        if (away) calling.value = words.assigned(name);
        notices.show({
          tone: 'info',
          text: words.assigned(name),
          action: openIt(alert.conversation),
        });
      } else if (alert.kind === 'waiting') {
        if (away) calling.value = words.titleWaiting(name);
        notices.announce(words.waiting(name));
      } else if (alert.kind === 'offer') {
        const found = desk.lists.offers.find(
          ({ thread }) => thread.conversation.id === alert.conversation,
        );
        const who = desk.nameOf(found?.offer.from);
        if (away) calling.value = words.titleOffer(who);
        notices.announce(words.titleOffer(who), true);
      } else {
        const talk = desk.thread(threadOf(alert.conversation))?.conversation.discussions.at(-1);
        const who = talk?.members.find((member) => member !== desk.meId);
        const text = words.accepted(desk.nameOf(who));
        // Whoever looks at it sees the panel open.
        if (looking(alert.conversation)) notices.announce(text);
        else notices.show({ tone: 'success', text, action: openIt(alert.conversation) });
      }
    }
  }

  const openIt = (conversation: string) =>
    ui.conversation === conversation
      ? undefined
      : { label: words.open, run: () => void ui.open(conversation) };

  /** How a request ended stands in the thread; whoever looks elsewhere is told. */
  function tell({ conversation, name, offer, status, reason }: Answer): void {
    // The dialog about it says so itself.
    if (ui.dialog && 'offer' in ui.dialog && ui.dialog.offer === offer.id) return;
    if (looking(conversation)) return;
    const mine = offer.from === desk.meId;
    const about = name || list.anonymous;
    const text = mine
      ? words.answers[status](desk.nameOf(offer.to), about)
      : words.lapses[status](desk.nameOf(offer.from), about);
    notices.show({
      tone: 'info',
      text,
      detail: reason,
      ...(mine ? { action: openIt(conversation) } : {}),
    });
  }

  /** What is open and looked at counts as seen. */
  const open = computed(() => {
    const id = ui.conversation;
    const thread = id ? desk.thread(threadOf(id)) : undefined;
    return thread?.following && ui.screen === 'conversations' ? thread : undefined;
  });
  function mark(): void {
    const thread = open.value;
    if (!thread || !focused.value || document.visibilityState !== 'visible') return;
    desk.client().seen.look(thread.id, {
      seq: thread.position,
      conversation: thread.conversation.id,
    });
  }
  watch([open, focused], mark, { immediate: true });

  const onInput = () => {
    lastInput = Date.now();
    calling.value = undefined;
    unlockSound();
  };
  const onFocus = () => {
    focused.value = document.hasFocus();
    if (focused.value) calling.value = undefined;
    mark();
  };

  let stop = () => {};
  onMounted(() => {
    const stops = [desk.onAlerts(announce), desk.onAnswers(tell)];
    stop = () => {
      for (const each of stops) each();
    };
    document.title = title.value;
    for (const name of ['pointerdown', 'keydown'] as const) window.addEventListener(name, onInput);
    for (const name of ['focus', 'blur'] as const) window.addEventListener(name, onFocus);
    document.addEventListener('visibilitychange', onFocus);
  });
  onUnmounted(() => {
    stop();
    for (const name of ['pointerdown', 'keydown'] as const)
      window.removeEventListener(name, onInput);
    for (const name of ['focus', 'blur'] as const) window.removeEventListener(name, onFocus);
    document.removeEventListener('visibilitychange', onFocus);
  });
}
