import { type ComputedRef, computed } from 'vue';
import { useSession } from '@/stores/session';

/**
 * True while this computer has no network: an act that only the server can do is then disabled,
 * with the reason beside it. Without a socket the acts still go over HTTP.
 */
export function useOffline(): ComputedRef<boolean> {
  const session = useSession();
  return computed(() => session.status.state === 'offline');
}
