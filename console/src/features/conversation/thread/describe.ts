import type { Target } from '@/contract/protocol';
import { isGroup, targetParts } from '@/engine/collaboration';
import { shortId } from '@/engine/ids';
import type { SystemItem } from '@/engine/timeline';
import { routing, events as words } from '@/i18n/en';
import { clockTime } from './dates';

export interface Names {
  /** "You" for oneself. */
  name: (id: string | null | undefined) => string;
  /** The same in the middle of a sentence. */
  object: (id: string | null | undefined) => string;
  queue: (id: string) => string;
  team: (id: string) => string;
  /** Who was asked in an offer, and by whom, where the log still shows it. */
  offer: (id: string) => { from: string; to: string[]; target: Target } | undefined;
  me: string;
  owner: string | null | undefined;
}

export interface Described {
  text: string;
  /** Reasons and notes, in the words of whoever gave them. */
  quote?: string | undefined;
}

/** A system line in words. */
export function describe(item: SystemItem, names: Names): Described {
  const { event, by } = item;
  const actor = names.name(by);
  switch (event.type) {
    case 'opened':
      return { text: words.opened(names.queue(event.queue)) };
    case 'customer_left':
      return { text: words.customerLeft };
    case 'abandoned':
      return { text: words.abandoned };
    case 'assigned':
      return { text: assigned(event, actor, names), quote: event.note ?? undefined };
    case 'requeued':
      return { text: requeued(event, actor, names), quote: event.note ?? undefined };
    case 'resolved':
      return {
        text: { agent: words.resolved(actor), ...ENDS }[event.by],
        quote: event.note ?? undefined,
      };
    case 'offer_made':
      return { text: asked(event, names), quote: event.note ?? undefined };
    case 'offer_moved':
      return { text: event.to === names.me ? words.movedYou : words.moved(names.name(event.to)) };
    case 'offer_passed':
      return { text: passed(event, names), quote: event.reason ?? undefined };
    case 'offer_closed':
      return { text: closed(event, names), quote: event.reason ?? undefined };
    case 'discussion_left':
      return { text: left(event, actor, names), quote: event.outcome?.note ?? undefined };
    case 'discussion_ended':
      return { text: ended(event, actor, names), quote: event.note ?? undefined };
    default:
      return more(item, actor, names);
  }
}

/** What befell the conversation beside its owners and the talks about it. */
function more({ event, by }: SystemItem, actor: string, names: Names): Described {
  switch (event.type) {
    case 'reopened':
      return { text: words.reopened };
    case 'joined': {
      const id = shortId(event.conversation);
      return { text: event.there ? words.goesOnIn(id) : words.cameFrom(id) };
    }
    case 'resolve_undone':
      return { text: words.resolveUndone(actor) };
    case 'off_hours':
      return { text: words.offHours };
    case 'survey_sent':
      return { text: words.surveySent(actor, event.survey) };
    case 'survey_answered':
      return { text: words.surveyAnswered(event.survey), quote: event.answer };
    case 'triggered':
      return { text: words.triggered(actor, event.trigger), quote: event.note ?? undefined };
    case 'routed':
      if (event.decided_by === 'everyone') return { text: routing.everyone };
      if (!event.chosen) return { text: routing.nobody };
      return {
        text:
          event.chosen === names.me ? routing.chosenYou : routing.chosen(names.name(event.chosen)),
      };
    case 'prioritised':
      return { text: words.prioritised(actor, event.priority) };
    case 'required':
      return {
        text: event.skills.length
          ? words.required(actor, event.skills.join(', '))
          : words.requiredNone(actor),
      };
    case 'first_answer_due':
      return { text: event.late ? words.firstAnswerLate : words.firstAnswerDue };
    case 'requeue_ahead': {
      const time = clockTime(event.at);
      if (names.owner === names.me) return { text: words.requeueAheadYou(time) };
      return {
        text: words.requeueAhead(names.owner ? names.name(names.owner) : words.owner, time),
      };
    }
    case 'wrapped_up': {
      const id = shortId(event.conversation);
      const quote = [event.disposition, event.note].filter(Boolean).join(': ') || undefined;
      if (by === 'system') return { text: words.wrappedUpAlone(id), quote };
      return { text: words.wrappedUp(names.name(event.agent), id), quote };
    }
    case 'conference_joined':
      return { text: words.joined(names.name(event.agent)) };
    case 'conference_left':
      return {
        text:
          by === event.agent || by === 'system'
            ? words.conferenceLeft(names.name(event.agent))
            : words.conferenceRemoved(actor, names.object(event.agent)),
      };
    case 'monitoring':
      return { text: monitoring(event, names) };
    default:
      return { text: '' };
  }
}

type Of<T extends SystemItem['event']['type']> = Extract<SystemItem['event'], { type: T }>;

const ENDS = { inactivity: words.autoResolved, closing_phrase: words.phraseResolved };

function assigned(event: Of<'assigned'>, actor: string, names: Names): string {
  const to = names.name(event.to);
  const object = names.object(event.to);
  const from = event.from ? names.name(event.from) : actor;
  switch (event.origin) {
    case 'transfer':
      return words.transferred(from, object);
    case 'manager':
      return words.manager(actor, object);
    case 'offer':
      return words.offered(to, names.object(event.from));
    case 'auto':
      return event.to === names.me ? words.autoYou : words.auto(to);
    case 'api':
      return words.api(object);
    case 'conference':
      return words.conference(to, names.object(event.from));
    case 'reopened':
      return words.reopenedTo(object);
    default:
      return words.picked(to);
  }
}

function requeued(event: Of<'requeued'>, actor: string, names: Names): string {
  const queue = names.queue(event.queue);
  if (event.cause === 'unanswered') {
    return words.requeuedUnanswered(names.object(event.from), queue);
  }
  if (event.cause === 'owner_offline')
    return words.requeuedOffline(names.object(event.from), queue);
  return words.requeued(actor, queue);
}

/** "Martha", or "somebody of Billing". */
function whom(target: Target, names: Names, name = names.object): string {
  const { kind, id } = targetParts(target);
  if (kind === 'agent' || kind === 'manager') return name(id);
  if (kind === 'skill') return words.group.skill(id);
  return words.group[kind](names[kind](id));
}

function asked(event: Of<'offer_made'>, names: Names): string {
  const act = event.kind === 'discuss' && event.discussion ? 'join' : event.kind;
  const text = words.asked[act](names.name(event.from), whom(event.target, names));
  const group = isGroup(targetParts(event.target).kind);
  const now = event.to.map((id) => names.object(id)).join(', ');
  if (!group || !now) return text;
  return `${text} (${event.all ? `${words.atOnce}: ` : ''}${now})`;
}

function passed(event: Of<'offer_passed'>, names: Names): string {
  const who = names.name(event.agent);
  if (event.status === 'rejected') return words.passed.rejected(who);
  if (event.status === 'timed_out') return words.passed.timed_out(who);
  return words.passed.rescinded(who);
}

function closed(event: Of<'offer_closed'>, names: Names): string {
  const people = names.offer(event.offer);
  const group = people && isGroup(targetParts(people.target).kind);
  const to = people ? whom(people.target, names, names.name) : names.name(undefined);
  const by = event.by ? names.name(event.by) : group ? names.name(undefined) : to;
  switch (event.status) {
    case 'accepted':
      return words.accepted(by);
    case 'rejected':
      return words.rejected(by);
    case 'withdrawn':
      return words.withdrawn(names.name(event.by ?? people?.from));
    case 'timed_out':
      return group ? words.nobodyTimedOut(to) : words.timedOut(to);
    default:
      return words.rescinded(people ? whom(people.target, names) : names.object(undefined));
  }
}

function left(event: Of<'discussion_left'>, actor: string, names: Names): string {
  const who = names.name(event.agent);
  if (event.promoted === 'transfer') return words.promotedTransfer(who);
  if (event.promoted === 'conference') return words.promotedConference(who);
  if (!event.outcome) return words.left(who);
  const outcome = event.outcome.resolved ? words.wasResolved : words.notResolved;
  return `${words.released(actor, names.object(event.agent))}: ${outcome}`;
}

function ended(event: Of<'discussion_ended'>, actor: string, names: Names): string {
  if (event.cause === 'left') return words.endedLeft;
  if (event.cause === 'transferred') return words.endedTransferred;
  if (event.cause === 'promoted') return words.endedPromoted;
  if (event.cause === 'conversation_ended') return words.endedClosed;
  const said = (resolved: boolean) => (resolved ? words.wasResolved : words.notResolved);
  if (event.resolved === null || event.resolved === undefined) return words.ended(actor);
  const each = (event.outcomes ?? []).map((o) =>
    words.outcome(names.name(o.agent), said(o.resolved) + (o.note ? ` (${o.note})` : '')),
  );
  const whole = `${words.ended(actor)}: ${said(event.resolved)}`;
  return each.length ? `${whole} · ${each.join(' · ')}` : whole;
}

function monitoring(event: Of<'monitoring'>, names: Names): string {
  const say = words.monitoring;
  const who = names.name(event.agent);
  const mine = event.agent === names.me;
  const owner = names.owner ? names.object(names.owner) : words.owner;
  switch (event.mode) {
    case 'silent':
      return mine ? say.youSilent : say.silent(who);
    case 'coach':
      return mine ? say.youCoach(owner) : say.coach(who, owner);
    case 'barge':
      return say.barge(who);
    default:
      return mine ? say.youStopped : say.stopped(who);
  }
}
