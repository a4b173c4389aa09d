// Answers a page in place of the server: HTTP by page.route, the socket by routeWebSocket.
import { readFile } from 'node:fs/promises';
import { board } from './board.mjs';
import { engagements } from './engagements.mjs';
import { files } from './files.mjs';
import { mentions, presences } from './mentions.mjs';
import { mayOf, targetsOf } from './policy.mjs';
import { team as colleagues } from './team.mjs';
import { workspace } from './workspace.mjs';
import { world } from './world.mjs';

const ORIGIN = 'http://localhost:8787';
const dist = process.env.DIST
  ? new URL(`file://${process.env.DIST}/`)
  : new URL('../dist/', import.meta.url);
const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};
// This policy is as strict as the deployed headers: a violation shows up as a console error.
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws://localhost:8787; manifest-src 'self'; frame-src 'self'";

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
export const token = (sub) => `${base64({ alg: 'none' })}.${base64({ sub })}.x`;

/** The results of a bulk transfer: the server refuses one conversation and hands the others on. */
function transfers({ conversations }) {
  return {
    results: conversations.map((conversation, index) =>
      index === 1
        ? {
            conversation,
            error: {
              code: 'not_owner',
              message: 'Somebody else owns it.',
              remedy: 'Ask them.',
              agent: 'martha',
            },
          }
        : { conversation, seq: 20 },
    ),
  };
}

/** A customer over all channels, and the customer's conversations. */
function contacts(state, request, pathname) {
  const [, id, rest] = /^\/v1\/contacts\/([^/]+)(\/conversations)?$/.exec(pathname) ?? [];
  if (!id) return undefined;
  const mine = [state.waiting, ...state.threads].filter(([c]) => c.contact.id === id);
  if (rest) return { conversations: [...mine.map(([c]) => state.card(c)), ...state.past(id)] };
  const contact = mine[0]?.[0].contact;
  state.profiles ??= new Map();
  const before = state.profiles.get(id) ?? {
    id,
    name: contact?.name ?? '',
    identities: [
      { channel: mine[0]?.[0].channel, address: contact?.address },
      { channel: 'email', address: 'customer@example.org' },
    ],
    since: state.now - 86_400_000 * 400,
    attributes: { 'Customer number': '20817', Tier: 'Gold', Language: 'English' },
    version: 1,
  };
  const change = request.method() === 'PATCH' ? request.postDataJSON() : {};
  const attributes = Object.entries({ ...before.attributes, ...change.attributes });
  const after = {
    ...before,
    name: change.name ?? before.name,
    attributes: Object.fromEntries(attributes.filter(([, value]) => value !== null)),
    version: before.version + 1,
  };
  state.profiles.set(id, after);
  return after;
}

/** Makes `agent` a manager who looks on from now on, in the chosen way. */
function monitored(state, { conversation: id, command }, agent) {
  const thread = state.threads.find(([c]) => c.id === id);
  const [conversation, entries] = thread;
  conversation.seq += 1;
  conversation.monitors = [{ agent, mode: command.mode }];
  const event = { type: 'monitoring', agent, mode: command.mode };
  const entry = { seq: conversation.seq, at: Date.now(), by: `agent:${agent}`, events: [event] };
  entries.push(entry);
  return { type: 'entries', conversation, entries: [entry], following: true };
}

/** Puts `who` in front of a page; returns handles that push frames and show the sent commands. */
export async function fake(page, who, options = {}) {
  const state = world(Date.now(), options);
  const team = colleagues(state, who, options);
  const records = workspace(state, who);
  const sent = [];
  let socket;
  /** The conversation with the rights of `who`, as the server's view has it. */
  const lets = (c) => {
    const role = state.agents.find((a) => a.id === who)?.role;
    return { ...c, may: mayOf(c, who, role !== undefined && role !== 'agent') };
  };
  const json = (route, body, status = 200) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });

  await page.addInitScript(
    ([subject, jwt]) => {
      if (!subject) return;
      const session = { token: jwt, expires: Date.now() + 3_600_000, subject };
      sessionStorage.setItem('switchboard.session', JSON.stringify(session));
    },
    [who, token(who)],
  );
  if (options.seen) {
    await page.addInitScript(
      ([agent, marks]) => localStorage.setItem(`seen:${agent}`, JSON.stringify(marks)),
      [who, options.seen],
    );
  }

  await page.route(`${ORIGIN}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const now = Date.now();
    if (options.slow && pathname.startsWith('/v1/')) return;
    if (pathname === '/config.json') {
      return json(route, {
        issuer: `${ORIGIN}/oidc`,
        clientId: 'console',
        demo: true,
        invitations: true,
        sandbox: true,
        webchatAsset: 'web-demo',
        version: '0.1.0',
      });
    }
    if (pathname === '/v1/ws-ticket') {
      return options.down
        ? route.abort()
        : json(route, { ticket: 't', expires: now + 30_000, url: 'ws://localhost:8787/ws' });
    }
    if (pathname === '/v1/visitors') return json(route, { token: 'v', expires: now + 1e9 });
    if (pathname === '/v1/visitors/ticket') {
      return json(route, {
        ticket: 't',
        expires: now + 30_000,
        url: 'ws://localhost:8787/ws',
        visitor: { token: 'v', expires: now + 1e9 },
        away: options.away ?? null,
      });
    }
    const held = files(pathname, request.method());
    if (held?.json) return json(route, held.json);
    if (held?.png) return route.fulfill({ contentType: 'image/png', body: held.png });
    const asked = [request.method(), new URL(request.url()), request.postDataJSON()];
    const told = records(...asked) ?? team.http(...asked);
    if (told) return json(route, told[1], told[0]);
    if (pathname === '/v1/agents') {
      const asks = new URL(request.url()).searchParams;
      const [id] = (asks.get('conversation') ?? '').split(',');
      const [c] = state.threads.find(([one]) => one.id === id) ?? [];
      const act = asks.get('act');
      const targets = act ? targetsOf(c, act, who, state) : undefined;
      return json(route, { agents: state.agents, targets });
    }
    if (pathname === '/v1/queues') return json(route, { queues: state.queues });
    if (pathname === '/v1/board') return json(route, board(state, now));
    if (pathname.startsWith('/v1/mentions')) return json(route, mentions(state, request.method()));
    if (pathname.endsWith('/presence') && request.method() === 'GET') {
      return json(route, presences(now));
    }
    if (pathname === '/v1/settings/changes') {
      const change = { field: 'assign_timeout_seconds', from: 60, to: 120 };
      return json(route, {
        changes: [{ at: now - 9e5, by: 'olga', scope: 'workspace', changes: [change] }],
      });
    }
    if (pathname === '/v1/settings') {
      return request.method() === 'PUT'
        ? json(
            route,
            {
              error: {
                code: 'version_conflict',
                message: 'Changed meanwhile.',
                remedy: 'Read them again.',
              },
            },
            409,
          )
        : json(route, state.settings);
    }
    if (pathname.endsWith('/engagements')) {
      return json(route, { engagements: pathname.includes('7k2m') ? engagements(now) : [] });
    }
    const known = contacts(state, request, pathname);
    if (known) return json(route, known);
    if (pathname.startsWith('/v1/conversations/')) {
      const id = pathname.split('/')[3];
      const found = [state.waiting, ...state.threads].find(([c]) => c.id === id);
      return found
        ? json(route, { conversation: lets(found[0]), entries: found[1], more: false })
        : json(
            route,
            { error: { code: 'not_found', message: 'No such conversation.', remedy: '' } },
            404,
          );
    }
    if (pathname === '/v1/conversations') {
      const asked = new URL(request.url()).searchParams;
      const q = asked.get('q')?.toLowerCase();
      const status = asked.get('status');
      const fits = (c) => (q ? c.name.toLowerCase().includes(q) : !status || c.status === status);
      return json(route, { conversations: state.cards.filter(fits) });
    }
    if (pathname === '/v1/transfers') return json(route, transfers(request.postDataJSON()));
    if (pathname.startsWith('/v1/')) return json(route, {});
    const file =
      { '/chat': 'chat.html', '/demo': 'demo.html', '/shop': 'shop.html' }[pathname] ??
      (pathname.includes('.') ? pathname.slice(1) : 'index.html');
    try {
      const body = await readFile(new URL(file, dist));
      return route.fulfill({
        body,
        headers: {
          'content-type': TYPES[file.split('.').at(-1)] ?? 'application/octet-stream',
          'content-security-policy': CSP,
        },
      });
    } catch {
      return route.fulfill({ status: 404, body: '' });
    }
  });

  await page.routeWebSocket(/localhost:8787\/ws/, (ws) => {
    socket = ws;
    ws.onMessage((data) => {
      const frame = JSON.parse(String(data));
      sent.push(frame);
      const push = (value) => ws.send(JSON.stringify(value));
      if (options.visitor) {
        options.visitor(frame, push);
        return;
      }
      if (frame.action === 'hello') {
        const mine = state.threads.filter(
          ([c]) =>
            c.owner === who ||
            c.guests.includes(who) ||
            c.offers.some((o) => o.to.includes(who)) ||
            c.monitors.some((m) => m.agent === who) ||
            c.wrap_ups.some((w) => w.agent === who) ||
            c.discussions.some((d) => d.members.includes(who)),
        );
        push({
          type: 'welcome',
          version: 1,
          now: Date.now(),
          settings: state.settings,
          me: state.agents.find((a) => a.id === who),
          agents: state.agents,
          direct: team.list(),
          mentions: options.mentions ?? 0,
          teams: state.teams,
          queues: options.empty ? [] : state.queues,
          following: options.empty ? [] : mine.map(([c]) => c.thread),
        });
        if (options.empty) return;
        for (const [conversation, entries] of mine) {
          push({
            type: 'snapshot',
            conversation: lets(conversation),
            entries,
            more: entries.length > 12,
          });
        }
      }
      team.frame(frame, push);
      if (frame.action === 'ping') {
        push({ type: 'pong', now: Date.now(), following: state.threads.map(([c]) => c.thread) });
      }
      if (frame.command?.type === 'monitor') {
        const { conversation, ...rest } = monitored(state, frame, who);
        push({ ...rest, conversation: lets(conversation) });
      }
      if (frame.command?.type === 'accept') {
        push({
          type: 'refused',
          id: frame.id,
          code: 'already_taken',
          message: 'Taken.',
          remedy: 'Take another.',
          agent: 'martha',
        });
      }
    });
  });
  return {
    sent,
    state,
    team,
    push: (value) => socket.send(JSON.stringify(value)),
    drop: () => socket.close(),
  };
}

export { ORIGIN };
