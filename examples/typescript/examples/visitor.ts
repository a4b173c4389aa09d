// A customer of the web chat, in the terminal: each line goes to the business, its answers come back.
import { createInterface } from 'node:readline';
import { Visitor } from 'switchboard-client';

const address = process.env.SWITCHBOARD ?? 'http://localhost:8787';
const asset = process.env.SWITCHBOARD_ASSET ?? 'web-demo';

const visitor = await new Visitor(address, asset, { name: process.argv[2] ?? 'Smith' }).start();
console.log('Write to us:');

async function print(): Promise<void> {
  for (let shown = 0; ; shown += 1) {
    await visitor.until(() => visitor.messages.length > shown);
    const message = visitor.messages[shown];
    const content = message?.content;
    if (message?.from === 'us' && content?.kind === 'text') {
      console.log(`${message.by ?? 'Support'}: ${content.text}`);
    }
    if (message?.from === 'note')
      console.log('The chat has ended; your next line begins a new one.');
  }
}

// The printing ends with the visitor.
print().catch(() => {});
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim()) await visitor.write(line);
}
await visitor.stop();
