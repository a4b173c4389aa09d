import { SwitchboardChat } from './SwitchboardChat';

/**
 * What `<script src="…/widget.js" data-asset="…">` does: puts a launcher into the page's corner. The
 * script's other data attributes are the widget's; console/README.md lists them. Without an asset
 * it defines the element and leaves the placing to the page.
 */
const script = document.currentScript as HTMLScriptElement | null;

function place(): void {
  // A page of its own puts the element where it belongs.
  if (!script?.dataset.asset || document.querySelector('switchboard-chat')) return;
  const { asset, api, dir, ...rest } = script.dataset;
  const chat = document.createElement('switchboard-chat');
  Object.assign(chat.dataset, rest);
  chat.setAttribute('launcher', '');
  chat.setAttribute('api', api ?? new URL(script.src).origin);
  if (asset) chat.setAttribute('asset', asset);
  if (dir) chat.setAttribute('dir', dir);
  document.body.append(chat);
}

if (!customElements.get('switchboard-chat')) {
  customElements.define('switchboard-chat', SwitchboardChat);
}
if (document.body) place();
else document.addEventListener('DOMContentLoaded', place, { once: true });
