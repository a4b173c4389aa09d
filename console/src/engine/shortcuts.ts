import { type Bare, composing, type Press, writes } from './keypress';

/** The headings of the help sheet. */
export const GROUPS = ['work', 'write', 'move', 'app'] as const;
export type Group = (typeof GROUPS)[number];

interface Spec {
  group: Group;
  /**
   * Its chords: modifiers and the place of the key (`Alt+KeyT`, `Mod+Slash`, `Escape`), where `Mod`
   * is Ctrl or Cmd. A chord without a modifier is a single key: it does nothing while typing, and
   * agents can turn single keys off.
   */
  keys: readonly string[];
  /** Chords that browsers keep for themselves, and leave to the page of an installed app. */
  installed?: readonly string[];
  /** The focused field listens for them itself. */
  own?: true;
  /** The act repeats while the agent holds the key down. */
  repeats?: true;
}

/** All acts: the one source of bindings, tips, palette, help and remapping. */
export const ACTS = {
  accept: { group: 'work', keys: ['Alt+KeyA', 'KeyA'] },
  reject: { group: 'work', keys: ['Alt+KeyX'] },
  discuss: { group: 'work', keys: ['Alt+KeyD', 'KeyD'] },
  transfer: { group: 'work', keys: ['Alt+KeyT', 'KeyT'], installed: ['Mod+KeyT'] },
  resolve: { group: 'work', keys: ['Alt+KeyR', 'Mod+KeyR', 'KeyE'] },
  resolveNext: { group: 'work', keys: ['Alt+Shift+KeyR'] },
  label: { group: 'work', keys: ['KeyL'] },
  select: { group: 'work', keys: ['KeyX'] },
  events: { group: 'work', keys: ['KeyV'] },
  send: { group: 'write', keys: ['Mod+Enter'], own: true },
  newline: { group: 'write', keys: ['Shift+Enter'], own: true },
  canned: { group: 'write', keys: ['Mod+Slash'] },
  comment: { group: 'write', keys: ['Alt+KeyN', 'KeyN'], installed: ['Mod+KeyN'] },
  // The second one writes nothing on any layout, so that it works in the field on a Mac, too.
  mode: { group: 'write', keys: ['Alt+KeyC', 'F2'] },
  attach: { group: 'write', keys: ['Alt+KeyU'] },
  next: { group: 'move', keys: ['Alt+ArrowDown', 'KeyJ'], repeats: true },
  previous: { group: 'move', keys: ['Alt+ArrowUp', 'KeyK'], repeats: true },
  nextWaiting: { group: 'move', keys: ['Alt+KeyW', 'KeyW'] },
  update: { group: 'move', keys: ['Period'] },
  search: { group: 'move', keys: ['Mod+Shift+KeyF', 'KeyS'] },
  focusCustomer: { group: 'move', keys: ['Alt+Digit1'] },
  focusDiscussion: { group: 'move', keys: ['Alt+Digit2'] },
  focusList: { group: 'move', keys: ['Alt+Digit3'] },
  focusDetails: { group: 'move', keys: ['Alt+Digit4'] },
  nextPanel: { group: 'move', keys: ['F6'] },
  previousPanel: { group: 'move', keys: ['Shift+F6'] },
  close: { group: 'move', keys: ['Escape'] },
  palette: { group: 'app', keys: ['Mod+KeyK'] },
  help: { group: 'app', keys: ['?'] },
  goConversations: { group: 'app', keys: [] },
  goMentions: { group: 'app', keys: [] },
  goTeamChat: { group: 'app', keys: [] },
  goContacts: { group: 'app', keys: [] },
  goPeople: { group: 'app', keys: [] },
  goBoard: { group: 'app', keys: [] },
  goSettings: { group: 'app', keys: [] },
  goPreferences: { group: 'app', keys: ['Mod+Comma'] },
  available: { group: 'app', keys: [] },
  away: { group: 'app', keys: [] },
  theme: { group: 'app', keys: [] },
  density: { group: 'app', keys: [] },
  mute: { group: 'app', keys: [] },
} as const satisfies Record<string, Spec>;

export type ActId = keyof typeof ACTS;
export const ACT_IDS = Object.keys(ACTS) as ActId[];
export const actSpec = (id: ActId): Spec => ACTS[id];

/** The chord of an act without one. */
export const NO_KEY = 'none';

/** Act → the chords that set it off. */
export type Bindings = Record<ActId, readonly string[]>;

/** Tests for a key that types something without a modifier: it does nothing while typing. */
export function isSingle(chord: string): boolean {
  return !/(^|\+)(Mod|Alt)\+/.test(chord) && !/(^|\+)(Escape|F\d+)$/.test(chord);
}

/** The bindings in force: the agent's own chords before the defaults. */
export function bind(own: Record<string, string>, single = true): Bindings {
  return Object.fromEntries(
    ACT_IDS.map((id) => {
      const { keys, installed = [], own: fixed } = actSpec(id);
      const chosen = fixed ? undefined : own[id];
      const chords =
        chosen === undefined ? [...keys, ...installed] : chosen === NO_KEY ? [] : [chosen];
      return [id, single ? chords : chords.filter((chord) => fixed || !isSingle(chord))];
    }),
  ) as unknown as Bindings;
}

/** The other act that already has the chord. */
export function takenBy(bindings: Bindings, chord: string, id: ActId): ActId | undefined {
  return ACT_IDS.find((other) => other !== id && bindings[other].includes(chord));
}

export type KeyPress = Press;

const MODIFIERS = /^(Alt|AltGraph|Control|Shift|Meta|OS|CapsLock|Fn)/;

/**
 * A key press as a chord, by the place of the key; undefined with AltGraph or a dead key: they
 * write.
 */
export function chordOf(event: KeyPress): string | undefined {
  if (composing(event) || event.getModifierState?.('AltGraph')) return undefined;
  if (event.key === 'Dead') return undefined;
  if (!event.code || MODIFIERS.test(event.code) || MODIFIERS.test(event.key)) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  // The question mark is a character, wherever the layout has it.
  if (event.key === '?' && !event.altKey && !mod) return '?';
  return [
    mod ? 'Mod+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
    event.code.replace(/^NumpadEnter$/, 'Enter'),
  ].join('');
}

/**
 * The acts that a key press means, in the order of the table. In a text, a press that writes only
 * writes.
 */
export function matches(
  bindings: Bindings,
  event: KeyPress,
  inText: boolean,
  bare?: Bare,
): ActId[] {
  const chord = chordOf(event);
  if (!chord || (inText && (isSingle(chord) || writes(event, bare)))) return [];
  return ACT_IDS.filter((id) => !actSpec(id).own && bindings[id].includes(chord));
}

/** Tests for chords that belong to the browser, to text fields or to moving about. */
export function isReserved(chord: string, installed = false): boolean {
  // A tab of the browser never hears of these; an installed app does.
  if (!installed && /^Mod\+(Shift\+)?Key[TN]$/.test(chord)) return true;
  if (/^(Shift\+)?(Tab|Enter|Space|Backspace|Delete|Home|End|Page(Up|Down)|Arrow\w+)$/.test(chord))
    return true;
  if (/^Mod\+(Shift\+)?Key[CVXAZYWQ]$/.test(chord)) return true;
  if (/^Mod\+(Shift\+)?(Tab|Enter|Equal|Minus|Digit\d)$/.test(chord)) return true;
  return /^(Shift\+)?(Escape|F(1|3|5|11|12))$/.test(chord) || chord === 'Alt+F4';
}

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
};

/**
 * Option with a letter or digit writes a character on a Mac: such a chord acts outside of fields.
 */
export const writesOnMac = (chord: string): boolean =>
  /^Alt\+(Shift\+)?(?!Arrow|Enter|Home|End|Page|Escape|F\d)/.test(chord);

/** The labels on the keys of a chord; `printed` knows the layout of this keyboard. */
export function keyNames(
  chord: string,
  mac: boolean,
  printed: ReadonlyMap<string, string> = new Map(),
): string[] {
  return chord.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac ? '⌥' : 'Alt';
    if (part === 'Shift') return mac ? '⇧' : 'Shift';
    return (
      NAMES[part] ??
      printed.get(part)?.toLocaleUpperCase() ??
      part.replace(/^(Key|Digit|Numpad)/, '')
    );
  });
}

/** The chords in the form of `aria-keyshortcuts`. */
export function ariaKeys(chords: readonly string[], mac: boolean): string | undefined {
  const said = chords.map((chord) =>
    chord
      .replace('Mod', mac ? 'Meta' : 'Control')
      .replace(/(Key|Digit)(?=\w$)/, '')
      .replace('Slash', '/')
      .replace('Period', '.')
      .replace('Comma', ','),
  );
  return said.length ? said.join(' ') : undefined;
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
