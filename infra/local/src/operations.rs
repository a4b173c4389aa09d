//! Operations on a data folder: the door for the command line, and the way through it.
//!
//! While a process works on the folder, it alone writes there. It opens a second door on loopback,
//! behind which stand the same AWS APIs as its functions use, and puts the door's address and key
//! into the folder: who may read the folder may operate the workplace, and nobody else. Where no
//! process runs, a command takes the folder for itself (docs/decisions/0047).

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;

use app::{Config, Credentials};
use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use operate::home::Facts;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use crate::console::Console;
use crate::{Platform, REGION, TABLE, folder, server};

/// The file with the door's address and key.
pub const FILE: &str = "operations.json";
/// The header with the key.
const KEY: &str = "x-switchboard-operator";

/// The content of the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Door {
    /// The door's address: `http://127.0.0.1:49213`.
    address: String,
    /// The key.
    key: String,
    /// The process in its own words.
    pub(crate) facts: Facts,
}

/// Opens the door of a process that works on a folder.
///
/// # Errors
/// If loopback or the folder cannot be used.
pub async fn open(
    platform: &Arc<Platform>,
    data: &Path,
    console: &Path,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    let key = bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let door = Door { address, key: key.clone(), facts: facts(platform, console) };
    folder::replace(&data.join(FILE), serde_json::to_string_pretty(&door)?.as_bytes())?;
    let routes = Router::new()
        .route("/aws/{*path}", axum::routing::post(server::aws_call))
        .route("/aws/", axum::routing::post(server::aws_call))
        .layer(middleware::from_fn_with_state(key, guard))
        .with_state(Arc::clone(platform));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok(())
}

/// Lets nobody in without the key. The comparison takes the same time for every wrong key.
async fn guard(
    State(key): State<String>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    let given = headers.get(KEY).map_or(&[][..], |value| value.as_bytes());
    let same = given.len() == key.len()
        && given.iter().zip(key.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0;
    if same {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "this door is for the command line of this machine\n")
            .into_response()
    }
}

fn facts(platform: &Arc<Platform>, console: &Path) -> Facts {
    let config = platform.config();
    let given = |(channel, secrets): (&String, &channels::Secrets)| {
        let fields = channels::channel(channel).map_or(&[][..], |channel| channel.fields());
        let set = fields.iter().filter(|field| !secrets.get(field.name).is_empty());
        set.map(|field| format!("{channel}.{}", field.name)).collect::<Vec<_>>()
    };
    let given: BTreeSet<String> = config.secrets.iter().flat_map(given).collect();
    Facts {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        base_url: platform.base_url.clone(),
        issuer: config.issuer,
        client_id: config.client_id,
        external_issuer: platform.issuer.external,
        allowed_origins: config.allowed_origins,
        console: Console::find(console).is_some(),
        demo: !platform.is_earnest(),
        given,
    }
}

/// The configuration that leads through the door.
pub(crate) fn through(door: &Door) -> Config {
    let base = format!("{}/aws", door.address);
    Config {
        table: TABLE.to_owned(),
        region: REGION.to_owned(),
        endpoint: Some(base.clone()),
        credentials: Credentials {
            key_id: "local".to_owned(),
            secret: "local".to_owned(),
            token: None,
        },
        sockets_url: format!("{base}/live"),
        public_sockets_url: String::new(),
        outbox_queue_url: format!("{base}/queue/OutboxQueue"),
        timer_queue_url: format!("{base}/queue/TimerQueue"),
        file_queue_url: format!("{base}/queue/FileQueue"),
        stand_in_url: String::new(),
        files_url: String::new(),
        files_bucket: String::new(),
        bus: "DomainBus".to_owned(),
        issuer: door.facts.issuer.clone(),
        client_id: door.facts.client_id.clone(),
        trust_unverified_email: false,
        admin_email: String::new(),
        allowed_origins: door.facts.allowed_origins.clone(),
        visitor_key: String::new(),
        keys_secret: String::new(),
        edge_key: String::new(),
        secrets: if door.facts.demo {
            crate::sandbox::all_secrets(&door.facts.base_url)
        } else {
            Config::provider_secrets(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
        },
        secrets_prefix: "switchboard/assets/".to_owned(),
        directory_ttl: domain::Millis::seconds(2),
        throttle: true,
        take_turns: true,
    }
}

/// Requests through the door carry its key; all others go their own way.
pub(crate) struct Through {
    door: Door,
    network: SharedHttpConnector,
    secure: SharedHttpConnector,
}

impl std::fmt::Debug for Through {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Through")
    }
}

impl Through {
    pub(crate) fn new(door: Door) -> Self {
        let network = SharedHttpConnector::new(Connector::builder().build_http());
        Self { door, network, secure: app::runtime::provider::https_connector() }
    }
}

impl HttpConnector for Through {
    fn call(&self, mut request: HttpRequest) -> HttpConnectorFuture {
        if request.uri().starts_with("https:") {
            return self.secure.call(request);
        }
        if request.uri().starts_with(&format!("{}/", self.door.address)) {
            request.headers_mut().insert(KEY, self.door.key.clone());
        }
        self.network.call(request)
    }
}
