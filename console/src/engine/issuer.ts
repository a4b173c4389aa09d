/** The issuer of sessions, by `oauth4webapi`. The console loads this module on demand. */
import * as oauth from 'oauth4webapi';

export interface OidcConfig {
  issuer: string;
  clientId: string;
}

/** The tab's memory of a sign-in while its agent is at the issuer's page. */
export interface Started {
  state: string;
  verifier: string;
  nonce: string;
}

/** The issuer's answer. */
export interface Given {
  token: string;
  subject: string;
  /** The lifetime of the token, in seconds. */
  seconds: number;
  /** Renews the session without the agent's help; undefined if the issuer gives none. */
  refresh: string | undefined;
}

export class SignInFailed extends Error {}

/** The hosts whose issuers need no TLS: those on this machine. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

export class Issuer {
  private readonly url: URL;
  private readonly client: oauth.Client;
  private readonly auth = oauth.None();
  private readonly options;

  constructor(
    config: OidcConfig,
    /** The address to which the issuer leads back. */
    private readonly redirect: string,
    private readonly get: typeof fetch,
  ) {
    this.url = new URL(config.issuer);
    this.client = {
      client_id: config.clientId,
      // This machine's clock may be wrong. The server checks the times of a token by its own.
      [oauth.clockTolerance]: Number.MAX_SAFE_INTEGER,
    };
    this.options = {
      [oauth.customFetch]: get,
      [oauth.allowInsecureRequests]: LOOPBACK.test(this.url.hostname),
    };
  }

  /** Begins a sign-in; returns its memory and the address of the issuer's page. */
  async begin(hint?: string): Promise<{ started: Started; address: string }> {
    const { authorization_endpoint, scopes_supported = [] } = await this.discover();
    if (!authorization_endpoint) throw new SignInFailed('The issuer has no page for signing in.');
    const started = {
      state: oauth.generateRandomState(),
      verifier: oauth.generateRandomCodeVerifier(),
      nonce: oauth.generateRandomNonce(),
    };
    const scopes = ['openid', 'profile', 'email', 'offline_access'];
    const page = address(authorization_endpoint, {
      response_type: 'code',
      client_id: this.client.client_id,
      redirect_uri: this.redirect,
      scope: scopes.filter((one, i) => i < 3 || scopes_supported.includes(one)).join(' '),
      state: started.state,
      nonce: started.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(started.verifier),
      code_challenge_method: 'S256',
      ...(hint ? { login_hint: hint } : {}),
    });
    return { started, address: page };
  }

  /** Turns the code that the issuer sent back into tokens. */
  async finish(query: URLSearchParams, started: Started | undefined): Promise<Given> {
    const { auth, client, options, redirect } = this;
    if (!started || started.state !== query.get('state')) {
      throw new SignInFailed('This sign-in was not begun in this tab.');
    }
    const { state, verifier, nonce } = started;
    const server = await this.discover();
    return checked(async () => {
      const back = oauth.validateAuthResponse(server, client, query, state);
      const answer = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        auth,
        back,
        redirect,
        verifier,
        options,
      );
      if (!answer.ok) throw new SignInFailed(`The issuer answered ${answer.status}.`);
      const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
        expectedNonce: nonce,
      });
      return given(tokens) as Given;
    });
  }

  /** New tokens without the agent's help; undefined if the issuer gives none any more. */
  async renew(refresh: string): Promise<Given | undefined> {
    const { auth, client, options } = this;
    const server = await this.discover();
    const answer = await oauth.refreshTokenGrantRequest(server, client, auth, refresh, options);
    if (answer.status >= 400 && answer.status < 500) return undefined;
    if (!answer.ok) throw new Error(`The issuer answered ${answer.status}.`);
    try {
      return given(await oauth.processRefreshTokenResponse(server, client, answer));
    } catch (error) {
      // A page in place of tokens comes from a machine between the console and the issuer.
      const refused = error instanceof oauth.OperationProcessingError;
      if (!refused || error.code === oauth.RESPONSE_IS_NOT_JSON) throw error;
      return undefined;
    }
  }

  /** Ends a session. Returns the issuer's page for signing out, if it has one. */
  async end(session: { token: string; refresh?: string | undefined } | undefined) {
    const server = await this.discover();
    const { end_session_endpoint, revocation_endpoint } = server;
    if (revocation_endpoint && session?.refresh) {
      // Nobody waits for the revocation, and it outlives the page.
      void oauth
        .revocationRequest(server, this.client, this.auth, session.refresh, {
          ...this.options,
          [oauth.customFetch]: (url, init) => this.get(url, { ...init, keepalive: true }),
        })
        .catch(() => {});
    }
    if (!end_session_endpoint) return undefined;
    return address(end_session_endpoint, {
      client_id: this.client.client_id,
      post_logout_redirect_uri: this.redirect,
      // Cognito's name for the parameter.
      logout_uri: this.redirect,
      ...(session ? { id_token_hint: session.token } : {}),
    });
  }

  private discover(): Promise<oauth.AuthorizationServer> {
    return checked(async () => {
      const answer = await oauth.discoveryRequest(this.url, this.options);
      if (!answer.ok) throw new SignInFailed(`The issuer answered ${answer.status}.`);
      return oauth.processDiscoveryResponse(this.url, answer);
    });
  }
}

/** Puts the library's refusal of an answer into words for people. */
async function checked<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) {
      throw new SignInFailed(error.error_description ?? error.error);
    }
    if (!(error instanceof oauth.OperationProcessingError)) throw error;
    const { claim } = (error.cause ?? {}) as { claim?: string };
    throw new SignInFailed(
      claim === 'nonce'
        ? 'The issuer answered to another sign-in than this one.'
        : `The issuer’s answer cannot be used: ${error.message}.`,
    );
  }
}

function given(tokens: oauth.TokenEndpointResponse): Given | undefined {
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims || !tokens.id_token) return undefined;
  return {
    token: tokens.id_token,
    subject: claims.sub,
    // The issuer's own clock counts; `expires_in` speaks of another token.
    seconds: claims.exp - claims.iat,
    refresh: tokens.refresh_token,
  };
}

function address(endpoint: string, query: Record<string, string>): string {
  const url = new URL(endpoint);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.toString();
}
