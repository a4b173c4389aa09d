import { links } from '../engine/links';

/** An element with attributes and text. Text is only ever text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The drawings, each by itself: a script holds those that it shows. */
export const CHAT = 'M4 5.5h16v11H9.5L5 20v-3.5H4z';
export const CLOSE = 'M6 6l12 12M18 6L6 18';
export const CHECK = 'M5 12.5l4.5 4.5L19 7';
export const DOWN = 'M6 9l6 6 6-6';
export const SEND = 'M4 12l16-7-5 15-3.5-6.5zM11.5 13.5L20 5';
export const ATTACH =
  'M18 11l-6.5 6.5a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-6.9 7a1.3 1.3 0 0 1-1.9-1.9l6-6';
export const FILE = 'M6 3.5h8l4 4v13H6zM14 3.5v4h4';

/** A drawing beside words, or in a button that has a label. */
export function icon(shape: string, size = 20): SVGElement {
  const make = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made as SVGElement;
  };
  const drawing = make('svg', {
    viewBox: '0 0 24 24',
    width: String(size),
    height: String(size),
    'aria-hidden': 'true',
  });
  drawing.append(make('path', { d: shape }));
  return drawing;
}

/** A round button with an icon and a name. */
export function iconButton(
  shape: string,
  label: string,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: 'icon', 'aria-label': label, ...attributes },
    icon(shape),
  );
}

/** Sets a text only if it differs: a live region must not say the same twice. */
export function tell(where: HTMLElement, text: string): void {
  if (where.textContent !== text) where.replaceChildren(...(text ? [own(text)] : []));
}

/** Text that may run the other way than the page: its full stop stays behind it. */
export const own = (text: string) => element('bdi', {}, text);

/** Text whose web addresses become links; all else stays text. */
export function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const link of links(text)) {
    const { at, href } = link;
    parts.push(
      text.slice(end, at),
      element('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, link.text),
    );
    end = at + link.text.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}
