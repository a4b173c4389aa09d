import { describe, expect, it } from 'vitest';
import type { Trouble } from '@/widget/api';
import { inkOn } from '@/widget/colour';
import { linked } from '@/widget/dom';
import { asksOf, startForm } from '@/widget/start';
import { counted, filled, wordsOf } from '@/widget/words';
import { settle } from './support/clock';

describe('the widget in its parts', () => {
  it('the widget has the page’s words, and its own for the others', () => {
    const words = wordsOf({ textSend: 'Los', textBefore: 'Noch {n}' });
    expect(words.send).toBe('Los');
    expect(filled(words.before, 3)).toBe('Noch 3');
    expect(words.leave).toBe('End chat');
    expect(counted(words.unreadOne, words.unread, 1)).toBe('1 unread message');
  });

  it('the ink is readable on any colour, and other texts count as no colour', () => {
    expect(inkOn('#1f6f54')).toBe('#ffffff');
    expect(inkOn('#ffd84d')).toBe('#101418');
    expect(inkOn('#fff')).toBe('#101418');
    for (const wrong of ['', 'red', 'url(//x)', '#12345', '#1234567']) {
      expect(inkOn(wrong), wrong).toBeUndefined();
    }
  });

  it('web addresses become links, and nothing else does', () => {
    const parts = linked('See https://a.test/x?y=1. Not javascript:alert(1) <b>');
    const links = parts.filter((part) => part instanceof HTMLAnchorElement);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://a.test/x?y=1']);
    expect(links[0]?.rel).toContain('noopener');
    expect(parts.map((p) => (typeof p === 'string' ? p : p.textContent)).join('')).toBe(
      'See https://a.test/x?y=1. Not javascript:alert(1) <b>',
    );
  });

  it('the form has the page’s fields after the message, and shows an error at its field', async () => {
    expect([...asksOf(undefined)]).toEqual([
      ['message', false],
      ['name', false],
      ['email', false],
    ]);
    expect([...asksOf('email! phone name')]).toEqual([
      ['email', true],
      ['name', false],
    ]);
    const begun: unknown[] = [];
    const asks = asksOf('name! email message!');
    const words = wordsOf({});
    const answers: (Trouble | undefined)[] = [{ field: 'email', message: 'No.' }, undefined];
    const form = startForm(words, asks, { email: 'ann@' }, '', async (about, message) => {
      begun.push([about, message]);
      return answers.shift();
    });
    document.body.replaceChildren(form);
    const field = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`);
    const wrong = () => [...form.querySelectorAll('.problem')].map((p) => p.textContent);
    const submit = async () => {
      form.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    const write = (id: string, value: string) => {
      const input = field(id);
      if (!input) throw new Error(id);
      input.value = value;
      input.dispatchEvent(new Event('input'));
    };
    await submit();
    expect(wrong()).toEqual([words.firstMissing, words.nameMissing, words.emailWrong, '']);
    expect(document.activeElement).toBe(field('message'));
    expect(field('email')?.getAttribute('aria-invalid')).toBe('true');
    write('name', 'Ann');
    write('email', 'ann@shop.example');
    write('message', 'It leaks');
    expect(wrong()).toEqual(['', '', '', '']);
    write('name', 'A'.repeat(42));
    expect(field('name')?.value).toHaveLength(42);
    expect(wrong()[1]).toBe('Too long by 2: please shorten it.');
    write('name', 'Ann');
    await submit();
    expect(wrong()).toEqual(['', '', 'No.', '']);
    write('email', '');
    await submit();
    expect(begun).toEqual([
      [{ name: 'Ann', email: 'ann@shop.example' }, 'It leaks'],
      [{ name: 'Ann', email: '' }, 'It leaks'],
    ]);
  });
});
