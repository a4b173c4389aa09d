/** Signing in with OpenID Connect: the session is kept for this tab only. */
import type { Given, Issuer, OidcConfig, Started } from './issuer';

export interface Session {
  token: string;
  /** Milliseconds since the epoch. */
  expires: number;
  /** The subject of the person who signed in. */
  subject: string;
  /** Renews the session without the agent's help; undefined if the issuer gives none. */
  refresh?: string | undefined;
}

interface Kept extends Started {
  /** The path to open after signing in. */
  path: string;
}

const SESSION = 'switchboard.session';
const STARTED = 'switchboard.signin';
/** A session that ends sooner than this is renewed on its next use. */
const SOON = 5 * 60_000;

export class Oidc {
  private renewing: Promise<Session | undefined> | undefined;

  constructor(
    private readonly config: OidcConfig,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly location: { origin: string },
    private readonly get: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** The session of this tab, unless it has run out. */
  session(now = Date.now()): Session | undefined {
    const session = this.kept();
    return session && session.expires > now ? session : undefined;
  }

  /**
   * The token for requests. A token that ends soon, or has ended while the machine slept, is
   * renewed first; if the issuer is out of reach, the old token serves while it is good.
   */
  token(now = Date.now()): string | undefined | Promise<string | undefined> {
    const session = this.kept();
    if (!session?.refresh || session.expires > now + SOON) return this.session(now)?.token;
    this.renewing ??= this.renew(session).finally(() => {
      this.renewing = undefined;
    });
    return this.renewing.then(
      (renewed) => (renewed ?? this.session(now))?.token,
      (error: unknown) => {
        const { token } = this.session(now) ?? {};
        // This is not the end of the session: the issuer may be back in a moment.
        if (!token) throw error;
        return token;
      },
    );
  }

  forget(): void {
    this.storage.removeItem(SESSION);
  }

  /** The address of the sign-in page. */
  async begin(path: string, hint?: string): Promise<string> {
    const issuer = await this.issuer();
    const { started, address } = await issuer.begin(hint);
    const kept: Kept = { ...started, path };
    this.storage.setItem(STARTED, JSON.stringify(kept));
    return address;
  }

  /** Turns the issuer's answer into a session; returns the path to go on with. */
  async finish(query: URLSearchParams): Promise<string> {
    const started = read<Kept>(this.storage.getItem(STARTED));
    this.storage.removeItem(STARTED);
    const issuer = await this.issuer();
    this.keep(await issuer.finish(query, started), undefined);
    return started?.path ?? '/';
  }

  /**
   * Ends the session here and at the issuer. Returns the next address: the issuer's own page for
   * signing out, if it has one, which leads back here.
   */
  async end(): Promise<string> {
    const session = this.kept();
    this.forget();
    try {
      const issuer = await this.issuer();
      return (await issuer.end(session)) ?? '/';
    } catch {
      // An issuer that is out of reach does not keep anybody signed in here.
      return '/';
    }
  }

  /**
   * The issuer, with the library that speaks to it. A page that stays open asks for it early: the
   * next release of the console takes this one's chunks away.
   */
  async issuer(): Promise<Issuer> {
    const { Issuer } = await import('./issuer');
    return new Issuer(this.config, `${this.location.origin}/`, this.get);
  }

  /** A new session for the one that ends soon; undefined if the issuer gives none any more. */
  private async renew(session: Session): Promise<Session | undefined> {
    const issuer = await this.issuer();
    const given = await issuer.renew(session.refresh ?? '');
    if (given?.subject !== session.subject) {
      this.storage.setItem(SESSION, JSON.stringify({ ...session, refresh: undefined }));
      return undefined;
    }
    return this.keep(given, session.refresh);
  }

  /** An issuer that gives no new refresh token goes on with the old one. */
  private keep({ token, subject, seconds, refresh }: Given, before: string | undefined): Session {
    const session: Session = {
      token,
      expires: Date.now() + seconds * 1000,
      subject,
      refresh: refresh ?? before,
    };
    this.storage.setItem(SESSION, JSON.stringify(session));
    return session;
  }

  private kept(): Session | undefined {
    return read<Session>(this.storage.getItem(SESSION));
  }
}

function read<T>(text: string | null): T | undefined {
  try {
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}
