/** The screens of the workspace's records, in one chunk: they share their parts. */
export { default as ChannelPage } from '@/features/asset/ChannelPage.vue';
export { default as WorkspacePage } from './WorkspacePage.vue';
