// Takes every customer who waits, and answers each of their messages.
import { Agent, Api, Refused } from 'switchboard-client';

const address = process.env.SWITCHBOARD ?? 'http://localhost:8787';

/** Without a key, the demo's Mark. */
async function demoToken(): Promise<string> {
  const answer = await fetch(`${address}/oidc/demo-token?agent=mark`);
  return (await answer.json()).id_token;
}

const agent = await new Agent(new Api(address, process.env.SWITCHBOARD_KEY || demoToken)).start();
console.log(`Listening as ${agent.me?.name}`);

for await (const news of agent) {
  try {
    if (news.type === 'waiting') {
      await agent.command(news.conversation, { type: 'accept' });
    } else if (news.event.type === 'customer_message' && news.event.content.kind === 'text') {
      await agent.answer(news, `You said: ${news.event.content.text}`);
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(`${error.message} ${error.remedy}`);
  }
}
