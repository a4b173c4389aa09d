import { computed, onMounted, onUnmounted, ref, watch } from 'vue';
import type { Answer } from '@/client/answers';
import { type Alert, type Trigger, triggerOf } from '@/client/attention';
import { threadOf } from '@/client/ids';
import type { Loss } from '@/client/losses';
import type { Mention, PresenceChange } from '@/client/protocol';
import { isGroup, targetParts } from '@/client/together';
import {
  app,
  attention,
  list,
  offer as offerWords,
  acts as titles,
  notices as words,
} from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { useNotices } from '@/stores/notices';
import { useUi } from '@/stores/ui';
import { showBadge } from './badge';
import { lossText } from './losses';
import { unlockSound } from './sound';
import { useAlarm } from './useAlarm';
import { useDesktop } from './useDesktop';
import { usePresence } from './usePresence';

const IDLE = 60_000;

/** Title, badge, sound and notices: everything that calls for the agent. */
export function useAttention(): void {
  const desk = useDesk();
  const ui = useUi();
  const notices = useNotices();
  const alarm = useAlarm();
  const desktop = useDesktop();
  const { become } = usePresence();
  const tabs = alarm.tabs();
  const focused = ref(document.hasFocus());
  let lastInput = Date.now();
  /** What flashes in the title until the agent is back. */
  const calling = ref<string>();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  /** The conversation that is being looked at in this tab, if somebody is there to look. */
  const lookedAt = () =>
    document.visibilityState === 'visible' &&
    document.hasFocus() &&
    ui.screen === 'conversations' &&
    Date.now() - lastInput < IDLE
      ? ui.conversation
      : undefined;
  const looking = (conversation: string) =>
    lookedAt() === conversation || tabs.lookedAt(conversation);
  desk.setLooking(looking);
  /** No window of the console has the focus. */
  const isAway = () => !document.hasFocus() && !tabs.lookedAt();

  /** Of which conversations one was told and has not looked at them since. */
  const untouched = new Set<string>();
  function look(): void {
    const conversation = lookedAt();
    if (conversation) untouched.delete(conversation);
    tabs.look(conversation);
  }
  watch([() => desk.now, () => ui.conversation, focused], look);

  const title = computed(() => {
    const count = desk.lists.unreadChats;
    const prefix = count > 0 ? `(${count}) ` : '';
    const flash = calling.value && (still || Math.floor(desk.now / 1000) % 2 === 0);
    return `${prefix}${flash ? calling.value : app.title}`;
  });
  watch(title, (text) => {
    document.title = text;
  });
  watch(() => desk.lists.unreadChats, showBadge);

  /** Calls for somebody who is elsewhere: in the title, and on the desktop. */
  function call(text: string, conversation: string, kind: string): void {
    if (!isAway()) return;
    calling.value = text;
    if (tabs.leads('notify')) {
      desktop.show(text, `${kind} ${conversation}`, () => void ui.open(conversation));
    }
  }

  function announce(alerts: Alert[]): void {
    const { attention: judge } = desk.client();
    for (const { conversation } of alerts) untouched.add(conversation);
    const triggers: Trigger[] = alerts.map(({ kind }) => triggerOf(kind));
    alarm.ring(triggers, () =>
      alerts.some((alert) => untouched.has(alert.conversation) && judge.holds(alert)),
    );
    for (const alert of alerts) {
      const name = desk.contactName(alert.conversation);
      const shout = (text: string) => call(text, alert.conversation, alert.kind);
      if (alert.kind === 'assigned') {
        shout(words.assigned(name));
        notices.show({
          tone: 'info',
          text: words.assigned(name),
          conversation: alert.conversation,
          action: openIt(alert.conversation),
        });
      } else if (alert.kind === 'waiting') {
        // What is unread of whom is said by itself.
        shout(words.titleWaiting(name));
      } else if (alert.kind === 'offer') {
        const found = desk.lists.offers.find(
          ({ thread }) => thread.conversation.id === alert.conversation,
        );
        const who = desk.nameOf(found?.offer.from);
        shout(words.titleOffer(who));
        notices.announce(words.titleOffer(who), true);
      } else {
        const text = wording(alert.kind, name, desk.nameOf(alert.agent));
        const grave = alert.kind === 'requeue' || alert.kind === 'late';
        shout(text);
        // Whoever looks at it sees what it is about.
        if (looking(alert.conversation)) notices.announce(text, grave);
        else {
          const tone = grave ? 'problem' : alert.kind === 'answered' ? 'success' : 'info';
          notices.show({
            tone,
            text,
            conversation: alert.conversation,
            action: openIt(alert.conversation),
          });
        }
      }
    }
  }

  function wording(kind: Alert['kind'], name: string, who: string): string {
    switch (kind) {
      case 'conference':
        return attention.conference(name);
      case 'joined':
        return attention.joined(who, name);
      case 'coached':
        return attention.coached(who, name);
      case 'due':
        return attention.due(name);
      case 'late':
        return attention.late(name);
      case 'requeue':
        return attention.requeue(name);
      default:
        return words.accepted(who);
    }
  }

  const openIt = (conversation: string) =>
    ui.conversation === conversation
      ? undefined
      : { label: words.open, run: () => void ui.open(conversation) };

  /** Whom a request was made to, as it was put. */
  function asked(offer: Answer['offer']): string {
    const { kind, id } = targetParts(offer.target);
    return isGroup(kind) ? offerWords.target[kind](desk.targetName(offer.target)) : desk.nameOf(id);
  }

  /** How a request ended stands in the thread; whoever looks elsewhere is shown it, too. */
  function tell({ conversation, name, offer, status, cause, reason, by }: Answer): void {
    // The dialog about it says so itself.
    if (ui.dialog && 'offer' in ui.dialog && ui.dialog.offer === offer.id) return;
    const mine = offer.from === desk.meId;
    const about = name || list.anonymous;
    const how = cause ?? status;
    const text = mine
      ? words.answers[how](
          (status === 'rejected' || status === 'taken') && by ? desk.nameOf(by) : asked(offer),
          about,
        )
      : words.lapses[how](desk.nameOf(status === 'taken' ? by : offer.from), about);
    if (looking(conversation)) {
      notices.announce([text, reason].filter(Boolean).join('. '));
      return;
    }
    if (mine) alarm.ring(['answered']);
    notices.show({
      tone: 'info',
      text,
      detail: reason,
      about: offer.id,
      ...(mine ? { action: openIt(conversation) } : {}),
    });
  }

  const lost = new Set<string>();
  /** It has left my desk, and not by my doing: wherever one looks, it is said. */
  function lose(loss: Loss): void {
    const { conversation, how, seq } = loss;
    // An entry may come twice, early and once it is its turn.
    const key = `${conversation} ${how} ${seq}`;
    if (lost.has(key)) return;
    lost.add(key);
    const about = loss.name || list.anonymous;
    const text = lossText(loss, about, desk);
    if (looking(conversation)) {
      notices.announce([text, loss.note].filter(Boolean).join('. '), true);
      return;
    }
    if (loss.how === 'requeued') alarm.ring(['requeue']);
    call(text, conversation, 'lost');
    notices.show({
      tone: loss.how === 'requeued' && loss.cause === 'unanswered' ? 'problem' : 'info',
      text,
      detail: loss.note,
      conversation,
      keep: true,
      action: openIt(conversation),
    });
  }

  /** A colleague has written my name into a comment. */
  function mentioned({ conversation, seq, by, text }: Mention): void {
    const said = words.mentioned(desk.nameOf(by));
    if (looking(conversation)) {
      notices.announce(said);
      return;
    }
    alarm.ring(['mention']);
    call(said, conversation, 'mention');
    notices.show({
      tone: 'info',
      text: said,
      detail: text,
      conversation,
      action: { label: words.open, run: () => void ui.open(conversation, { at: seq }) },
    });
  }

  /** A manager has set me away, or available again. */
  function set({ presence, reason, by }: PresenceChange): void {
    const text = words.presenceSet[presence](desk.nameOf(by));
    notices.show({
      tone: 'info',
      text,
      detail: reason ?? undefined,
      keep: true,
      ...(presence === 'away'
        ? { action: { label: titles.available, run: () => void become('available') } }
        : {}),
    });
  }

  watch(
    () => ui.conversation,
    (id) => id && notices.opened(id),
  );

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
    look();
  };
  // Once a click is done, not while the button is down: the bar that goes away moves what is below.
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

  let stop = () => {};
  onMounted(() => {
    const stops = [
      desk.onAlerts(announce),
      desk.onAnswers(tell),
      desk.onLosses(lose),
      desk.onMentions(mentioned),
      desk.onPresence(set),
    ];
    stop = () => {
      for (const each of stops) each();
    };
    document.title = title.value;
    for (const name of ['pointerdown', 'keydown'] as const) window.addEventListener(name, onInput);
    for (const name of ['click', 'keydown'] as const) window.addEventListener(name, onGesture);
    for (const name of ['focus', 'blur'] as const) window.addEventListener(name, onFocus);
    document.addEventListener('visibilitychange', onFocus);
  });
  onUnmounted(() => {
    stop();
    for (const name of ['pointerdown', 'keydown'] as const)
      window.removeEventListener(name, onInput);
    for (const name of ['click', 'keydown'] as const) window.removeEventListener(name, onGesture);
    for (const name of ['focus', 'blur'] as const) window.removeEventListener(name, onFocus);
    document.removeEventListener('visibilitychange', onFocus);
  });
}
