import { all, Console, click, get, textOf, type } from '@tests/support/app';
import {
  conversation,
  entry,
  ID,
  made,
  offer,
  opened,
  picked,
  says,
  THREAD,
} from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Content, Event } from '@/contract/protocol';

const MARKUP =
  '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script><svg onload="globalThis.pwned=1"><iframe src="https://evil.example"></iframe><a href="javascript:globalThis.pwned=1">x</a><style>*{display:none}</style>';
const LINKS =
  'javascript:pwned() data:text/html,<script>pwned=1</script> vbscript:x //evil.example';
const BIDI = '\u202e\u2066\u2067gnp.exe\u2069 \u200b\u200d\ufeff';
const LONG = 'W'.repeat(10_000);

let c: Console;

beforeEach(async () => {
  vi.stubGlobal('pwned', undefined);
  c = await new Console().open('mark', `/c/${ID}`);
});
afterEach(() => {
  c.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const sent = (content: Content): Event => ({ type: 'customer_message', sent_at: 0, content });

/** Every kind of event with a hostile text in every place that an outsider fills. */
function log(evil: string): Event[] {
  const media = {
    kind: 'media',
    reference: 'm',
    mime: evil,
    name: evil,
    caption: evil,
    size: 9,
  } as const;
  return [
    sent({ kind: 'text', text: evil }),
    sent({ ...media, medium: 'document' }),
    sent({ ...media, medium: 'image' }),
    // The provider still has this one.
    sent({ ...media, medium: 'image', size: null }),
    sent({ ...media, medium: 'video', mime: 'video/mp4' }),
    sent({ kind: 'location', latitude: 1, longitude: 2, name: evil, address: evil }),
    sent({ kind: 'contacts', contacts: [{ name: evil, phones: [evil], emails: [evil] }] }),
    sent({ kind: 'reply', id: evil, title: evil }),
    sent({ kind: 'reaction', to: evil, emoji: evil.slice(0, 20) }),
    sent({ kind: 'email', subject: evil, text: evil, html: evil }),
    sent({ kind: 'unsupported', what: evil, raw: evil }),
    {
      type: 'agent_message',
      content: { kind: 'template', name: evil, language: evil, parameters: [evil] },
    },
    { type: 'comment', text: `@${evil} ${evil}`, mentions: [evil] } as never,
    { type: 'comment', text: 'x', files: [{ ...media, medium: 'document' }] } as never,
    { type: 'coach_line', text: evil } as never,
    { type: 'discussion_message', discussion: `${THREAD}-d3`, text: evil },
    { ...picked, note: evil, from: evil } as never,
    made(offer({ from: evil, to: [evil], target: { skill: evil } }), evil),
    { type: 'offer_closed', offer: `${THREAD}-o1`, status: 'rejected', by: evil, reason: evil },
    { type: 'triggered', trigger: evil, note: evil },
    { type: 'survey_answered', survey: evil, answer: evil },
    { type: 'required', skills: [evil] },
    { type: 'resolved', by: 'agent', note: evil },
    { type: 'wrapped_up', agent: evil, conversation: ID, disposition: evil, note: evil },
  ];
}

const BAD =
  'script, iframe, object, embed, form, base, link, meta, style, svg[onload], [onerror], [onload], [onclick], [srcdoc], a[href^="javascript" i], a[href^="data" i], a[href^="vbscript" i]';
const panel = () => document.querySelector('.thread-panel') as HTMLElement;

async function show(evil: string) {
  const talk = { id: `${THREAD}-d3`, initiator: 'mark', members: ['mark', 'martha'] };
  const held = conversation({
    contact: { id: 'c1', name: evil, address: evil },
    discussions: [talk],
    asset: evil,
    skills: [evil],
  });
  const events = log(evil);
  const entries = [
    entry(1, 'customer', opened, says('Hello')),
    ...events.map((event, index) =>
      entry(index + 2, event.type === 'customer_message' ? 'customer' : `agent:${evil}`, event),
    ),
  ];
  await c.live('mark', [[{ ...held, seq: entries.length }, entries]]);
}

describe.each([
  ['markup', MARKUP],
  ['addresses that run', LINKS],
  ['direction and zero-width marks', BIDI],
  ['ten thousand characters without a break', LONG],
])('%s', (_, evil) => {
  it('a hostile text is text in every place of the thread, and has no effect', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    await show(evil);
    expect([...panel().querySelectorAll(BAD)].map((e) => e.outerHTML)).toEqual([]);
    expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
    expect(all('message').length).toBeGreaterThan(12);
    const texts = all('message').map((m) => m.textContent ?? '');
    expect(texts.some((text) => text.includes(evil))).toBe(true);
    expect(textOf('discussion-message')).toContain(evil.replace(/\s+/g, ' ').trim());
    // Only text loads by itself: no picture without a type that can be drawn.
    expect(panel().querySelectorAll('img, video, audio, picture source').length).toBe(0);
    expect(asked).not.toHaveBeenCalled();
    for (const link of panel().querySelectorAll<HTMLAnchorElement>('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
      expect(link.rel).toContain('noopener');
      expect(link.target).toBe('_blank');
    }
  });

  it('a hostile name does not reach into the console’s words: label, placeholder, title', async () => {
    await show(evil);
    const field = get('composer');
    for (const text of [field.getAttribute('aria-label'), field.getAttribute('placeholder')]) {
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
    expect(panel().querySelector('h1 bdi')).not.toBeNull();
  });
});

describe('an agent’s own text', () => {
  it('a hostile text is text in the outbox, the draft and the quote, too', async () => {
    await show('plain');
    await type(c, 'composer', MARKUP);
    await click(c, 'send');
    await c.flush();
    expect(all('message').at(-1)?.textContent).toContain('<script>');
    expect([...panel().querySelectorAll(BAD)]).toEqual([]);
  });

  it('canned messages show markup as text, in the list and in the preview', async () => {
    c.http.set('GET /v1/canned', {
      body: { canned: [{ id: 'x', title: MARKUP, category: BIDI, text: MARKUP, shortcut: 'x' }] },
    });
    c.close();
    const again = new Console();
    again.http.set('GET /v1/canned', {
      body: { canned: [{ id: 'x', title: MARKUP, category: BIDI, text: MARKUP, shortcut: 'x' }] },
    });
    c = await again.open('mark', `/c/${ID}`);
    await show('plain');
    await click(c, 'open-canned');
    await vi.waitFor(() => get('canned-picker'), 15_000);
    expect(textOf('canned-preview')).toContain('<script>');
    expect([...panel().querySelectorAll(BAD)]).toEqual([]);
  });

  it('file names are text without marks that turn the direction', async () => {
    await show('plain');
    const files = [{ medium: 'image', types: ['image/png'], limit: 9 }];
    await c.entries(conversation({ files } as object), [
      entry(log('').length + 2, 'customer', says('x')),
    ]);
    const input = get('attach-input') as HTMLInputElement;
    const named = new File(['MZ'], `${BIDI}<img src=x onerror=pwned()>.png`);
    Object.defineProperty(input, 'files', { value: [named], configurable: true });
    input.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(get('attachment').dataset.state).toBe('refused'));
    expect(get('attachment').querySelector('bdi')?.textContent).toBe(
      'gnp.exe \u200d<img src=x onerror=pwned()>.png',
    );
    expect([...panel().querySelectorAll(BAD)]).toEqual([]);
  });
});
