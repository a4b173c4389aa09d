import { describe, expect, it } from 'vitest';
import { plainName } from '@/engine/bidi';
import { fill, unresolved, valuesOf } from '@/features/canned/fill';
import { categories, find } from '@/features/canned/search';
import { mentioned, pieces, tokenAt } from '@/features/mention/mentions';
import { sends } from '@/features/message/composer/keys';
import { runs } from '@/features/message/rich';

const canned = [
  { id: '1', title: 'Greeting', category: 'Hello', text: 'Hello {{first_name}}', shortcut: 'hi' },
  { id: '2', title: 'Goodbye', category: 'End', text: 'Thank you for writing' },
  { id: '3', title: 'Refund höhe', category: 'Billing', text: 'Say hi to the refund' },
].map((one) => ({ ...one, version: 1, updated_at: 0, updated_by: 'olga' }));

describe('canned messages', () => {
  it('a search ranks the shortcut first, then the title, then the rest, without accents', () => {
    const ids = (query: string, category?: string) =>
      find(canned, query, category).map((o) => o.id);
    expect(ids('hi')).toEqual(['1', '3']);
    expect(ids('goo')).toEqual(['2']);
    expect(ids('hohe')).toEqual(['3']);
    expect(ids('refund hello')).toEqual([]);
    expect(ids('')).toEqual(['2', '1', '3']);
    expect(ids('', 'Billing')).toEqual(['3']);
    expect(categories(canned)).toEqual(['Billing', 'End', 'Hello']);
  });

  it('known values fill a text; an unknown one stays visible, and blocks', () => {
    const values = valuesOf({
      contact: { name: 'John Smith', address: '+44 7700 900123' },
      channel: 'whatsapp',
      reference: 'K7QM-4XD2-3',
      queue: 'Billing',
      agent: 'Mark Adler',
      attributes: { order_id: '88-1', email: 'john@example.com' },
    });
    expect(fill('Hi {{first_name}}, {{agent_first_name}} of {{queue}}', values)).toBe(
      'Hi John, Mark of Billing',
    );
    expect(fill('{{ conversation }} {{phone}} {{email}}', values)).toBe(
      'K7QM-4XD2-3 +44 7700 900123 john@example.com',
    );
    expect(fill('{{attribute.order_id}}', values)).toBe('88-1');
    const left = fill('{{attribute.colour}} {{first_nmae}} {{name}}', values);
    expect(left).toBe('{{attribute.colour}} {{first_nmae}} John Smith');
    expect(unresolved(left)).toEqual(['{{attribute.colour}}', '{{first_nmae}}']);
    expect(unresolved('{ {name}} is fine')).toEqual([]);
  });

  it('a blank value counts as none', () => {
    const about = { contact: { name: '  ', address: 'v-1' }, attributes: {}, channel: 'web' };
    const values = valuesOf({ ...about, reference: 'A-1', queue: 'q', agent: 'Mark' });
    expect(fill('{{first_name}} {{email}} {{phone}}', values)).toBe(
      '{{first_name}} {{email}} {{phone}}',
    );
  });
});

describe('sending by key', () => {
  const press = (over: object = {}) => ({
    key: 'Enter',
    isComposing: false,
    keyCode: 13,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...over,
  });
  it('the key follows the preference, and Ctrl+Enter or Cmd+Enter always sends', () => {
    expect(sends(press(), 'enter')).toBe(true);
    expect(sends(press(), 'ctrl_enter')).toBe(false);
    expect(sends(press({ ctrlKey: true }), 'ctrl_enter')).toBe(true);
    expect(sends(press({ metaKey: true }), 'ctrl_enter')).toBe(true);
    expect(sends(press({ shiftKey: true }), 'enter')).toBe(false);
  });
  it('no key sends while an input method chooses characters', () => {
    expect(sends(press({ isComposing: true, ctrlKey: true }), 'enter')).toBe(false);
    expect(sends(press({ keyCode: 229 }), 'enter')).toBe(false);
  });
});

describe('mentions', () => {
  const people = [
    { id: 'mar', name: 'Mar' },
    { id: 'martha', name: 'Martha Osei' },
  ];
  it('a mention begins at the beginning of a word, up to the cursor', () => {
    expect(tokenAt('ask @mar', 8, '@')).toEqual({ start: 4, query: 'mar' });
    expect(tokenAt('mail@mar', 8, '@')).toBeUndefined();
    expect(tokenAt('(@Martha Os', 11, '@')).toEqual({ start: 1, query: 'Martha Os' });
    expect(tokenAt('@a b c', 6, '@')).toBeUndefined();
    expect(tokenAt('/gre', 4, '/')).toEqual({ start: 0, query: 'gre' });
    expect(tokenAt('and/or', 6, '/')).toBeUndefined();
  });
  it('a mention is a whole name, the longest first', () => {
    expect(mentioned('@Martha Osei and @Mar, not @Marvin or @Martha', people)).toEqual([
      'martha',
      'mar',
    ]);
    expect(pieces('Hi @Mar!', people)).toEqual([
      { text: 'Hi ' },
      { text: '@Mar', mention: 'mar' },
      { text: '!' },
    ]);
  });
});

describe('links in what people write', () => {
  const hrefs = (text: string) => runs(text).flatMap(({ href }) => href ?? []);
  it('links are addresses that begin with http, without the sentence’s punctuation', () => {
    expect(hrefs('See https://a.example/x?y=1. And (http://b.example/p_(q)).')).toEqual([
      'https://a.example/x?y=1',
      'http://b.example/p_(q)',
    ]);
  });
  it('nothing else becomes a link: no script, no data, no markup', () => {
    expect(hrefs('javascript:alert(1) data:text/html,x <a href="x"> ftp://x //x')).toEqual([]);
    expect(hrefs('https://')).toEqual([]);
    expect(hrefs('https://a.example\u202e/moc')).toEqual(['https://a.example/']);
  });
  it('the pieces make up the text as it was', () => {
    const text = 'a https://a.example/b, c @Mar\nd';
    expect(
      runs(text, [{ id: 'm', name: 'Mar' }])
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });
});

describe('names', () => {
  it('a name does not turn the words after it, and is not invisible', () => {
    expect(plainName('\u202eevil\u202c')).toBe('evil');
    expect(plainName('\u200b\u200d\ufeff')).toBe('');
    expect(plainName('a\nb')).toBe('a b');
    expect(plainName('نور‌ا')).toBe('نور‌ا');
  });
});
