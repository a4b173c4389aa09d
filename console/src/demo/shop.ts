import type { SwitchboardChat } from '../widget/SwitchboardChat';

/** A page can open the chat by a control of its own. */
for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => {
    document.querySelector<SwitchboardChat>('switchboard-chat')?.open();
  });
}
