/** Signing in with OpenID Connect: code flow with PKCE, the token kept for this tab only. */
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
}

interface Discovery {
  authorization_endpoint: string;
  token_endpoint: string;
}

interface Started {
  state: string;
  verifier: string;
  /** Where to go on afterwards. */
  path: string;
}

const SESSION = 'switchboard.session';
const STARTED = 'switchboard.signin';

export class SignInFailed extends Error {}

export class Oidc {
  constructor(
    private readonly config: OidcConfig,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly location: { origin: string },
    private readonly get: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** The session of this tab, unless it has run out. */
  session(now = Date.now()): Session | undefined {
    const session = read<Session>(this.storage.getItem(SESSION));
    return session && session.expires > now ? session : undefined;
  }

  forget(): void {
    this.storage.removeItem(SESSION);
  }

  /** The address to go to for signing in. */
  async begin(path: string, hint?: string): Promise<string> {
    const { authorization_endpoint } = await this.discover();
    const started: Started = { state: random(), verifier: random(), path };
    this.storage.setItem(STARTED, JSON.stringify(started));
    const url = new URL(authorization_endpoint);
    const query: Record<string, string> = {
      response_type: 'code',
      client_id: this.config.clientId,
      redirect_uri: this.redirect,
      scope: 'openid profile email',
      state: started.state,
      code_challenge: await challenge(started.verifier),
      code_challenge_method: 'S256',
      ...(hint ? { login_hint: hint } : {}),
    };
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url.toString();
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
    const { token_endpoint } = await this.discover();
    const answer = await this.get(token_endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        client_id: this.config.clientId,
        redirect_uri: this.redirect,
        code_verifier: started.verifier,
      }).toString(),
    });
    if (!answer.ok) throw new SignInFailed(`The issuer answered ${answer.status}.`);
    const tokens = (await answer.json()) as { id_token: string; expires_in: number };
    const session: Session = {
      token: tokens.id_token,
      expires: Date.now() + tokens.expires_in * 1000,
      subject: subject(tokens.id_token),
    };
    this.storage.setItem(SESSION, JSON.stringify(session));
    return started.path;
  }

  private get redirect(): string {
    return `${this.location.origin}/`;
  }

  private async discover(): Promise<Discovery> {
    const answer = await this.get(`${this.config.issuer}/.well-known/openid-configuration`);
    if (!answer.ok) throw new SignInFailed(`The issuer answered ${answer.status}.`);
    return (await answer.json()) as Discovery;
  }
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

/** Only to show who is signed in; the server is the one who checks the token. */
function subject(token: string): string {
  try {
    const part = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    if (claims && typeof claims === 'object' && 'sub' in claims) return String(claims.sub);
  } catch {
    // Not a JWT: whoever it is, `welcome` will say.
  }
  return '';
}
