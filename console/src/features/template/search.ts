import type { Template } from '@/contract/protocol';
import { byAlphabet, perLocale } from '@/i18n/formats';

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** "order_update" as people read it. */
export const titleOf = ({ name }: Pick<Template, 'name'>) => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};

/** The languages of some templates, by their names, the most used first. */
export function languagesOf(all: readonly Template[]): string[] {
  const counts = new Map<string, number>();
  for (const { language } of all) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}

const names = perLocale((of) => new Intl.DisplayNames([of], { type: 'language' }));

/** "German", "English (United States)"; an unknown tag stays as it is. */
export function languageName(tag: string): string {
  try {
    return names().of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * The templates that hold every typed word: approved ones first, then matches in the name, then by
 * name.
 */
export function find(all: readonly Template[], query: string, language?: string): Template[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const holds = (template: Template) => {
    const { header, body, footer, category, language: tag } = template;
    const text = fold(
      [titleOf(template), template.name, header, body, footer, category, languageName(tag)].join(
        ' ',
      ),
    );
    return words.every((word) => text.includes(word));
  };
  const rank = (template: Template) => {
    const title = fold(titleOf(template));
    const called = words.some((word) => title.includes(word));
    return (template.status === 'approved' ? 0 : 2) + (called ? 0 : 1);
  };
  return all
    .filter((one) => (!language || one.language === language) && holds(one))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || byAlphabet(a.name, b.name) || byAlphabet(a.language, b.language),
    );
}
