import { Preferences as limits } from '@/contract/limits';
import type {
  Contrast,
  Density,
  Preferences as Kept,
  SendKey,
  Sort,
  Theme,
} from '@/contract/protocol';

/** An agent's own choices, on every device. */
export type Preferences = Required<Omit<Kept, 'version'>>;

export const DEFAULTS: Preferences = {
  theme: limits.theme.default,
  contrast: limits.contrast.default,
  density: limits.density.default,
  sort: limits.sort.default,
  send_key: limits.send_key.default,
  reply_after_comment: limits.reply_after_comment.default,
  /** Trigger → the name of a sound, or `off`. A trigger without one has its usual sound. */
  sounds: {},
  volume: limits.volume.default,
  repeat_until_read: limits.repeat_until_read.default,
  notifications: limits.notifications.default,
  idle_minutes: limits.idle_minutes.default,
  single_keys: limits.single_keys.default,
  /** Act → its one chord, or `none`. An act without one has its usual chords. */
  shortcuts: {},
  panels: {},
  sections: [],
  language: limits.language.default,
};

/** The values of each preference that is a choice of words. */
export const CHOICES = {
  theme: ['system', 'light', 'dark'] satisfies Theme[],
  contrast: ['normal', 'high'] satisfies Contrast[],
  density: ['comfortable', 'compact'] satisfies Density[],
  sort: ['last_assigned', 'longest_waiting', 'latest_message', 'highest_priority'] satisfies Sort[],
  send_key: ['enter', 'ctrl_enter'] satisfies SendKey[],
} as const;
const BOOLEANS = [
  'repeat_until_read',
  'notifications',
  'single_keys',
  'reply_after_comment',
] as const;
export const IDLE_MINUTES = [0, 5, 10, 15, 30, 60] as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function only<T>(value: unknown, fits: (one: unknown) => one is T): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, T] => fits(pair[1])),
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Takes the valid fields of any value; the others keep their defaults. */
export function preferences(raw: unknown): Preferences {
  const from = isRecord(raw) ? raw : {};
  const chosen = { ...DEFAULTS };
  for (const [key, options] of Object.entries(CHOICES)) {
    const value = from[key];
    if (isText(value) && (options as readonly string[]).includes(value)) {
      Object.assign(chosen, { [key]: value });
    }
  }
  for (const key of BOOLEANS) {
    const value = from[key];
    if (typeof value === 'boolean') chosen[key] = value;
  }
  if (isNumber(from.volume))
    chosen.volume = Math.round(Math.min(limits.volume.maximum, Math.max(0, from.volume)));
  if (isNumber(from.idle_minutes)) {
    chosen.idle_minutes = Math.round(
      Math.min(limits.idle_minutes.maximum, Math.max(0, from.idle_minutes)),
    );
  }
  if (isText(from.language) && from.language) chosen.language = from.language;
  chosen.sounds = only(from.sounds, isText);
  chosen.shortcuts = only(from.shortcuts, isText);
  chosen.panels = only(from.panels, isNumber);
  chosen.sections = Array.isArray(from.sections) ? from.sections.filter(isText) : [];
  return chosen;
}

export function parse(text: string | null): Preferences {
  try {
    return preferences(text ? JSON.parse(text) : undefined);
  } catch {
    return { ...DEFAULTS };
  }
}
