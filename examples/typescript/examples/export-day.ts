// Writes the resolved conversations that began on one day (UTC, today by default) as CSV:
//   node export-day.js 2026-11-30 > day.csv
import { Api, type protocol } from 'switchboard-client';

const address = process.env.SWITCHBOARD ?? 'http://localhost:8787';
const day = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const DAY = 24 * 60 * 60 * 1_000;

/** Without a key, the demo's manager Olga. */
async function demoToken(): Promise<string> {
  const answer = await fetch(`${address}/oidc/demo-token?agent=olga`);
  return (await answer.json()).id_token;
}

const columns: Record<string, (card: protocol.ConversationCard) => string> = {
  reference: (card) => card.reference,
  channel: (card) => card.channel,
  customer: (card) => card.name,
  queue: (card) => card.queue,
  opened: (card) => new Date(card.opened_at).toISOString(),
  changed: (card) => new Date(card.updated_at).toISOString(),
  tags: (card) => card.tags.join(', '),
  labels: (card) => card.labels.join(', '),
  last_line: (card) => card.summary,
};

/** Quotes a cell. A spreadsheet takes a cell that begins like a formula for one: customers write them. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const api = new Api(address, process.env.SWITCHBOARD_KEY || demoToken);
const from = Date.parse(`${day}T00:00:00Z`);
process.stdout.write(`${Object.keys(columns).map(cell).join(',')}\r\n`);
const query = { status: ['resolved' as const], from, to: from + DAY, limit: 100 };
for await (const page of api.pages('/v1/conversations', { query })) {
  for (const card of page.conversations) {
    const cells = Object.values(columns).map((column) => cell(column(card)));
    process.stdout.write(`${cells.join(',')}\r\n`);
  }
}
