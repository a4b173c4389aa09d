import { computed, type Ref, ref, useId, watch } from 'vue';
import { keyOf } from '@/engine/keypress';
import { type Named, tokenAt } from '@/features/mention/mentions';
import { useEmoji } from '@/ui/emoji/useEmoji';

/** A completion of the text before the cursor. */
export interface Option {
  id: string;
  name: string;
  about?: string | undefined;
  /** Drawn before the name. */
  sign?: string;
  text: string;
}
export type Completion = ReturnType<typeof useCompletion>;

const SHOWN = 6;
const fold = (one: string) => one.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/**
 * `@` completes the names of people who can be mentioned, and `:` emoji; by keyboard and pointer.
 */
export function useCompletion(
  field: Ref<HTMLTextAreaElement | null>,
  text: Ref<string>,
  people: () => readonly (Named & { about?: string })[],
  insert: (piece: string, instead: number) => void,
) {
  const id = useId();
  const emoji = useEmoji();
  const cursor = ref(0);
  /** The beginning of the token that the agent left with Escape. */
  const closed = ref<number>();
  const at = ref(0);

  const token = computed(() => {
    const mention = people().length ? tokenAt(text.value, cursor.value, '@') : undefined;
    if (mention) return { ...mention, sign: '@' as const };
    const named = tokenAt(text.value, cursor.value, ':');
    return named && { ...named, sign: ':' as const };
  });
  const kind = computed(() => token.value?.sign);
  const found = computed<Option[]>(() => {
    if (!token.value || token.value.start === closed.value) return [];
    return token.value.sign === '@' ? named(token.value.query) : pictured(token.value.query);
  });
  function named(query: string): Option[] {
    const begin = fold(query);
    const fits = ({ name }: Named) =>
      [fold(name), ...fold(name).split(' ')].some((word) => word.startsWith(begin));
    return people()
      .filter(fits)
      .slice(0, SHOWN)
      .map((one) => ({ ...one, text: `@${one.name} ` }));
  }
  const pictured = (query: string): Option[] =>
    emoji.find(query, SHOWN).map((one) => {
      const sign = emoji.shown(one);
      return { id: one.char, name: one.name, sign, text: `${sign} ` };
    });

  const chosen = computed(() => found.value[Math.min(at.value, found.value.length - 1)]);
  const optionId = (option: Option) => `${id}-${found.value.indexOf(option)}`;
  const active = computed(() => (chosen.value ? optionId(chosen.value) : undefined));
  watch(token, (now, before) => {
    if (now?.start !== before?.start || now?.query !== before?.query) at.value = 0;
    if (!now) closed.value = undefined;
  });

  function follow(): void {
    cursor.value = field.value?.selectionStart ?? 0;
  }
  function close(): void {
    closed.value = token.value?.start;
  }
  function take(option: Option | undefined): void {
    if (!token.value || !option) return;
    if (token.value.sign === ':') emoji.own.use(option.id);
    insert(option.text, cursor.value - token.value.start);
  }
  /** True if the key belonged to the list. */
  function onKey(event: KeyboardEvent): boolean {
    const many = found.value.length;
    if (!many || event.ctrlKey || event.metaKey || event.altKey) return false;
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => {
        at.value = (at.value + 1) % many;
      },
      ArrowUp: () => {
        at.value = (at.value - 1 + many) % many;
      },
      Enter: () => take(chosen.value),
      Tab: () => take(chosen.value),
      Escape: close,
    };
    const act = event.shiftKey ? undefined : acts[keyOf(event)];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  }
  return { id, kind, found, chosen, active, optionId, follow, close, take, onKey };
}
