import { describe, expect, it } from 'vitest';
import { inkOn } from '@/widget/colour';
import { linked } from '@/widget/dom';
import { choicesOf } from '@/widget/log';
import { counted, filled, wordsOf } from '@/widget/words';

const text = (value: string) => ({ kind: 'text', text: value }) as const;

describe('the widget in its parts', () => {
  it('speaks the words of the page, and its own where the page says nothing', () => {
    const words = wordsOf({ textSend: 'Los', textPlace: 'Platz {n}' });
    expect(words.send).toBe('Los');
    expect(filled(words.place, 3)).toBe('Platz 3');
    expect(words.leave).toBe('End chat');
    expect(counted(words.unreadOne, words.unread, 1)).toBe('1 unread message');
  });

  it('writes on any colour what can be read, and takes nothing else for a colour', () => {
    expect(inkOn('#1f6f54')).toBe('#ffffff');
    expect(inkOn('#ffd84d')).toBe('#101418');
    expect(inkOn('#fff')).toBe('#101418');
    for (const wrong of ['', 'red', 'url(//x)', '#12345', '#1234567']) {
      expect(inkOn(wrong), wrong).toBeUndefined();
    }
  });

  it('makes links of web addresses, and of nothing else', () => {
    const parts = linked('See https://a.test/x?y=1. Not javascript:alert(1) <b>');
    const links = parts.filter((part) => part instanceof HTMLAnchorElement);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://a.test/x?y=1']);
    expect(links[0]?.rel).toContain('noopener');
    expect(parts.map((p) => (typeof p === 'string' ? p : p.textContent)).join('')).toBe(
      'See https://a.test/x?y=1. Not javascript:alert(1) <b>',
    );
  });

  it('offers the numbered answers of a survey, and of no other message', () => {
    expect(choicesOf(text('How was it?\n1 Good\n2 Not so good'))).toEqual(['Good', 'Not so good']);
    expect(choicesOf(text('How was it?\n1 Good'))).toEqual([]);
    expect(choicesOf(text('First\n1 pour\nthen\n2 wait'))).toEqual([]);
    expect(choicesOf(text('Hello'))).toEqual([]);
    expect(choicesOf(undefined)).toEqual([]);
  });
});
