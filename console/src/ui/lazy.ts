import { type Component, defineAsyncComponent } from 'vue';
import { restOfWords } from '@/i18n/languages';

/** Loads a part after the first screen, together with its words. */
export const lazily =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const [part] = await Promise.all([load(), restOfWords()]);
    return part;
  };

/** A component that loads when it first shows. */
export const lazy = <T extends Component>(load: () => Promise<{ default: T }>): T =>
  defineAsyncComponent<T>(lazily(load));
