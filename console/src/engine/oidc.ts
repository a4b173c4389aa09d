/** Signing in with OpenID Connect: code flow with PKCE, the session kept for this tab only. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
}

export interface Session {
  token: string;
  /** Milliseconds since the epoch. */
  expires: number;
  /** Who signed in. */
  subject: string;
  /** Renews the session without the agent's help, where the issuer gives one. */
  refresh?: string | undefined;
}

interface Discovery {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
  revocation_endpoint?: string;
  scopes_supported?: string[];
}

interface Started {
  state: string;
  verifier: string;
  nonce: string;
  /** Where to go on afterwards. */
  path: string;
}

interface Tokens {
  id_token?: string;
  expires_in?: number;
  refresh_token?: string;
}

type Claims = Record<string, unknown>;

const SESSION = 'switchboard.session';
const STARTED = 'switchboard.signin';
/** A session that ends sooner than this is renewed when it is used. */
const SOON = 5 * 60_000;

export class SignInFailed extends Error {}

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
   * The token to ask with. One that ends soon, or has ended while the machine slept, is renewed
   * first; where the issuer cannot be reached, it serves for as long as it is good.
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
        // Not the end of the session: the issuer may be back in a moment.
        if (!token) throw error;
        return token;
      },
    );
  }

  forget(): void {
    this.storage.removeItem(SESSION);
  }

  /** The address to go to for signing in. */
  async begin(path: string, hint?: string): Promise<string> {
    const { authorization_endpoint, scopes_supported = [] } = await this.discover();
    const started: Started = { state: random(), verifier: random(), nonce: random(), path };
    this.storage.setItem(STARTED, JSON.stringify(started));
    const scopes = ['openid', 'profile', 'email', 'offline_access'];
    return address(authorization_endpoint, {
      response_type: 'code',
      client_id: this.config.clientId,
      redirect_uri: this.redirect,
      scope: scopes.filter((one, i) => i < 3 || scopes_supported.includes(one)).join(' '),
      state: started.state,
      nonce: started.nonce,
      code_challenge: await challenge(started.verifier),
      code_challenge_method: 'S256',
      ...(hint ? { login_hint: hint } : {}),
    });
  }

  /** Turns the code that the issuer sent back into a session; answers where to go on. */
  async finish(query: URLSearchParams): Promise<string> {
    const started = read<Started>(this.storage.getItem(STARTED));
    this.storage.removeItem(STARTED);
    const problem = query.get('error_description') ?? query.get('error');
    if (problem) throw new SignInFailed(problem);
    const code = query.get('code');
    if (!code || !started || started.state !== query.get('state')) {
      throw new SignInFailed('This sign-in was not begun in this tab.');
    }
    const answer = await this.ask({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.redirect,
      code_verifier: started.verifier,
    });
    if (!answer.ok) throw new SignInFailed(`The issuer answered ${answer.status}.`);
    const tokens = (await answer.json()) as Tokens;
    if (claims(tokens.id_token).nonce !== started.nonce) {
      throw new SignInFailed('The issuer answered to another sign-in than this one.');
    }
    this.keep(tokens, undefined);
    return started.path;
  }

  /**
   * Ends the session here and at the issuer. Answers where to go: to the issuer's own page for
   * signing out, where it has one, which leads back here.
   */
  async end(): Promise<string> {
    const session = this.kept();
    this.forget();
    try {
      const { end_session_endpoint, revocation_endpoint } = await this.discover();
      if (revocation_endpoint && session?.refresh) {
        const body = new URLSearchParams({
          token: session.refresh,
          client_id: this.config.clientId,
        });
        // Nobody waits for it, and it outlives the page.
        void this.get(revocation_endpoint, { method: 'POST', body, keepalive: true }).catch(
          () => {},
        );
      }
      if (end_session_endpoint) {
        return address(end_session_endpoint, {
          client_id: this.config.clientId,
          post_logout_redirect_uri: this.redirect,
          // Cognito calls it so.
          logout_uri: this.redirect,
          ...(session ? { id_token_hint: session.token } : {}),
        });
      }
    } catch {
      // An issuer that cannot be reached does not keep anybody signed in here.
    }
    return '/';
  }

  /** A new session for the one that ends soon; undefined where the issuer gives none any more. */
  private async renew(session: Session): Promise<Session | undefined> {
    const answer = await this.ask({
      grant_type: 'refresh_token',
      refresh_token: session.refresh ?? '',
    });
    if (answer.status >= 500) throw new Error(`The issuer answered ${answer.status}.`);
    const tokens = answer.ok ? ((await answer.json()) as Tokens) : {};
    if (!tokens.id_token || subject(tokens.id_token) !== session.subject) {
      this.storage.setItem(SESSION, JSON.stringify({ ...session, refresh: undefined }));
      return undefined;
    }
    return this.keep(tokens, session.refresh);
  }

  /** An issuer that gives no new refresh token goes on with the one it gave. */
  private keep(tokens: Tokens, refresh: string | undefined): Session {
    const token = tokens.id_token ?? '';
    const { iat, exp } = claims(token);
    // How long the ID token is good, by the issuer's own clock; `expires_in` speaks of another.
    const seconds =
      typeof iat === 'number' && typeof exp === 'number' ? exp - iat : (tokens.expires_in ?? 0);
    const session: Session = {
      token,
      expires: Date.now() + seconds * 1000,
      subject: subject(token),
      refresh: tokens.refresh_token ?? refresh,
    };
    this.storage.setItem(SESSION, JSON.stringify(session));
    return session;
  }

  private kept(): Session | undefined {
    return read<Session>(this.storage.getItem(SESSION));
  }

  private async ask(fields: Record<string, string>): Promise<Response> {
    const { token_endpoint } = await this.discover();
    return this.get(token_endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, client_id: this.config.clientId }).toString(),
    });
  }

  private get redirect(): string {
    return `${this.location.origin}/`;
  }

  private async discover(): Promise<Discovery> {
    const issuer = this.config.issuer.replace(/\/$/, '');
    const answer = await this.get(`${issuer}/.well-known/openid-configuration`);
    if (!answer.ok) throw new SignInFailed(`The issuer answered ${answer.status}.`);
    return (await answer.json()) as Discovery;
  }
}

function address(endpoint: string, query: Record<string, string>): string {
  const url = new URL(endpoint);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.toString();
}

function read<T>(text: string | null): T | undefined {
  try {
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

export async function challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

/** What a token says; the server is the one who checks it. */
function claims(token: string | undefined): Claims {
  try {
    const part = token?.split('.')[1] ?? '';
    const found: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    if (found && typeof found === 'object') return found as Claims;
  } catch {
    // Not a JWT: whoever it is, `welcome` will say.
  }
  return {};
}

/** Only to show who is signed in. */
function subject(token: string): string {
  const { sub } = claims(token);
  return sub === undefined ? '' : String(sub);
}
