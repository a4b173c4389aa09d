import type { Content, Entry, Event, Relation } from '@/contract/protocol';

/** The emoji that one side put on a message. */
export interface Reaction {
  by: 'customer' | 'business';
  emoji: string;
}
/** The changes that later messages made to a message. */
export interface Marks {
  reactions: Reaction[];
  /** The text from now on. */
  edited?: string | undefined;
  deleted?: boolean | undefined;
}

type Speaking = Extract<Event, { type: 'customer_message' | 'agent_message' | 'echoed' }>;

const speaks = (event: Event): event is Speaking =>
  event.type === 'customer_message' || event.type === 'agent_message' || event.type === 'echoed';

/** True for a content that only speaks of an earlier message. */
const changes = ({ kind }: Content) => kind === 'reaction' || kind === 'edit' || kind === 'removal';

/** The entry that a message changes, where it is on the screen: the message itself is then no line. */
export function changed(event: Event, first: number): number | undefined {
  if (!speaks(event) || !changes(event.content)) return undefined;
  const entry = event.about?.entry ?? undefined;
  return entry !== undefined && entry >= first ? entry : undefined;
}

/** The marks of each message, by the `seq` of its entry. */
export function marks(entries: readonly Entry[]): Map<number, Marks> {
  const found = new Map<number, Marks>();
  const first = entries[0]?.seq ?? 0;
  for (const event of entries.flatMap((entry) => entry.events)) {
    const seq = changed(event, first);
    if (seq === undefined || !speaks(event)) continue;
    const mark = found.get(seq) ?? { reactions: [] };
    const by = event.type === 'customer_message' ? 'customer' : 'business';
    const { content } = event;
    if (content.kind === 'edit') mark.edited = content.text;
    else if (content.kind === 'removal') mark.deleted = true;
    else if (content.kind === 'reaction') {
      mark.reactions = mark.reactions.filter((one) => one.by !== by);
      if (content.emoji) mark.reactions.push({ by, emoji: content.emoji });
    }
    found.set(seq, mark);
  }
  return found;
}

/** The earlier message that a message answers. */
export function quoted(event: Speaking): Relation | undefined {
  return changes(event.content) ? undefined : (event.about ?? undefined);
}
