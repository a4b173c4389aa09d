//! Calling functions: in this process, or through `cargo lambda watch`.

use protocol::frame::Action;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::App;
use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::template::{Wall, Wiring};

/// The place where the functions run.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds the app")]
pub enum Functions {
    /// Linked into this process: the same `handle` as on AWS, without the runtime around it.
    Here(Arc<Apps>),
    /// Behind the Lambda runtime that `cargo lambda watch` emulates at this address.
    Watched(String),
}

/// The app of each function, and the time that it has for an invocation.
#[expect(missing_debug_implementations, reason = "holds apps")]
pub struct Apps {
    all: BTreeMap<String, (Arc<App>, Duration)>,
    /// Makes the app of a function anew, as a cold start does.
    fresh: Option<Fresh>,
    /// The instances that a cold start made, the oldest first.
    started: Mutex<VecDeque<(String, Arc<App>)>>,
}

type Fresh = Box<dyn Fn(&str) -> Option<Arc<App>> + Send + Sync>;

/// The most instances that are kept.
const KEPT: usize = 16;

/// The instance of a function that a call meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instance {
    /// The one that always runs.
    Warm,
    /// One that has just started, and remembers nothing.
    Cold,
    /// One that was frozen since its last call, and remembers what it knew then.
    Frozen,
}

impl Apps {
    /// Makes the app of each function of a wiring.
    ///
    /// # Errors
    /// If `make` does.
    pub fn new<E>(
        wiring: &Wiring,
        mut make: impl FnMut(&str, &Wall) -> Result<Arc<App>, E>,
    ) -> Result<Self, E> {
        let each = wiring.walls.iter().map(|(name, wall)| {
            Ok((name.clone(), (make(name, wall)?, Duration::from_secs(wall.timeout))))
        });
        let all = each.collect::<Result<_, E>>()?;
        Ok(Self { all, fresh: None, started: Mutex::default() })
    }

    /// The same apps, with a way to start one anew.
    #[must_use]
    pub fn with_fresh(
        self,
        fresh: impl Fn(&str) -> Option<Arc<App>> + Send + Sync + 'static,
    ) -> Self {
        Self { fresh: Some(Box::new(fresh)), ..self }
    }

    fn instance(&self, name: &str, instance: Instance, warm: &Arc<App>) -> Arc<App> {
        let started = || self.started.lock().unwrap_or_else(PoisonError::into_inner);
        let made = match instance {
            Instance::Warm => None,
            Instance::Cold => self.fresh.as_ref().and_then(|fresh| fresh(name)),
            Instance::Frozen => {
                let mut all = started();
                let at = all.iter().position(|(function, _)| function == name);
                at.and_then(|at| all.remove(at)).map(|(_, app)| app)
            }
        };
        let Some(app) = made else { return Arc::clone(warm) };
        let mut all = started();
        all.push_back((name.to_owned(), Arc::clone(&app)));
        if all.len() > KEPT {
            all.pop_front();
        }
        app
    }
}

/// A function that failed or does not exist.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub struct Crashed(pub String);

impl Functions {
    /// Calls a function with an event, and returns its answer.
    ///
    /// # Errors
    /// If the function fails, as the Lambda runtime would report it.
    pub async fn invoke(&self, name: &str, event: Value) -> Result<Value, Crashed> {
        self.invoke_on(Instance::Warm, name, event).await
    }

    /// The same, on an instance of one's choice.
    ///
    /// # Errors
    /// As [`Self::invoke`].
    pub async fn invoke_on(
        &self,
        instance: Instance,
        name: &str,
        event: Value,
    ) -> Result<Value, Crashed> {
        match self {
            Self::Here(apps) => {
                let Some((warm, timeout)) = apps.all.get(name) else {
                    return Err(Crashed(format!("there is no function {name}")));
                };
                let app = &apps.instance(name, instance, warm);
                // Handlers catch panics themselves; this catches panics before and after them.
                let called = app::runtime::panics::caught(
                    &app.metrics,
                    app.now(),
                    "invocation",
                    here(app, name, event),
                );
                let Ok(called) = tokio::time::timeout(*timeout, called).await else {
                    let seconds = timeout.as_secs();
                    return Err(Crashed(format!("{name} timed out after {seconds} seconds")));
                };
                called.map_err(|failure| Crashed(failure.to_string())).flatten()
            }
            Self::Watched(url) => watched(url, name, event).await,
        }
    }
}

async fn here(app: &App, name: &str, event: Value) -> Result<Value, Crashed> {
    match name {
        "connection" => out(connection::handle(app, event).await),
        "ingest" => out(ingest::handle(app, input(event)?).await),
        "messaging" => out(doors::handle(app, Action::Messaging, input(event)?).await),
        "assignment" => out(doors::handle(app, Action::Assignment, input(event)?).await),
        "transfer" => out(doors::handle(app, Action::Transfer, input(event)?).await),
        "discuss" => out(doors::handle(app, Action::Discuss, input(event)?).await),
        "fanout" => out(fanout::handle(app, input(event)?).await),
        "timers" => out(timers::handle(app, event).await),
        "deliver" => out(deliver::handle(app, event).await),
        "projection" => out(projection::handle(app, input(event)?).await),
        "api" => out(api::handle(app, input(event)?).await),
        other => Err(Crashed(format!("there is no function {other}"))),
    }
}

fn input<T: DeserializeOwned>(event: Value) -> Result<T, Crashed> {
    serde_json::from_value(event).map_err(|e| Crashed(format!("the event has the wrong form: {e}")))
}

fn out<T: Serialize, E: std::fmt::Display>(answer: Result<T, E>) -> Result<Value, Crashed> {
    let answer = answer.map_err(|e| Crashed(e.to_string()))?;
    serde_json::to_value(answer).map_err(|e| Crashed(e.to_string()))
}

async fn watched(url: &str, name: &str, event: Value) -> Result<Value, Crashed> {
    let crashed = |why: String| Crashed(format!("{name}: {why}"));
    let mut request = HttpRequest::new(SdkBody::from(event.to_string()));
    request.set_method("POST").map_err(|e| crashed(e.to_string()))?;
    request
        .set_uri(format!("{url}/2015-03-31/functions/{name}/invocations"))
        .map_err(|e| crashed(e.to_string()))?;
    request.headers_mut().insert("content-type", "application/json");
    let connector = Connector::builder().build_http();
    let answer = connector
        .call(request)
        .await
        .map_err(|e| crashed(format!("cargo lambda watch does not answer: {e:?}")))?;
    let status = answer.status().as_u16();
    let body = ByteStream::new(answer.into_body())
        .collect()
        .await
        .map_err(|e| crashed(e.to_string()))?
        .to_vec();
    let value: Value = serde_json::from_slice(&body).unwrap_or_default();
    if status >= 300 || value.get("errorType").is_some() {
        let said = value.get("errorMessage").and_then(Value::as_str).unwrap_or("no message");
        return Err(crashed(format!("{status}: {said}")));
    }
    Ok(value)
}
