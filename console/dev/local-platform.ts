import type { IncomingMessage } from 'node:http';
import type { Plugin, ProxyOptions } from 'vite';

/** The platform that the development server works with. */
const PLATFORM = process.env.SWITCHBOARD_URL ?? 'http://localhost:8787';

/** The paths that the platform answers; Vite answers all others from the sources. */
export const platformProxy: Record<string, ProxyOptions> = {
  '^/(v1|sandbox|lab|health|webhooks)(/|\\?|$)': { target: PLATFORM, changeOrigin: true },
  // The platform opens sockets for its own pages only.
  '^/live(\\?|$)': { target: PLATFORM, changeOrigin: true, ws: true, rewriteWsOrigin: true },
  // The widget is one classic script, which only a build makes.
  '^/(widget\\.js|assets/widget-\\w+\\.js)(\\?|$)': { target: PLATFORM, changeOrigin: true },
};

const SIGN_IN = /^\/(config\.json|oidc\/)/;

/** Puts one origin in place of another, in plain text and in the values of a query. */
const swapped = (text: string, from: string, to: string) =>
  text.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to));

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** The issuer's name stays as it is: each of its tokens holds it. */
const NAME = /("issuer":\s*")([^"]*)/g;

/** The page asks this server in place of the issuer, which answers no page of another origin. */
const ASK = `const ask = window.fetch;
window.fetch = (to, init) =>
  ask(String(to).startsWith('${PLATFORM}/') ? String(to).slice(${PLATFORM.length}) : to, init);`;

/**
 * Signs agents in on the development server. The platform's issuer leads back to its own address
 * only, so each request and each answer gets the other side's origin.
 */
export function signInThroughPlatform(): Plugin {
  return {
    name: 'sign-in-through-platform',
    apply: 'serve',
    transformIndexHtml: () => [{ tag: 'script', children: ASK, injectTo: 'head-prepend' }],
    configureServer({ middlewares }) {
      middlewares.use(async (request, response, next) => {
        const path = request.url ?? '';
        if (!SIGN_IN.test(path)) return next();
        const own = `http://${request.headers.host}`;
        try {
          const sent = await bodyOf(request);
          const type = request.headers['content-type'];
          const answer = await fetch(PLATFORM + swapped(path, own, PLATFORM), {
            method: request.method ?? 'GET',
            headers: type ? { 'content-type': type } : {},
            redirect: 'manual',
            ...(sent === undefined ? {} : { body: swapped(sent, own, PLATFORM) }),
          });
          response.statusCode = answer.status;
          for (const name of ['content-type', 'cache-control', 'location']) {
            const value = answer.headers.get(name);
            if (value) response.setHeader(name, swapped(value, PLATFORM, own));
          }
          const text = swapped(await answer.text(), PLATFORM, own);
          response.end(text.replace(NAME, (_, key, name) => key + swapped(name, own, PLATFORM)));
        } catch {
          response.statusCode = 502;
          response.end(`No platform answers at ${PLATFORM}. Start one with \`make run\`.`);
        }
      });
    },
  };
}
