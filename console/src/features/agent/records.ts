import { AgentChange as limits } from '@/contract/limits';
import type { Agent, AgentChange } from '@/contract/protocol';
import { byAlphabet } from '@/i18n/formats';

/** The rule for changing records: admins change every record, managers those of their teams. */
export function mayEdit(me: Agent | undefined, whose: Agent): boolean {
  if (me?.role === 'admin') return true;
  if (me?.role !== 'manager' || whose.role === 'admin') return false;
  return whose.teams.some((team) => me.teams.includes(team));
}

/** A link that begins a call; undefined for any other. */
export function safeCall(link: string | null | undefined): string | undefined {
  return link && /^(tel|sips?):[^\s<>"']+$/i.test(link) ? link : undefined;
}

/** The typed text as a link: bare numbers become `tel:`. */
export function callLink(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\+?[\d\s().*#-]+$/.test(typed) ? `tel:${typed.replace(/\s+/g, '')}` : typed;
}

/** The people whose name, skills or teams' names hold the text, by name. */
export function people(
  agents: readonly Agent[],
  query: string,
  teamName: (id: string) => string,
): Agent[] {
  const wanted = query.trim().toLocaleLowerCase();
  const fits = (text: string) => text.toLocaleLowerCase().includes(wanted);
  return agents
    .filter(({ name, teams, skills }) =>
      [name, ...teams.map(teamName), ...(skills ?? [])].some(fits),
    )
    .sort((a, b) => byAlphabet(a.name, b.name));
}

export interface RecordForm {
  name: string;
  capacity: string;
  skills: string[];
  call: string;
  active: boolean;
  unbind: boolean;
}

export const recordForm = (agent: Agent): RecordForm => ({
  name: agent.name,
  capacity: String(agent.capacity),
  skills: [...(agent.skills ?? [])],
  call: agent.call ?? '',
  active: agent.active !== false,
  unbind: false,
});

export const RECORD_FIELDS = ['name', 'capacity', 'skills', 'call'] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** The fields that cannot be saved as they are; the server has the last word. */
export function invalid(form: RecordForm): Set<RecordField> {
  const wrong = new Set<RecordField>();
  const length = [...form.name.trim()].length;
  if (length < limits.name.minLength || length > limits.name.maxLength) wrong.add('name');
  const capacity = Number(form.capacity);
  const { minimum, maximum } = limits.capacity;
  const whole = /^\d+$/.test(form.capacity.trim());
  if (!whole || capacity < minimum || capacity > maximum) wrong.add('capacity');
  const call = callLink(form.call);
  if (call !== null && (call.length > 200 || !safeCall(call))) wrong.add('call');
  return wrong;
}

/** The fields that differ from the record: all others stay, whoever changes them meanwhile. */
export function recordChange(agent: Agent, form: RecordForm): AgentChange {
  const change: AgentChange = {};
  const name = form.name.trim();
  const capacity = Number(form.capacity);
  const call = callLink(form.call);
  if (name !== agent.name) change.name = name;
  if (capacity !== agent.capacity) change.capacity = capacity;
  if (form.skills.join('\n') !== (agent.skills ?? []).join('\n')) change.skills = form.skills;
  if (call !== (agent.call ?? null)) change.call = call;
  if (form.active !== (agent.active !== false)) change.active = form.active;
  if (form.unbind) change.unbind = true;
  return change;
}

/** A skill in the server's form: small letters, digits, dashes. */
export function skillWord(text: string): string | undefined {
  const word = text.trim().toLocaleLowerCase().replace(/\s+/g, '-');
  const fits = word.length <= limits.skills.items.maxLength;
  return fits && /^[a-z0-9_-]+$/.test(word) ? word : undefined;
}
