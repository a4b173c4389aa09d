import { type Component, defineAsyncComponent } from 'vue';
import { restOfWords } from '@/i18n/languages';

/** For whatever is loaded later than the first screen: it comes together with its words. */
export const lazily =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const [part] = await Promise.all([load(), restOfWords()]);
    return part;
  };

/** A component that is loaded when it is shown first. */
export const lazy = <T extends Component>(load: () => Promise<{ default: T }>): T =>
  defineAsyncComponent<T>(lazily(load));
