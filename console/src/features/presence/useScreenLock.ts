import { defineStore } from 'pinia';
import { ref } from 'vue';

interface Detector extends EventTarget {
  userState: 'active' | 'idle' | null;
  screenState: 'locked' | 'unlocked' | null;
  start(options: { threshold: number }): Promise<void>;
}
interface Detectors {
  new (): Detector;
  requestPermission(): Promise<PermissionState>;
}
type Sign = 'locked' | 'active';

/** The shortest time of idleness that browsers report, in ms. */
const THRESHOLD = 60_000;
const detectors = () => (globalThis as { IdleDetector?: Detectors }).IdleDetector;

/** The computer's knowledge beyond this page: a locked screen, activity in other programs. */
export const useScreenLock = defineStore('screen-lock', () => {
  const permission = ref<PermissionState | 'unsupported'>(detectors() ? 'prompt' : 'unsupported');
  const handlers = new Set<(sign: Sign) => void>();
  let detector: Detector | undefined;

  async function start(): Promise<void> {
    const Made = detectors();
    if (!Made || detector || permission.value !== 'granted') return;
    detector = new Made();
    detector.addEventListener('change', () => {
      const locked = detector?.screenState === 'locked';
      if (!locked && detector?.userState !== 'active') return;
      for (const handler of handlers) handler(locked ? 'locked' : 'active');
    });
    await detector.start({ threshold: THRESHOLD });
  }

  /** Call it only from a gesture: browsers refuse it otherwise. */
  async function enable(): Promise<void> {
    permission.value = (await detectors()?.requestPermission()) ?? 'unsupported';
    await start();
  }

  /** Works from the beginning if the agent allowed it earlier. */
  async function resume(): Promise<void> {
    if (!detectors()) return;
    const name = 'idle-detection' as PermissionName;
    permission.value = (await navigator.permissions.query({ name })).state;
    await start();
  }
  // Without the permission, only activity on this page counts.
  void resume().catch(() => {});

  function on(handler: (sign: Sign) => void): () => void {
    handlers.add(handler);
    return () => handlers.delete(handler);
  }
  return { permission, enable, on };
});
