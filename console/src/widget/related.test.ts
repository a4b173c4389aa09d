import { expect, it } from 'vitest';
import type { VisitorMessage } from '../contract/protocol';
import { related } from './related';

const row = (words: string) => {
  const made = document.createElement('li');
  made.innerHTML = `<p class="text"></p>`;
  (made.firstChild as HTMLElement).textContent = words;
  return made;
};
const says = (about: VisitorMessage['about'], content: VisitorMessage['content']) =>
  ({ number: 3, at: 0, from: 'us', about, content }) as VisitorMessage;

it('an answer shows the line that it answers above its text', () => {
  const [asked, answer] = [row('Do you ship?'), row('We do')];
  const about = { number: 1, from: 'you' as const, text: 'Do you ship?' };
  related(answer, says(about, { kind: 'text', text: 'We do' }), new Map([['m1', asked]]));
  expect(answer.firstElementChild?.textContent).toBe('Do you ship?');
  expect((answer.firstElementChild as HTMLButtonElement).disabled).toBe(false);
});

it('an emoji sits at its message, the newest of each side, and goes when it is taken away', () => {
  const asked = row('Do you ship?');
  const rows = new Map([['m1', asked]]);
  const about = { number: 1, from: 'you' as const, text: 'Do you ship?' };
  const react = (emoji?: string) => {
    const line = row('');
    related(line, says(about, { kind: 'reaction', to: '1', ...(emoji ? { emoji } : {}) }), rows);
    return line;
  };
  expect(react('👍').hidden).toBe(true);
  react('🎉');
  expect(asked.querySelectorAll('.emoji')).toHaveLength(1);
  expect(asked.querySelector('.emoji')?.textContent).toBe('🎉');
  react();
  expect(asked.querySelector('.emoji')).toBeNull();
});
