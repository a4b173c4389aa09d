import { settle } from '@tests/support/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Media } from '@/contract/protocol';
import { judge, sizeName, typeName } from '@/engine/fileRules';
import type { Place } from '@/engine/put';
import { sniff, sniffFile } from '@/engine/sniff';
import { FILE_LIMIT, Uploads } from '@/engine/uploads';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((p) => (typeof p === 'string' ? [...p].map((c) => c.charCodeAt(0)) : p)),
  );
const PNG = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RULES = [
  { medium: 'image' as const, types: ['image/png', 'image/jpeg'], limit: 5_000_000 },
  { medium: 'document' as const, types: ['application/pdf'], limit: 10_000_000 },
];

describe('the type of a file', () => {
  it('the content decides the type, not the name', () => {
    expect(sniff(PNG, 'report.pdf')).toBe('image/png');
    expect(sniff(bytes([0xff, 0xd8, 0xff, 0xe0]), 'x')).toBe('image/jpeg');
    expect(sniff(bytes('GIF89a'), 'x.png')).toBe('image/gif');
    expect(sniff(bytes('%PDF-1.7'), 'photo.png')).toBe('application/pdf');
    expect(sniff(bytes([0, 0, 0, 32], 'ftypisom'), 'x')).toBe('video/mp4');
    expect(sniff(bytes('RIFF', [0, 0, 0, 0], 'WEBP'), 'x')).toBe('image/webp');
  });

  it('a program, a page or an unknown file has no type, whatever its name', () => {
    expect(sniff(bytes('MZ', [0x90, 0]), 'photo.png')).toBeUndefined();
    expect(sniff(bytes('<svg onload="x">'), 'picture.svg')).toBeUndefined();
    expect(sniff(bytes('<html><script>'), 'page.html')).toBeUndefined();
    expect(sniff(bytes('PK', [3, 4], 'evil.class'), 'a.docx')).toBeUndefined();
  });

  it('the content decides between siblings, or the name where the content says nothing', () => {
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(sniff(bytes('PK', [3, 4], '..word/document.xml'), 'x.xlsx')).toBe(docx);
    expect(sniff(bytes('PK', [3, 4]), 'x.zip', bytes('..xl/workbook.xml'))).toBe(sheet);
    const ole = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(sniff(ole, 'old.xls')).toBe('application/vnd.ms-excel');
    expect(sniff(ole, 'setup.msi')).toBeUndefined();
    expect(sniff(bytes('a,b\n1,2'), 'list.csv')).toBe('text/csv');
    expect(sniff(bytes('a', [0], 'b'), 'list.csv')).toBeUndefined();
    expect(sniff(bytes([0xc3, 0x28]), 'broken.txt')).toBeUndefined();
  });

  it('the type of a large file comes from its beginning and its end', async () => {
    const long = new Uint8Array(20_000);
    long.set(bytes('PK', [3, 4]));
    long.set(bytes('xl/workbook.xml'), 19_900);
    expect(await sniffFile(new File([long], 'big.bin'))).toContain('spreadsheetml');
  });
});

describe('a channel’s files', () => {
  it('the rule judges type and size, each with its own problem', () => {
    expect(judge('image/png', 10, RULES)).toEqual({ rule: RULES[0] });
    expect(judge('image/gif', 10, RULES)).toEqual({
      problem: { kind: 'refused', type: 'image/gif' },
    });
    expect(judge('application/pdf', 10_000_001, RULES)).toEqual({
      problem: { kind: 'large', limit: 10_000_000 },
    });
    expect(judge(undefined, 10, RULES)).toEqual({ problem: { kind: 'unknown' } });
    expect(judge('image/png', 0, RULES)).toEqual({ problem: { kind: 'empty' } });
  });

  it('types and sizes have people’s names', () => {
    expect([typeName('image/jpeg'), typeName('image/gif'), typeName('application/pdf')]).toEqual([
      'JPG',
      'GIF',
      'PDF',
    ]);
    expect([0, 900, 1536, 5 * 1024 ** 2, 1.46 * 1024 ** 2].map(sizeName)).toEqual([
      '0 B',
      '900 B',
      '2 KB',
      '5 MB',
      '1.5 MB',
    ]);
  });
});

describe('uploads', () => {
  let puts: {
    place: Place;
    stop: AbortSignal;
    progress: (part: number) => void;
    finish: () => void;
  }[];
  let dropped: string[];
  let complete: (id: string) => Promise<Media>;
  let uploads: Uploads;
  const media = (id: string): Media => ({ medium: 'image', reference: id, mime: 'image/png' });
  const file = (name: string, content: Uint8Array<ArrayBuffer> = PNG) => new File([content], name);
  const states = () => uploads.items.map(({ state }) => state);
  const rest = async () => {
    for (let i = 0; i < 10; i += 1) await new Promise((done) => setTimeout(done));
  };

  beforeEach(() => {
    puts = [];
    dropped = [];
    complete = async (id) => media(id);
    uploads = new Uploads('t-1', 'message', {
      api: {
        begin: async ({ name }) => ({ id: `u-${name}`, url: '/put', method: 'PUT', headers: [] }),
        complete: (id) => complete(id),
        drop: async (id) => void dropped.push(id),
      },
      put: (place, _file, stop, progress) =>
        new Promise((finish, fail) => {
          puts.push({ place, stop, progress, finish });
          stop.addEventListener('abort', () => fail(new Error('upload: stopped')));
        }),
      refusal: (error) =>
        error instanceof Error && error.message.startsWith('Says') ? error.message : undefined,
      onChange: () => {},
    });
  });

  it('a file goes from check over upload to ready, and files leave in order', async () => {
    uploads.add([file('a.png'), file('b.png')], RULES);
    expect(states()).toEqual(['checking', 'checking']);
    await rest();
    expect(states()).toEqual(['uploading', 'uploading']);
    expect(uploads.busy).toBe(true);
    puts[1]?.progress(0.5);
    expect(uploads.items[1]?.progress).toBe(0.5);
    puts[1]?.finish();
    puts[0]?.finish();
    await rest();
    expect(states()).toEqual(['ready', 'ready']);
    uploads.caption(uploads.items[0]?.id ?? '', 'Look');
    const handed = uploads.handOn();
    expect(handed.map((one) => [one.media.reference, one.caption])).toEqual([
      ['u-a.png', 'Look'],
      ['u-b.png', ''],
    ]);
    expect(uploads.items).toEqual([]);
  });

  it('a file that the channel does not take never uploads', async () => {
    uploads.add([file('a.gif', bytes('GIF89a')), file('virus.png', bytes('MZ'))], RULES);
    await rest();
    expect(states()).toEqual(['refused', 'refused']);
    expect(puts).toEqual([]);
  });

  it('a removed file stops its upload, and the server drops it', async () => {
    uploads.add([file('a.png')], RULES);
    await rest();
    uploads.remove(uploads.items[0]?.id ?? '');
    expect(puts[0]?.stop.aborted).toBe(true);
    expect(dropped).toEqual(['u-a.png']);
    await settle();
    expect(uploads.items).toEqual([]);
  });

  it('a failed upload shows the server’s words; one without an answer can be tried again', async () => {
    complete = async () => Promise.reject(new Error('Says: not a picture'));
    uploads.add([file('a.png')], RULES);
    await rest();
    puts[0]?.finish();
    await rest();
    expect(uploads.items[0]).toMatchObject({
      state: 'failed',
      reason: 'Says: not a picture',
      again: false,
    });
    complete = async () => Promise.reject(new Error('offline'));
    uploads.add([file('b.png')], RULES);
    await rest();
    puts[1]?.finish();
    await rest();
    expect(uploads.items[1]).toMatchObject({ state: 'failed', again: true });
    complete = async (id) => media(id);
    uploads.again(uploads.items[1]?.id ?? '', RULES);
    await rest();
    puts[2]?.finish();
    await rest();
    expect(uploads.items[1]?.state).toBe('ready');
  });

  it(`at most ${FILE_LIMIT} files go at once`, () => {
    const many = Array.from({ length: FILE_LIMIT + 3 }, (_, i) => file(`${i}.png`));
    expect(uploads.add(many, RULES)).toBe(3);
    expect(uploads.items.length).toBe(FILE_LIMIT);
  });
});
