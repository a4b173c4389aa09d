// Files, prepared texts and drafts of the made-up world.
import { deflateSync } from 'node:zlib';
import { MINUTE } from './make.mjs';

const MB = 1024 * 1024;
/** The kinds of file that the channel carries. */
export const FILES = [
  { medium: 'image', types: ['image/png', 'image/jpeg'], limit: 5 * MB },
  { medium: 'document', types: ['application/pdf', 'application/msword'], limit: 10 * MB },
  { medium: 'video', types: ['video/mp4'], limit: 16 * MB },
];

const CANNED = [
  [
    'greeting',
    'Greeting',
    'Opening',
    'Hello {{first_name}}, my name is {{agent_first_name}}. How can I help you today?',
    'hi',
  ],
  [
    'moment',
    'One moment',
    'Opening',
    'Let me look into this for you, {{first_name}}. It takes me about two minutes.',
    'mo',
  ],
  [
    'refund',
    'Refund is on its way',
    'Billing',
    'We have credited {{attribute.amount}} to your account. You will see it within three days.',
    'ref',
  ],
  [
    'roaming',
    'Roaming explained',
    'Billing',
    'Roaming inside the zone is part of your tariff. Outside of it, 1 MB costs 0.20.',
    undefined,
  ],
  [
    'bye',
    'Goodbye',
    'Closing',
    'Thank you for writing to us, {{first_name}}. Have a good day!\n\n{{agent_name}}, {{queue}}',
    'bye',
  ],
].map(([id, title, category, text, shortcut]) => ({
  id,
  title,
  category,
  text,
  shortcut,
  version: 1,
  updated_at: 0,
  updated_by: 'ada',
}));

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

/** A picture with something to see: rings over a gradient. */
export function picture(width, height, hue) {
  const rows = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const ring = Math.sin(Math.hypot(x - width * 0.6, y - height * 0.4) / 9) * 22;
      const base = [120 + hue, 150 + (x / width) * 70, 190 - (y / height) * 80];
      base.forEach((value, i) => {
        row[1 + x * 3 + i] = Math.max(0, Math.min(255, value + ring));
      });
    }
    rows.push(row);
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const PICTURES = { kettle: picture(640, 420, 60), handle: picture(360, 480, -40) };

const media = (reference, over) => ({
  kind: 'media',
  medium: 'image',
  mime: 'image/png',
  reference,
  ...over,
});
const sent = (content) => ({ type: 'customer_message', sent_at: 0, content });

/** A conversation about pictures: for the lightbox and for comments with files and mentions. */
export const filesLog = (now, seq) =>
  [
    [
      4,
      'customer',
      sent(
        media('kettle', {
          name: 'kettle.png',
          width: 640,
          height: 420,
          size: 218_000,
          caption: 'This is the kettle. More at https://example.com/kettles?batch=7.',
        }),
      ),
    ],
    [
      3.8,
      'customer',
      sent(media('handle', { name: 'handle.png', width: 360, height: 480, size: 91_000 })),
    ],
    [
      3,
      'agent:mark',
      {
        type: 'comment',
        text: '@Martha Jones is this batch 7? The guarantee is attached.',
        mentions: ['martha'],
        files: [
          media('guarantee', {
            medium: 'document',
            mime: 'application/pdf',
            name: 'guarantee.pdf',
            size: 1_400_000,
          }),
        ],
      },
    ],
    [
      2.4,
      'agent:martha',
      {
        type: 'comment',
        text: '@Mark Ruffalo yes, it was recalled. Send a new one.',
        mentions: ['mark'],
      },
    ],
  ].map(([ago, by, ...events], index) => ({
    seq: seq + index,
    at: Math.round(now - ago * MINUTE),
    by,
    events,
  }));

/** Answers the requests of the composer and the thread; returns undefined for any other request. */
export function files(pathname, method) {
  if (pathname === '/v1/canned') return { json: { canned: CANNED } };
  if (pathname === '/v1/drafts') return { json: { drafts: [] } };
  if (pathname === '/v1/uploads' && method === 'POST') {
    return { json: { id: 'u1', url: '/upload/u1', method: 'PUT', headers: {}, expires: 9e15 } };
  }
  if (pathname === '/upload/u1') return { json: {} };
  if (pathname === '/v1/uploads/u1/complete') {
    return {
      json: {
        media: {
          medium: 'image',
          reference: 'kettle',
          mime: 'image/png',
          name: 'leak.png',
          size: 218_000,
          width: 640,
          height: 420,
        },
      },
    };
  }
  const [, kind, reference] = /^\/(v1\/media|picture)\/(\w+)$/.exec(pathname) ?? [];
  if (kind === 'v1/media' && PICTURES[reference]) {
    return { json: { url: `/picture/${reference}`, expires: 9e15 } };
  }
  if (kind === 'picture') return { png: PICTURES[reference] };
  return undefined;
}
