import type { Command, Refused } from '@/contract/protocol';
import type { Outcome } from '@/engine/commandSender';
import { t, wordsFor } from '@/i18n/words';
import { useNotices } from './notices';
import { useSession } from './session';

/** Refusals whose words name a colleague. */
const NAMED = new Set([
  'already_taken',
  'not_owner',
  'offer_pending',
  'not_initiator',
  'target_unavailable',
  'target_full',
]);

/** A refusal in words, with people's names in it. */
export function refusalText(refused: Refused, nameOf: (id: string) => string): string {
  if (refused.code === 'offer_closed' && refused.status) {
    // The request went to several agents, and a colleague was faster.
    if (refused.agent) {
      return t('offerEnds-taken', { agent: nameOf(refused.agent) });
    }
    return wordsFor(`offerEnds-${refused.status}`) ?? refused.message;
  }
  if (NAMED.has(refused.code) && !refused.agent) return refused.message;
  const agent = refused.agent ? nameOf(refused.agent) : '';
  return wordsFor(`refusals-${refused.code}`, { agent }) ?? refused.message;
}

/** The colleague who was faster, if the request went to several agents. */
function taken(command: Command, { code, agent }: Refused) {
  const late = command.type === 'accept_offer' && code === 'offer_closed' && agent;
  return late ? { offer: command.offer, by: agent } : undefined;
}

/** Runs a command and puts its outcome into words. */
export function useActions() {
  const session = useSession();
  const notices = useNotices();

  function explain(outcome: Outcome): boolean {
    if (outcome.result === 'done') return true;
    if (outcome.result === 'unreachable') {
      notices.show({ tone: 'problem', text: t('notices-unreachable') });
    } else {
      notices.show({
        tone: 'problem',
        text: refusalText(outcome.refused, session.nameOf),
        detail: outcome.refused.remedy,
      });
    }
    return false;
  }

  async function run(conversation: string, command: Command): Promise<Outcome> {
    return session.client().run(conversation, command);
  }

  /** Like `run`, with a notice for a problem. True if it was done. */
  async function act(conversation: string, command: Command): Promise<boolean> {
    const outcome = await run(conversation, command);
    const faster = outcome.result === 'refused' && taken(command, outcome.refused);
    if (!faster) return explain(outcome);
    // The log says so, too.
    const text = t('notices-lapses-taken', {
      who: session.nameOf(faster.by),
      name: session.contactName(conversation),
    });
    notices.show({ tone: 'info', text, about: faster.offer });
    return false;
  }

  return { run, act, explain, refusal: (refused: Refused) => refusalText(refused, session.nameOf) };
}
