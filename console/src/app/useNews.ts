import { onMounted, onUnmounted } from 'vue';
import type { Mention, PresenceChange } from '@/contract/protocol';
import type { Answer } from '@/engine/answers';
import { type Alert, type Trigger, triggerOf } from '@/engine/attention';
import { isGroup, targetParts } from '@/engine/collaboration';
import { threadOf } from '@/engine/ids';
import type { Loss } from '@/engine/takenFromMe';
import { showTalk } from '@/features/discussion/useTalks';
import { useAlarm } from '@/features/preferences/useAlarm';
import { usePresence } from '@/features/presence/usePresence';
import { attention, list, offer as offerWords, acts as titles, notices as words } from '@/i18n/en';
import { useDesk } from '@/stores/desk';
import { type Notice, useNotices } from '@/stores/notices';
import { useUi } from '@/stores/ui';
import { cameBy } from './cameBy';
import { lossText } from './takenFromMe';
import { type Holds, once, truths } from './truths';

const SAID_LENGTH = 120;
type Message = Omit<Notice, 'id'>;

interface Options {
  /** The conversation, or the discussion in it, is being looked at. */
  looking: (conversation: string, discussion?: string) => boolean;
  /** Nobody has looked at it since it was told. */
  untouched: Set<string>;
  /** Calls for somebody who is elsewhere. */
  call: (text: string, conversation: string, kind: string, holds: Holds) => void;
}

/** What others have done, told to the agent: who, what and why, for as long as it is so. */
export function useNews({ looking, untouched, call }: Options): void {
  const desk = useDesk();
  const ui = useUi();
  const notices = useNotices();
  const alarm = useAlarm();
  const { become } = usePresence();
  const true_ = truths(desk);

  const openIt = (conversation: string, discussion?: string) => ({
    label: words.open,
    run: () => {
      if (discussion) showTalk(threadOf(conversation), discussion);
      void ui.open(conversation);
    },
  });

  function announce(alerts: Alert[]): void {
    const { attention: judge } = desk.client();
    for (const { conversation } of alerts) untouched.add(conversation);
    const triggers: Trigger[] = alerts.map(({ kind }) => triggerOf(kind));
    alarm.ring(triggers, () =>
      alerts.some((alert) => untouched.has(alert.conversation) && judge.holds(alert)),
    );
    for (const alert of alerts) tellOf(alert);
  }

  function tellOf(alert: Alert): void {
    const { kind, conversation, discussion } = alert;
    const name = desk.contactName(conversation);
    const thread = desk.thread(threadOf(conversation));
    const holds = true_.alert(alert, thread?.position);
    const shout = (text: string) => call(text, conversation, kind, holds);
    if (kind === 'waiting') {
      // What is unread of whom is said by itself.
      shout(words.titleWaiting(name));
      return;
    }
    if (kind === 'offer') {
      const found = desk.lists.offers.find((one) => one.thread.conversation.id === conversation);
      const who = desk.nameOf(found?.offer.from);
      shout(words.titleOffer(who));
      notices.announce(words.titleOffer(who), true);
      return;
    }
    const came = kind === 'assigned' && thread ? cameBy(thread, desk) : undefined;
    const text = came?.text ?? wording(alert, name, desk.nameOf(alert.agent));
    const grave = kind === 'requeue' || kind === 'late';
    shout(text);
    // Whoever looks at it sees what it is about.
    if (kind !== 'assigned' && looking(conversation, discussion)) {
      notices.announce(text, grave);
      return;
    }
    const said = kind === 'said' || kind === 'coached';
    const message: Message = {
      tone: grave ? 'problem' : kind === 'answered' ? 'success' : 'info',
      text,
      detail: came?.note ?? alert.text?.slice(0, SAID_LENGTH),
      holds,
      instead: `${said ? 'said' : kind} ${discussion ?? conversation} ${said ? '' : alert.agent}`,
    };
    const here = ui.conversation === conversation;
    if (!said) message.conversation = conversation;
    if (!here || discussion) message.action = openIt(conversation, discussion);
    notices.show(message);
  }

  function wording({ kind, discussion }: Alert, name: string, who: string): string {
    switch (kind) {
      case 'conference':
        return attention.conference(name);
      case 'joined':
        return attention.joined(who, name);
      case 'coached':
        return attention.coached(who, name);
      case 'said':
        return discussion ? attention.said(who, name) : attention.wrote(who, name);
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
      holds: true_.answer(conversation, offer),
      patient: mine,
      ...(mine && ui.conversation !== conversation ? { action: openIt(conversation) } : {}),
    });
  }

  const lost = new Set<string>();
  /** It has left my desk, and not by my doing: wherever one looks, it is said and shown. */
  function lose(loss: Loss): void {
    const { conversation, how, seq } = loss;
    // An entry may come twice, early and once it is its turn.
    const key = `${conversation} ${how} ${seq}`;
    if (lost.has(key)) return;
    lost.add(key);
    const about = loss.name || list.anonymous;
    const text = lossText(loss, about, desk);
    const holds = true_.loss(loss);
    if (!looking(conversation)) {
      if (loss.how === 'requeued') alarm.ring(['requeue']);
      call(text, conversation, 'lost', holds);
    }
    notices.show({
      tone: loss.how === 'requeued' && loss.cause === 'unanswered' ? 'problem' : 'info',
      text,
      detail: loss.note,
      conversation,
      holds,
      patient: true,
      ...(ui.conversation === conversation ? {} : { action: openIt(conversation) }),
    });
  }

  /** A colleague has written my name into a comment. */
  function mentioned({ conversation, seq, by, text }: Mention): void {
    const said = words.mentioned(desk.nameOf(by));
    if (looking(conversation)) {
      notices.announce(said);
      return;
    }
    const holds = once(() => desk.mentions().unseen > 0);
    alarm.ring(['mention']);
    call(said, conversation, 'mention', holds);
    notices.show({
      tone: 'info',
      text: said,
      detail: text,
      conversation,
      holds,
      action: { label: words.open, run: () => void ui.open(conversation, { at: seq }) },
    });
  }

  /** A manager has set me away, or available again. */
  function set({ presence, reason, by }: PresenceChange): void {
    notices.show({
      tone: 'info',
      text: words.presenceSet[presence](desk.nameOf(by)),
      detail: reason ?? undefined,
      instead: 'presence',
      holds: once(() => desk.me?.presence === presence),
      patient: true,
      ...(presence === 'away'
        ? { action: { label: titles.available, run: () => void become('available') } }
        : {}),
    });
  }

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
  });
  onUnmounted(() => stop());
}
