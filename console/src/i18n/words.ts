import start from 'virtual:words/en/start';
import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import { shallowRef } from 'vue';
import type { Catalogue } from './catalogue';

/** The words of one language, as the build compiles them: message → its pattern. */
export type Patterns = Record<string, Parameters<FluentBundle['formatPattern']>[0]>;
export type Id = keyof Catalogue;

type Both<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** The arguments of a message; of several messages, those of all of them. */
type Needs<One extends Id> = [Exclude<Catalogue[One], undefined>] extends [never]
  ? []
  : [args: Both<Exclude<Catalogue[One], undefined>>];

export interface Spoken {
  /** The language, with the agent's region if the browser knows it: "en-GB". */
  locale: string;
  bundle: FluentBundle;
  /** The texts of messages without arguments, formatted once. */
  said: Map<string, string>;
}

export function speak(locale: string, ...parts: Patterns[]): Spoken {
  // The console isolates names by itself: engine/bidi.ts.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const made = { locale, bundle, said: new Map<string, string>() };
  for (const part of parts) add(made, part);
  return made;
}

export function add({ bundle }: Spoken, patterns: Patterns): void {
  const body = Object.entries(patterns).map(([id, value]) => ({ id, value, attributes: {} }));
  // A bundle reads nothing but the body of a resource.
  bundle.addResource({ body } as Parameters<FluentBundle['addResource']>[0]);
}

/**
 * Templates and computed values read it with every word, so Vue draws every word anew when it
 * changes. Until a language has loaded, it holds the few words for a page that gets none.
 */
export const spoken = shallowRef(speak('en', start));

export const locale = () => spoken.value.locale;

function put({ bundle }: Spoken, id: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  if (pattern != null) {
    const wrong: Error[] = [];
    const text = bundle.formatPattern(pattern, args, wrong);
    if (import.meta.env.DEV && wrong[0]) throw new Error(`${id}: ${wrong[0].message}`);
    return text;
  }
  if (import.meta.env.DEV) throw new Error(`There is no message ${id}`);
  return id;
}

/** The words of a message in the agent's language. */
export function t<One extends Id>(id: One, ...[args]: Needs<One>): string {
  const now = spoken.value;
  if (args) return put(now, id, args as Record<string, FluentVariable>);
  const known = now.said.get(id);
  if (known !== undefined) return known;
  const text = put(now, id);
  now.said.set(id, text);
  return text;
}

/** The words for a value of the server, if the catalogue has any. */
export function wordsFor(id: string, args?: Record<string, FluentVariable>): string | undefined {
  const now = spoken.value;
  return now.bundle.hasMessage(id) ? put(now, id, args) : undefined;
}
