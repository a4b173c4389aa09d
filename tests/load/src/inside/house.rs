//! The house of a run: a table on disk, agents, and waiting conversations.

use std::path::PathBuf;
use std::sync::Arc;

use crate::Failed;
use crate::wires::{Connector, Wires};
use app::{App, Clock};
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use channels::Inbound;
use domain::{AgentId, Content, Millis, Mode, Profile, Role, ThreadId};
use futures_util::{StreamExt, TryStreamExt, stream};
use platform::Platform;
use platform::engine::Engine;
use platform::files::Files;
use platform::function::{Apps, Functions};
use platform::issuer::Issuer;
use serde_json::{Value, json};
use store::settings::directory::{Agent, Asset, Queue, Record, Team};
use store::settings::overrides::{Changed, Document, Overrides, Scope};

const URL: &str = "http://localhost:1";
/// The number of conversations that the run opens side by side.
const ABREAST: usize = 16;

/// The parts of a run.
pub(crate) struct House {
    pub(crate) platform: Arc<Platform>,
    pub(crate) app: Arc<App>,
    pub(crate) wires: Arc<Wires>,
    pub(crate) functions: Functions,
    scratch: PathBuf,
}

impl Drop for House {
    fn drop(&mut self) {
        // The run needs its scratch folder no longer.
        let _ = std::fs::remove_dir_all(&self.scratch);
    }
}

pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Failed> {
    text.parse().map_err(|_| format!("{text} is no id").into())
}

pub(crate) fn agent(n: usize) -> String {
    format!("agent{n:04}")
}

impl House {
    /// An empty table, `agents` of one team with this capacity, and two queues with an account
    /// each. Requests of one thread take turns only if `turns` says so: the runs look at races.
    pub(crate) async fn build(agents: usize, capacity: u32, turns: bool) -> Result<Self, Failed> {
        let place = std::env::current_exe()?;
        let name = format!("inside-{}-{agents}", std::process::id());
        let scratch = place.parent().ok_or("the program stands nowhere")?.join(name);
        std::fs::create_dir_all(&scratch)?;
        let engine = Engine::open(&scratch.join("switchboard.sqlite"))?;
        let wiring = platform::template::read(platform::template::TEMPLATE)?;
        let issuer = Issuer::open(URL, None, true)?;
        let keys = platform::keys(&issuer, false);
        let files = Files::open(None, &format!("{URL}/files"), &keys, platform::REGION)?;
        let platform = Platform::new(engine, wiring, issuer, files, false, URL.to_owned());
        let wires = Wires::new(Arc::clone(&platform));
        let mut house = Self {
            app: Arc::new(Self::app(&platform, &wires, platform::wall_clock(), turns)),
            functions: Functions::Watched(String::new()),
            platform,
            wires,
            scratch,
        };
        house.functions = house.all_functions()?;
        store::table::create(&house.app.table_client(), platform::TABLE).await?;
        house.furnish(agents, capacity).await?;
        Ok(house)
    }

    pub(crate) fn app(
        platform: &Arc<Platform>,
        wires: &Arc<Wires>,
        clock: Clock,
        turns: bool,
    ) -> App {
        let mut config = platform.config();
        config.take_turns = turns;
        App::new(config, clock, SharedHttpConnector::new(Connector(Arc::clone(wires))))
    }

    /// The functions, which share one app: the runs look at their work, and not at their walls.
    fn all_functions(&self) -> Result<Functions, Failed> {
        let apps = Apps::new(&self.platform.wiring, |_, _| Ok::<_, Failed>(Arc::clone(&self.app)))?;
        Ok(Functions::Here(Arc::new(apps)))
    }

    async fn furnish(&self, agents: usize, capacity: u32) -> Result<(), Failed> {
        let mut records =
            vec![Record::Team(Team { id: id("support")?, name: "Support".into(), retired: false })];
        for queue in ["support", "quiet"] {
            let team = id("support")?;
            records.push(Record::Queue(Queue {
                id: id(queue)?,
                name: queue.into(),
                team,
                retired: false,
            }));
            records.push(Record::Asset(Asset {
                id: id(&format!("wa-{queue}"))?,
                name: queue.into(),
                channel: "whatsapp".into(),
                account: queue.into(),
                queue: id(queue)?,
                teams: Vec::new(),
                retired: false,
            }));
        }
        for n in 0..agents {
            records.push(Record::Agent(Agent {
                profile: Profile {
                    id: id(&agent(n))?,
                    name: agent(n),
                    role: Role::Agent,
                    teams: vec![id("support")?],
                    capacity,
                    skills: Vec::new(),
                },
                email: format!("{}@load.test", agent(n)),
                call: None,
                active: true,
                signs_in: None,
            }));
        }
        for some in records.chunks(25) {
            self.app.store.put_records(some).await?;
        }
        self.app.refresh_directory();
        Ok(())
    }

    /// Sets overrides for a queue.
    pub(crate) async fn set(&self, queue: &str, own: Overrides) -> Result<(), Failed> {
        let scope = Scope::Queue(id(queue)?);
        let by: AgentId = id(&agent(0))?;
        let read = self.app.store.directory().await?.settings.of(&scope).version;
        let document = Document { own, version: read + 1, ..Document::default() };
        let changed = Changed { at: self.app.now(), by, scope, changes: Vec::new() };
        if !self.app.store.put_settings(&document, read, &changed).await? {
            return Err("a setting was not written".into());
        }
        self.app.refresh_directory();
        Ok(())
    }

    pub(crate) async fn give_out(&self, queue: &str) -> Result<(), Failed> {
        self.set(queue, Overrides { mode: Some(Mode::Auto), ..Overrides::default() }).await
    }

    /// Customers write, all at the moment at which `app` lives.
    pub(crate) async fn writes(
        &self,
        app: &App,
        queue: &str,
        n: usize,
        text: &str,
    ) -> Result<ThreadId, Failed> {
        let directory = app.directory().await?;
        let asset = directory.assets.get(&id(&format!("wa-{queue}"))?).ok_or("no account")?;
        let address = format!("1555{n:07}");
        let message = Inbound {
            account: asset.account.clone(),
            address: address.clone(),
            others: Vec::new(),
            name: format!("Customer {n}"),
            key: format!("wamid.{queue}.{n}.{text}"),
            sent_at: Some(app.now()),
            content: Content::text(text),
            reply_to: None,
            beside: domain::intake::Beside::default(),
            quiet: false,
            shortened: false,
        };
        app::intake::receive(app.engine(), asset, &message).await?;
        Ok(store::key::thread(&asset.id, &address))
    }

    pub(crate) async fn open(&self, queue: &str, count: usize) -> Result<Vec<ThreadId>, Failed> {
        stream::iter(0..count)
            .map(|n| self.writes(&self.app, queue, n, "Hello"))
            .buffered(ABREAST)
            .try_collect()
            .await
    }

    /// The socket of an agent.
    pub(crate) fn socket(agent: &str) -> String {
        format!("socket-{agent}")
    }

    pub(crate) async fn connect(&self, agent: &str) -> Result<(), Failed> {
        self.app.store.add_socket(&id(agent)?, &Self::socket(agent)).await?;
        Ok(())
    }

    /// An agent sends a frame.
    pub(crate) async fn says(&self, agent: &str, frame: &Value) -> Result<Vec<Value>, Failed> {
        let action = frame["action"].as_str().unwrap_or_default();
        let commands = ["messaging", "assignment", "transfer", "discuss"];
        let function = if commands.contains(&action) { action } else { "connection" };
        let socket = Self::socket(agent);
        let event = json!({
            "requestContext": {
                "eventType": "MESSAGE", "connectionId": socket, "connectedAt": 0,
                "requestTimeEpoch": 0, "identity": {},
                "authorizer": {"principalId": "x", "kind": "agent", "agent": agent},
            },
            "body": frame.to_string(),
        });
        self.functions.invoke(function, event).await?;
        Ok(self.wires.answers(&socket))
    }
}

/// A moment as seconds with one digit.
pub(crate) fn seconds(span: Millis) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below")]
    let ms = span.0 as f64;
    ms / 1_000.0
}
