import type { Content, Template } from '@/contract/protocol';
import type { Values } from '@/features/canned/fill';

/** The longest body that a customer is sent, in characters. */
export const BODY_LIMIT = 1_024;
const PLACEHOLDER = /\{\{\s*([a-z0-9_]+)\s*\}\}/g;
const NUMBER = /^\d+$/;
const SPACES = / {5,}/;

type Part = Template['placeholders'][number]['part'];
export type Message = Extract<Content, { kind: 'template' }>;

/** Which of a message's values stands at a place of a part; -1: none. */
export function indexOf({ placeholders }: Template, part: Part, name: string): number {
  return placeholders.findIndex(
    (one) => one.name === name && (one.part === part || !NUMBER.test(name)),
  );
}

/** What is known of the customer, for each value that the template takes; empty: an agent writes it. */
export function prefilled(template: Template, values: Values): string[] {
  return template.placeholders.map(({ name }, index) => {
    const source = template.fills?.[index] || (NUMBER.test(name) ? '' : name);
    const known = source ? (values(source) ?? values(`attribute.${source}`)) : undefined;
    return known?.replace(/\s+/g, ' ').trim() ?? '';
  });
}

/** A part with its values; a value that is missing stays as it is written, to be seen. */
function filled(template: Template, part: Part, text: string, values: readonly string[]): string {
  return text.replace(PLACEHOLDER, (written, name: string) => {
    return values[indexOf(template, part, name)]?.trim() || written;
  });
}

/** The pieces of a part, so that values are told apart from fixed words. */
export function pieces(
  template: Template,
  part: Part,
  text: string,
  values: readonly string[],
): { text: string; value: boolean; missing: boolean }[] {
  const out: { text: string; value: boolean; missing: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) {
      out.push({ text: text.slice(end, match.index), value: false, missing: false });
    }
    const given = values[indexOf(template, part, match[1] ?? '')]?.trim();
    out.push({ text: given || match[0], value: true, missing: !given });
    end = match.index + match[0].length;
  }
  if (end < text.length) out.push({ text: text.slice(end), value: false, missing: false });
  return out;
}

/** What the customer reads. */
export function rendered(template: Template, values: readonly string[]): string {
  const { header, body, footer } = template;
  const lines = [
    ...(header ? [filled(template, 'header', header, values)] : []),
    filled(template, 'body', body, values),
    ...(footer ? [footer] : []),
  ];
  return lines.join('\n\n');
}

export type Wrong = 'missing' | 'line' | 'spaces';

/** Why a value cannot be sent like this. */
export function wrongWith(value: string): Wrong | undefined {
  if (!value.trim()) return 'missing';
  if (/\p{Cc}/u.test(value)) return 'line';
  return SPACES.test(value) ? 'spaces' : undefined;
}

/** By how many characters the filled body is too long. */
export function tooLongBy(template: Template, values: readonly string[]): number {
  const length = [...filled(template, 'body', template.body, values)].length;
  return Math.max(0, length - BODY_LIMIT);
}

/** The message, shown at once as the customer will read it. */
export function message(template: Template, values: readonly string[]): Message {
  return {
    kind: 'template',
    name: template.name,
    language: template.language,
    parameters: values.map((value) => value.trim()),
    text: rendered(template, values),
    buttons: [...(template.buttons ?? [])],
  };
}
