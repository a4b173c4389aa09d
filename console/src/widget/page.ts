interface Config {
  webchatAsset: string;
}

/** The plain page around the widget: it reads the asset from the server's configuration. */
async function start(): Promise<void> {
  const chat = document.createElement('switchboard-chat');
  try {
    const config = (await (await fetch('/config.json')).json()) as Config;
    const asset = new URLSearchParams(location.search).get('asset') ?? config.webchatAsset;
    chat.setAttribute('asset', asset);
  } catch {
    chat.setAttribute('unavailable', '');
  }
  document.querySelector('main')?.append(chat);
}

void start();
