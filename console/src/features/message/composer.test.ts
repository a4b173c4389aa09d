import { all, Console, click, get, maybe, mine, press, textOf, type } from '@tests/support/app';
import { conversation, entry, ID, picked } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let c: Console;

const RULES = [
  { medium: 'image', types: ['image/png', 'image/jpeg'], limit: 5_000_000 },
  { medium: 'document', types: ['application/pdf'], limit: 10_000_000 },
];
const CANNED = [
  { id: 'hi', title: 'Greeting', category: 'Hello', text: 'Hello {{first_name}}!', shortcut: 'hi' },
  { id: 'order', title: 'Order', category: 'Sales', text: 'Your order {{attribute.order}} is on.' },
];

beforeEach(async () => {
  c = new Console();
  c.http.set('GET /v1/canned', { body: { canned: CANNED } });
  c.http.set('GET /v1/contacts/c1', { body: { attributes: {} } });
  await c.open('mark', `/c/${ID}`);
  await c.live('mark', [mine({ files: RULES } as object)]);
});
afterEach(() => {
  c.close();
  vi.restoreAllMocks();
});

const field = () => get('composer') as HTMLTextAreaElement;
const sent = () => c.socket.sent.filter((f) => 'command' in f).map((f) => f.command);
const writes = async (text: string) => {
  await type(c, 'composer', text);
  field().setSelectionRange(text.length, text.length);
  field().dispatchEvent(new Event('keyup'));
  await c.flush();
};
const slash = async () => {
  field().value = '/';
  field().setSelectionRange(1, 1);
  field().dispatchEvent(new InputEvent('input', { data: '/', bubbles: true }));
  await vi.waitFor(() => get('canned-picker'), 15_000);
  await c.flush();
};
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const attach = async (...files: File[]) => {
  const input = get('attach-input') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change'));
  for (let i = 0; i < 5; i += 1) await new Promise((done) => setTimeout(done));
  await c.flush();
};

describe('canned messages', () => {
  it('canned messages open on a slash, and the keyboard chooses one with its values filled in', async () => {
    await slash();
    expect(document.activeElement).toBe(get('canned-search'));
    await type(c, 'canned-search', 'hi');
    expect(textOf('canned-preview')).toBe('Hello John!');
    await press(c, get('canned-search'), { key: 'Enter' });
    await c.flush();
    expect(maybe('canned-picker')).toBeUndefined();
    expect(field().value).toBe('Hello John!');
    expect(sent()).toEqual([]);
  });

  it('the picker gives the text back when it was no search', async () => {
    await slash();
    await type(c, 'canned-search', 'etc/hosts');
    await press(c, get('canned-search'), { key: ' ' });
    await c.flush();
    expect(field().value).toBe('/etc/hosts ');
  });

  it('a variable without a value is marked, and blocks sending until it is gone', async () => {
    await press(c, document.body, { key: '/', code: 'Slash', ctrlKey: true });
    await vi.waitFor(() => get('canned-picker'), 15_000);
    await click(
      c,
      all('canned-category').find((one) => one.textContent === 'Sales') as HTMLElement,
    );
    expect(textOf('canned-preview')).toContain('No value for {{attribute.order}}');
    await press(c, get('canned-search'), { key: 'Enter' });
    await c.flush();
    expect(field().value).toBe('Your order {{attribute.order}} is on.');
    const { selectionStart, selectionEnd, value } = field();
    expect(value.slice(selectionStart, selectionEnd), 'to be written over').toBe(
      '{{attribute.order}}',
    );
    expect(document.querySelector('.mirror mark')?.textContent).toBe('{{attribute.order}}');
    expect((get('send') as HTMLButtonElement).disabled).toBe(true);
    expect(textOf('composer-hint')).toContain('{{attribute.order}} has no value');
    await press(c, field(), { key: 'Enter' });
    expect(sent()).toEqual([]);
    await type(c, 'composer', 'Your order 88-1 is on.');
    await press(c, field(), { key: 'Enter' });
    expect(sent().length).toBe(1);
  });
});

describe('sending', () => {
  it('sending waits for an input method, and follows the preference', async () => {
    await type(c, 'composer', 'にほん');
    await press(c, field(), { key: 'Enter', isComposing: true });
    await press(c, field(), { key: 'Enter', keyCode: 229 } as KeyboardEventInit);
    expect(sent()).toEqual([]);
    await press(c, field(), { key: 'Enter', shiftKey: true });
    expect(sent()).toEqual([]);
    await press(c, field(), { key: 'Enter' });
    expect(sent().length).toBe(1);
  });

  it('a message carries the conversation that the composer was opened for', async () => {
    await type(c, 'composer', 'For John');
    await press(c, field(), { key: 'Enter' });
    expect(c.command().conversation).toBe(ID);
  });
});

describe('mentions', () => {
  it('mentions complete in comments, by keyboard, and go with the comment', async () => {
    await click(c, 'mode-comment');
    await writes('Ask @mar');
    expect(all('mention-option').map((o) => o.textContent?.trim().split(' ')[0])).toEqual([
      'Martha',
    ]);
    await press(c, field(), { key: 'Enter' });
    expect(field().value).toBe('Ask @Martha ');
    await press(c, field(), { key: 'Enter', ctrlKey: true });
    expect(sent()).toEqual([{ type: 'comment', text: 'Ask @Martha', mentions: ['martha'] }]);
  });

  it('a reply offers no mentions: they are for colleagues only', async () => {
    await writes('Ask @mar');
    expect(maybe('mention-list')).toBeUndefined();
  });
});

describe('attachments', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'XMLHttpRequest',
      class {
        upload: { onprogress?: (e: object) => void } = {};
        onload?: () => void;
        onabort?: () => void;
        status = 200;
        open() {}
        setRequestHeader() {}
        abort() {
          this.onabort?.();
        }
        send() {
          this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 });
          setTimeout(() => this.onload?.());
        }
      },
    );
    const headers = [{ name: 'content-type', value: 'image/png' }];
    const place = { id: 'u1', url: '/put', method: 'PUT', headers };
    c.http.set('POST /v1/uploads', { body: place });
    const media = {
      medium: 'image',
      reference: 'u1',
      mime: 'image/png',
      name: 'leak.png',
      size: 8,
    };
    c.http.set('POST /v1/uploads/u1/complete', { body: { media } });
    c.http.set('DELETE /v1/uploads/u1', { body: {} });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('files are checked, uploaded, and sent after the text with their captions', async () => {
    await attach(new File([PNG], 'leak.png'));
    await vi.waitFor(() => expect(get('attachment').dataset.state).toBe('ready'));
    expect(c.posted.find(({ url }) => url === 'POST /v1/uploads')?.body).toEqual({
      conversation: ID,
      name: 'leak.png',
      mime: 'image/png',
      size: 8,
      purpose: 'message',
    });
    await type(c, 'caption', 'Here it leaks');
    await type(c, 'composer', 'Look at this');
    await press(c, field(), { key: 'Enter' });
    await c.ack(3);
    expect(sent()).toEqual([
      { type: 'send', content: { kind: 'text', text: 'Look at this' } },
      {
        type: 'send',
        content: {
          kind: 'media',
          medium: 'image',
          reference: 'u1',
          mime: 'image/png',
          name: 'leak.png',
          size: 8,
          caption: 'Here it leaks',
        },
      },
    ]);
    expect(maybe('attachment')).toBeUndefined();
  });

  it('a caption that is too long blocks sending, and stays whole', async () => {
    await attach(new File([PNG], 'leak.png'));
    await vi.waitFor(() => expect(get('attachment').dataset.state).toBe('ready'));
    await type(c, 'caption', 'x'.repeat(1_027));
    expect((get('caption') as HTMLInputElement).value).toHaveLength(1_027);
    expect(textOf('caption-problem')).toContain('3');
    expect((get('send') as HTMLButtonElement).disabled).toBe(true);
    await type(c, 'caption', 'x'.repeat(1_024));
    expect(maybe('caption-problem')).toBeUndefined();
    expect((get('send') as HTMLButtonElement).disabled).toBe(false);
  });

  it('a file that the channel does not take says why, never leaves, and blocks until removed', async () => {
    await attach(new File(['GIF89a'], 'fun.png'), new File([new Uint8Array([77, 90, 0])], 'a.pdf'));
    expect(all('attachment').map((a) => a.querySelector('.problem')?.textContent)).toEqual([
      'GIF is not accepted on WhatsApp.',
      'Files of this kind cannot be sent.',
    ]);
    expect(c.posted.some(({ url }) => url === 'POST /v1/uploads')).toBe(false);
    await type(c, 'composer', 'Text');
    expect(textOf('composer-hint')).toBe('2 files cannot be sent: remove them.');
    for (const button of all('attachment-remove')) await click(c, button);
    expect((get('send') as HTMLButtonElement).disabled).toBe(false);
  });

  it('a file shows the server’s own refusal', async () => {
    const error = {
      code: 'content_mismatch',
      message: 'The file is not what it says.',
      remedy: '',
    };
    c.http.set('POST /v1/uploads/u1/complete', { status: 400, body: { error } });
    await attach(new File([PNG], 'leak.png'));
    await vi.waitFor(() => expect(get('attachment').dataset.state).toBe('failed'));
    expect(textOf('attachment')).toContain('The file is not what it says.');
  });

  it('a file stays with the mode in which the agent added it', async () => {
    await attach(new File([PNG], 'leak.png'));
    await click(c, 'mode-comment');
    expect(maybe('attachment')).toBeUndefined();
    await click(c, 'mode-reply');
    expect(maybe('attachment')).toBeDefined();
  });
});

describe('a server without files', () => {
  it('the composer has no button for files', async () => {
    await c.entries(conversation(), [entry(3, 'agent:mark')]);
    expect(maybe('attach')).toBeUndefined();
  });
});

describe('a draft', () => {
  it('a draft follows another tab’s text', async () => {
    const key = `draft:mark:${ID}:reply`;
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: 'From the other tab' }));
    await c.flush();
    expect(field().value).toBe('From the other tab');
  });

  it('a draft of a reply survives a transfer, and can become a comment', async () => {
    await type(c, 'composer', 'I was about to say');
    await c.entries(
      conversation({ owner: 'martha' }),
      [
        entry(3, 'agent:mark', {
          ...picked,
          to: 'martha',
          from: 'mark',
          origin: 'transfer',
        } as never),
      ],
      false,
    );
    expect(textOf('left-draft')).toContain('I was about to say');
    await click(c, 'keep-draft');
    expect(sent()).toEqual([{ type: 'comment', text: 'I was about to say' }]);
    expect(maybe('left-draft')).toBeUndefined();
  });
});
