//! Agents at work and customers in conversation with them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::stream::SplitStream;
use futures_util::{SinkExt, StreamExt};
use http::Method;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use crate::Failed;
use crate::client::{Client, text};
use crate::options::Options;
use crate::platform::Platform;
use crate::run::Board;

/// The longest time for writing the demo's past.
const QUIET: Duration = Duration::from_secs(40);

/// A customer of the run.
#[derive(Debug, Clone)]
pub(crate) struct Customer {
    /// The telephone number.
    pub(crate) address: String,
    /// The name.
    pub(crate) name: String,
}

struct Agent {
    id: String,
    token: String,
}

/// The scene of a run.
pub(crate) struct World {
    /// Talks to the platform.
    pub(crate) client: Arc<Client>,
    /// The board that notes arrivals.
    pub(crate) board: Arc<Board>,
    /// The customers whose conversation one of our agents has.
    pub(crate) customers: Vec<Customer>,
    /// The time from the platform's start until it had taken the first message.
    pub(crate) first: Option<Duration>,
    /// The memory in use before the first request, in MiB.
    pub(crate) idle: Option<u64>,
    /// A number of the run, for ids that no earlier run has used.
    pub(crate) run: u64,
    agents: Vec<Agent>,
    taken: Vec<(usize, String)>,
}

impl World {
    pub(crate) async fn open(options: &Options, platform: &Platform) -> Result<Self, Failed> {
        let client = Arc::new(Client::new(platform.authority.clone()));
        let run = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
        let mut first = None;
        if let Some(started) = platform.started {
            let id = format!("wamid.LOAD{run}.first");
            if !client.webhook("15550199999", "First", &id, "Anybody there?").await? {
                return Err("the platform did not take the first message".into());
            }
            first = Some(started.elapsed());
        }
        let mut agents = Vec::new();
        for id in &options.agents {
            let path = format!("/oidc/demo-token?agent={id}");
            let answer = client
                .call(Method::GET, &path, None, None)
                .await
                .map_err(|e| format!("{id} cannot sign in; the demo's people are needed: {e}"))?;
            agents.push(Agent { id: id.clone(), token: text(&answer, "id_token")? });
        }
        let board = Arc::new(Board::default());
        let mut world = Self {
            client,
            board,
            customers: Vec::new(),
            first,
            idle: None,
            run,
            agents,
            taken: Vec::new(),
        };
        if platform.started.is_some() {
            world.settle().await?;
            world.clear_workloads().await?;
            // The platform still writes lists, reports and the like.
            platform.rest(QUIET).await;
        }
        world.idle = platform.memory();
        for agent in &world.agents {
            let socket = world.client.socket(&agent.token).await?;
            listen(&agent.id, socket, Arc::clone(&world.board)).await?;
        }
        world.fill(options.conversations).await?;
        Ok(world)
    }

    async fn get(&self, agent: &Agent, path: &str) -> Result<Value, Failed> {
        self.client.call(Method::GET, path, Some(&agent.token), None).await
    }

    async fn command(
        &self,
        agent: &Agent,
        conversation: &str,
        command: &Value,
    ) -> Result<(), Failed> {
        let kind = command["type"].as_str().unwrap_or_default();
        let id = format!("load-{}-{conversation}-{kind}", self.run);
        let body = json!({"id": id, "conversation": conversation, "command": command});
        let sent = self.client.call(Method::POST, "/v1/commands", Some(&agent.token), Some(&body));
        sent.await.map(|_| ())
    }

    /// Waits until the platform has written the demo's past: until no list has changed for two
    /// seconds.
    async fn settle(&self) -> Result<(), Failed> {
        let (begun, mut since, mut before) = (Instant::now(), Instant::now(), Vec::new());
        while since.elapsed() < Duration::from_secs(2) {
            if begun.elapsed() > QUIET {
                return Err("the platform does not come to rest after its start".into());
            }
            let mut now = Vec::new();
            for agent in &self.agents {
                now.push(self.get(agent, "/v1/conversations").await?);
            }
            if now != before {
                (before, since) = (now, Instant::now());
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        Ok(())
    }

    /// Ends the conversations that the demo has put on our agents' workloads.
    async fn clear_workloads(&self) -> Result<(), Failed> {
        for agent in &self.agents {
            for status in ["active", "pending"] {
                let path = format!("/v1/conversations?owner={}&status={status}", agent.id);
                let list = self.get(agent, &path).await?;
                for card in list["conversations"].as_array().into_iter().flatten() {
                    let resolve = json!({"type": "resolve"});
                    self.command(agent, &text(card, "id")?, &resolve).await?;
                }
            }
        }
        Ok(())
    }

    /// Opens conversations by webhook, and has the agents accept them one after the other.
    async fn fill(&mut self, wanted: usize) -> Result<(), Failed> {
        for n in 0..wanted {
            let customer = Customer {
                address: format!("1555{:05}{n:03}", self.run % 100_000),
                name: format!("Load {}-{n}", self.run),
            };
            let id = format!("wamid.LOAD{}.open{n}", self.run);
            if !self.client.webhook(&customer.address, &customer.name, &id, "Hello").await? {
                return Err("the platform did not take a first message".into());
            }
            self.customers.push(customer);
        }
        let mut refused = None;
        let mut full = vec![false; self.agents.len()];
        let mut kept = Vec::new();
        // A page of the queue shows 50 places; each taken place makes room for the rest.
        while kept.len() < wanted {
            let Some(viewer) = self.agents.first() else { break };
            let queue = self.get(viewer, "/v1/queues/support").await?;
            let places: Vec<(String, Customer)> = queue["waiting"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|place| {
                    let customer = self.customers.iter().find(|c| place["name"] == c.name)?;
                    Some((place["conversation"].as_str()?.to_owned(), customer.clone()))
                })
                .collect();
            if places.is_empty() || full.iter().all(|f| *f) {
                break;
            }
            for (conversation, customer) in places {
                let turn = kept.len();
                let order = (0..self.agents.len()).map(|i| (turn + i) % self.agents.len());
                for index in order {
                    if full[index] {
                        continue;
                    }
                    let accept = json!({"type": "accept"});
                    match self.command(&self.agents[index], &conversation, &accept).await {
                        Ok(()) => {
                            self.taken.push((index, conversation));
                            kept.push(customer);
                            break;
                        }
                        Err(why) => {
                            full[index] = true;
                            refused = Some(why);
                        }
                    }
                }
            }
        }
        self.customers = kept;
        match refused {
            Some(why) if self.customers.len() < wanted => Err(format!(
                "only {} of {wanted} conversations found an agent; name more with --agents, or ask \
                 for fewer with --conversations ({why})",
                self.customers.len()
            )
            .into()),
            None if self.customers.len() < wanted => {
                Err("the conversations do not show up in the queue support".into())
            }
            _ => Ok(()),
        }
    }

    /// Ends the conversations, so that a platform that goes on has its workloads free again.
    pub(crate) async fn leave(&self) -> Result<(), Failed> {
        for (index, conversation) in &self.taken {
            let resolve = json!({"type": "resolve"});
            self.command(&self.agents[*index], conversation, &resolve).await?;
        }
        Ok(())
    }
}

/// Says hello on an agent's socket, waits for the welcome, and notes arrivals from then on.
async fn listen(
    agent: &str,
    socket: WebSocketStream<TcpStream>,
    board: Arc<Board>,
) -> Result<(), Failed> {
    let (mut write, mut read) = socket.split();
    write.send(Message::text(r#"{"action":"hello","positions":{}}"#)).await?;
    let welcome = tokio::time::timeout(Duration::from_secs(5), read.next()).await;
    if !matches!(welcome, Ok(Some(Ok(Message::Text(text)))) if text.contains(r#""welcome""#)) {
        return Err(format!("{agent} was not welcomed on the socket").into());
    }
    let agent = agent.to_owned();
    tokio::spawn(async move {
        // The writer must live: dropping it would close the socket.
        let _write = write;
        follow(read, &board).await;
        board.cut(&agent);
    });
    Ok(())
}

async fn follow(mut read: SplitStream<WebSocketStream<TcpStream>>, board: &Board) {
    while let Some(Ok(message)) = read.next().await {
        let at = Instant::now();
        if let Message::Text(text) = message {
            board.saw(&text, at);
        }
    }
}
