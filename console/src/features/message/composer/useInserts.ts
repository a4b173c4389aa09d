import { computed, nextTick, type Ref, ref } from 'vue';
import type { Canned, Conversation } from '@/contract/protocol';
import { shortId } from '@/engine/ids';
import { fill, valuesOf } from '@/features/canned/fill';
import { useCanned } from '@/features/canned/useCanned';
import type { Message } from '@/features/template/fill';
import { t } from '@/i18n/words';
import { useSession } from '@/stores/session';
import { channelName } from '@/ui/channels';

type How = 'slash' | 'button';
interface Field {
  focus: () => void;
  insert: (piece: string, instead?: number) => void;
}

/**
 * Canned messages and templates with a conversation's values. `/` opens the templates if nothing
 * else can be sent.
 */
export function useInserts(
  conversation: () => Conversation,
  field: Readonly<Ref<Field | null>>,
  name: () => string,
  closed: () => boolean,
) {
  const session = useSession();
  const { all: prepared, refresh } = useCanned();
  const choosing = ref<How>();
  const templating = ref<How>();
  const carriesTemplates = computed(() => conversation().window_until !== undefined);
  const values = computed(() => {
    const c = conversation();
    return valuesOf({
      contact: {
        ...c.contact,
        name: name() === t('list-anonymous') ? '' : name(),
        email: session.contact(c.contact.id)?.email,
        phones: session.contact(c.contact.id)?.phones,
      },
      channel: channelName(c.channel),
      reference: (c as { reference?: string }).reference ?? shortId(c.id),
      queue: session.queueName(c.queue),
      agent: session.nameOf(session.meId),
      attributes: session.attributesOf(c.contact.id),
    });
  });

  function openCanned(how: How) {
    if (!prepared.value.length) return;
    void refresh();
    void session.learnContact(conversation().contact.id);
    choosing.value = how;
  }
  function useText(one: Canned) {
    const slash = choosing.value === 'slash';
    choosing.value = undefined;
    void nextTick(() => field.value?.insert(fill(one.text, values.value), slash ? 1 : 0));
  }
  function closeCanned(typed: string) {
    const slash = choosing.value === 'slash';
    choosing.value = undefined;
    void nextTick(() => (slash && typed ? field.value?.insert(typed) : field.value?.focus()));
  }
  function openTemplates(slash = false) {
    choosing.value = undefined;
    void session.learnContact(conversation().contact.id);
    templating.value = slash ? 'slash' : 'button';
  }
  function closeTemplates() {
    const slash = templating.value === 'slash';
    templating.value = undefined;
    void nextTick(() => (slash ? field.value?.insert('', 1) : field.value?.focus()));
  }
  function sendTemplate(content: Message) {
    session.client().write(conversation().id, { type: 'send', content });
    closeTemplates();
  }
  const onSlash = () => (closed() ? openTemplates(true) : openCanned('slash'));
  function closeAll() {
    choosing.value = undefined;
    templating.value = undefined;
  }

  return {
    prepared,
    refresh,
    values,
    choosing,
    openCanned,
    useText,
    closeCanned,
    carriesTemplates,
    templating,
    openTemplates,
    closeTemplates,
    sendTemplate,
    onSlash,
    closeAll,
  };
}
