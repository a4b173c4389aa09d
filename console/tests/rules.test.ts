import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT } from '@/engine/thread';
import { all, Console, click, get, mine, textOf } from './support/app';
import { conversation, entry, ID, says, snapshot, start } from './support/make';

// Promises of the live view that no test of a single part can show. The sync, property, connection,
// attention, state, console and drafts tests hold its other rules.
let c: Console;

beforeEach(async () => {
  c = await new Console().open('mark', '/');
  await c.live('mark', [mine()]);
});
afterEach(() => c.close());

const counters = () => [get('row').dataset.unread, document.title];

describe('counters', () => {
  it('counters derive from state: the same frames twice, late or out of order, count once', async () => {
    const [third, fourth] = [
      entry(3, 'customer', says('Three')),
      entry(4, 'customer', says('Four')),
    ];
    await c.entries(conversation(), [third, fourth]);
    const once = counters();
    await c.entries(conversation(), [fourth]);
    await c.entries(conversation(), [third]);
    await c.entries(conversation(), [third, fourth]);
    expect(counters()).toEqual(once);
    expect(once).toEqual(['3', '(1) Switchboard console']);
  });
});

describe('bounds', () => {
  it('no event makes the page ask the server for anything over HTTP', async () => {
    await click(c, get('row'));
    const before = c.posted.length;
    for (let seq = 3; seq < 60; seq += 1) {
      await c.entries(conversation(), [entry(seq, 'customer', says(`${seq}`))]);
    }
    expect(c.posted.length).toBe(before);
  });

  it(`the page holds at most ${MESSAGE_LIMIT} messages, and asks for earlier ones fifty at a time`, async () => {
    await click(c, get('row'));
    const many = Array.from({ length: 500 }, (_, i) => entry(i + 3, 'customer', says(`${i}`)));
    await c.entries(conversation(), many);
    expect(all('message').length).toBe(MESSAGE_LIMIT);
    c.http.set(`GET /v1/conversations/${ID}/entries`, {
      body: { entries: start(), more: false },
    });
    await click(c, 'load-older');
    expect(c.queries.at(-1)).toBe('before=103&limit=50');
  });

  it('a new page of the same thread replaces the old one, whatever came before', async () => {
    await click(c, get('row'));
    await c.push(snapshot(conversation({ seq: 90 }), [entry(90, 'customer', says('Now'))], true));
    expect(all('message').map((m) => m.dataset.seq)).toEqual(['90']);
    expect(textOf('load-older')).toBe('Load earlier messages');
  });
});

describe('hover', () => {
  it('the pointer reveals nothing that the focus does not: no rule is for the pointer alone', () => {
    const revealing = /(?:opacity:\s*[^;]*[1-9]|visibility:\s*visible|display:(?!\s*none))/;
    const found: string[] = [];
    for (const file of sources(join(__dirname, '../src'))) {
      const text = readFileSync(file, 'utf8');
      for (const [, selector = '', body = ''] of text.matchAll(
        /([^{};]*:hover[^{};]*)\{([^{}]*)\}/g,
      )) {
        if (revealing.test(body) && !/:focus/.test(selector)) found.push(`${file}: ${selector}`);
      }
    }
    expect(found).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|css)$/.test(name))
    .map((name) => join(folder, name));
}
