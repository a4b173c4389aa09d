import { Command as limits } from '@/contract/limits';
import type { Colour, Command, ConversationCard, Label, Settings } from '@/contract/protocol';
import { shortId } from './ids';

/** The marks that colleagues put on a conversation to tell it from others. */
export interface Marks {
  /** The short reference, for reading out. */
  reference: string;
  /** The name that colleagues gave it. */
  alias: string | undefined;
  tags: readonly string[];
  labels: readonly string[];
}

type Marked = Pick<ConversationCard, 'id'> &
  Partial<Pick<ConversationCard, 'reference' | 'alias' | 'tags' | 'labels'>>;

const NONE: readonly string[] = [];

/** The marks of a conversation, or of a list entry that knows less. */
export function marksOf(it: Marked): Marks {
  return {
    reference: it.reference ?? shortId(it.id),
    alias: it.alias ?? undefined,
    tags: it.tags ?? NONE,
    labels: it.labels ?? NONE,
  };
}

export const TAG_LIMIT = limits.tag.add.maxItems;
export const TAG_LENGTH = limits.tag.add.items.maxLength;
export const ALIAS_LENGTH = limits.name.alias.maxLength;
export const LABEL_LIMIT = limits.label.add.maxItems;

/** The labels that an agent can choose from. */
export const labelsOf = (settings: Partial<Settings> | undefined): readonly Label[] =>
  settings?.labels ?? [];

/** The suggested tags; agents may write any other. */
export const tagsOf = (settings: Partial<Settings> | undefined): readonly string[] =>
  settings?.tags ?? NONE;

/**
 * A conversation's labels with their colours; a label that the settings no longer offer is grey.
 */
export function coloured(
  labels: readonly string[],
  settings: Partial<Settings> | undefined,
): { name: string; colour: Colour }[] {
  if (!labels.length) return [];
  const known = new Map(labelsOf(settings).map((label) => [label.name, label.colour]));
  return labels.map((name) => ({ name, colour: known.get(name) ?? 'grey' }));
}

/** A tag as the server would keep it; undefined if the text cannot be one. */
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
