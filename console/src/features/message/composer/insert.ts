import type { Client } from '@/engine/client';
import type { Mode } from '@/engine/drafts';

const QUOTE_LIMIT = 600;

/** Puts "> " before every line; cuts a long text. */
export function quoted(text: string): string {
  const cut = [...text.trim()];
  const short = cut.length > QUOTE_LIMIT ? `${cut.slice(0, QUOTE_LIMIT).join('')}…` : cut.join('');
  return `${short.replace(/^/gm, '> ')}\n`;
}

/** Puts a quotation, if there is one, before the draft, and the cursor after it. */
export function writeInto(client: Client, conversation: string, mode: Mode, text: string): void {
  const key = { conversation, mode };
  const written = client.drafts.get(key);
  client.drafts.setMode(conversation, mode);
  if (text.trim()) client.drafts.set(key, `${quoted(text)}${written}`);
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-testid="composer"]');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  });
}
