import { all, Console, click, get, maybe, mine, textOf } from '@tests/support/app';
import { conversation, entry, ID, NOW } from '@tests/support/make';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, FetchedFile } from '@/contract/protocol';
import { fileStates, isLost, shownFile } from '@/engine/customerFiles';

let c: Console;

beforeEach(async () => {
  c = await new Console().open('mark', `/c/${ID}`);
  await c.live('mark', [mine()]);
});
afterEach(() => {
  c.close();
  vi.restoreAllMocks();
});

const sent = (over: object = {}): Event => ({
  type: 'customer_message',
  sent_at: 0,
  content: {
    kind: 'media',
    medium: 'image',
    reference: '106',
    mime: 'image/jpeg',
    caption: 'The leak',
    ...over,
  } as never,
});
const PHOTO: FetchedFile = {
  id: 't.4',
  medium: 'image',
  mime: 'image/jpeg',
  name: 'image.jpg',
  size: 182_340,
  width: 1600,
  height: 1200,
  thumbnail: { id: 't.4.small', width: 320, height: 240 },
};
const fetched = (message: number, file: Partial<FetchedFile> = {}): Event => ({
  type: 'file_fetched',
  message,
  file: { ...PHOTO, ...file },
});
const refused = (
  message: number,
  why: 'gone' | 'too_large' | 'program' | 'unreachable',
): Event => ({
  type: 'file_fetched',
  message,
  refused: why,
});

describe('the state of a customer’s file', () => {
  it('the newest word about a file counts, and a file of ours has no state', () => {
    const log = [
      entry(3, 'customer', sent()),
      entry(4, 'system', refused(3, 'gone')),
      entry(5, 'agent:mark', { type: 'file_asked', message: 3 }),
    ];
    expect(fileStates(log.slice(0, 1)).get(3)?.state).toBe('fetching');
    expect(fileStates(log.slice(0, 2)).get(3)).toEqual({ state: 'refused', why: 'gone' });
    expect(fileStates(log).get(3)?.state).toBe('fetching');
    expect(fileStates([...log, entry(6, 'system', fetched(3))]).get(3)?.state).toBe('kept');
    expect(fileStates([entry(3, 'customer', sent({ size: 9 }))]).size).toBe(0);
  });

  it('a kept file is shown as its content says, under the words of the message', () => {
    const content = { medium: 'image' as const, reference: '106', mime: 'x', caption: 'The leak' };
    const file = { ...PHOTO, medium: 'document' as const, mime: 'application/pdf' };
    const shown = shownFile(content, { state: 'kept', file });
    expect(shown).toMatchObject({ reference: 't.4', medium: 'document', caption: 'The leak' });
    expect(shownFile(content, { state: 'refused', why: 'gone' })).toBeUndefined();
    expect(shownFile(content, undefined)).toBe(content);
  });

  it('a fetch without an end is lost after three quarters of an hour', () => {
    const state = { state: 'fetching' as const, since: NOW };
    expect([isLost(state, NOW + 40 * 60_000), isLost(state, NOW + 50 * 60_000)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('a customer’s file in the thread', () => {
  it('the file says that it is on its way, then shows its small picture in its final place', async () => {
    c.http.set('GET /v1/media/t.4.small', { body: { url: '/small', expires: 9e15 } });
    c.http.set('GET /v1/media/t.4', {
      body: { url: '/large', download: '/saved', expires: 9e15 },
    });
    await c.entries(conversation(), [entry(3, 'customer', sent())]);
    expect(textOf('customer-file')).toBe('PictureThis file is on its way…');
    expect(maybe('fetch-file')).toBeUndefined();
    await c.entries(conversation({ seq: 4 }), [entry(4, 'system', fetched(3))]);
    expect(maybe('customer-file')).toBeUndefined();
    const picture = get('picture');
    expect([picture.style.width, picture.style.aspectRatio]).toEqual(['320px', '1600 / 1200']);
    expect(picture.getAttribute('aria-label')).toBe('Enlarge: The leak');
    await click(c, picture);
    await vi.waitFor(() => get('lightbox'), 15_000);
    await c.flush();
    expect(document.querySelector('.lightbox img')?.getAttribute('src')).toBe('/large');
    expect(document.querySelector('.lightbox img')?.getAttribute('alt')).toBe('The leak');
    const visited: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      visited.push(new URL(this.href).pathname);
    });
    await click(c, 'download');
    await c.flush();
    expect(visited).toEqual(['/saved']);
  });

  it('the end of a fetch is no line of its own, and no news', async () => {
    const before = all('message').length;
    await c.entries(conversation(), [
      entry(3, 'customer', sent()),
      entry(4, 'system', refused(3, 'gone')),
    ]);
    expect(all('message').length).toBe(before + 1);
    expect(document.querySelector('.thread-panel')?.textContent).not.toContain('file_fetched');
  });

  it('a file that is gone says why, and can be asked for again', async () => {
    await c.entries(conversation(), [
      entry(3, 'customer', sent()),
      entry(4, 'system', refused(3, 'gone')),
    ]);
    expect(textOf('customer-file')).toBe('PictureThe provider no longer has this file.Ask again');
    await click(c, 'fetch-file');
    expect(c.command()).toMatchObject({
      action: 'messaging',
      command: { type: 'fetch_file', message: 3 },
    });
    await c.entries(conversation({ seq: 5 }), [
      entry(5, 'agent:mark', { type: 'file_asked', message: 3 }),
    ]);
    expect(textOf('customer-file')).toContain('on its way');
  });

  it('a second request for a program or a large file would be in vain', async () => {
    await c.entries(conversation(), [
      entry(3, 'customer', sent({ medium: 'document', name: 'setup.exe' })),
      entry(4, 'system', refused(3, 'program')),
      entry(5, 'customer', sent({ medium: 'video' })),
      entry(6, 'system', refused(5, 'too_large')),
    ]);
    const words = all('customer-file').map((file) => file.textContent);
    expect(words[0]).toContain('setup.exe');
    expect(words[0]).toContain('is a program');
    expect(words[1]).toContain('larger than 25 MB');
    expect(maybe('fetch-file')).toBeUndefined();
  });

  it('a voice message has its length, a document its name and size, and both can be opened', async () => {
    const voice = { medium: 'audio' as const, mime: 'audio/ogg', name: 'audio.ogg', seconds: 67 };
    const paper = { medium: 'document' as const, mime: 'application/pdf', name: 'bill.pdf' };
    const plain = { size: 1536, width: null, height: null, thumbnail: null };
    await c.entries(conversation(), [
      entry(3, 'customer', sent({ medium: 'audio' })),
      entry(4, 'system', fetched(3, { ...plain, ...voice } as never)),
      entry(5, 'customer', sent({ medium: 'document' })),
      entry(6, 'system', fetched(5, { ...plain, ...paper, id: 't.6' } as never)),
    ]);
    const words = all('file').map((file) => file.textContent);
    expect(words[0]).toContain('1:07 · OGG · 2 KB');
    expect(words[1]).toContain('bill.pdfPDF · 2 KBOpen');
    c.http.set('GET /v1/media/t.4', { body: { url: '/voice', expires: 9e15 } });
    await click(c, get('file').querySelector('button') as HTMLElement);
    await c.flush();
    expect(document.querySelector('audio')?.getAttribute('src')).toBe('/voice');
    // The link has lapsed meanwhile: the player gets another one.
    c.http.set('GET /v1/media/t.4', { body: { url: '/voice?new', expires: 9e15 } });
    document.querySelector('audio')?.dispatchEvent(new Event_('error'));
    await c.flush();
    expect(document.querySelector('audio')?.getAttribute('src')).toBe('/voice?new');
  });
});

/** The browser's event; the protocol has one of its own. */
const Event_ = globalThis.Event;
