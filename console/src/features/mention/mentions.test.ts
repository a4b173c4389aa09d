import { all, Console, click, maybe, mine, textOf } from '@tests/support/app';
import { entry, ID, NOW, snapshot, start, welcome } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry, Mention } from '@/contract/protocol';
import { Mentions } from '@/engine/mentions';

const mention = (seq: number, over: Partial<Mention> = {}): Mention => ({
  conversation: ID,
  seq,
  at: NOW + seq,
  by: 'martha',
  text: `Look at this, number ${seq}`,
  ...over,
});

describe('the count of mentions', () => {
  it('the count is the server’s count and later mentions, each once', () => {
    const mentions = new Mentions(() => {});
    mentions.learn(3);
    mentions.receive(mention(7));
    mentions.receive(mention(7));
    mentions.receive(mention(8));
    expect(mentions.unseen).toBe(5);
    expect(mentions.latest.map(({ seq }) => seq)).toEqual([8, 7]);
    mentions.learn(0, NOW + 8);
    expect(mentions.unseen).toBe(0);
    // A seen mention that comes late is not new.
    mentions.receive(mention(6));
    expect(mentions.unseen).toBe(0);
    mentions.receive(mention(9));
    mentions.learn(0, NOW + 8);
    expect(mentions.unseen, 'counted before it came').toBe(1);
    mentions.learn(99);
    mentions.receive(mention(10));
    expect(mentions.unseen).toBe(99);
  });
});

describe('mentions', () => {
  const c = new Console();
  const seen = () => c.posted.filter(({ url }) => url === 'PUT /v1/mentions/seen');
  const listed = () => all('mention-item').map((one) => one.querySelector('.text')?.textContent);
  const answer = (mentions: Mention[], over: object = {}) =>
    c.http.set('GET /v1/mentions', { body: { mentions, seen_at: NOW, unseen: 0, ...over } });

  beforeEach(async () => {
    await import('@/features/mention/MentionsList.vue');
    c.posted.length = 0;
    c.http.delete('GET /v1/mentions');
    await c.open();
    c.http.set('PUT /v1/mentions/seen', { body: { at: NOW + 9, unseen: 0 } });
    c.socket.open();
    await c.push({ ...welcome('mark', []), mentions: 2 } as never);
  });
  afterEach(() => c.close());

  it('the rail counts mentions until the agent looks at them, here or on another screen', async () => {
    expect(textOf('mentions-badge')).toBe('22 new mentions');
    await c.push({ type: 'mentioned', ...mention(5) });
    expect(textOf('mentions-badge')).toBe('33 new mentions');
    await c.push({ type: 'mentions_seen', at: NOW + 5, unseen: 1 } as never);
    expect(textOf('mentions-badge')).toBe('11 new mention');
    answer([mention(9), mention(-5)]);
    await click(c, 'open-mentions');
    expect(listed()).toEqual(['Look at this, number 9', 'Look at this, number -5']);
    expect(seen().map(({ body }) => body)).toEqual([{ at: NOW + 9 }]);
    expect(maybe('mentions-badge')).toBeUndefined();
    // New mentions stay marked while the list is open.
    expect(all('mention-item').map((one) => one.classList.contains('fresh'))).toEqual([
      true,
      false,
    ]);
  });

  it('a mention that comes while the list is open stands on top, and is seen', async () => {
    answer([mention(1)]);
    await click(c, 'open-mentions');
    c.http.set('PUT /v1/mentions/seen', { body: { at: NOW + 20, unseen: 0 } });
    await c.push({ type: 'mentioned', ...mention(20) });
    expect(listed()[0]).toBe('Look at this, number 20');
    expect(seen().at(-1)?.body).toEqual({ at: NOW + 20 });
    expect(maybe('mentions-badge')).toBeUndefined();
    expect(listed()).toHaveLength(2);
  });

  it('the list says so if it is empty, or cannot be read', async () => {
    await click(c, 'open-mentions');
    expect(textOf('mentions')).toContain('could not be loaded');
    expect(textOf('mentions-badge')).toContain('2');
    answer([]);
    await click(c, 'mentions-again');
    expect(textOf('mentions')).toContain('Nobody has mentioned you');
    expect(seen()).toEqual([]);
  });

  it('an entry leads to its comment, however far up, and shows it', async () => {
    const comment = (seq: number): Entry =>
      entry(seq, 'agent:martha', { type: 'comment', text: `Number ${seq}`, mentions: ['mark'] });
    const [conversation] = mine({ seq: 12 });
    await c.push({ ...welcome('mark', [conversation.thread]) } as never);
    await c.push(snapshot(conversation, [comment(11), comment(12)], true));
    c.http.set(`GET /v1/conversations/${ID}/entries`, {
      body: { entries: [...start(), ...[3, 4, 5, 6, 7, 8, 9, 10].map(comment)], more: false },
    });
    answer([mention(4)]);
    await click(c, 'open-mentions');
    await click(c, 'mention-item');
    await c.flush();
    expect(location.pathname).toBe(`/c/${ID}`);
    expect(maybe('mentions')).toBeUndefined();
    const there = document.activeElement as HTMLElement;
    expect(there.dataset.seq).toBe('4');
    expect(there.classList.contains('marked')).toBe(true);
    await c.pass(3_000);
    expect(there.classList.contains('marked')).toBe(false);
  });

  it('an entry says so if its comment cannot be found', async () => {
    const [conversation, entries] = mine();
    await c.push({ ...welcome('mark', [conversation.thread]) } as never);
    await c.push(snapshot(conversation, entries));
    answer([mention(2)]);
    await click(c, 'open-mentions');
    await click(c, 'mention-item');
    expect(location.pathname).toBe(`/c/${ID}`);
    expect(textOf('notice')).toContain('too far up to be shown');
  });
});
