import { describe, expect, it } from 'vitest';
import { reactive } from 'vue';
import type { Template } from '@/contract/protocol';
import { placeholdersOf, wrongIn } from '@/features/template/check';
import { message, pieces, prefilled, tooLongBy, wrongWith } from '@/features/template/fill';
import { find } from '@/features/template/search';

const order: Template = {
  name: 'order_update',
  language: 'de',
  category: 'utility',
  status: 'approved',
  header: 'Bestellung {{1}}',
  body: 'Hallo {{1}}, sie kommt am {{2}}.',
  footer: 'Ihr Laden',
  buttons: ['Danke'],
  placeholders: [
    { part: 'header', name: '1' },
    { part: 'body', name: '1' },
    { part: 'body', name: '2' },
  ],
  fills: ['attribute.order', 'contact.first', ''],
  version: 1,
  updated_at: 0,
  updated_by: 'ada',
};

describe('a template', () => {
  it('the customer’s known facts fill the template; the agent writes the rest', () => {
    const known = { 'attribute.order': '7001', 'contact.first': ' Ann\nMarie ' };
    const values = prefilled(order, (name) => known[name as keyof typeof known]);
    expect(values).toEqual(['7001', 'Ann Marie', '']);
    const { text } = message(order, values);
    expect(text).toBe('Bestellung 7001\n\nHallo Ann Marie, sie kommt am {{2}}.\n\nIhr Laden');
    expect(pieces(order, 'body', order.body, values).filter(({ missing }) => missing)).toEqual([
      { text: '{{2}}', value: true, missing: true },
    ]);
  });

  it('values follow the provider’s rules: one line, no gaps, none left out', () => {
    expect(['', ' ', 'a\nb', 'a\tb', `a${' '.repeat(5)}b`, 'a    b'].map(wrongWith)).toEqual([
      'missing',
      'missing',
      'line',
      'line',
      'spaces',
      undefined,
    ]);
    expect(tooLongBy(order, ['1', 'x'.repeat(1_024), '2'])).toBeGreaterThan(0);
  });

  it('a message stays as it is until it is sent, whatever happens to its template', () => {
    const made = message(reactive(order), ['7', 'Ann', 'Montag']);
    expect(structuredClone(made).buttons).toEqual(['Danke']);
  });

  it('a value does not count as a placeholder', () => {
    expect(message(order, ['7', '{{2}}', 'Montag']).text).toContain('Hallo {{2}}, sie kommt am Mo');
  });

  it('a search finds a template by any of its words and its language, approved ones first', () => {
    const paused: Template = { ...order, name: 'a_sale', body: 'Hallo', status: 'paused' };
    expect(find([paused, order], 'hallo').map(({ name }) => name)).toEqual([
      'order_update',
      'a_sale',
    ]);
    expect(find([paused, order], 'german update')).toEqual([order]);
    expect(find([paused, order], '', 'en')).toEqual([]);
    const called = { ...order, name: 'sie' };
    expect(find([order, called], 'sie').map(({ name }) => name)).toEqual(['sie', 'order_update']);
  });

  it('the form checks the template during its entry', () => {
    const written = { header: '', body: 'Hi', footer: '', buttons: [] as string[] };
    expect(wrongIn(written)).toEqual({});
    const wrong = (change: Partial<typeof written>) =>
      Object.keys(wrongIn({ ...written, ...change }));
    expect(wrong({ body: ' ' })).toEqual(['body']);
    expect(wrong({ body: '{{1}} {{3}}' })).toEqual(['body']);
    expect(wrong({ body: '{{1}} {{name}}' })).toEqual(['body']);
    expect(wrong({ body: '{{Name' })).toEqual(['body']);
    expect(wrong({ header: '{{1}} {{2}}' })).toEqual(['header']);
    expect(wrong({ footer: '{{1}}', buttons: ['x'.repeat(26)] })).toEqual(['footer', 'buttons']);
    expect(placeholdersOf({ header: '{{1}}', body: '{{2}} {{1}} {{2}}' })).toEqual([
      { part: 'header', name: '1' },
      { part: 'body', name: '1' },
      { part: 'body', name: '2' },
    ]);
  });
});
