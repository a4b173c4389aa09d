import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import { Oidc } from '@/engine/oidc';
import { pageStorage, storageOf } from '@/engine/storage';

const HOUR = 3_600;
const NOW = Date.now();

/** An issuer of this test, and the requests that it got. */
function issuer(discovery: object = {}) {
  const calls: { url: string; body: URLSearchParams }[] = [];
  const claims: Record<string, unknown> = {
    iss: 'https://i/',
    aud: 'console',
    sub: 'mark',
    iat: 1_000,
    exp: 1_000 + HOUR,
  };
  const answers = {
    status: 200,
    refresh: 'r1' as string | undefined,
    down: false,
    /** A machine between the page and the issuer that answers in its place. */
    between: false,
  };
  const storage = pageStorage();
  const oidc = new Oidc(
    { issuer: 'https://i/', clientId: 'console' },
    storage,
    { origin: 'http://console' },
    async (input, init) => {
      const url = String(input);
      const body = new URLSearchParams(String(init?.body ?? ''));
      calls.push({ url, body });
      if (answers.down) throw new TypeError('unreachable');
      if (url.endsWith('configuration')) {
        return Response.json({
          issuer: 'https://i/',
          authorization_endpoint: 'https://i/authorize',
          token_endpoint: 'https://i/token',
          ...discovery,
        });
      }
      const token = `${btoa('{"alg":"RS256"}')}.${btoa(JSON.stringify(claims))}.x${calls.length}`;
      const given = {
        access_token: 'a',
        token_type: 'Bearer',
        id_token: token,
        expires_in: 60,
        refresh_token: answers.refresh,
      };
      if (answers.between) {
        return new Response('<p>Hotel</p>', { headers: { 'content-type': 'text/html' } });
      }
      return Response.json(given, { status: answers.status });
    },
  );
  const signIn = async () => {
    const url = new URL(await oidc.begin('/settings', 'mark'));
    claims.nonce ??= url.searchParams.get('nonce');
    const state = url.searchParams.get('state') ?? '';
    return { url, path: await oidc.finish(new URLSearchParams({ code: 'c', state })) };
  };
  return { oidc, storage, calls, claims, answers, signIn };
}

describe('signing in', () => {
  it('a sign-in proves that the same browser began and ends it', async () => {
    const { oidc, calls, signIn } = issuer();
    const { url, path } = await signIn();
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      redirect_uri: 'http://console/',
      login_hint: 'mark',
      code_challenge_method: 'S256',
      scope: 'openid profile email',
    });
    expect(path).toBe('/settings');
    expect(calls[0]?.url).toBe('https://i/.well-known/openid-configuration');
    const verifier = calls.at(-1)?.body.get('code_verifier') ?? '';
    expect(await calculatePKCECodeChallenge(verifier)).toBe(url.searchParams.get('code_challenge'));
    expect(oidc.session()).toMatchObject({ subject: 'mark' });
    const state = url.searchParams.get('state') ?? '';
    await expect(oidc.finish(new URLSearchParams({ code: 'c', state }))).rejects.toThrow();
  });

  it('a sign-in takes no answer to another one', async () => {
    const { oidc, claims, signIn } = issuer();
    claims.nonce = 'of another';
    await expect(signIn()).rejects.toThrow('another sign-in');
    expect(oidc.session()).toBeUndefined();
  });

  it('a sign-in takes no token of another issuer, or for another page', async () => {
    const { oidc, claims, signIn } = issuer();
    claims.iss = 'https://evil/';
    await expect(signIn()).rejects.toThrow('cannot be used');
    Object.assign(claims, { iss: 'https://i/', aud: 'shop', nonce: undefined });
    await expect(signIn()).rejects.toThrow('cannot be used');
    expect(oidc.session()).toBeUndefined();
  });

  it('the agent reads why the issuer refuses', async () => {
    const { oidc, calls } = issuer();
    const refusal = { error: 'access_denied', error_description: 'Ask your team lead.' };
    const before = oidc.finish(new URLSearchParams({ ...refusal, state: 'of another' }));
    await expect(before).rejects.toThrow('not begun in this tab');
    const state = new URL(await oidc.begin('/')).searchParams.get('state') ?? '';
    const asked = calls.length;
    const refused = oidc.finish(new URLSearchParams({ ...refusal, state }));
    await expect(refused).rejects.toThrow('Ask your team lead.');
    expect(calls.slice(asked).every(({ url }) => url.endsWith('configuration'))).toBe(true);
  });

  it('only issuers of this machine need no TLS', async () => {
    const ask = (issuer: string) => {
      const answer = { issuer, authorization_endpoint: `${issuer}/authorize` };
      const get = async () => Response.json(answer);
      const config = { issuer, clientId: 'console' };
      return new Oidc(config, pageStorage(), { origin: 'http://console' }, get).begin('/');
    };
    expect(await ask('http://localhost:8787/oidc')).toMatch(/^http:.*authorize/);
    expect(await ask('http://127.0.0.1:8787/oidc')).toMatch(/^http:.*authorize/);
    await expect(ask('http://localhost.evil.example/oidc')).rejects.toThrow('HTTPS');
  });

  it('a sign-in asks for renewal without the agent if the issuer offers it', async () => {
    const { signIn } = issuer({ scopes_supported: ['openid', 'offline_access'] });
    const { url } = await signIn();
    expect(url.searchParams.get('scope')).toBe('openid profile email offline_access');
  });

  it('the ID token’s lifetime counts, not the access token’s', async () => {
    const { oidc, signIn } = issuer();
    await signIn();
    expect(oidc.session(NOW + (HOUR - 60) * 1000)).toBeDefined();
    expect(oidc.session(NOW + (HOUR + 60) * 1000)).toBeUndefined();
  });
});

describe('a session that ends', () => {
  it('a session is renewed once for any number of requests, also after the machine has slept', async () => {
    const { oidc, calls, answers, signIn } = issuer();
    await signIn();
    const before = oidc.token(NOW);
    expect(typeof before).toBe('string');
    answers.refresh = undefined;
    const late = NOW + 3 * HOUR * 1000;
    const both = await Promise.all([oidc.token(late), oidc.token(late)]);
    expect(both[0]).toBe(both[1]);
    expect(both[0]).not.toBe(before);
    const asked = calls.filter(({ body }) => body.get('grant_type') === 'refresh_token');
    expect(asked.map(({ body }) => body.get('refresh_token'))).toEqual(['r1']);
    // The issuer gave no other: the first one goes on.
    await oidc.token(late + 3 * HOUR * 1000);
    expect(calls.at(-1)?.body.get('refresh_token')).toBe('r1');
  });

  it('a session ends if the issuer no longer renews it, or another person comes back', async () => {
    const refused = issuer();
    await refused.signIn();
    refused.answers.status = 400;
    expect(await refused.oidc.token(NOW + 2 * HOUR * 1000)).toBeUndefined();
    const other = issuer();
    await other.signIn();
    other.claims.sub = 'martha';
    expect(await other.oidc.token(NOW + 2 * HOUR * 1000)).toBeUndefined();
    const forged = issuer();
    await forged.signIn();
    forged.claims.iss = 'https://evil/';
    expect(await forged.oidc.token(NOW + 2 * HOUR * 1000)).toBeUndefined();
  });

  it('a session is not over when a page in between answers in place of the issuer', async () => {
    const { oidc, answers, signIn } = issuer();
    await signIn();
    answers.between = true;
    await expect(oidc.token(NOW + 2 * HOUR * 1000)).rejects.toThrow();
    answers.between = false;
    expect(await oidc.token(NOW + 2 * HOUR * 1000)).toBeDefined();
  });

  it('a session serves while it is good, and is not over, while the issuer is out of reach', async () => {
    const { oidc, answers, signIn } = issuer();
    await signIn();
    answers.down = true;
    expect(await oidc.token(NOW + (HOUR - 100) * 1000)).toBeDefined();
    await expect(oidc.token(NOW + 2 * HOUR * 1000)).rejects.toThrow('unreachable');
    answers.down = false;
    expect(await oidc.token(NOW + 2 * HOUR * 1000)).toBeDefined();
  });
});

describe('signing out', () => {
  it('signing out ends the session at the issuer, too', async () => {
    const { oidc, calls, signIn } = issuer({
      end_session_endpoint: 'https://i/logout',
      revocation_endpoint: 'https://i/revoke',
    });
    await signIn();
    const { token } = oidc.session() ?? {};
    const url = new URL(await oidc.end());
    expect(url.origin + url.pathname).toBe('https://i/logout');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'console',
      post_logout_redirect_uri: 'http://console/',
      logout_uri: 'http://console/',
      id_token_hint: token,
    });
    const revoked = calls.find((call) => call.url === 'https://i/revoke');
    expect(revoked?.body.get('token')).toBe('r1');
    expect(oidc.session()).toBeUndefined();
  });

  it('signing out works if the issuer has no such page or is out of reach', async () => {
    const { oidc, answers, signIn } = issuer();
    await signIn();
    expect(await oidc.end()).toBe('/');
    answers.down = true;
    expect(await oidc.end()).toBe('/');
    expect(oidc.session()).toBeUndefined();
  });
});

describe('a browser that keeps nothing', () => {
  it('a browser that keeps nothing is noticed before anything is kept', () => {
    const blocked = {
      get localStorage(): Storage {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    expect(storageOf('localStorage', blocked as unknown as Window)).toBeUndefined();
    expect(storageOf('localStorage')).toBe(localStorage);
    const page = pageStorage();
    page.setItem('a', '1');
    expect([page.getItem('a'), page.getItem('b'), page.length]).toEqual(['1', null, 1]);
  });
});
