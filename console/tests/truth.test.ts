import { afterEach, expect, it } from 'vitest';
import type { Conversation, Entry, Event } from '@/contract/protocol';
import { all, Console, maybe, textOf } from './support/app';
import { seeded } from './support/clock';
import { conversation, entries, entry, offer, replies, says, snapshot } from './support/make';

const RUNS = 6;
const STEPS = 40;
const NAMES = ['Amelia', 'Boris', 'Chloe'];
const EXPERTS = ['martha', 'olga'];

interface Talk {
  id: string;
  members: string[];
  lines: { seq: number; by: string }[];
}

/** One customer's conversation, in its true state. */
class Truth {
  readonly log: Entry[] = [];
  owner: string | null = 'martha';
  status: Conversation['status'] = 'active';
  waits = true;
  talks: Talk[] = [];
  asked = false;
  /** Mark's read position, and those of each discussion. */
  read = 0;
  readonly heard = new Map<string, number>();
  private talked = 0;

  constructor(
    readonly name: string,
    readonly thread: string,
  ) {}

  add(by: string, ...events: Event[]): Entry {
    const made = entry(this.log.length + 1, by, ...events);
    this.log.push(made);
    return made;
  }
  begin(asks: string, expert: string): Entry {
    this.talked += 1;
    const id = `${this.thread}-d${this.talked}`;
    this.talks.push({ id, members: [asks, expert], lines: [] });
    return this.add(`agent:${expert}`);
  }
  get open() {
    return this.status === 'active' || this.status === 'pending';
  }
  get mine() {
    return this.open && this.owner === 'mark';
  }
  get myTalks() {
    return this.talks.filter(({ members }) => members.includes('mark'));
  }
  get follows() {
    return this.mine || this.asked || this.myTalks.length > 0;
  }
  unheard({ id, lines }: Talk): number {
    return lines.filter(({ seq, by }) => by !== 'mark' && seq > (this.heard.get(id) ?? 0)).length;
  }
  get lines() {
    return this.myTalks.reduce((sum, talk) => sum + this.unheard(talk), 0);
  }
  get unread() {
    const answered = this.log.findLast(
      ({ by, events }) => by === 'agent:mark' && events.some((e) => e.type === 'agent_message'),
    );
    const since = Math.max(this.read, answered?.seq ?? 0);
    const customer = this.log.filter(
      ({ seq, events }) => seq > since && events.some((e) => e.type === 'customer_message'),
    );
    return customer.length + this.lines;
  }
  state(): Conversation {
    return conversation({
      id: `${this.thread}-1`,
      thread: this.thread,
      contact: { id: this.name, name: this.name, address: '' },
      owner: this.owner,
      status: this.status,
      waiting_on: this.waits ? 'agent' : 'customer',
      seq: this.log.length,
      first_answer_due: undefined,
      discussions: this.talks.map(({ id, members }) => ({
        id,
        initiator: members[0] ?? '',
        members,
      })),
      offers: this.asked
        ? [offer({ id: `${this.thread}-o1`, from: 'martha', to: ['mark'], expires: 9e12 })]
        : [],
    } as Partial<Conversation>);
  }
}

/** An event that can happen to a conversation now. */
function happen(it: Truth, random: () => number): Entry | undefined {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const assign = (to: string, by: string): Entry => {
    const from = it.owner;
    it.owner = to;
    it.status = it.waits ? 'active' : 'pending';
    return it.add(by, { type: 'assigned', to, from, origin: 'manager', note: 'Please' } as Event);
  };
  const talk = it.talks.length ? one(it.talks) : undefined;
  switch (Math.floor(random() * 9)) {
    case 0:
    case 1:
      if (!it.open && it.status !== 'queued') return undefined;
      it.waits = true;
      if (it.open) it.status = 'active';
      return it.add('customer', says(`Line ${it.log.length}`));
    case 2:
      if (!it.open || !it.owner) return undefined;
      it.waits = false;
      it.status = 'pending';
      return it.add(`agent:${it.owner}`, replies('Done'));
    case 3:
      return it.status === 'resolved'
        ? undefined
        : assign(one(['mark', 'mark', 'martha']), 'agent:olga');
    case 4:
      if (!it.open || !it.owner) return undefined;
      return it.begin(it.owner, one(EXPERTS.filter((id) => id !== it.owner)));
    case 5: {
      if (!talk) return undefined;
      const by = one(talk.members);
      const line: Event = {
        type: 'discussion_message',
        discussion: talk.id,
        text: `Line ${it.log.length}`,
      };
      // The server tells nothing of others' discussions.
      const made = it.add(`agent:${by}`, ...(talk.members.includes('mark') ? [line] : []));
      talk.lines.push({ seq: made.seq, by });
      return made;
    }
    case 6: {
      if (!it.mine) return undefined;
      const from = it.owner;
      it.owner = null;
      it.status = 'queued';
      return it.add('system', {
        type: 'requeued',
        from,
        queue: 'billing',
        cause: 'unanswered',
      } as Event);
    }
    case 7:
      it.asked = !it.asked && it.open && it.owner !== 'mark';
      return it.add('agent:martha');
    default:
      if (!it.mine) return undefined;
      it.asked = false;
      it.status = 'resolved';
      return it.add('agent:olga', { type: 'resolved', by: 'agent' } as Event);
  }
}

/** Each sentence of a message, and the condition under which it is true. */
const SAYS: [RegExp, (it: Truth) => boolean][] = [
  [/^New chat: (\w+)/, (it) => it.mine],
  [/gave you (\w+)/, (it) => it.mine],
  [/in the discussion about (\w+)/, (it) => it.lines > 0],
  [/^(\w+) went back to/, (it) => !it.mine],
  [/gave (\w+) to Martha/, (it) => !it.mine],
  [/resolved the conversation with (\w+)/, (it) => !it.mine],
  [/^(\w+) is waiting/, (it) => it.mine && it.waits],
];

let c: Console | undefined;
afterEach(() => c?.close());

function check(world: readonly Truth[], where: string): void {
  const followed = world.filter((it) => it.follows);
  const unread = followed.filter((it) => (it.mine ? it.unread : it.lines) > 0).length;
  expect(document.title.match(/^\((\d+)\)/)?.[1] ?? '0', `${where}: title`).toBe(`${unread}`);
  expect(maybe('rail-badge')?.querySelector('[aria-hidden]')?.textContent ?? '0', where).toBe(
    `${unread}`,
  );
  const count = (tab: string) => Number(/\d+/.exec(textOf(`tab-${tab}`))?.[0] ?? 0);
  expect(count('mine'), `${where}: my chats`).toBe(world.filter((it) => it.mine).length);
  const talking = world.filter((it) => it.myTalks.length).length;
  const asked = world.filter((it) => it.asked).length;
  expect(count('discussions'), `${where}: discussions`).toBe(talking + asked);
  expect(
    all('row')
      .map((row) => row.dataset.conversation)
      .sort(),
    where,
  ).toEqual(
    world
      .filter((it) => it.mine)
      .map((it) => `${it.thread}-1`)
      .sort(),
  );
  for (const row of all('row')) {
    const it = world.find(({ thread }) => row.dataset.conversation === `${thread}-1`);
    expect(row.dataset.dot === 'waiting', `${where}: the dot`).toBe(it?.waits);
    expect(row.dataset.unread, `${where}: a row`).toBe(`${it?.unread}`);
  }
  const said = [
    ...all('notice').map((one) => one.querySelector('.text')?.textContent ?? ''),
    document.title.replace(/^\(\d+\) /, ''),
  ];
  for (const text of said) {
    for (const [pattern, holds] of SAYS) {
      const it = world.find(({ name }) => name === pattern.exec(text)?.[1]);
      if (it) expect(holds(it), `${where}: “${text}”`).toBe(true);
    }
  }
  const accepted = said.some((text) => text.includes('accepted. The discussion is open'));
  if (accepted) expect(talking, `${where}: a discussion`).toBeGreaterThan(0);
}

it(`every message of the console is true, after every step of ${RUNS} histories`, async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const random = seeded(seed);
    const world = NAMES.map((name, at) => new Truth(name, `${'abc'[at]}000000000000000`));
    for (const it of world) it.add('customer', says('Hello'));
    c = await new Console().open('mark');
    await c.live('mark', []);
    const follows = new Set<Truth>();
    for (let step = 0; step < STEPS; step += 1) {
      const it = world[Math.floor(random() * world.length)] as Truth;
      if (random() < 0.15) {
        // Another window of Mark's.
        const talk = it.myTalks[0];
        if (it.follows) {
          it.read = it.log.length;
          if (talk) it.heard.set(talk.id, it.log.length);
          const discussions = talk ? { [talk.id]: it.read } : {};
          await c.push({ type: 'reads', positions: { [it.thread]: it.read }, discussions });
        }
      } else {
        const made = happen(it, random);
        if (!made) continue;
        if (it.talks.length && random() < 0.1)
          it.talks = it.talks.filter((talk) => it.unheard(talk));
        const before = follows.has(it);
        if (it.follows) follows.add(it);
        else follows.delete(it);
        if (before) await c.push(entries(it.state(), [made], it.follows));
        else if (it.follows) await c.push(snapshot(it.state(), [...it.log]));
      }
      await c.pass(random() < 0.3 ? 4_000 : 400);
      check(world, `history ${seed}, step ${step}`);
    }
    c.close();
    c = undefined;
  }
}, 240_000);
