import { ref } from 'vue';
import type { MediaLink } from '@/contract/protocol';
import { ApiRefused } from '@/engine/api';
import { useEnvironment } from '@/stores/environment';

const sessions = new WeakMap<object, Map<string, Promise<MediaLink>>>();
const EARLY = 30_000;
const KEPT = 500;

/** The address of a file: requested on demand, good for a short while. */
export function useMedia() {
  const { api, clock } = useEnvironment();
  const links = sessions.get(api) ?? new Map<string, Promise<MediaLink>>();
  sessions.set(api, links);
  const failed = ref(false);
  /** True if the server does not have it, or not any more: another request is in vain. */
  const gone = ref(false);

  async function load(reference: string): Promise<string | undefined> {
    failed.value = false;
    try {
      let link = links.get(reference);
      if (link && (await link).expires - EARLY < clock.now()) link = undefined;
      if (!link) {
        link = api.media(reference);
        links.set(reference, link);
        for (const oldest of links.keys()) {
          if (links.size <= KEPT) break;
          links.delete(oldest);
        }
      }
      return (await link).url;
    } catch (error) {
      links.delete(reference);
      failed.value = true;
      gone.value = error instanceof ApiRefused && error.refused.code === 'not_found';
      return undefined;
    }
  }

  /** The address of a file, requested again: the browser could not use the one at hand. */
  function anew(reference: string): Promise<string | undefined> {
    links.delete(reference);
    return load(reference);
  }

  /** Saves the file instead of showing it. */
  async function save(reference: string): Promise<void> {
    if (!(await load(reference))) return;
    const link = await links.get(reference);
    if (link) visit(link.download || link.url);
  }

  /** Nothing in a file runs in the console's page: the browser shows the file on its own. */
  async function open(reference: string): Promise<void> {
    const url = await load(reference);
    if (url) visit(url);
  }

  function visit(url: string): void {
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: url, target: '_blank', rel: 'noopener noreferrer' });
    anchor.click();
  }

  return { anew, failed, gone, load, open, save };
}
