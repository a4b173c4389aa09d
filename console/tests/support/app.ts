import './words';
import { createPinia } from 'pinia';
import { createApp, nextTick, type App as VueApp } from 'vue';
import App from '@/app/App.vue';
import type {
  Agent,
  Code,
  CommandFrame,
  Conversation,
  Entry,
  Push,
  Queue,
  TargetAct,
} from '@/contract/protocol';
import { Api } from '@/engine/api';
import { setEnvironment } from '@/stores/environment';
import { FakeClock, settle } from './clock';
import { agent, conversation, entries, NOW, settings, snapshot, start, welcome } from './make';
import { mayOf, targetsOf } from './policy';
import { type FakeSocket, FakeSockets } from './socket';

type Answer = { status?: number; body: unknown };

/** The whole console in a page of its own, with the test as its server. */
export class Console {
  readonly clock = new FakeClock(NOW);
  readonly sockets = new FakeSockets();
  /** Answers to HTTP, by "METHOD path". */
  readonly http = new Map<string, Answer>();
  /** Answers that depend on the request's body; `http` has the others. */
  serve: (key: string, body: unknown) => Answer | undefined = () => undefined;
  /** The abilities of the place, as its configuration has them. */
  readonly place = { invitations: false, sandbox: false };
  /** The query strings of the console's requests. */
  readonly queries: string[] = [];
  /** The module that the server's page begins with. */
  release = '/assets/index-1.js';
  readonly posted: { url: string; body: unknown }[] = [];
  /** The last pushed state of each conversation, by id. */
  private readonly told = new Map<string, Conversation>();
  private me = 'mark';
  private role: Agent['role'] = 'agent';
  private app: VueApp | undefined;

  async open(me = 'mark', path = '/'): Promise<this> {
    this.me = me;
    history.replaceState(null, '', path);
    document.body.innerHTML = '<div id="app"></div>';
    const agents = [agent('mark'), agent('martha'), agent('olga', { presence: 'away' })];
    this.http.set('POST /v1/ws-ticket', { body: { ticket: 't', expires: 0, url: 'ws://s' } });
    this.http.set('GET /v1/agents', { body: { agents } });
    this.http.set('GET /v1/settings', { body: settings });
    setEnvironment({
      subject: me,
      api: new Api(
        () => 'token',
        async (input, init) => this.answer(String(input), init),
      ),
      clock: this.clock,
      random: () => 0,
      openSocket: this.sockets.open,
      outboxStore: { load: async () => [], put: async () => {}, remove: async () => {} },
      storage: localStorage,
      ...this.place,
      page: async () => `<script type="module" crossorigin src="${this.release}"></script>`,
      running: '/assets/index-1.js',
      signIn: () => {},
      signOut: () => {},
    });
    // These chunks count as loaded.
    await import('@/features/conversation/thread/ThreadPanel.vue');
    await import('@/features/message/composer/CustomerComposer.vue');
    await import('@/features/message/composer/LeftDraft.vue');
    await import('@/features/message/composer/AttachmentTray.vue');
    await import('@/features/message/composer/QuoteBar.vue');
    await import('@/features/message/MessageRelations.vue');
    await import('@/features/message/SharedContent.vue');
    await import('@/features/offer/EndedRequest.vue');
    await import('@/features/conversation/thread/EndedBar.vue');
    await import('@/features/conversation/list/RowMenuItems.vue');
    await import('@/features/canned/CannedPicker.vue');
    await import('@/features/discussion/DiscussionPanel.vue');
    await import('@/features/file/LightBox.vue');
    await import('@/app/AppDialogs.vue');
    await import('@/features/conversation/details/DetailsPanel.vue');
    this.app = createApp(App).use(createPinia());
    this.app.mount('#app');
    await this.flush();
    return this;
  }

  close(): void {
    this.app?.unmount();
    localStorage.clear();
  }

  private answer(path: string, init?: RequestInit): Response {
    const { pathname, search } = new URL(path, 'http://x');
    this.queries.push(search.slice(1));
    const key = `${init?.method ?? 'GET'} ${pathname}`;
    const asked = init?.body ? JSON.parse(String(init.body)) : undefined;
    this.posted.push({ url: key, body: asked });
    const known =
      this.serve(key, asked) ??
      this.http.get(key) ??
      (key.endsWith('/engagements') ? { body: { engagements: [] } } : undefined);
    const body = this.judged(key, search, known?.body);
    const problem = { error: { code: 'not_found', message: 'No.', remedy: '' } };
    return new Response(JSON.stringify(body ?? problem), {
      status: known ? (known.status ?? 200) : 404,
    });
  }

  /** The server's verdicts: my rights, and the possible targets. */
  private judged(key: string, search: string, body: unknown): unknown {
    const query = new URLSearchParams(search);
    const act = query.get('act') as TargetAct | null;
    const [id] = (query.get('conversation') ?? '').split(',');
    const about = this.told.get(id ?? '') ?? [...this.told.values()][0];
    if (key === 'GET /v1/agents' && act && about && !(body as { targets?: object }).targets) {
      const { agents } = body as { agents: Agent[] };
      return { agents, targets: targetsOf(about, act, this.me, agents) };
    }
    const held = body as { conversation?: Conversation } | undefined;
    if (!held?.conversation || typeof held.conversation !== 'object') return body;
    return { ...held, conversation: this.withMay(held.conversation) };
  }
  private withMay(c: Conversation): Conversation {
    this.told.set(c.id, c);
    return c.may ? c : { ...c, may: mayOf(c, this.me, this.role) };
  }
  private completed(frame: Push): Push {
    if (frame.type === 'welcome') this.role = frame.me.role;
    return frame.type === 'snapshot' || frame.type === 'entries'
      ? { ...frame, conversation: this.withMay(frame.conversation) }
      : frame;
  }

  get socket(): FakeSocket {
    return this.sockets.last;
  }

  /** Greets, and puts these threads into the session. */
  async live(me: string, threads: [Conversation, Entry[]][], queues: Queue[] = []): Promise<void> {
    this.socket.open();
    this.socket.push(
      welcome(
        me,
        threads.map(([c]) => c.thread),
        { queues },
      ),
    );
    for (const [c, list] of threads) this.socket.push(this.completed(snapshot(c, list)));
    await this.flush();
  }

  async push(frame: Push): Promise<void> {
    this.socket.push(this.completed(frame));
    await this.flush();
  }

  async entries(c: Conversation, list: Entry[], following = true): Promise<void> {
    await this.push(entries(c, list, following));
  }

  /** The newest command that went out. */
  command(): CommandFrame & { action: string } {
    const frame = this.socket.sent.findLast((f) => 'command' in f);
    if (!frame) throw new Error('No command was sent.');
    return frame as unknown as CommandFrame & { action: string };
  }

  async ack(seq: number): Promise<void> {
    const { id, conversation: c } = this.command();
    await this.push({ type: 'ack', id, conversation: c, seq });
  }

  async refuse(code: string, more: object = {}): Promise<void> {
    const { id } = this.command();
    await this.push({
      type: 'refused',
      id,
      code: code as Code,
      message: 'Server says no.',
      remedy: 'Try else.',
      ...more,
    });
  }

  async flush(): Promise<void> {
    for (let i = 0; i < 4; i += 1) {
      await settle();
      await nextTick();
    }
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms);
    await this.flush();
  }
}

export const all = (id: string) => [
  ...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
];
export const maybe = (id: string) => all(id)[0];

export function get(id: string): HTMLElement {
  const found = maybe(id);
  if (!found) throw new Error(`There is no ${id} in: ${document.body.textContent}`);
  return found;
}

export const textOf = (id: string) => get(id).textContent?.replace(/\s+/g, ' ').trim() ?? '';

export async function click(c: Console, element: HTMLElement | string): Promise<void> {
  const target = typeof element === 'string' ? get(element) : element;
  target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  target.click();
  await c.flush();
}

export async function type(c: Console, id: string, text: string): Promise<void> {
  const field = get(id) as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await c.flush();
}

export async function press(
  c: Console,
  element: HTMLElement,
  init: KeyboardEventInit,
): Promise<void> {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  // happy-dom has no such method.
  Object.defineProperty(event, 'getModifierState', { value: () => false });
  element.dispatchEvent(event);
  await c.flush();
}

export const mine = (over: Partial<Conversation> = {}): [Conversation, Entry[]] => [
  conversation(over),
  start(),
];
