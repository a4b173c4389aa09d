import type { Content, Template } from '@/contract/protocol';
import type { Values } from '@/features/canned/fill';

/** The longest body of a message to a customer, in characters. */
export const BODY_LIMIT = 1_024;
const PLACEHOLDER = /\{\{\s*([a-z0-9_]+)\s*\}\}/g;
const NUMBER = /^\d+$/;
const SPACES = / {5,}/;

type Part = Template['placeholders'][number]['part'];
export type Message = Extract<Content, { kind: 'template' }>;

/** The index of the message's value for a placeholder of a part; -1 if none. */
export function indexOf({ placeholders }: Template, part: Part, name: string): number {
  return placeholders.findIndex(
    (one) => one.name === name && (one.part === part || !NUMBER.test(name)),
  );
}

/**
 * The customer's known facts, for each value of the template; an empty one is the agent's to write.
 */
export function prefilled(template: Template, values: Values): string[] {
  return template.placeholders.map(({ name }, index) => {
    const source = template.fills?.[index] || (NUMBER.test(name) ? '' : name);
    const known = source ? (values(source) ?? values(`attribute.${source}`)) : undefined;
    return known?.replace(/\s+/g, ' ').trim() ?? '';
  });
}

/** A part with its values; a placeholder without a value stays visible. */
function filled(template: Template, part: Part, text: string, values: readonly string[]): string {
  return text.replace(PLACEHOLDER, (written, name: string) => {
    return values[indexOf(template, part, name)]?.trim() || written;
  });
}

/** The pieces of a part, so that the screen tells values from fixed words. */
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

/** The text that the customer reads. */
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

/** The reason why a value cannot be sent. */
export function wrongWith(value: string): Wrong | undefined {
  if (!value.trim()) return 'missing';
  if (/\p{Cc}/u.test(value)) return 'line';
  return SPACES.test(value) ? 'spaces' : undefined;
}

/** The number of characters by which the filled body is too long. */
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
