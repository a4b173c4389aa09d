/** What an agent has chosen for themselves, wherever they sign in. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  contrast: 'normal' | 'high';
  density: 'comfortable' | 'compact';
  sort: 'last_assigned' | 'longest_waiting' | 'latest_message' | 'highest_priority';
  send_key: 'enter' | 'ctrl_enter';
  /** Whether the composer returns to Reply by itself once a comment was added. */
  reply_after_comment: boolean;
  /** Trigger → the name of a sound, or `off`. What is not named has its default. */
  sounds: Record<string, string>;
  /** 0 to 100; 0 is silence. */
  volume: number;
  repeat_until_read: boolean;
  notifications: boolean;
  /**
   * After how many minutes without a sign of the agent they are asked whether they are away; 0: never.
   * Of this browser: each knows as much of its screen as it was allowed to.
   */
  idle_minutes: number;
  /** Whether keys without a modifier do anything (WCAG 2.1.4). */
  single_keys: boolean;
  /** Act → its one chord, or `none`. What is not named has its defaults. */
  shortcuts: Record<string, string>;
  /** Panel → its width in pixels. */
  panels: Record<string, number>;
  /** The sections of the details panel, in their order. */
  sections: string[];
  language: string;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  contrast: 'normal',
  density: 'comfortable',
  sort: 'last_assigned',
  send_key: 'enter',
  reply_after_comment: false,
  sounds: {},
  volume: 70,
  repeat_until_read: false,
  notifications: false,
  idle_minutes: 10,
  single_keys: true,
  shortcuts: {},
  panels: {},
  sections: [],
  language: 'en',
};

/** What can be chosen where there is a choice of words. */
export const CHOICES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['normal', 'high'],
  density: ['comfortable', 'compact'],
  sort: ['last_assigned', 'longest_waiting', 'latest_message', 'highest_priority'],
  send_key: ['enter', 'ctrl_enter'],
} as const;
const BOOLEANS = [
  'repeat_until_read',
  'notifications',
  'single_keys',
  'reply_after_comment',
] as const;
export const IDLE_MINUTES = [0, 5, 10, 15, 30, 60] as const;
const IDLE_MOST = 120;

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

/** Takes what fits from anything; the rest keeps its default. */
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
  if (isNumber(from.volume)) chosen.volume = Math.round(Math.min(100, Math.max(0, from.volume)));
  if (isNumber(from.idle_minutes)) {
    chosen.idle_minutes = Math.round(Math.min(IDLE_MOST, Math.max(0, from.idle_minutes)));
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
