//! A home: the workplace that a command works on. Both kinds answer the same requests through the
//! same seam, so that one reader of the table serves both.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use app::{App, Clock, Config, Credentials};
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use channels::Secrets;
use domain::Millis;
use serde::{Deserialize, Serialize};

use crate::aws::caller::Caller;
use crate::aws::credentials::{self, Surroundings};
use crate::aws::stack::Stack;
use crate::aws::trouble::Trouble;
use crate::place::Place;

/// A workplace, with the ways to reach it.
#[expect(missing_debug_implementations, reason = "holds clients and secrets")]
pub struct Home {
    /// Its name in sentences: `the folder data`, `the stack switchboard in eu-central-1`.
    pub name: String,
    /// The app on the workplace's table, queues and vault.
    pub app: Arc<App>,
    /// Requests to services for which the app has no client.
    pub caller: Caller,
    /// The queues whose messages may be given up.
    pub queues: Vec<Queue>,
    /// The kind of home.
    pub kind: Kind,
    connector: SharedHttpConnector,
    clock: Clock,
}

/// A kind of home.
#[derive(Debug, Clone)]
pub enum Kind {
    /// A data folder on this machine.
    Local(Machine),
    /// A stack on AWS.
    Aws(Box<Stack>),
}

/// A data folder, and what its last `serve` wrote down of itself.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    /// The folder.
    pub folder: PathBuf,
    /// Whether a process runs on the folder now.
    pub running: bool,
    /// The words of the last process; `None`: none ran yet.
    pub facts: Option<Facts>,
}

/// A process on a data folder in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// The program's version.
    pub version: String,
    /// The address that browsers use.
    pub base_url: String,
    /// The issuer of the agents' tokens.
    pub issuer: String,
    /// The console's client id at the issuer.
    pub client_id: String,
    /// Whether another program issues the tokens.
    pub external_issuer: bool,
    /// Origins of web pages that may send requests.
    pub allowed_origins: Vec<String>,
    /// Whether the program serves a console.
    pub console: bool,
    /// Whether this is the demo.
    pub demo: bool,
    /// The providers' fields that the environment gives, as `whatsapp.app_secret`.
    pub given: BTreeSet<String>,
}

/// A queue whose messages may be given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Its name in commands.
    pub name: &'static str,
    /// The address of the queue itself; `None`: its letters cannot be handed in again.
    pub source: Option<String>,
    /// The address of its dead letters.
    pub dead: String,
    /// Whether messages of one group keep their order.
    pub fifo: bool,
}

/// The queues of the template: name, queue, dead letters, order.
pub const QUEUES: [(&str, Option<&str>, &str, bool); 5] = [
    ("outbox", Some("OutboxQueue"), "OutboxDeadLetterQueue", true),
    ("timer", Some("TimerQueue"), "TimerDeadLetterQueue", false),
    ("file", Some("FileQueue"), "FileDeadLetterQueue", false),
    ("stream", None, "StreamFailureQueue", false),
    ("sweep", None, "SweepDeadLetterQueue", false),
];

/// The wall clock.
#[must_use]
pub fn wall_clock() -> Clock {
    Arc::new(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Millis(since.ok().and_then(|d| i64::try_from(d.as_millis()).ok()).unwrap_or(0))
    })
}

impl Home {
    /// A data folder. `config` and `connector` lead to its table, queues and vault.
    #[must_use]
    pub fn local(
        machine: Machine,
        config: Config,
        connector: SharedHttpConnector,
        clock: Clock,
    ) -> Self {
        let base = config.endpoint.clone().unwrap_or_default();
        let queue = |id: &str| format!("{base}/queue/{id}");
        let caller = Caller::new(
            connector.clone(),
            &config.region,
            &config.credentials,
            Some(base.clone()),
            Arc::clone(&clock),
        );
        Self {
            name: format!("the folder {}", machine.folder.display()),
            // Here the stream and the schedule live in one process: they give nothing up.
            queues: queues(|id| queue(id)).into_iter().filter(|q| q.source.is_some()).collect(),
            app: Arc::new(App::new(config, Arc::clone(&clock), connector.clone())),
            caller,
            kind: Kind::Local(machine),
            connector,
            clock,
        }
    }

    /// The stack that the options name.
    ///
    /// # Errors
    /// [`Trouble`], as a sentence with its remedy.
    pub async fn aws(
        place: &Place,
        around: &Surroundings,
        connector: SharedHttpConnector,
        clock: Clock,
    ) -> Result<Self, Trouble> {
        let profile = place.profile.as_deref();
        let region =
            credentials::region(around, place.region.as_deref(), profile.unwrap_or("default"))?;
        let keys = credentials::find(around, profile).await?;
        let endpoint = around.variables.get("AWS_ENDPOINT_URL").cloned();
        let endpoint = endpoint.filter(|url| !url.is_empty());
        let caller =
            Caller::new(connector.clone(), &region, &keys, endpoint.clone(), Arc::clone(&clock));
        let stack = Stack::read(&caller, place.stack.as_deref().unwrap_or_default()).await?;
        let config = configuration(&stack, &region, keys, endpoint);
        Ok(Self {
            name: format!("the stack {} in {region}", stack.name),
            queues: queues(|id| stack.resource(id).to_owned()),
            app: Arc::new(App::new(config, Arc::clone(&clock), connector.clone())),
            caller,
            kind: Kind::Aws(Box::new(stack)),
            connector,
            clock,
        })
    }

    /// The time, by the home's clock.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.app.now()
    }

    /// The same app with the installation's values for providers, which a check of an asset needs.
    #[must_use]
    pub fn app_with(&self, secrets: BTreeMap<String, Secrets>) -> App {
        let config = Config { secrets, ..self.app.config.clone() };
        App::new(config, Arc::clone(&self.clock), self.connector.clone())
    }

    /// The stack, if this home is one.
    #[must_use]
    pub fn stack(&self) -> Option<&Stack> {
        match &self.kind {
            Kind::Aws(stack) => Some(stack),
            Kind::Local(_) => None,
        }
    }

    /// Whether people sign in here by passwords of the workplace's own: its first admin comes by the
    /// set-up code.
    #[must_use]
    pub fn has_passwords(&self) -> bool {
        match &self.kind {
            Kind::Local(machine) => {
                machine.facts.as_ref().is_some_and(|facts| !facts.external_issuer && !facts.demo)
            }
            Kind::Aws(_) => false,
        }
    }

    /// The options that name this home, for a remedy that can be copied.
    #[must_use]
    pub fn options(&self) -> String {
        match &self.kind {
            Kind::Local(machine) => format!("--data {}", machine.folder.display()),
            Kind::Aws(stack) => {
                let region = self.caller.region();
                format!("--home aws --stack {} --region {region}", stack.name)
            }
        }
    }
}

fn queues(address: impl Fn(&str) -> String) -> Vec<Queue> {
    let of = |(name, source, dead, fifo): (&'static str, Option<&str>, &str, bool)| Queue {
        name,
        source: source.map(&address),
        dead: address(dead),
        fifo,
    };
    QUEUES.map(of).into()
}

/// The configuration that leads to a stack. It holds no secret of a provider: the doctor alone reads
/// those.
fn configuration(
    stack: &Stack,
    region: &str,
    credentials: Credentials,
    endpoint: Option<String>,
) -> Config {
    let or = |output: &str, parameter: &str| {
        let found = stack.output(output);
        if found.is_empty() { stack.parameter(parameter) } else { found }.to_owned()
    };
    let public = stack.output("WebSocketUrl");
    Config {
        table: stack.resource("Table").to_owned(),
        region: region.to_owned(),
        endpoint,
        credentials,
        sockets_url: public.replacen("wss", "https", 1),
        public_sockets_url: public.to_owned(),
        outbox_queue_url: stack.resource("OutboxQueue").to_owned(),
        timer_queue_url: stack.resource("TimerQueue").to_owned(),
        file_queue_url: stack.resource("FileQueue").to_owned(),
        stand_in_url: String::new(),
        files_url: String::new(),
        files_bucket: stack.resource("FilesBucket").to_owned(),
        bus: stack.resource("DomainBus").to_owned(),
        issuer: or("Issuer", "OidcIssuer"),
        client_id: or("ClientId", "OidcClientId"),
        trust_unverified_email: stack.parameter("TrustUnverifiedEmail") == "true",
        admin_email: stack.parameter("AdminEmail").to_owned(),
        allowed_origins: stack
            .parameter("AllowedOrigins")
            .split(',')
            .filter(|origin| !origin.is_empty())
            .map(str::to_owned)
            .collect(),
        visitor_key: String::new(),
        keys_secret: stack.resource("EngineKeys").to_owned(),
        edge_key: String::new(),
        secrets: BTreeMap::new(),
        secrets_prefix: format!("switchboard/{}/assets/", stack.name),
        directory_ttl: Millis::seconds(2),
        throttle: true,
        take_turns: true,
    }
}
