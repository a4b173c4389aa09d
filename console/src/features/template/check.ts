import type { Template } from '@/contract/protocol';
import { t } from '@/i18n/words';

export const NAME = /^[a-z0-9_]{1,512}$/;
export const LANGUAGE = /^[a-z]{2}[A-Za-z0-9_]{0,13}$/;
export const LINE = 60;
export const BODY = 1_024;
export const BUTTON = 25;
export const BUTTONS = 10;
const FOUND = /\{\{([^{}]*)\}\}/g;
const PLACEHOLDER = /^(?:[1-9]\d?|[a-z][a-z0-9_]{0,39})$/;
const NUMBER = /^\d+$/;

const length = (text: string) => [...text].length;
const namesIn = (text: string) => [...text.matchAll(FOUND)].map(([, name = '']) => name.trim());
/** Tests whether every brace belongs to a value with a valid name. */
const closed = (text: string) =>
  namesIn(text).every((name) => PLACEHOLDER.test(name)) &&
  !/\{\{|\}\}/.test(text.replace(FOUND, ''));

type Written = Pick<Template, 'body'> & { header: string; footer: string; buttons: string[] };

/** The values of a template, in their order in a message. */
export function placeholdersOf({ header, body }: Pick<Written, 'header' | 'body'>) {
  const all: Template['placeholders'] = [];
  for (const [part, text] of [
    ['header', header],
    ['body', body],
  ] as const) {
    const order = (name: string) => (NUMBER.test(name) ? Number(name) : 0);
    for (const name of namesIn(text).sort((a, b) => order(a) - order(b))) {
      const same = all.some((p) => p.name === name && (p.part === part || !NUMBER.test(name)));
      if (!same) all.push({ part, name });
    }
  }
  return all;
}

export type Field = 'header' | 'body' | 'footer' | 'buttons';

function gap(names: readonly string[]): boolean {
  const numbers = [...new Set(names.filter((name) => NUMBER.test(name)).map(Number))];
  return numbers.sort((a, b) => a - b).some((n, index) => n !== index + 1);
}

/** The errors that the provider would refuse, by field. The server has the last word. */
export function wrongIn(written: Written): Partial<Record<Field, string>> {
  const { header, body, footer, buttons } = written;
  const out: Partial<Record<Field, string>> = {};
  const all = namesIn(header + body);
  const numbered = all.filter((name) => NUMBER.test(name)).length;
  if (!body.trim()) out.body = t('templatesPage-problems-body');
  else if (!closed(body)) out.body = t('templatesPage-problems-braces');
  else if (numbered && numbered < all.length) out.body = t('templatesPage-problems-mixed');
  else if (gap(namesIn(body))) out.body = t('templatesPage-problems-gap');
  else if (length(body) > BODY) out.body = t('templatesPage-problems-long', { most: BODY });
  if (!closed(header)) out.header = t('templatesPage-problems-braces');
  else if (namesIn(header).length > 1) out.header = t('templatesPage-problems-one');
  else if (gap(namesIn(header))) out.header = t('templatesPage-problems-gap');
  else if (length(header) > LINE) out.header = t('templatesPage-problems-long', { most: LINE });
  if (/\{\{|\}\}/.test(footer)) out.footer = t('templatesPage-problems-fixed');
  else if (length(footer) > LINE) out.footer = t('templatesPage-problems-long', { most: LINE });
  if (buttons.some((button) => /\{\{|\}\}/.test(button)))
    out.buttons = t('templatesPage-problems-fixed');
  else if (buttons.some((button) => length(button) > BUTTON))
    out.buttons = t('templatesPage-problems-long', { most: BUTTON });
  else if (buttons.length > BUTTONS) out.buttons = t('templatesPage-problems-many');
  return out;
}
