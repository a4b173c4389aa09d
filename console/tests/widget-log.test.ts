import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { VisitorMessage } from '@/contract/protocol';
import { agentsIn } from '@/widget/agents';
import { Chat } from '@/widget/chat';
import { closing } from '@/widget/closing';
import { Log } from '@/widget/log';
import { question } from '@/widget/question';
import { placed, standing } from '@/widget/standing';
import { transcript } from '@/widget/transcript';
import { wordsOf } from '@/widget/words';
import { tokensIn, withTokens } from '../dev/tokens.mjs';
import { FakeClock } from './support/clock';
import { FakeSockets } from './support/socket';

const MINUTE = 60_000;
const words = wordsOf({});
const say = (number: number, minute: number, by?: string, from = by ? 'us' : 'you') =>
  ({
    ...{ number, at: minute * MINUTE, from, by: by ?? null },
    content: from === 'note' ? null : { kind: 'text', text: `Text ${number}` },
  }) as unknown as VisitorMessage;

function chatWith(messages: VisitorMessage[]) {
  const store = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const chat = new Chat({
    ...{ asset: 'web', clock: new FakeClock(), random: () => 0, open: new FakeSockets().open },
    fetch: async () => new Response('{}'),
    storage: store,
    onChange: () => {},
  });
  chat.messages = messages;
  return chat;
}

const TALK = [
  say(1, 0),
  say(2, 1),
  say(3, 2, 'Martha'),
  say(4, 3, 'Martha'),
  say(5, 20, 'Martha'),
  say(6, 21, 'Mark'),
];

describe('the log of the widget', () => {
  it('messages of one author stand together, and each agent joins once', () => {
    const chat = chatWith(TALK);
    const log = new Log(chat, words, 'en-GB');
    log.render();
    const rows = () => [...log.list.children].map((row) => row as HTMLElement);
    const at = (attribute: string) =>
      rows()
        .filter((row) => row.hasAttribute(attribute))
        .map((row) => row.querySelector('.text')?.textContent);
    expect(at('data-joined')).toEqual(['Text 2', 'Text 4']);
    expect(at('data-more')).toEqual(['Text 1', 'Text 3']);
    const notes = () => rows().flatMap((row) => (row.matches('.note') ? [row.textContent] : []));
    expect(notes()).toEqual(['Martha joined', 'Mark joined']);
    // A row that stands stays the same element: a screen reader hears each message once.
    const before = rows();
    chat.messages = [...TALK, say(7, 22, 'Mark')];
    log.render();
    expect(rows().slice(0, before.length)).toEqual(before);
    expect(rows()).toHaveLength(before.length + 1);
    expect(at('data-more')).toEqual(['Text 1', 'Text 3', 'Text 6']);
    // After the end of a chat the same agent joins anew.
    chat.messages = [...chat.messages, say(8, 30, undefined, 'note'), say(9, 31, 'Mark')];
    log.render();
    expect(notes()).toEqual(['Martha joined', 'Mark joined', 'Chat ended', 'Mark joined']);
  });

  it('the transcript has who, when and what, without the drawings', () => {
    const log = new Log(chatWith(TALK), words, 'en-GB');
    log.render();
    const text = transcript(log.list, 'Shop', 'en-GB');
    expect(text).toMatch(/^Shop\n\nYou, .+ 1970, .+\nText 1\n\nYou, /);
    expect(text).toMatch(/— Martha joined —\n\nMartha, .+\nText 3\n/);
  });

  it('the state names the agent who wrote last, and the queue those who are before', () => {
    const chat = chatWith(TALK);
    Object.assign(chat, { visitor: {}, connection: 'live', state: 'open' });
    expect(agentsIn(TALK)).toEqual(['Martha', 'Mark']);
    expect(agentsIn([...TALK, say(7, 22, undefined, 'note')])).toEqual([]);
    expect(standing(chat, words, false)).toBe('Mark is here.');
    chat.state = 'waiting';
    chat.away = { until: 1, back: 'Back at 9:00 tomorrow' };
    expect(standing(chat, words, false)).toBe('Back at 9:00 tomorrow');
    expect([1, 2, 18, 100].map((place) => placed(words, place))).toEqual([
      'You are next.',
      'One person is before you.',
      '17 people are before you.',
      'Many people are waiting. We will answer as soon as we can.',
    ]);
  });

  it('the question about the end begins with staying, and the end offers a new chat', () => {
    const [place, form, area] = ['p', 'form', 'textarea'].map((n) => document.createElement(n));
    if (!place || !form || !area) throw new Error('no elements');
    form.append(area);
    document.body.replaceChildren(place, form);
    const asked = question(words, place, () => {});
    expect([...asked.querySelectorAll('button')].map((b) => b.textContent)).toEqual([
      'Keep chatting',
      'End chat',
    ]);
    const end = { left: false, messages: [say(1, 5, undefined, 'note')] };
    closing(words, end, document.createElement('ol'), form, 'en-GB');
    closing(words, end, document.createElement('ol'), form, 'en-GB');
    const cards = document.querySelectorAll<HTMLElement>('.closing');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.querySelector('p')?.textContent).toMatch(/^Chat ended \d+:05/);
    cards[0]?.querySelector<HTMLElement>('[data-testid="chat-anew"]')?.click();
    expect(document.activeElement).toBe(area);
  });
});

describe('the tokens in the widget’s styles', () => {
  it('a name becomes its value, in pixels, and an unknown name fails', () => {
    const known = tokensIn(readFileSync('src/styles/tokens.css', 'utf8'));
    expect(withTokens('a { border-radius: token(--r-2); gap: token(--s-45) }', known)).toBe(
      'a { border-radius: 10px; gap: 20px }',
    );
    expect(() => withTokens('a { color: token(--no) }', known)).toThrow('--no is no design token');
  });
});
