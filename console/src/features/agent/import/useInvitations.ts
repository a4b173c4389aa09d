import { computed, reactive, ref, shallowRef } from 'vue';
import type { Invitation } from '@/features/workspace/requests';

/** A new agent, and what became of the invitation. */
export interface Invited {
  agent: string;
  email: string;
  name: string;
  invitation?: Invitation;
}
/** The invitations on their way at once. */
const AT_ONCE = 3;

/** Invites many agents, a few at a time. */
export function useInvitations(invite: (agent: string) => Promise<Invitation>) {
  const busy = ref(false);
  const stopped = ref(false);
  const total = ref(0);
  const done = shallowRef<readonly Invited[]>([]);
  const mailed = computed(() => done.value.filter(({ invitation }) => invitation?.mailed));
  /** The agents whose link the admin hands over. */
  const byHand = computed(() =>
    done.value.filter(({ invitation }) => invitation && !invitation.mailed),
  );
  const failed = computed(() => done.value.filter(({ invitation }) => !invitation));

  /** Invites those who have no link yet. */
  async function send(all: readonly Invited[]): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    stopped.value = false;
    const there = done.value.filter(({ invitation }) => invitation);
    const known = new Set(there.map(({ agent }) => agent));
    const left = all.filter(({ agent }) => !known.has(agent));
    done.value = there;
    total.value = all.length;
    const lane = async () => {
      for (let one = left.shift(); one && !stopped.value; one = left.shift()) {
        const invitation = await invite(one.agent).catch(() => undefined);
        done.value = [...done.value, invitation ? { ...one, invitation } : one];
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    busy.value = false;
  }
  function stop(): void {
    stopped.value = true;
  }
  function reset(): void {
    stopped.value = true;
    done.value = [];
    total.value = 0;
  }
  return reactive({ busy, byHand, done, failed, mailed, reset, send, stop, stopped, total });
}
