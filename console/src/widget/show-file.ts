import type { Media } from '../contract/protocol';
import { plainName } from '../engine/bidi';
import { element, FILE, icon, linked, tell } from './dom';
import { dress } from './dress';
import { type Files, linkOf } from './files';
import css from './more.css?inline';
import { moreWords } from './more-words';
import type { Words } from './words';

/** A file in the chat: a picture shows itself, any other file opens by a press. */
export function showFile(media: Media, files: Files, words: Words): (Node | string)[] {
  const name = plainName(media.name) || words.file;
  const button = element(
    'button',
    { type: 'button', class: 'file', 'data-testid': 'chat-file' },
    icon(FILE, 16),
    element('bdi', {}, name),
  );
  const problem = element('span', { class: 'problem', role: 'status' });
  button.addEventListener('click', () => void open(media, files, words, problem));
  const parts: (Node | string)[] = [button, problem];
  if (media.medium === 'image' && media.size) {
    const picture = element('img', { alt: name, class: 'picture' });
    // The picture's place is there before the picture, so that nothing jumps.
    if (media.width && media.height) {
      picture.width = media.width;
      picture.height = media.height;
    }
    const gone = () => picture.remove();
    picture.addEventListener('error', gone);
    linkOf(files, media.reference).then(({ url }) => picture.setAttribute('src', url), gone);
    parts.unshift(picture);
  }
  // The styles come as soon as the button stands in the chat.
  queueMicrotask(() => dress(button, css));
  if (media.caption) parts.push(element('span', { class: 'caption' }, ...linked(media.caption)));
  return parts;
}

async function open(media: Media, files: Files, words: Words, problem: HTMLElement): Promise<void> {
  try {
    const { url } = await linkOf(files, media.reference);
    element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }).click();
    tell(problem, '');
  } catch {
    tell(problem, moreWords(words).fileGone);
  }
}
