/** The part of the settings' address after `assets/`: a new channel, or one that exists. */
export interface Place {
  /** The id of the channel; absent while it is new. */
  id?: string;
  /** The kind of a new channel. */
  kind?: string;
  /** The step of the guide; without one, the channel's page. */
  step?: string;
}

/** No id begins with this character. */
const NEW = '+';
const PAGE = 'assets';

/** `assets/+`, `assets/+whatsapp`, `assets/sales`, `assets/sales/check`; undefined for other pages. */
export function placeOf(page: string): Place | undefined {
  const [base, id, step] = page.split('/');
  if (base !== PAGE || !id) return undefined;
  if (id.startsWith(NEW)) return id === NEW ? {} : { kind: id.slice(1) };
  return { id, ...(step ? { step } : {}) };
}

export const newChannel = (kind = '') => `${PAGE}/${NEW}${kind}`;
export const pageOf = (id: string, step?: string) =>
  step ? `${PAGE}/${id}/${step}` : `${PAGE}/${id}`;
