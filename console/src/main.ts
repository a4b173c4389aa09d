import '@/styles/index.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from '@/app/App.vue';
import { Api } from '@/engine/api';
import { systemClock } from '@/engine/clock';
import type { Socket } from '@/engine/connection';
import { Oidc, type Session } from '@/engine/oidc';
import { IndexedOutbox } from '@/engine/outbox-store';
import { pageStorage, storageOf } from '@/engine/storage';
import StartProblem from '@/features/session/StartProblem.vue';
import { AS_BROWSER, begin, browserLanguages, languageOf } from '@/i18n/languages';
import { t } from '@/i18n/words';
import { setEnvironment } from '@/stores/environment';

interface Config {
  issuer: string;
  clientId: string;
  demo?: boolean;
  invitations?: boolean;
  sandbox?: boolean;
}

/** The language of this browser's last session: the agent is not known yet. */
const chosen = storageOf('localStorage')?.getItem('language') ?? AS_BROWSER;
const words = begin(languageOf(chosen, browserLanguages()));

async function start(): Promise<void> {
  const [answer] = await Promise.all([fetch('/config.json', { cache: 'no-store' }), words]);
  if (!answer.ok) throw new Error(t('app-serverMissing'));
  const config = (await answer.json()) as Config;
  // Signing in leads to another page and back; without a store its beginning is lost.
  const tab = storageOf('sessionStorage');
  if (!tab) throw new Error(t('app-storageBlocked', { site: location.host }));
  const oidc = new Oidc(config, tab, location);
  const query = new URLSearchParams(location.search);
  if (query.has('state') && (query.has('code') || query.has('error'))) {
    const path = await oidc.finish(query);
    history.replaceState(null, '', path);
  }
  const signIn = async (hint?: string) => {
    location.assign(await oidc.begin(location.pathname + location.hash, hint));
  };
  const hint = new URLSearchParams(location.search).get('as') ?? undefined;
  const session = oidc.session();
  if (!session || (hint && hint !== session.subject)) {
    oidc.forget();
    await signIn(hint);
    return;
  }
  if (hint) history.replaceState(null, '', location.pathname + location.hash);
  mount(session, oidc, config, (h) => void signIn(h));
}

/** The time after which the page loads the library for renewals, in ms. */
const SOON = 2_000;
/** The time for which the page waits for the server to end the other sessions, in ms. */
const LEAVING = 3_000;

function mount(
  session: Session,
  oidc: Oidc,
  config: Config,
  signIn: (hint?: string) => void,
): void {
  const api = new Api(() => oidc.token());
  setEnvironment({
    subject: session.subject,
    api,
    clock: systemClock,
    random: Math.random,
    openSocket: (url) => new WebSocket(url) as Socket,
    outboxStore: new IndexedOutbox(session.subject),
    storage: storageOf('localStorage') ?? pageStorage(),
    demo: Boolean(config.demo),
    invitations: Boolean(config.invitations),
    sandbox: Boolean(config.sandbox),
    page: async () => (await fetch('/index.html', { cache: 'no-store' })).text(),
    running: document.querySelector('script[type="module"]')?.getAttribute('src') ?? undefined,
    signIn: (who) => {
      oidc.forget();
      signIn(who);
    },
    signOut: async () => {
      // Signing out here must not wait for a server that is out of reach.
      const waited = new Promise((done) => setTimeout(done, LEAVING));
      await Promise.race([api.signOut().catch(() => {}), waited]);
      location.assign(await oidc.end());
    },
  });
  createApp(App).use(createPinia()).mount('#app');
  systemClock.after(SOON, () => void oidc.issuer().catch(() => {}));
}

start().catch(async (error: unknown) => {
  await words.catch(() => {});
  const text = error instanceof Error ? error.message : String(error);
  createApp(StartProblem, { text }).mount('#app');
});
