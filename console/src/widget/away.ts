import type { About, Absence } from './about';
import { element, own, tell } from './dom';
import { dress } from './dress';
import css from './more.css?inline';
import { moreWords } from './more-words';
import { filled, type Words } from './words';

/** Today, tomorrow, or the day of the week. */
function dayOf(when: Date, lang: string | undefined): string {
  const days = Math.round((new Date(when).setHours(12) - new Date().setHours(12)) / 864e5);
  return days < 2
    ? new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day')
    : when.toLocaleDateString(lang, { weekday: 'long' });
}

/** The parts of a chat that this script reads when the visitor leaves a message. */
interface Leaver {
  away: Absence | undefined;
  about: About;
}

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/;
/** Phone numbers in people's notations; the server checks again. */
const PHONE = /^\+?[\d\s\u00a0\u2011\u202f.()/-]+$/;
const DIGITS = { least: 5, most: 15 };

function fits(text: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^00/, '').length;
  const phone = PHONE.test(text) && digits >= DIGITS.least && digits <= DIGITS.most;
  return text === '' || phone || EMAIL.test(text);
}

/**
 * Shows once, beneath `place`: nobody is there, the time of the return, and a field for the
 * visitor's address.
 */
export function away(chat: Leaver, page: Words, place: Element, lang: string | undefined): void {
  const absence = chat.away;
  if (!absence || place.nextElementSibling?.className === 'away') return;
  const words = moreWords(page);
  const { until } = absence;
  let said = words.away;
  if (until) {
    const when = new Date(until);
    const clock = when.toLocaleTimeString(lang, { timeStyle: 'short' });
    const weekday = when.toLocaleDateString(lang, { weekday: 'long' });
    said = filled(words.awayUntil, `${weekday} ${clock}`);
    absence.back = filled(words.back, clock).replace('{day}', dayOf(when, lang));
  }
  const input = element('input', {
    id: 'reach',
    dir: 'auto',
    autocomplete: 'email',
    'aria-describedby': 'reach-problem',
    'data-testid': 'chat-reach',
  });
  const problem = element('p', { id: 'reach-problem', class: 'problem', role: 'alert' });
  input.value = absence.reach ?? chat.about.email ?? '';
  const look = () => {
    const text = input.value.trim();
    const wrong = !fits(text);
    tell(problem, wrong ? words.reachWrong : '');
    input.toggleAttribute('aria-invalid', wrong);
    if (chat.away) chat.away.reach = wrong ? undefined : text || undefined;
    return wrong;
  };
  look();
  input.addEventListener('change', look);
  input.addEventListener('input', () => problem.textContent && look());
  absence.wrong = () => {
    const wrong = input.isConnected && look();
    if (wrong) input.focus();
    return wrong;
  };
  const optional = element('span', {}, page.optional);
  const label = element('label', { for: 'reach' }, words.reachLabel, ' ', optional);
  dress(place, css);
  place.after(
    element('div', { class: 'away' }, element('p', {}, own(said)), label, input, problem),
  );
}
