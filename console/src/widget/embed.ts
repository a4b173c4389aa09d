import { own as script } from './beside';
import { SwitchboardChat } from './SwitchboardChat';

/**
 * Runs for `<script src="…/widget.js" data-asset="…">`: puts a launcher into the page's corner. The
 * script's other data attributes are the widget's; console/README.md lists them. Without an asset
 * it defines the element and leaves the placing to the page.
 */
const NAME = 'switchboard-chat';

function place(): void {
  if (!script?.dataset.asset) return;
  // Of two copies of the script the first one's element counts.
  const Chat = customElements.get(NAME) as typeof SwitchboardChat;
  const said = JSON.stringify([script.src, script.dataset]);
  const before = Chat.placed;
  if (before?.chat.stays) {
    // The same script ran again, or stands twice in one page: the present chat goes on.
    if (before.said === said || before.script.isConnected) return;
    before.chat.remove();
  } else if (document.querySelector(NAME)) {
    // The page itself places the element.
    return;
  }
  const { asset, api, dir, ...rest } = script.dataset;
  const chat = document.createElement(NAME) as SwitchboardChat;
  Object.assign(chat.dataset, rest);
  chat.setAttribute('launcher', '');
  chat.setAttribute('api', api ?? new URL(script.src).origin);
  if (asset) chat.setAttribute('asset', asset);
  if (dir) chat.setAttribute('dir', dir);
  chat.stays = true;
  Chat.placed = { chat, script, said };
  document.body.append(chat);
}

if (!customElements.get(NAME)) customElements.define(NAME, SwitchboardChat);
if (document.body) place();
else document.addEventListener('DOMContentLoaded', place, { once: true });
