const VARIABLE = /\{\{\s*([a-z_]+(?:\.[^{}]{1,40})?)\s*\}\}/g;
const ANY = /\{\{[^{}\n]{0,60}\}\}/g;

export type Values = (name: string) => string | undefined;

/** Puts the values in; a variable without a value stays visible as written. */
export function fill(text: string, values: Values): string {
  return text.replace(VARIABLE, (written, name: string) => values(name)?.trim() || written);
}

/** The variables left in a text. A text with any of them cannot be sent. */
export function unresolved(text: string): string[] {
  return [...new Set([...text.matchAll(ANY)].map(([written]) => written))];
}

export interface About {
  contact: {
    name?: string | null | undefined;
    address: string;
    email?: string | null | undefined;
    phones?: readonly string[] | undefined;
  };
  channel: string;
  reference: string;
  queue: string;
  agent: string;
  attributes: Record<string, string>;
}

const first = (name: string) => name.trim().split(/\s+/)[0] ?? '';

/** The values that the console knows of a conversation, by the names in texts. */
export function valuesOf(about: About): Values {
  const name = about.contact.name?.trim() ?? '';
  const { address, attributes } = { ...about.contact, attributes: about.attributes };
  const all: Record<string, string | undefined> = {
    first_name: first(name),
    name,
    email: about.contact.email || (address.includes('@') ? address : attributes.email),
    phone: /^\+?[\d\s()-]{5,}$/.test(address)
      ? address
      : (about.contact.phones?.[0] ?? attributes.phone),
    agent_name: about.agent,
    agent_first_name: first(about.agent),
    conversation: about.reference,
    queue: about.queue,
  };
  return (key) =>
    key.startsWith('attribute.') ? attributes[key.slice('attribute.'.length)] : all[key];
}
