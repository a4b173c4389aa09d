import type { Mode } from '@/engine/drafts';
import type { Writing } from '@/engine/outbox';
import type { Attachment } from '@/engine/uploads';

type Ready = Extract<Attachment, { state: 'ready' }>;

/**
 * The commands of one send, in order: to the customer the text and then each file; to colleagues
 * all at once.
 */
export function writings(
  mode: Mode,
  text: string,
  files: readonly Ready[],
  mentions: readonly string[],
  quoted?: number,
): Writing[] {
  if (mode === 'comment') {
    const comment = {
      type: 'comment',
      text,
      ...(mentions.length ? { mentions: [...mentions] } : {}),
      ...(files.length ? { files: files.map(({ media }) => media) } : {}),
    };
    return [comment as Writing];
  }
  const sends: Writing[] = text ? [{ type: 'send', content: { kind: 'text', text } }] : [];
  for (const { media, caption } of files) {
    const under = caption.trim();
    const content = { kind: 'media', ...media, ...(under ? { caption: under } : {}) };
    sends.push({ type: 'send', content } as Writing);
  }
  const [first] = sends;
  // The first message quotes; the others stand under it.
  if (first?.type === 'send' && quoted !== undefined) first.reply_to = quoted;
  return sends;
}
