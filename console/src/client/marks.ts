import type { Colour, Command, Label, Settings } from '../contract/protocol';
import { shortId } from './ids';

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

/** Of a conversation, or of a place in a list that tells less. */
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

/** The labels one can choose from. */
export const labelsOf = (settings: Partial<Settings> | undefined): readonly Label[] =>
  settings?.labels ?? [];

/** The tags that are suggested; any other may be written. */
export const tagsOf = (settings: Partial<Settings> | undefined): readonly string[] =>
  settings?.tags ?? NONE;

/** What a conversation is labelled with, in colour; what is offered no longer is grey. */
export function coloured(
  labels: readonly string[],
  settings: Partial<Settings> | undefined,
): { name: string; colour: Colour }[] {
  if (!labels.length) return [];
  const known = new Map(labelsOf(settings).map((label) => [label.name, label.colour]));
  return labels.map((name) => ({ name, colour: known.get(name) ?? 'grey' }));
}

/** A tag as the server would keep it; nothing if it cannot be one. */
export function cleanTag(text: string, there: readonly string[]): string | undefined {
  const tag = text.trim().replace(/\s+/g, ' ');
  if (!tag || [...tag].length > TAG_LENGTH) return undefined;
  return there.some((one) => one.toLowerCase() === tag.toLowerCase()) ? undefined : tag;
}

export const tagging = (add: string[], remove: string[]): Command => ({ type: 'tag', add, remove });
export const labelling = (add: string[], remove: string[]): Command => ({
  type: 'label',
  add,
  remove,
});
export const naming = (alias: string | null): Command => ({ type: 'name', alias });
