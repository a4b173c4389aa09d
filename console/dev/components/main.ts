// Every shared component in every state: `npm run dev`, then /dev/components/. The build leaves this
// page out.
import '@/styles/index.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { systemClock } from '@/engine/clock';
import { pageStorage } from '@/engine/storage';
import { begin } from '@/i18n/languages';
import { type Environment, setEnvironment } from '@/stores/environment';
import ComponentsPage from './ComponentsPage.vue';

const nothing = new Proxy({}, { get: () => () => Promise.reject(new Error('No server here')) });
setEnvironment({
  subject: 'mark',
  api: nothing,
  clock: systemClock,
  random: Math.random,
  openSocket: () => nothing,
  outboxStore: nothing,
  storage: pageStorage(),
  page: async () => '',
  running: undefined,
  signIn: () => {},
  signOut: () => {},
} as unknown as Environment);
void begin('en').then(() => createApp(ComponentsPage).use(createPinia()).mount('#app'));
