import { begin, restOfWords } from '@/i18n/languages';

/** Every test has all of the English words. */
await begin('en');
await restOfWords();
