// A small made-up world for the screens: people, queues, conversations.
import { FILES, filesLog } from './files.mjs';
import { conversation, log, MINUTE, made, offer as makeOffer, replies, says } from './make.mjs';
import { settings } from './settings.mjs';
import { together } from './together.mjs';

export const agents = [
  ['mark', 'Mark Ruffalo', 'agent', 'available', 3, 5],
  ['martha', 'Martha Jones', 'agent', 'available', 2, 5],
  ['olga', 'Olga Petrova', 'agent', 'available', 5, 5],
  ['ravi', 'Ravi Shankar', 'agent', 'away', 1, 5],
  ['tom', 'Tom Baker', 'agent', 'offline', 0, 5],
  ['ada', 'Ada Lovelace', 'manager', 'available', 1, 8],
  ['grace', 'Grace Hopper', 'admin', 'available', 0, 8],
].map(([id, name, role, presence, open, capacity]) => ({
  id,
  name,
  role,
  teams: id === 'ravi' ? ['care', 'sales'] : ['care'],
  presence,
  open,
  capacity,
  skills: { martha: ['refunds', 'german'], olga: ['refunds'] }[id] ?? [],
}));

export const teams = [
  { id: 'care', name: 'Customer Care' },
  { id: 'sales', name: 'Sales' },
];

export const THREADS = {
  smith: '7k2mq4w8r0a1bcde',
  ines: '5hx9t3n6v2pqrstv',
  chen: '8d4fjz1y6w3ghjkm',
  lena: '2b7c9e0f4g6h8j1k',
};

export function world(now = Date.now(), options = {}) {
  const { pendingOffer = false, discussing = false } = options;
  const T = THREADS;
  const opened = (thread, n, previous) => ({
    type: 'opened',
    conversation: `${thread}-${n}`,
    queue: 'billing',
    ...(previous ? { previous: `${thread}-${previous}` } : {}),
  });
  const picked = { type: 'assigned', to: 'mark', origin: 'picked' };
  const smith = log(
    now,
    [2900, 'customer', opened(T.smith, 1), says('Hello, my March bill looks wrong.')],
    [2890, 'agent:mark', picked],
    [2885, 'agent:mark', replies('Good morning! I am looking into it.')],
    [2884, 'system', { type: 'delivery', message: 3, status: 'read' }],
    [2800, 'agent:mark', { type: 'resolved', by: 'agent', note: 'Corrected the tariff' }],
    [
      12,
      'customer',
      opened(T.smith, 2, 1),
      says('Hi again. The corrected bill still charges me twice for roaming in Portugal.'),
    ],
    [11, 'agent:mark', picked],
    [
      10,
      'agent:mark',
      replies('Hello Mr Smith, sorry about that. I have your bill of 3 May in front of me.'),
    ],
    [10, 'system', { type: 'delivery', message: 8, status: 'read' }],
    [
      8,
      'customer',
      {
        type: 'customer_message',
        sent_at: 0,
        content: {
          kind: 'media',
          medium: 'document',
          reference: 'm1',
          mime: 'application/pdf',
          name: 'bill-2024-05.pdf',
          caption: 'Page 2, the lines I mean',
        },
      },
    ],
    [
      7,
      'agent:mark',
      {
        type: 'comment',
        text: 'Roaming was credited on 29 April, but the correction run put it back. Ask Martha whether that batch is known.',
      },
    ],
    [6, 'agent:mark', made(makeOffer(T.smith, 3, { to: ['ravi'], expires: now }))],
    [
      4,
      'agent:ravi',
      {
        type: 'offer_closed',
        offer: `${T.smith}-o3`,
        status: 'rejected',
        by: 'ravi',
        reason: 'Busy with another case',
      },
    ],
    [
      3,
      'agent:mark',
      replies('I can see both charges. Let me check with billing and I will be right back.'),
    ],
    [3, 'system', { type: 'delivery', message: 14, status: 'delivered' }],
    [0.8, 'customer', says('Thank you. It is 48.20 both times.')],
  );
  if (options.files) smith.push(...filesLog(now, smith.length + 1));
  const offer = makeOffer(T.smith, 4, { expires: now + 103_000 });
  const talk = { id: `${T.smith}-d4`, initiator: 'mark', members: ['mark', 'martha'] };
  if (pendingOffer || discussing) {
    smith.push({
      seq: 17,
      at: now - 17_000,
      by: 'agent:mark',
      events: [made(offer, 'Double roaming after the correction run, is the batch known?')],
    });
  }
  if (discussing) {
    smith.push(
      {
        seq: 18,
        at: now - 9000,
        by: 'agent:martha',
        events: [{ type: 'offer_closed', offer: offer.id, status: 'accepted', by: 'martha' }],
      },
      {
        seq: 19,
        at: now - 7000,
        by: 'agent:mark',
        events: [
          {
            type: 'discussion_message',
            discussion: talk.id,
            text: 'Hi Martha, customer is charged twice for roaming. Known?',
          },
        ],
      },
      {
        seq: 20,
        at: now - 3000,
        by: 'agent:martha',
        events: [
          {
            type: 'discussion_message',
            discussion: talk.id,
            text: 'Yes, batch 0429 went out twice. Credit 48.20 with code R-17, it is pre-approved.',
          },
        ],
      },
    );
  }
  const ines = log(
    now,
    [38, 'customer', opened(T.ines, 1), says('Bom dia! Posso mudar a data da entrega?')],
    [36, 'agent:mark', picked],
    [35, 'agent:mark', replies('Claro! Which day suits you?')],
    [35, 'system', { type: 'delivery', message: 3, status: 'read' }],
    [
      33,
      'customer',
      {
        type: 'customer_message',
        sent_at: 0,
        content: {
          kind: 'location',
          latitude: 38.7223,
          longitude: -9.1393,
          name: 'Rua Augusta 12',
          address: 'Lisboa',
        },
      },
    ],
    [
      32,
      'customer',
      {
        type: 'customer_message',
        sent_at: 0,
        content: { kind: 'reply', id: 'thu', title: 'Thursday morning' },
      },
    ],
    [
      31,
      'customer',
      {
        type: 'customer_message',
        sent_at: 0,
        content: { kind: 'unsupported', what: 'poll', raw: '{}' },
      },
    ],
    [
      31,
      'customer',
      { type: 'customer_message', sent_at: 0, content: { kind: 'reaction', to: 'x', emoji: '👍' } },
    ],
    [30, 'agent:mark', replies('Thursday it is. You will get a message when the driver leaves.')],
    [
      30,
      'system',
      { type: 'delivery', message: 9, status: 'failed', reason: 'The provider is not reachable' },
    ],
  );
  const chen = log(
    now,
    [
      1.5,
      'customer',
      opened(T.chen, 1),
      says('Is the blue one back in stock?'),
      says('Size 42 please'),
    ],
    [0.2, 'system', { type: 'assigned', to: 'mark', origin: 'manager' }],
  );
  const list = [
    [
      conversation(T.smith, 2, smith, {
        answered_at: now - 10 * MINUTE,
        contact: { id: 'c1', name: 'John Smith', address: '+44 7700 900123' },
        offers: pendingOffer ? [offer] : [],
        discussions: discussing ? [talk] : [],
        window_until: now + 42 * MINUTE,
        waiting_since: now - 48_000,
        alias: 'Roaming refund',
        tags: ['roaming', 'april batch', 'invoice'],
        labels: ['Escalated'],
        files: FILES,
      }),
      smith,
    ],
    [
      conversation(T.ines, 1, ines, {
        contact: { id: 'c2', name: 'Inês Carvalho', address: '+351 912 345 678' },
        status: 'pending',
        tags: ['delivery'],
        labels: ['Follow-up required', 'Feature request'],
        answered_at: now - 35 * MINUTE,
        waiting_on: 'customer',
      }),
      ines,
    ],
    [
      conversation(T.chen, 1, chen, {
        contact: { id: 'c3', name: 'Chen Wei', address: 'visitor-81' },
        channel: 'web',
        origin: 'manager',
        assigned_at: now - 12_000,
        first_answer_due: now + 18_000,
      }),
      chen,
    ],
  ];
  const lena = log(now, [
    4.2,
    'customer',
    opened(T.lena, 1),
    says('My contract number is 4471-22. I was promised a call back yesterday.'),
    says('Hello?'),
  ]);
  const waiting = [
    conversation(T.lena, 1, lena, {
      contact: { id: 'c4', name: 'Lena Hoffmann', address: '+49 170 555 01' },
      status: 'queued',
      owner: null,
      origin: null,
      assigned_at: null,
    }),
    lena,
  ];
  const place = (thread, name, channel, ago, summary, over = {}) => ({
    conversation: `${thread}-1`,
    name,
    channel,
    priority: 1,
    front: ago > 4,
    first_answer_due: now - ago * MINUTE + 30_000,
    since: now - ago * MINUTE,
    summary,
    reference: `${thread.slice(0, 4)}-${thread.slice(4, 8)}-1`.toUpperCase(),
    contact: thread.slice(0, 3),
    alias: null,
    tags: [],
    labels: [],
    ...over,
  });
  const queues = [
    {
      id: 'billing',
      name: 'Billing',
      team: 'care',
      mode: 'manual',
      more: false,
      waiting: [
        place(
          T.lena,
          'Lena Hoffmann',
          'whatsapp',
          4.2,
          'My contract number is 4471-22. I was promised a call back yesterday.',
          { alias: 'Call back', labels: ['Follow-up required'], tags: ['contract', 'promised'] },
        ),
        place('9m1n3p5q7r9s0t2v', 'Amadou Diallo', 'web', 1.1, 'Can I pay in two instalments?'),
      ],
    },
    {
      id: 'returns',
      name: 'Returns',
      team: 'care',
      mode: 'manual',
      more: false,
      waiting: [place('3w5x7y9z1a2b4c6d', '', 'email', 0.4, 'Return label for order 88-1102')],
    },
  ];
  const cards = list.map(([c, entries]) => card(c, entries));
  const past = (id) =>
    id === 'c1'
      ? [
          {
            id: `${T.smith}-1`,
            status: 'resolved',
            channel: 'whatsapp',
            name: 'John Smith',
            contact: 'c1',
            reference: '7K2M-Q4W8-1',
            tags: [],
            labels: [],
            alias: null,
            queue: 'billing',
            owner: 'martha',
            opened_at: now - 2900 * MINUTE,
            updated_at: now - 2800 * MINUTE,
            summary: 'Thanks, that was quick.',
          },
        ]
      : [];
  const newest = (c) => card(c, list.find(([one]) => one === c)?.[1] ?? lena);
  const all = { threads: list, waiting, queues, agents, teams, settings, cards };
  const state = { now, ...all, past, card: newest };
  return options.together ? together(state, options.together) : state;
}

function card(c, entries) {
  return {
    id: c.id,
    status: c.status,
    channel: c.channel,
    name: c.contact.name,
    contact: c.contact.id,
    reference: c.reference,
    tags: c.tags,
    labels: c.labels,
    alias: c.alias,
    queue: c.queue,
    owner: c.owner,
    opened_at: c.opened_at,
    updated_at: entries.at(-1).at,
    summary: entries.flatMap((e) => e.events.flatMap((x) => x.content?.text ?? [])).at(-1) ?? '',
  };
}
