import { widgetMore } from '../i18n/en/widget';
import type { Chat } from './chat';
import { element, own, tell } from './dom';
import { filled, saidOf, type Words } from './words';

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/;
/** As people write numbers; the server looks again. */
const PHONE = /^\+?[\d\s\u00a0\u2011\u202f.()/-]+$/;
const DIGITS = { least: 5, most: 15 };

function fits(text: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^00/, '').length;
  const phone = PHONE.test(text) && digits >= DIGITS.least && digits <= DIGITS.most;
  return text === '' || phone || EMAIL.test(text);
}

/** Nobody is there: when somebody will be, and where the visitor can be reached then. */
export function away(chat: Chat, page: Words, lang: string | undefined): Node[] {
  const words = saidOf(page.data, widgetMore);
  const when = new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const until = chat.away?.until;
  const said = until ? filled(words.awayUntil, when.format(until)) : words.away;
  const input = element('input', {
    id: 'reach',
    dir: 'auto',
    autocomplete: 'email',
    'aria-describedby': 'reach-problem',
    'data-testid': 'chat-reach',
  });
  const problem = element('p', { id: 'reach-problem', class: 'problem', role: 'alert' });
  input.value = chat.reach ?? chat.about.email ?? '';
  const look = () => {
    const text = input.value.trim();
    const wrong = !fits(text);
    tell(problem, wrong ? words.reachWrong : '');
    input.toggleAttribute('aria-invalid', wrong);
    chat.reach = wrong ? undefined : text || undefined;
    return wrong;
  };
  look();
  input.addEventListener('change', look);
  input.addEventListener('input', () => problem.textContent && look());
  chat.unreachable = () => {
    const wrong = input.isConnected && look();
    if (wrong) input.focus();
    return wrong;
  };
  return [
    element('p', {}, own(said)),
    element('label', { for: 'reach' }, words.reachLabel, ' ', element('span', {}, page.optional)),
    input,
    problem,
  ];
}
