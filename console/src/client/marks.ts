import { shortId } from './ids';
import type { Command, Settings } from './protocol';

/** The colours that a label may have. */
export const COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'grey',
] as const;
export type Colour = (typeof COLOURS)[number];

export interface Label {
  name: string;
  colour: Colour;
}

/** What colleagues have put on a conversation, so that it can be told from others. */
export interface Marks {
  /** Short enough to read out. */
  reference: string;
  /** What colleagues call it. */
  alias: string | undefined;
  tags: readonly string[];
  labels: readonly string[];
}

interface Marked {
  id: string;
  reference?: string | undefined;
  alias?: string | null | undefined;
  tags?: readonly string[] | undefined;
  labels?: readonly string[] | undefined;
}

const NONE: readonly string[] = [];

export function marksOf(it: Marked): Marks {
  return {
    reference: it.reference ?? shortId(it.id),
    alias: it.alias ?? undefined,
    tags: it.tags ?? NONE,
    labels: it.labels ?? NONE,
  };
}

export const TAG_LIMIT = 12;
export const TAG_LENGTH = 40;
export const ALIAS_LENGTH = 60;
export const LABEL_LIMIT = 5;

type WithMarks = Partial<Settings> & {
  labels?: readonly { name: string; colour: string }[];
  tags?: readonly string[];
};

/** The labels one can choose from. A colour this version does not know is grey. */
export function labelsOf(settings: Partial<Settings> | undefined): Label[] {
  return ((settings as WithMarks | undefined)?.labels ?? []).map(({ name, colour }) => ({
    name,
    colour: COLOURS.find((known) => known === colour) ?? 'grey',
  }));
}

/** The tags that are suggested; any other may be written. */
export const tagsOf = (settings: Partial<Settings> | undefined): readonly string[] =>
  (settings as WithMarks | undefined)?.tags ?? NONE;

/** A tag as the server would keep it; nothing if it cannot be one. */
export function cleanTag(text: string, there: readonly string[]): string | undefined {
  const tag = text.trim().replace(/\s+/g, ' ');
  if (!tag || tag.length > TAG_LENGTH) return undefined;
  return there.some((one) => one.toLowerCase() === tag.toLowerCase()) ? undefined : tag;
}

type Marking =
  | { type: 'tag' | 'label'; add: string[]; remove: string[] }
  | { type: 'name'; alias: string | null };

export const tagging = (add: string[], remove: string[]) =>
  ({ type: 'tag', add, remove }) satisfies Marking as unknown as Command;
export const labelling = (add: string[], remove: string[]) =>
  ({ type: 'label', add, remove }) satisfies Marking as unknown as Command;
export const naming = (alias: string | null) =>
  ({ type: 'name', alias }) satisfies Marking as unknown as Command;

/** Whether the server knows of marks at all. */
export const marksKnown = (settings: Partial<Settings> | undefined) =>
  settings !== undefined && 'labels' in settings;
