//! Everything outside the functions: the table, sockets, queues, the bus, the provider and the
//! sign-in service, behind the SDK's HTTP seam. It counts, and breaks things on purpose.

mod answers;
mod mail;
mod strangers;
mod walls;

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use domain::Millis;
use platform::engine::Engine;
use platform::files::Files;
use platform::issuer::Issuer;
use platform::template::Wiring;
use referee::judge::Judge;
use serde_json::{Value, json};

pub use answers::Provider;
pub use mail::SES;
pub use strangers::{Served, Strangers};

/// The address of the bucket for files.
pub const FILES: &str = "http://files.test";

/// The keys with which the functions sign.
pub fn keys() -> app::Credentials {
    app::Credentials { key_id: "k".to_owned(), secret: "s".to_owned(), token: None }
}

/// The fault of the next write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No fault: this write goes well.
    None,
    /// Another transaction touches the same items.
    Conflict,
    /// DynamoDB asks to slow down.
    Throttle,
    /// DynamoDB writes, but the answer never comes.
    LostAnswer,
    /// DynamoDB does not write, and no answer comes.
    Unreachable,
    /// Our own code meets a mistake of ours.
    Panic,
}

/// The cost of a piece of work.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Meter {
    /// Requests to the table.
    pub requests: u32,
    /// Write units, as DynamoDB reports them.
    pub writes: f64,
    /// Read units.
    pub reads: f64,
    /// Frames posted to sockets.
    pub posts: u32,
}

/// The call at which an invocation ends in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrashPoint {
    /// The number of calls to the outside that go well first.
    pub calls: usize,
    /// Whether the call still happens, and only its answer is lost.
    pub after: bool,
}

pub struct Wires {
    engine: Engine,
    /// Another DynamoDB, which hears every request and must answer alike (docs/decisions/0045).
    judge: Option<Judge>,
    files: Files,
    crash: Mutex<Option<CrashPoint>>,
    crashed: tokio::sync::Notify,
    calls: AtomicUsize,
    issuer: Issuer,
    pub issuer_down: AtomicBool,
    /// How often somebody asked the issuer while it was down.
    pub issuer_missed: AtomicUsize,
    /// The number of posts that the gateway of sockets throttles next.
    pub posts_throttled: AtomicUsize,
    sockets: Mutex<BTreeMap<String, Vec<Value>>>,
    outbox: Mutex<VecDeque<String>>,
    timers: Mutex<Vec<(i64, String)>>,
    pub bus: Mutex<Vec<Value>>,
    pub provider: Mutex<Provider>,
    strangers: Mutex<Strangers>,
    pub mail: Mutex<mail::Ses>,
    pub vault: platform::vault::Vault,
    meter: Mutex<Meter>,
    faults: Mutex<VecDeque<Fault>>,
    /// Writes with this text in them find nobody.
    refused_text: Mutex<Option<&'static str>>,
    /// The position of each function in the stream.
    iterators: Mutex<BTreeMap<String, String>>,
    wiring: &'static Wiring,
    denied: Mutex<Vec<String>>,
}

impl Wires {
    pub fn new(engine: Engine) -> Arc<Self> {
        let mut issuer = Issuer::open("http://issuer.test", None, true).unwrap();
        issuer.url = "http://issuer.test".to_owned();
        Arc::new(Self {
            engine,
            judge: std::env::var("REFEREE_TABLE")
                .ok()
                .map(|url| Judge::new(&url, uuid::Uuid::now_v7().to_string())),
            files: Files::open(None, FILES, &keys(), "local").unwrap(),
            crash: Mutex::default(),
            crashed: tokio::sync::Notify::new(),
            calls: AtomicUsize::new(0),
            issuer,
            issuer_down: AtomicBool::default(),
            issuer_missed: AtomicUsize::default(),
            posts_throttled: AtomicUsize::default(),
            sockets: Mutex::default(),
            outbox: Mutex::default(),
            timers: Mutex::default(),
            bus: Mutex::default(),
            provider: Mutex::default(),
            strangers: Mutex::default(),
            mail: Mutex::default(),
            vault: platform::vault::Vault::default(),
            meter: Mutex::default(),
            faults: Mutex::default(),
            refused_text: Mutex::default(),
            iterators: Mutex::default(),
            wiring: wiring(),
            denied: Mutex::default(),
        })
    }

    /// Breaks the next writes, one fault each.
    pub fn break_writes(&self, faults: &[Fault]) {
        self.faults.lock().unwrap().extend(faults);
    }

    /// Breaks all writes that contain a text, until told otherwise.
    pub fn break_writes_with(&self, text: Option<&'static str>) {
        *self.refused_text.lock().unwrap() = text;
    }

    /// Lets some writes go well, and breaks the next.
    pub fn break_after(&self, good: usize, fault: Fault) {
        let mut faults = self.faults.lock().unwrap();
        faults.extend(std::iter::repeat_n(Fault::None, good));
        faults.push_back(fault);
    }

    pub fn faults_left(&self) -> usize {
        self.faults.lock().unwrap().len()
    }

    /// Ends one invocation in the middle, once.
    pub fn crash_at(&self, point: Option<CrashPoint>) {
        self.calls.store(0, Ordering::SeqCst);
        *self.crash.lock().unwrap() = point;
    }

    /// Calls to the outside since [`Self::crash_at`].
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    /// Returns when an invocation has ended in the middle.
    pub async fn crashed(&self) {
        self.crashed.notified().await;
    }

    /// Whether the crash has not come yet.
    pub fn crash_left(&self) -> bool {
        self.crash.lock().unwrap().is_some()
    }

    /// Whether the invocation ends at this call; and then, whether the call still happens.
    fn ends_here(&self) -> Option<bool> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        let mut crash = self.crash.lock().unwrap();
        match crash.as_mut() {
            Some(point) if point.calls == 0 => crash.take().map(|point| point.after),
            Some(point) => {
                point.calls -= 1;
                None
            }
            None => None,
        }
    }

    /// The cost since the last call.
    pub fn spent(&self) -> Meter {
        std::mem::take(&mut *self.meter.lock().unwrap())
    }

    pub fn open_socket(&self, id: &str) {
        self.sockets.lock().unwrap().insert(id.to_owned(), Vec::new());
    }

    pub fn lose_socket(&self, id: &str) {
        self.sockets.lock().unwrap().remove(id);
    }

    /// The frames that a socket received since the last call.
    pub fn frames(&self, id: &str) -> Vec<Value> {
        self.sockets.lock().unwrap().get_mut(id).map(std::mem::take).unwrap_or_default()
    }

    /// Puts frames back in front of those that a socket will be asked for.
    pub fn put_back(&self, id: &str, mut frames: Vec<Value>) {
        if let Some(later) = self.sockets.lock().unwrap().get_mut(id) {
            frames.append(later);
            *later = frames;
        }
    }

    pub fn next_outbox(&self) -> Option<String> {
        self.outbox.lock().unwrap().pop_front()
    }

    /// Forgets everything in the queues, as a crash of everything between would.
    pub fn lose_nudges(&self) {
        self.outbox.lock().unwrap().clear();
        self.timers.lock().unwrap().clear();
    }

    /// The earliest queued timer that is due by `until`.
    pub fn next_timer(&self, until: Millis) -> Option<(Millis, String)> {
        let mut timers = self.timers.lock().unwrap();
        timers.sort();
        let due = timers.first().filter(|(at, _)| *at <= until.0)?.clone();
        timers.remove(0);
        Some((Millis(due.0), due.1))
    }

    pub fn token(&self, agent: &str, now: Millis, change: impl Fn(&mut Value)) -> String {
        let record = platform::demo::records().into_iter().find_map(|r| match r {
            store::settings::directory::Record::Agent(a) if a.profile.id.as_str() == agent => {
                Some(a)
            }
            _ => None,
        });
        // An agent whom an admin of a story invited has an address of the same form.
        let invited = || {
            let email = format!("{agent}@demo.test");
            let mut record = app::agent::first::record(agent, email).unwrap();
            record.profile.id = agent.parse().unwrap();
            record
        };
        self.issuer
            .token_with(&record.unwrap_or_else(invited), None, now.0 / 1_000, change)
            .unwrap()
    }

    /// The new records of the stream for a function, in batches as its mapping hands them over.
    pub fn stream_batches(&self, function: &str) -> Vec<Value> {
        let call = |operation: &str, body: Value| -> Value {
            let answer = self.engine.answer(operation, body.to_string().as_bytes());
            serde_json::from_str(&answer.body).unwrap()
        };
        let mut kept = self.iterators.lock().unwrap();
        let mut iterator = kept.remove(function).unwrap_or_else(|| {
            let streams = call("ListStreams", json!({"TableName": "switchboard"}));
            let arn = streams["Streams"][0]["StreamArn"].clone();
            let stream = call("DescribeStream", json!({"StreamArn": arn}));
            let shard = stream["StreamDescription"]["Shards"][0]["ShardId"].clone();
            let answer = call(
                "GetShardIterator",
                json!({"StreamArn": arn, "ShardId": shard,
                "ShardIteratorType": "TRIM_HORIZON"}),
            );
            answer["ShardIterator"].as_str().unwrap().to_owned()
        });
        let mapping = self.wiring.streams.iter().find(|m| m.function == function).unwrap();
        let mut batches = Vec::new();
        loop {
            let answer = call("GetRecords", json!({"ShardIterator": iterator, "Limit": 100}));
            let records = answer["Records"].as_array().unwrap();
            iterator = answer["NextShardIterator"].as_str().unwrap().to_owned();
            if records.is_empty() {
                break;
            }
            let wanted: Vec<&Value> = records
                .iter()
                .filter(|r| mapping.filters.iter().any(|f| platform::template::matches(f, r)))
                .collect();
            if !wanted.is_empty() {
                batches.push(json!({"Records": wanted}));
            }
        }
        kept.insert(function.to_owned(), iterator);
        batches
    }
}

/// DynamoDB's answer when another transaction is under way.
fn conflict(operation: &str, request: &Value) -> Value {
    if operation != "TransactWriteItems" {
        return json!({"__type": "com.amazonaws.dynamodb.v20120810#TransactionConflictException",
                      "message": "conflict"});
    }
    let count = request["TransactItems"].as_array().unwrap().len();
    let mut reasons = vec![json!({"Code": "None"}); count];
    reasons[count - 1] = json!({"Code": "TransactionConflict", "Message": "conflict"});
    json!({"__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
           "Message": "cancelled", "CancellationReasons": reasons})
}

/// The wiring of the template, which nobody changes while the tests run.
pub fn wiring() -> &'static Wiring {
    static READ: OnceLock<Wiring> = OnceLock::new();
    READ.get_or_init(|| platform::template::read(platform::template::TEMPLATE).unwrap())
}

/// The wires as the SDK of one function sees them, or the SDK of the stage itself.
pub struct Connector {
    wires: Arc<Wires>,
    function: Option<String>,
}

impl Connector {
    pub fn new(wires: &Arc<Wires>, function: Option<&str>) -> Self {
        Self { wires: Arc::clone(wires), function: function.map(str::to_owned) }
    }
}

impl std::fmt::Debug for Connector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connector")
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (wires, function) = (Arc::clone(&self.wires), self.function.clone());
        HttpConnectorFuture::new(async move {
            // Lets concurrent commands really interleave.
            tokio::task::yield_now().await;
            if let Some(happens) = wires.ends_here() {
                if happens && request.uri().starts_with(FILES) {
                    wires.bucket(&request);
                } else if happens && request.uri().starts_with("https://") {
                    wires.stranger(&request);
                } else if happens {
                    // Nobody hears the answer.
                    let _ = wires.answer(&request);
                }
                wires.crashed.notify_one();
                return std::future::pending().await;
            }
            if let Some((status, body)) = wires.denies(function.as_deref(), &request) {
                let status = status.try_into().unwrap();
                return Ok(HttpResponse::new(status, SdkBody::from(body.to_string())));
            }
            if request.uri().starts_with("https://") {
                return Ok(wires.stranger(&request));
            }
            if request.uri().starts_with(FILES) {
                let answer = wires.bucket(&request);
                let status = answer.status.try_into().unwrap();
                let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
                for (name, value) in answer.headers {
                    response.headers_mut().insert(name, value);
                }
                return Ok(response);
            }
            if let Some(answer) = wires.mails(&request) {
                return answer;
            }
            let Ok((status, body)) = wires.answer(&request) else {
                return Err(ConnectorError::io("the line broke".into()));
            };
            let mut response =
                HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body.to_string()));
            if status == 410 {
                response.headers_mut().insert("x-amzn-errortype", "GoneException");
            }
            Ok(response)
        })
    }
}
