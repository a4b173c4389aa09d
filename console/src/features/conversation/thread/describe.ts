import type { Target } from '@/contract/protocol';
import { isGroup, targetParts } from '@/engine/collaboration';
import { shortId } from '@/engine/ids';
import type { SystemItem } from '@/engine/timeline';
import { t } from '@/i18n/words';
import { clockTime } from './dates';

export interface Names {
  /** The agent's name; "You" for the reader. */
  name: (id: string | null | undefined) => string;
  /** The same in the middle of a sentence. */
  object: (id: string | null | undefined) => string;
  queue: (id: string) => string;
  team: (id: string) => string;
  /** The maker and the targets of an offer, if the log still shows them. */
  offer: (id: string) => { from: string; to: string[]; target: Target } | undefined;
  me: string;
  owner: string | null | undefined;
}

export interface Described {
  text: string;
  /** Reasons and notes, in their author's words. */
  quote?: string | undefined;
}

/** A system line in words. */
export function describe(item: SystemItem, names: Names): Described {
  const { event, by } = item;
  const actor = names.name(by);
  switch (event.type) {
    case 'opened':
      return { text: t('events-opened', { queue: names.queue(event.queue) }) };
    case 'customer_left':
      return { text: t('events-customerLeft') };
    case 'abandoned':
      return { text: t('events-abandoned') };
    case 'assigned':
      return { text: assigned(event, actor, names), quote: event.note ?? undefined };
    case 'requeued':
      return { text: requeued(event, actor, names), quote: event.note ?? undefined };
    case 'resolved':
      return {
        text: resolved(event.by, actor),
        quote: event.note ?? undefined,
      };
    case 'offer_made':
      return { text: asked(event, names), quote: event.note ?? undefined };
    case 'offer_moved':
      return {
        text:
          event.to === names.me
            ? t('events-movedYou')
            : t('events-moved', { who: names.name(event.to) }),
      };
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

/** Describes the events beside ownership and discussions. */
function more({ event, by }: SystemItem, actor: string, names: Names): Described {
  switch (event.type) {
    case 'reopened':
      return { text: t('events-reopened') };
    case 'joined': {
      const id = shortId(event.conversation);
      return { text: event.there ? t('events-goesOnIn', { id }) : t('events-cameFrom', { id }) };
    }
    case 'resolve_undone':
      return { text: t('events-resolveUndone', { by: actor }) };
    case 'off_hours':
      return { text: t('events-offHours') };
    case 'survey_sent':
      return { text: t('events-surveySent', { by: actor, survey: event.survey }) };
    case 'survey_answered':
      return { text: t('events-surveyAnswered', { survey: event.survey }), quote: event.answer };
    case 'triggered':
      return {
        text: t('events-triggered', { by: actor, trigger: event.trigger }),
        quote: event.note ?? undefined,
      };
    case 'routed':
      if (event.decided_by === 'everyone') return { text: t('routing-everyone') };
      if (!event.chosen) return { text: t('routing-nobody') };
      return {
        text:
          event.chosen === names.me
            ? t('routing-chosenYou')
            : t('routing-chosen', { who: names.name(event.chosen) }),
      };
    case 'consented':
      return { text: event.stopped ? t('events-stopped') : t('events-started') };
    case 'prioritised':
      return { text: t('events-prioritised', { by: actor, priority: event.priority }) };
    case 'required':
      return {
        text: event.skills.length
          ? t('events-required', { by: actor, skills: event.skills.join(', ') })
          : t('events-requiredNone', { by: actor }),
      };
    case 'first_answer_due':
      return { text: event.late ? t('events-firstAnswerLate') : t('events-firstAnswerDue') };
    case 'requeue_ahead': {
      const time = clockTime(event.at);
      if (names.owner === names.me) return { text: t('events-requeueAheadYou', { time }) };
      return {
        text: t('events-requeueAhead', {
          who: names.owner ? names.name(names.owner) : t('events-owner'),
          time,
        }),
      };
    }
    case 'wrapped_up': {
      const id = shortId(event.conversation);
      const quote = [event.disposition, event.note].filter(Boolean).join(': ') || undefined;
      if (by === 'system') return { text: t('events-wrappedUpAlone', { id }), quote };
      return { text: t('events-wrappedUp', { who: names.name(event.agent), id }), quote };
    }
    case 'conference_joined':
      return { text: t('events-joined', { who: names.name(event.agent) }) };
    case 'conference_left':
      return {
        text:
          by === event.agent || by === 'system'
            ? t('events-conferenceLeft', { who: names.name(event.agent) })
            : t('events-conferenceRemoved', { by: actor, who: names.object(event.agent) }),
      };
    case 'monitoring':
      return { text: monitoring(event, names) };
    default:
      return { text: '' };
  }
}

type Of<T extends SystemItem['event']['type']> = Extract<SystemItem['event'], { type: T }>;

function resolved(by: Of<'resolved'>['by'], actor: string): string {
  if (by === 'agent') return t('events-resolved', { by: actor });
  return by === 'inactivity' ? t('events-autoResolved') : t('events-phraseResolved');
}

function assigned(event: Of<'assigned'>, actor: string, names: Names): string {
  const to = names.name(event.to);
  const object = names.object(event.to);
  const from = event.from ? names.name(event.from) : actor;
  switch (event.origin) {
    case 'transfer':
      return t('events-transferred', { from, to: object });
    case 'manager':
      return t('events-manager', { by: actor, to: object });
    case 'offer':
      return t('events-offered', { who: to, from: names.object(event.from) });
    case 'auto':
      return event.to === names.me ? t('events-autoYou') : t('events-auto', { to });
    case 'api':
      return t('events-api', { to: object });
    case 'conference':
      return t('events-conference', { to, from: names.object(event.from) });
    case 'reopened':
      return t('events-reopenedTo', { to: object });
    default:
      return t('events-picked', { who: to });
  }
}

function requeued(event: Of<'requeued'>, actor: string, names: Names): string {
  const queue = names.queue(event.queue);
  if (event.cause === 'unanswered') {
    return t('events-requeuedUnanswered', { who: names.object(event.from), queue });
  }
  if (event.cause === 'owner_offline')
    return t('events-requeuedOffline', { who: names.object(event.from), queue });
  return t('events-requeued', { by: actor, queue });
}

/** "Martha", or "somebody of Billing". */
function whom(target: Target, names: Names, name = names.object): string {
  const { kind, id } = targetParts(target);
  if (kind === 'agent' || kind === 'manager') return name(id);
  if (kind === 'skill') return t('events-group-skill', { name: id });
  return t(`events-group-${kind}`, { name: names[kind](id) });
}

function asked(event: Of<'offer_made'>, names: Names): string {
  const act = event.kind === 'discuss' && event.discussion ? 'join' : event.kind;
  const text = t(`events-asked-${act}`, {
    from: names.name(event.from),
    to: whom(event.target, names),
  });
  const group = isGroup(targetParts(event.target).kind);
  const now = event.to.map((id) => names.object(id)).join(', ');
  if (!group || !now) return text;
  return `${text} (${event.all ? `${t('events-atOnce')}: ` : ''}${now})`;
}

function passed(event: Of<'offer_passed'>, names: Names): string {
  const who = names.name(event.agent);
  if (event.status === 'rejected') return t('events-passed-rejected', { who });
  if (event.status === 'timed_out') return t('events-passed-timed_out', { who });
  return t('events-passed-rescinded', { who });
}

function closed(event: Of<'offer_closed'>, names: Names): string {
  const people = names.offer(event.offer);
  const group = people && isGroup(targetParts(people.target).kind);
  const to = people ? whom(people.target, names, names.name) : names.name(undefined);
  const by = event.by ? names.name(event.by) : group ? names.name(undefined) : to;
  switch (event.status) {
    case 'accepted':
      return t('events-accepted', { who: by });
    case 'rejected':
      return t('events-rejected', { who: by });
    case 'withdrawn':
      return t('events-withdrawn', { who: names.name(event.by ?? people?.from) });
    case 'timed_out':
      return group ? t('events-nobodyTimedOut', { who: to }) : t('events-timedOut', { who: to });
    default:
      return t('events-rescinded', {
        who: people ? whom(people.target, names) : names.object(undefined),
      });
  }
}

function left(event: Of<'discussion_left'>, actor: string, names: Names): string {
  const who = names.name(event.agent);
  if (event.promoted === 'transfer') return t('events-promotedTransfer', { who });
  if (event.promoted === 'conference') return t('events-promotedConference', { who });
  if (!event.outcome) return t('events-left', { who });
  const outcome = event.outcome.resolved ? t('events-wasResolved') : t('events-notResolved');
  return `${t('events-released', { by: actor, who: names.object(event.agent) })}: ${outcome}`;
}

function ended(event: Of<'discussion_ended'>, actor: string, names: Names): string {
  if (event.cause === 'left') return t('events-endedLeft');
  if (event.cause === 'transferred') return t('events-endedTransferred');
  if (event.cause === 'promoted') return t('events-endedPromoted');
  if (event.cause === 'conversation_ended') return t('events-endedClosed');
  const said = (resolved: boolean) =>
    resolved ? t('events-wasResolved') : t('events-notResolved');
  if (event.resolved === null || event.resolved === undefined)
    return t('events-ended', { who: actor });
  const each = (event.outcomes ?? []).map((o) =>
    t('events-outcome', {
      who: names.name(o.agent),
      outcome: said(o.resolved) + (o.note ? ` (${o.note})` : ''),
    }),
  );
  const whole = `${t('events-ended', { who: actor })}: ${said(event.resolved)}`;
  return each.length ? `${whole} · ${each.join(' · ')}` : whole;
}

function monitoring(event: Of<'monitoring'>, names: Names): string {
  const who = names.name(event.agent);
  const mine = event.agent === names.me;
  const owner = names.owner ? names.object(names.owner) : t('events-owner');
  switch (event.mode) {
    case 'silent':
      return mine ? t('events-monitoring-youSilent') : t('events-monitoring-silent', { who });
    case 'coach':
      return mine
        ? t('events-monitoring-youCoach', { owner })
        : t('events-monitoring-coach', { who, owner });
    case 'barge':
      return t('events-monitoring-barge', { who });
    default:
      return mine ? t('events-monitoring-youStopped') : t('events-monitoring-stopped', { who });
  }
}
