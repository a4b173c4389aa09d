import { shallowRef } from 'vue';
import { ApiRefused } from '@/engine/api';
import type { Mode } from '@/engine/drafts';
import { putFile } from '@/engine/put';
import { Uploads } from '@/engine/uploads';
import { thumbnail } from '@/features/file/thumbnail';
import { useEnvironment } from '@/stores/environment';

/** Files belong to a conversation and a mode, as drafts do, for as long as the page lives. */
const sessions = new WeakMap<object, Map<string, Uploads>>();
const version = shallowRef(0);

export function useUploads() {
  const { api } = useEnvironment();
  const all = sessions.get(api) ?? new Map<string, Uploads>();
  sessions.set(api, all);

  function of(conversation: string, mode: Mode): Uploads {
    const key = `${conversation} ${mode}`;
    let uploads = all.get(key);
    if (!uploads) {
      uploads = new Uploads(conversation, mode === 'comment' ? 'comment' : 'message', {
        api: {
          begin: (file) => api.beginUpload(file),
          complete: async (id) => (await api.completeUpload(id)).media,
          drop: (id) => api.dropUpload(id),
        },
        put: putFile,
        picture: thumbnail,
        refusal: (error) => (error instanceof ApiRefused ? error.refused.message : undefined),
        onChange: () => {
          version.value += 1;
        },
      });
      all.set(key, uploads);
    }
    return uploads;
  }

  /** A reader of the items depends on every change of them. */
  const itemsOf = (uploads: Uploads) => {
    void version.value;
    return uploads.items;
  };

  return { of, itemsOf };
}
