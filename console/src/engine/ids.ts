/** A UUIDv7: ordered by time, unique without asking anybody. */
export function uuidv7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = now;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The thread of a conversation `<thread>-<number>`. */
export function threadOf(conversation: string): string {
  return conversation.slice(0, conversation.lastIndexOf('-'));
}

/** The short reference, the same as the server's, for reading out: `K7QM-4XD2-2`. */
export function shortId(conversation: string): string {
  const dash = conversation.lastIndexOf('-');
  const groups = conversation.slice(0, Math.min(8, dash)).match(/.{1,4}/g) ?? [];
  return `${groups.join('-')}${conversation.slice(dash)}`.toUpperCase();
}

/** `agent:mark` → `mark`. */
export function agentOf(by: string): string | undefined {
  return by.startsWith('agent:') ? by.slice(6) : undefined;
}
