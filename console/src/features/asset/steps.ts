import type { AssetCheck, AssetConnection, TestResult } from '@/contract/protocol';
import { kindOf } from './kinds';

/** The steps of the guide, in their order. */
export const STEPS = ['details', 'secrets', 'webhook', 'page', 'check', 'test', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** The facts that the console has about a channel. */
export interface Known {
  connection: AssetConnection;
  check?: AssetCheck | undefined;
  test?: TestResult | undefined;
}

/** The fields that an admin enters; the server makes the others. */
export const entered = ({ fields }: AssetConnection) => fields.filter((one) => !one.made_here);
export const made = ({ fields }: AssetConnection) => fields.filter((one) => one.made_here);
/** Whether a provider stands behind the channel: an admin enters its account. Web chat has none. */
export const hasProvider = (connection: AssetConnection) => entered(connection).length > 0;
/** The fields without which the channel does not work, and that have no value. */
export const missing = (connection: AssetConnection) =>
  entered(connection).filter((one) => one.required && !one.value);

/** The steps of a channel: its connection says which ones it has. */
export function stepsOf(connection: AssetConnection): Step[] {
  const { page, test } = kindOf(connection.asset.channel);
  const provider = hasProvider(connection);
  const has: Record<Step, boolean> = {
    details: true,
    secrets: provider,
    webhook: connection.webhook_path !== undefined,
    page: page === true,
    check: provider,
    test: provider && test === true,
    done: true,
  };
  return STEPS.filter((step) => has[step]);
}
/** The steps of a kind of which there is no channel yet. */
export function stepsOfKind(channel: string): Step[] {
  const { account, page, test } = kindOf(channel);
  const provider: Step[] = account
    ? ['secrets', 'webhook', 'check', ...(test ? ['test' as const] : [])]
    : [];
  const all: Step[] = ['details', ...provider, ...(page ? ['page' as const] : []), 'done'];
  return STEPS.filter((step) => all.includes(step));
}

/** The steps that are done, as far as the server or this session has seen. */
export function doneOf({ connection, check, test }: Known): ReadonlySet<Step> {
  const { health } = connection;
  const facts: Partial<Record<Step, boolean>> = {
    details: true,
    secrets: missing(connection).length === 0,
    webhook: Boolean(health.webhook),
    check: check?.ready === true,
    test: test?.sent === true || Boolean(health.sent),
  };
  return new Set(stepsOf(connection).filter((step) => facts[step]));
}

/** Whether a channel still waits for its admin: a value is missing, or no message went either way. */
export const unfinished = (connection: AssetConnection) =>
  missing(connection).length > 0 ||
  (hasProvider(connection) && !connection.health.webhook && !connection.health.sent);

/** The step at which an admin goes on. */
export function nextStep(known: Known): Step {
  const done = doneOf(known);
  const open = stepsOf(known.connection).find((step) => step !== 'page' && !done.has(step));
  return open ?? 'done';
}
