import type { Rules } from '@/contract/protocol';
import { formatDuration } from '@/engine/durations';
import { dates, listed, perLocale } from '@/i18n/formats';
import { t } from '@/i18n/words';
import type { Key } from './fields';
import { nextDayOff, nextGap, scheduleOf } from './schedule';

/** A sentence of an example; a warning says that the values do no good as they are. */
export interface Line {
  text: string;
  warns?: true;
}
const caution = (text: string): Line => ({ text, warns: true });

/** A colleague in an example. */
export interface Person {
  name: string;
  capacity: number;
  skills: readonly string[];
}

/** The people of an example: those who serve the place, the first two by name. */
export interface Cast {
  agent: Person;
  other: Person;
  all: readonly Person[];
}

/** The engine asks no more members of a group (`Conversation::SEARCH_LIMIT`). */
const ASKED_MOST = 8;
const WEEK = 7 * 86_400;
/** A Friday at 16:00, at which the examples without business hours begin. */
const BASE = Date.UTC(2026, 0, 2, 16);
const span = formatDuration;

const weekdayTime = dates({
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
});
/** A moment so many seconds after Friday, 16:00. */
const later = (seconds: number) => weekdayTime().format(BASE + seconds * 1000);

const moments = new Map<string, () => Intl.DateTimeFormat>();
/** A moment by the clock of a time zone; `full` names the date, too. */
function moment(at: number, zone: string, full: boolean): string {
  const key = `${zone} ${full}`;
  const date = full ? ({ day: 'numeric', month: 'long', year: 'numeric' } as const) : {};
  const made =
    moments.get(key) ??
    perLocale(
      (of) =>
        new Intl.DateTimeFormat(of, {
          ...date,
          weekday: 'long',
          hour: 'numeric',
          minute: '2-digit',
          timeZone: zone,
        }),
    );
  moments.set(key, made);
  return made().format(at);
}

/** The share of the capacity that is taken, as the engine rounds it. */
const share = (open: number, { capacity }: Person) => Math.floor((open * 10_000) / capacity);

function strategyOf({ strategy }: Rules, { agent, other }: Cast): string {
  const [mine, theirs] = [Math.max(0, agent.capacity - 1), Math.floor(other.capacity / 3)];
  const both = {
    name: agent.name,
    mine,
    room: agent.capacity,
    other: other.name,
    theirs,
    otherRoom: other.capacity,
  };
  if (strategy === 'longest_idle') return t('examples-longestIdle', both);
  if (strategy === 'round_robin') return t('examples-inTurn', both);
  const [a, b] = [share(mine, agent), share(theirs, other)];
  if (a === b) return t('examples-loadsEqual', both);
  return t('examples-loads', { ...both, winner: a < b ? agent.name : other.name });
}

function skillsOf({ skills }: Rules, { all }: Cast): string | Line {
  if (!skills.length) return t('examples-noSkills');
  const able = all.filter((one) => skills.every((skill) => one.skills.includes(skill)));
  const names = able.slice(0, 5).map(({ name }) => name);
  const rest = able.length - names.length;
  return able.length
    ? t('examples-skills', {
        skills: listed(skills),
        names: listed(rest ? [...names, t('examples-more', { n: rest })] : names),
      })
    : caution(t('examples-nobodyAble', { skills: listed(skills) }));
}

function hoursOf({ hours, off_hours_message: message }: Rules, now: number): (string | Line)[] {
  if (!hours) return [message ? caution(t('examples-messageUnused')) : t('examples-alwaysOpen')];
  const schedule = scheduleOf(hours);
  if (!schedule) return [];
  if (!message) return [caution(t('examples-messageMissing'))];
  const said = message.length > 80 ? `${message.slice(0, 79).trimEnd()}…` : message;
  const gap = nextGap(schedule, now);
  const off = nextDayOff(schedule, now);
  const lines = [gap, off].flatMap((closed) => {
    if (!closed) return [];
    const full = closed === off;
    const at = moment(closed.at, schedule.zone, full);
    const { until } = closed;
    return until === undefined
      ? [t('examples-closedForLong', { at, message: said })]
      : [t('examples-closed', { at, message: said, until: moment(until, schedule.zone, full) })];
  });
  if (!lines.length) return [t('examples-alwaysOpen')];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return schedule.zone === here ? lines : [...lines, t('examples-zone', { zone: schedule.zone })];
}

function wrapUpOf(rules: Rules, name: string): (string | Line)[] {
  const { wrap_up: mode, wrap_up_limit_seconds: limit, dispositions } = rules;
  if (mode === 'off') return [t('examples-wrapOff', { name })];
  if (mode === 'mandatory' && !dispositions.length) return [caution(t('examples-noOutcomes'))];
  return [
    mode === 'mandatory'
      ? t('examples-wrapMandatory', { name, n: dispositions.length })
      : t('examples-wrapOptional', { name }),
    ...(limit == null ? [] : [t('examples-wrapLimit', { time: span(limit) })]),
  ];
}

type Maker = (rules: Rules, cast: Cast, now: number) => string | Line | (string | Line)[];

/** A policy's example, by the field below which it stands. */
const MAKERS: Partial<Record<Key, Maker>> = {
  discuss_timeout_seconds: (r, { agent, other }) =>
    t('examples-discuss', {
      name: agent.name,
      other: other.name,
      time: span(r.discuss_timeout_seconds),
    }),
  assign_timeout_seconds: (r, { agent, other }) =>
    t('examples-assign', {
      name: agent.name,
      other: other.name,
      time: span(r.assign_timeout_seconds),
    }),
  conference_timeout_seconds: (r, { agent, other }) =>
    t('examples-conference', {
      name: agent.name,
      other: other.name,
      time: span(r.conference_timeout_seconds),
    }),
  step_timeout_seconds: (r, { agent, other }) => {
    const whole = Math.min(r.discuss_timeout_seconds, r.assign_timeout_seconds);
    const step = r.step_timeout_seconds;
    if (step > whole) return caution(t('examples-stepTooLong', { time: span(whole) }));
    const n = Math.min(ASKED_MOST, Math.ceil(r.discuss_timeout_seconds / step));
    const time = span(r.discuss_timeout_seconds);
    return t('examples-step', { name: agent.name, other: other.name, step: span(step), n, time });
  },
  mode: (r, { agent }) =>
    r.mode === 'auto'
      ? t('examples-auto', { name: agent.name })
      : t('examples-manual', { name: agent.name }),
  strategy: strategyOf,
  skills: skillsOf,
  priority: (r) => t('examples-priority', { n: r.priority }),
  first_answer_target_seconds: (r) => {
    const [target, warning] = [r.first_answer_target_seconds, r.first_answer_warning_seconds];
    return warning >= target
      ? caution(t('examples-warnTooEarly', { time: span(target) }))
      : t('examples-firstAnswer', { warn: span(target - warning), time: span(target) });
  },
  requeue_after_seconds: (r, { agent }) => {
    const after = r.requeue_after_seconds;
    if (after == null) return t('examples-requeueOff', { name: agent.name });
    return r.requeue_warning_seconds >= after
      ? caution(t('examples-warnTooEarly', { time: span(after) }))
      : t('examples-requeue', {
          name: agent.name,
          warn: span(after - r.requeue_warning_seconds),
          time: span(after),
        });
  },
  offline_requeue_after_seconds: (r, { agent }) =>
    r.offline_requeue_after_seconds == null
      ? t('examples-offlineOff', { name: agent.name })
      : t('examples-offline', {
          name: agent.name,
          time: span(r.offline_requeue_after_seconds),
        }),
  abandon_after_seconds: (r) =>
    r.abandon_after_seconds == null
      ? t('examples-abandonOff')
      : t('examples-abandon', { time: span(r.abandon_after_seconds) }),
  auto_resolve_seconds: (r, { agent }) => {
    const after = r.auto_resolve_seconds;
    const both = { name: agent.name, from: later(0) };
    return after < WEEK
      ? t('examples-autoResolve', { ...both, until: later(after) })
      : t('examples-autoResolveLong', { ...both, time: span(after) });
  },
  reopen_within_seconds: (r, { agent }) => {
    const within = r.reopen_within_seconds;
    if (within == null) return t('examples-reopenOff');
    const both = { name: agent.name, from: later(0) };
    return within < WEEK
      ? t('examples-reopen', { ...both, until: later(within) })
      : t('examples-reopenLong', { ...both, time: span(within) });
  },
  hours: (r, _, now) => hoursOf(r, now),
  wrap_up: (r, { agent }) => wrapUpOf(r, agent.name),
  transfer_mode: (r, { agent, other }) =>
    r.transfer_mode === 'immediate'
      ? t('examples-transferNow', { name: agent.name, other: other.name })
      : t('examples-transferOffer', {
          name: agent.name,
          other: other.name,
          time: span(r.assign_timeout_seconds),
        }),
  transfer_outside_own_teams: (r, { agent }) =>
    r.transfer_outside_own_teams
      ? t('examples-anywhere', { name: agent.name })
      : t('examples-nearby', { name: agent.name }),
  transfer_keeps_wait: (r) =>
    r.transfer_keeps_wait ? t('examples-keepsWait') : t('examples-losesWait'),
  transfer_keeps_priority: (r) =>
    r.transfer_keeps_priority ? t('examples-keepsPriority') : t('examples-losesPriority'),
  conference_limit: (r, { agent }) =>
    t('examples-parties', { name: agent.name, n: r.conference_limit - 2 }),
  closing_phrases: ({ closing_phrases: [phrase] }) =>
    phrase ? t('examples-closing', { phrase }) : t('examples-noClosing'),
};

/** The effect of a policy, with the values of the form, saved or not. */
export function examplesOf(key: Key, rules: Rules, cast: Cast, now: number): Line[] {
  const made = MAKERS[key]?.(rules, cast, now) ?? [];
  return [made].flat().map((one) => (typeof one === 'string' ? { text: one } : one));
}

/** Whether a field has an example. */
export const hasExample = (key: Key) => key in MAKERS;
