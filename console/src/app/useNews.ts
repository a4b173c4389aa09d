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
import { t } from '@/i18n/words';
import { type Notice, useNotices } from '@/stores/notices';
import { useSession } from '@/stores/session';
import { useUi } from '@/stores/ui';
import { cameBy } from './cameBy';
import { lossText } from './takenFromMe';
import { type Holds, once, truths } from './truths';

const SAID_LENGTH = 120;
type Message = Omit<Notice, 'id'>;

interface Options {
  /** Tests whether the agent looks at the conversation, or at the discussion in it. */
  looking: (conversation: string, discussion?: string) => boolean;
  /** The conversations that an alert named and nobody has looked at since. */
  untouched: Set<string>;
  /** Calls an agent who is elsewhere. */
  call: (text: string, conversation: string, kind: string, holds: Holds) => void;
}

/** Tells the agent what others have done: who, what and why, for as long as it holds. */
export function useNews({ looking, untouched, call }: Options): void {
  const session = useSession();
  const ui = useUi();
  const notices = useNotices();
  const alarm = useAlarm();
  const { become } = usePresence();
  const true_ = truths(session);

  const openIt = (conversation: string, discussion?: string) => ({
    label: t('notices-open'),
    run: () => {
      if (discussion) showTalk(threadOf(conversation), discussion);
      void ui.open(conversation);
    },
  });

  function announce(alerts: Alert[]): void {
    const { attention: judge } = session.client();
    for (const { conversation } of alerts) untouched.add(conversation);
    const triggers: Trigger[] = alerts.map(({ kind }) => triggerOf(kind));
    alarm.ring(triggers, () =>
      alerts.some((alert) => untouched.has(alert.conversation) && judge.holds(alert)),
    );
    for (const alert of alerts) tellOf(alert);
  }

  function tellOf(alert: Alert): void {
    const { kind, conversation, discussion } = alert;
    const name = session.contactName(conversation);
    const thread = session.thread(threadOf(conversation));
    const holds = true_.alert(alert, thread?.position);
    const shout = (text: string) => call(text, conversation, kind, holds);
    if (kind === 'waiting') {
      // `useUnreadSaid` announces unread messages.
      shout(t('notices-titleWaiting', { name }));
      return;
    }
    if (kind === 'offer') {
      const found = session.lists.offers.find((one) => one.thread.conversation.id === conversation);
      const who = session.nameOf(found?.offer.from);
      shout(t('notices-titleOffer', { name: who }));
      notices.announce(t('notices-titleOffer', { name: who }), true);
      return;
    }
    const came = kind === 'assigned' && thread ? cameBy(thread, session) : undefined;
    const text = came?.text ?? wording(alert, name, session.nameOf(alert.agent));
    const grave = kind === 'requeue' || kind === 'late';
    shout(text);
    // An agent who looks at the conversation sees what the alert is about.
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
        return t('attention-conference', { name });
      case 'joined':
        return t('attention-joined', { who, name });
      case 'coached':
        return t('attention-coached', { who, name });
      case 'said':
        return discussion
          ? t('attention-said', { who, name })
          : t('attention-wrote', { who, name });
      case 'due':
        return t('attention-due', { name });
      case 'late':
        return t('attention-late', { name });
      case 'requeue':
        return t('attention-requeue', { name });
      default:
        return t('notices-accepted', { who });
    }
  }

  /** The target of a request, as its maker named it. */
  function asked(offer: Answer['offer']): string {
    const { kind, id } = targetParts(offer.target);
    return isGroup(kind)
      ? t(`offer-target-${kind}`, { name: session.targetName(offer.target) })
      : session.nameOf(id);
  }

  /** Tells how a request ended. The thread shows it; this tells an agent who looks elsewhere. */
  function tell({ conversation, name, offer, status, cause, reason, by }: Answer): void {
    // The request's own dialog says it.
    if (ui.dialog && 'offer' in ui.dialog && ui.dialog.offer === offer.id) return;
    const mine = offer.from === session.meId;
    const about = name || t('list-anonymous');
    const how = cause ?? status;
    const text = mine
      ? t(`notices-answers-${how}`, {
          who:
            (status === 'rejected' || status === 'taken') && by ? session.nameOf(by) : asked(offer),
          name: about,
        })
      : t(`notices-lapses-${how}`, {
          who: session.nameOf(status === 'taken' ? by : offer.from),
          name: about,
        });
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
  /**
   * Tells that a conversation left this agent's session by another person's act, on whichever
   * screen.
   */
  function lose(loss: Loss): void {
    const { conversation, how, seq } = loss;
    // An entry may come twice, early and once it is its turn.
    const key = `${conversation} ${how} ${seq}`;
    if (lost.has(key)) return;
    lost.add(key);
    const about = loss.name || t('list-anonymous');
    const text = lossText(loss, about, session);
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

  /** A colleague has mentioned me in a comment. */
  function mentioned({ conversation, seq, by, text }: Mention): void {
    const said = t('notices-mentioned', { who: session.nameOf(by) });
    if (looking(conversation)) {
      notices.announce(said);
      return;
    }
    const holds = once(() => session.mentions().unseen > 0);
    alarm.ring(['mention']);
    call(said, conversation, 'mention', holds);
    notices.show({
      tone: 'info',
      text: said,
      detail: text,
      conversation,
      holds,
      action: { label: t('notices-open'), run: () => void ui.open(conversation, { at: seq }) },
    });
  }

  /** A manager has set me away, or available again. */
  function set({ presence, reason, by }: PresenceChange): void {
    notices.show({
      tone: 'info',
      text: t(`notices-presenceSet-${presence}`, { who: session.nameOf(by) }),
      detail: reason ?? undefined,
      instead: 'presence',
      holds: once(() => session.me?.presence === presence),
      patient: true,
      ...(presence === 'away'
        ? { action: { label: t('acts-available'), run: () => void become('available') } }
        : {}),
    });
  }

  let stop = () => {};
  onMounted(() => {
    const stops = [
      session.onAlerts(announce),
      session.onAnswers(tell),
      session.onLosses(lose),
      session.onMentions(mentioned),
      session.onPresence(set),
    ];
    stop = () => {
      for (const each of stops) each();
    };
  });
  onUnmounted(() => stop());
}
