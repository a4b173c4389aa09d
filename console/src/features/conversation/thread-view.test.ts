import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import {
  conversation,
  entry,
  ID,
  replies,
  says,
  snapshot,
  start,
  THREAD,
} from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from '@/contract/protocol';
import { arrivals } from '@/features/conversation/thread/arrivals';
import { asCsv, cell } from '@/features/conversation/thread/transcript';

let c: Console;

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine()]);
});
afterEach(() => {
  c.close();
  vi.restoreAllMocks();
});

const comment = (text: string, over: object = {}): Event =>
  ({ type: 'comment', text, ...over }) as Event;
const seqs = () => all('message').map((m) => m.dataset.seq);

describe('arriving messages', () => {
  it('a message is new below, late in between, and loaded above', () => {
    expect(arrivals(['b', 'd'], ['a', 'b', 'c', 'd', 'e', 'f'])).toEqual({
      below: ['e', 'f'],
      between: ['c'],
    });
    expect(arrivals(['a', 'b'], ['x', 'y'])).toEqual({ below: [], between: [] });
    expect(arrivals([], ['x'])).toEqual({ below: [], between: [] });
  });

  it('a pill counts new messages while the agent reads further up, but not the agent’s own', async () => {
    const body = document.querySelector('.thread-panel .customer .scroll') as HTMLElement;
    Object.defineProperty(body, 'scrollHeight', { value: 2000, configurable: true });
    Object.defineProperty(body, 'clientHeight', { value: 400, configurable: true });
    for (const at of [1600, 200]) {
      body.scrollTop = at;
      body.dispatchEvent(new Event_('scroll'));
    }
    await c.entries(conversation(), [entry(3, 'customer', says('One'))]);
    await c.entries(conversation(), [entry(4, 'system', { type: 'reopened' })]);
    await c.entries(conversation(), [entry(5, 'customer', says('Two'))]);
    expect(textOf('new-messages')).toBe('2 new messages');
    await click(c, 'new-messages');
    expect(maybe('new-messages')).toBeUndefined();
    expect(body.scrollTop).toBe(2000);
  });

  it('the view stays at the end of a thread that a narrower window makes longer', async () => {
    const body = document.querySelector('.thread-panel .customer .scroll') as HTMLElement;
    Object.defineProperty(body, 'clientHeight', { value: 400, configurable: true });
    for (const height of [2000, 3000]) {
      Object.defineProperty(body, 'scrollHeight', { value: height, configurable: true });
      body.scrollTop = 1600;
      body.dispatchEvent(new Event_('scroll'));
    }
    await c.entries(conversation(), [entry(3, 'customer', says('One'))]);
    expect(maybe('new-messages')).toBeUndefined();
  });

  it('a late message out of sight gets a notice', async () => {
    const body = document.querySelector('.thread-panel .customer .scroll') as HTMLElement;
    Object.defineProperty(body, 'scrollHeight', { value: 2000, configurable: true });
    Object.defineProperty(body, 'clientHeight', { value: 400, configurable: true });
    await type(c, 'composer', 'Mine, waiting');
    await click(c, 'send');
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: HTMLElement,
    ) {
      // The customer's message stands above the visible part.
      const top = this === body ? 100 : this.dataset.seq === '3' ? 20 : 150;
      return { top, bottom: top + 30, left: 0, right: 0, width: 0, height: 30 } as DOMRect;
    });
    await c.entries(conversation(), [entry(3, 'customer', says('Sent before mine'))]);
    expect(textOf('late-messages')).toBe('1 earlier message arrived');
  });
});

describe('the new line', () => {
  it('the line stays at the end of the last look while the conversation is open', async () => {
    c.close();
    localStorage.setItem('seen:mark', JSON.stringify([[THREAD, { seq: 2, conversation: ID }]]));
    c = await new Console().open('mark', '/');
    const more = [...start(), entry(3, 'customer', says('News'))];
    await c.live('mark', [[conversation({ seq: 3 }), more]]);
    await click(c, get('row'));
    expect(textOf('new-line')).toBe('New');
    const order = [
      ...document.querySelectorAll('.thread-panel .customer .scroll [data-testid]'),
    ].map((e) => e.getAttribute('data-testid'));
    expect(order.indexOf('new-line')).toBeLessThan(order.lastIndexOf('message'));
    await c.entries(conversation(), [entry(4, 'customer', says('More'))]);
    expect(all('new-line').length).toBe(1);
  });
});

describe('hiding', () => {
  beforeEach(() =>
    c.entries(conversation(), [
      entry(3, 'agent:martha', comment('Between us')),
      entry(4, 'agent:mark', replies('Hello')),
    ]),
  );

  it('hidden comments leave a strip that counts them and brings them back', async () => {
    await click(c, 'action-menu');
    await click(c, 'menu-filter-comments');
    expect(seqs()).toEqual(['1', '4']);
    expect(textOf('filter-strip')).toContain('Comments are hidden (1)');
    await click(c, 'show-all');
    expect(seqs()).toEqual(['1', '3', '4']);
    expect(maybe('filter-strip')).toBeUndefined();
  });

  it('hidden messages leave the comments', async () => {
    await click(c, 'action-menu');
    await click(c, 'menu-filter-messages');
    expect(seqs()).toEqual(['3']);
    expect(textOf('filter-strip')).toContain('Messages are hidden (2)');
    await click(c, 'show-all');
  });
});

describe('one message', () => {
  const body = () => document.querySelector('.thread-panel .customer .scroll') as HTMLElement;

  it('the keyboard reaches and uses a message: arrows, Enter, arrows, Escape', async () => {
    await c.entries(conversation(), [entry(3, 'customer', says('Second'))]);
    body().focus();
    await press(c, body(), { key: 'ArrowUp' });
    expect((document.activeElement as HTMLElement).dataset.seq).toBe('3');
    await press(c, document.activeElement as HTMLElement, { key: 'ArrowUp' });
    expect((document.activeElement as HTMLElement).dataset.seq).toBe('1');
    await press(c, document.activeElement as HTMLElement, { key: 'Enter' });
    expect(document.activeElement).toBe(get('tool-copy'));
    await press(c, get('tool-copy'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(get('tool-quote'));
    await press(c, get('tool-quote'), { key: 'Escape' });
    expect(maybe('message-tools')).toBeUndefined();
    expect((document.activeElement as HTMLElement).dataset.seq).toBe('1');
  });

  it('a message is copied, quoted in a reply, and made into a comment', async () => {
    const write = vi.fn(async () => {});
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: write },
      configurable: true,
    });
    await click(c, all('message-more')[0] as HTMLElement);
    await click(c, 'tool-copy');
    expect(write).toHaveBeenCalledWith('Hello');
    await type(c, 'composer', 'My answer');
    await click(c, all('message-more')[0] as HTMLElement);
    await click(c, 'tool-quote');
    expect((get('composer') as HTMLTextAreaElement).value).toBe('> Hello\nMy answer');
    await click(c, all('message-more')[0] as HTMLElement);
    await click(c, 'tool-note');
    expect(get('mode-comment').getAttribute('aria-pressed')).toBe('true');
    expect((get('composer') as HTMLTextAreaElement).value).toBe('> Hello\n');
  });

  it('a message of ten thousand characters is cut to a page, and shown whole on demand', async () => {
    await c.entries(conversation(), [entry(3, 'customer', says('Wort '.repeat(2_000)))]);
    const text = all('message').at(-1)?.querySelector('.text');
    expect(text?.classList.contains('cut')).toBe(true);
    expect(text?.textContent).toContain('Wort '.repeat(2_000));
    expect(textOf('whole-text')).toBe(`Show all ${(10_000).toLocaleString()} characters`);
    await click(c, 'whole-text');
    expect(text?.classList.contains('cut')).toBe(false);
  });

  it('a message without visible characters says so', async () => {
    await c.entries(conversation(), [entry(3, 'customer', says('\u200b\u200d\ufeff'))]);
    expect(all('message').at(-1)?.textContent).toContain('Empty message');
  });

  it('a comment highlights its mentions, above all the reader’s own', async () => {
    const text = 'Ask @Martha or @Mark, not @Olga';
    const said = comment(text, { mentions: ['martha', 'mark'], files: [] });
    await c.entries(conversation(), [entry(3, 'agent:olga', said)]);
    expect(all('mention').map((m) => [m.textContent, m.dataset.me])).toEqual([
      ['@Martha', 'false'],
      ['@Mark', 'true'],
    ]);
  });
});

describe('pictures and files', () => {
  const file = (over: object): Event => ({
    type: 'customer_message',
    sent_at: 0,
    content: {
      kind: 'media',
      medium: 'image',
      reference: 'm1',
      mime: 'image/png',
      name: 'leak.png',
      caption: 'The leak',
      size: 900,
      ...over,
    } as never,
  });

  it('pictures keep their place before they load, and go large with arrows and Escape', async () => {
    c.http.set('GET /v1/media/m1', { body: { url: '/m1', expires: 9e15 } });
    c.http.set('GET /v1/media/m2', { body: { url: '/m2', expires: 9e15 } });
    await c.entries(conversation(), [
      entry(3, 'customer', file({ width: 640, height: 320 })),
      entry(4, 'customer', file({ reference: 'm2', name: 'two.png', caption: null })),
    ]);
    const [first] = all('picture');
    expect(first?.style.width).toBe('320px');
    expect(first?.style.aspectRatio).toBe('640 / 320');
    await click(c, first as HTMLElement);
    await vi.waitFor(() => get('lightbox'), 15_000);
    await c.flush();
    expect(textOf('lightbox')).toContain('leak.png');
    expect(textOf('lightbox')).toContain('1 of 2');
    const inside = document.querySelector('.lightbox .inside') as HTMLElement;
    await press(c, inside, { key: '+' });
    expect(textOf('zoom')).toBe('150%');
    await press(c, inside, { key: '0' });
    await press(c, inside, { key: 'ArrowRight' });
    expect(textOf('lightbox')).toContain('two.png');
    await press(c, inside, { key: 'Escape' });
    expect(maybe('lightbox')).toBeUndefined();
  });

  it('files that a browser could run are never drawn, only offered', async () => {
    await c.entries(conversation(), [
      entry(3, 'customer', file({ mime: 'image/svg+xml', name: 'x\u202egpj.svg' })),
      entry(4, 'customer', file({ mime: 'text/html', medium: 'document', name: 'page.html' })),
    ]);
    expect(all('picture')).toEqual([]);
    expect(all('file').map((f) => f.querySelector('b')?.textContent)).toEqual([
      'xgpj.svg',
      'page.html',
    ]);
  });

  it('files that cannot be loaded say so and can be tried again', async () => {
    const pdf = { mime: 'application/pdf', medium: 'document', name: 'bill.pdf', size: 1536 };
    await c.entries(conversation(), [entry(3, 'customer', file(pdf))]);
    expect(textOf('file')).toBe('bill.pdfPDF · 2 KBOpen');
    c.http.set('GET /v1/media/m1', { status: 500, body: {} });
    await click(c, get('file').querySelector('button') as HTMLElement);
    await c.flush();
    expect(textOf('file')).toContain('cannot be loaded now.Try again');
  });
});

describe('a file that the server no longer has', () => {
  it('the file says so, and offers no vain action', async () => {
    const pdf: Event = {
      type: 'customer_message',
      sent_at: 0,
      content: {
        kind: 'media',
        medium: 'document',
        reference: 'm9',
        mime: 'application/pdf',
        size: 9,
      },
    };
    await c.entries(conversation(), [entry(3, 'customer', pdf)]);
    await click(c, get('file').querySelector('button') as HTMLElement);
    await c.flush();
    expect(textOf('file')).toBe('FilePDF · 9 BThis file is not available any more.');
  });
});

describe('the actions menu', () => {
  it('the menu exports the visible thread as text and as CSV that no spreadsheet runs', async () => {
    const made: Blob[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:x';
    });
    const evil = [...start(), entry(3, 'customer', says('=HYPERLINK("http://x")'))];
    c.http.set(`GET /v1/conversations/${ID}/entries`, { body: { entries: evil, more: false } });
    await click(c, 'action-menu');
    await click(c, 'menu-export-csv');
    await vi.waitFor(() => expect(made.length).toBe(1));
    expect(c.queries.at(-1)).toBe('after=0&limit=50');
    const csv = await made[0]?.text();
    expect(csv).toContain(`"John Smith","customer","'=HYPERLINK(""http://x"")"`);
    await click(c, 'action-menu');
    await click(c, 'menu-export-text');
    await vi.waitFor(() => expect(made.length).toBe(2));
    expect(await made[1]?.text()).toContain('John Smith (customer)\n  Hello');
  });

  it('cells that begin like a formula become text, also behind blanks and wide signs', () => {
    for (const text of ['=1', '+1', '-1', '@x', ' =1', '\t=1', '\r=1', '＝1']) {
      expect(cell(text)).toBe(`"'${text}"`);
    }
    expect(cell('a "b", c')).toBe('"a ""b"", c"');
    const line = { at: 0, author: 'A', kind: 'k', text: 'x' };
    expect(asCsv([line])).toBe(
      '\ufeff"Time (UTC)","Author","Kind","Text"\r\n"1970-01-01 00:00:00","A","k","x"\r\n',
    );
  });

  it('the menu copies a link to the conversation and explains the routing', async () => {
    const write = vi.fn(async () => {});
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: write },
      configurable: true,
    });
    await click(c, 'action-menu');
    await click(c, 'menu-copy-link');
    expect(write).toHaveBeenCalledWith(`${location.origin}/c/${ID}`);
    c.http.set(`GET /v1/conversations/${ID}/routing`, { body: { routings: [] } });
    await click(c, 'action-menu');
    await click(c, 'menu-routing');
    expect(maybe('no-routing')).toBeDefined();
  });
});

describe('previous conversations', () => {
  it('earlier conversations stand above, with the moment and manner of their end', async () => {
    const again: Event = {
      type: 'opened',
      conversation: `${THREAD}-2`,
      previous: ID,
      queue: 'billing',
    };
    const list = [
      ...start(),
      entry(3, 'agent:mark', { type: 'resolved', by: 'agent' }),
      entry(4, 'customer', again, says('Back')),
    ];
    await c.push(snapshot(conversation({ id: `${THREAD}-2`, seq: 4 }), list));
    expect(textOf('previous')).toMatch(
      /^previous: 7K2M-Q4W8-1, resolved \d+ Nov$|^previous: 7K2M-Q4W8-1, resolved Nov \d+$/,
    );
  });
});

const Event_ = globalThis.Event;
