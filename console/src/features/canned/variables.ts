/** The variables of canned messages; `CannedDialog.vue` offers them, `fill.ts` fills them. */
export const VARIABLES = [
  'first_name',
  'name',
  'email',
  'phone',
  'agent_name',
  'agent_first_name',
  'conversation',
  'queue',
] as const;

const WHOLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const ATTRIBUTE = /^attribute\.\S.{0,39}$/;

export type Wrong = { kind: 'unknown'; name: string } | { kind: 'open' };

/** The part of a text that the server would refuse; undefined if none. */
export function wrongIn(text: string): Wrong | undefined {
  for (const [, name = ''] of text.matchAll(WHOLE)) {
    if (!(VARIABLES as readonly string[]).includes(name) && !ATTRIBUTE.test(name)) {
      return { kind: 'unknown', name };
    }
  }
  const rest = text.replace(WHOLE, '');
  return rest.includes('{{') || rest.includes('}}') ? { kind: 'open' } : undefined;
}

/** An id from a title that no other message has. */
export function idFor(title: string, taken: ReadonlySet<string>): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const base = words.slice(0, 34) || 'text';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
}
