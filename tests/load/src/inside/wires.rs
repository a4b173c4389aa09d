//! The SDK's seam: the platform answers, sockets are always there, and the wires count everything.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use platform::Platform;
use platform::aws::{self, Call};
use serde::Deserialize;
use serde_json::{Value, json};

/// The counts.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    requests: AtomicU64,
    /// Read units in halves, since the smallest read costs half a unit.
    reads: AtomicU64,
    writes: AtomicU64,
}

/// A reading of the counts: requests, read units, write units.
pub(crate) type Reading = (f64, f64, f64);

/// The wires of one process.
pub(crate) struct Wires {
    platform: Arc<Platform>,
    counted: Counted,
    /// Acks and refusals, by socket.
    answers: Mutex<HashMap<String, Vec<Value>>>,
    /// Whether queue messages go anywhere.
    pub(crate) queues: AtomicBool,
    /// Whether the wires keep armed timers for a batch instead.
    pub(crate) collects: AtomicBool,
    pub(crate) collected: Mutex<Vec<Value>>,
    /// The moment of the first write to each thread's log since the last call, by the wall clock.
    written: Mutex<HashMap<String, i64>>,
}

#[derive(Deserialize)]
struct Metered {
    #[serde(rename = "ConsumedCapacity")]
    capacity: Option<Value>,
}

impl Wires {
    pub(crate) fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self {
            platform,
            counted: Counted::default(),
            answers: Mutex::default(),
            queues: AtomicBool::new(false),
            collects: AtomicBool::new(false),
            collected: Mutex::default(),
            written: Mutex::default(),
        })
    }

    /// The answers that a socket got since the last call.
    pub(crate) fn answers(&self, socket: &str) -> Vec<Value> {
        lock(&self.answers).remove(socket).unwrap_or_default()
    }

    /// The moments of the first writes to threads' logs; forgets them.
    pub(crate) fn written(&self) -> HashMap<String, i64> {
        std::mem::take(&mut *lock(&self.written))
    }

    /// The counts since the last call.
    #[expect(clippy::cast_precision_loss, reason = "far below")]
    pub(crate) fn spent(&self) -> Reading {
        let take = |n: &AtomicU64| n.swap(0, Ordering::Relaxed) as f64;
        let c = &self.counted;
        (take(&c.requests), take(&c.reads) / 2.0, take(&c.writes) / 2.0)
    }

    fn post(&self, path: &str, body: &[u8]) {
        let Ok(frame) = serde_json::from_slice::<Value>(body) else { return };
        if frame["type"] == "ack" || frame["type"] == "refused" {
            let socket = path.rsplit('/').next().unwrap_or_default().to_owned();
            lock(&self.answers).entry(socket).or_default().push(frame);
        }
    }

    async fn table(&self, operation: &str, call: Call) -> aws::Answer {
        let mut request: Value = serde_json::from_slice(&call.body).unwrap_or_default();
        if operation == "PutItem"
            && self.collects.load(Ordering::Relaxed)
            && request["Item"]["pk"]["S"].as_str().is_some_and(|pk| pk.starts_with("DUE#"))
        {
            lock(&self.collected).push(request["Item"].take());
            return aws::Answer { status: 200, body: "{}".to_owned(), error: None };
        }
        request["ReturnConsumedCapacity"] = json!("TOTAL");
        let body = request.to_string().into_bytes();
        let answer = aws::answer(&self.platform, Call { body, ..call }).await;
        self.count(operation, &answer.body);
        if answer.status == 200 {
            self.note(operation, &request);
        }
        answer
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
    fn count(&self, operation: &str, body: &str) {
        let metered: Option<Metered> = serde_json::from_str(body).ok();
        let one = |c: &Value| c["CapacityUnits"].as_f64().unwrap_or(0.0);
        let units: f64 = match metered.and_then(|m| m.capacity) {
            Some(Value::Array(all)) => all.iter().map(one).sum(),
            Some(single) => one(&single),
            None => 0.0,
        };
        let writes = matches!(
            operation,
            "PutItem" | "UpdateItem" | "DeleteItem" | "TransactWriteItems" | "BatchWriteItem"
        );
        let halves = (units * 2.0).round() as u64;
        self.counted.requests.fetch_add(1, Ordering::Relaxed);
        let part = if writes { &self.counted.writes } else { &self.counted.reads };
        part.fetch_add(halves, Ordering::Relaxed);
    }

    fn note(&self, operation: &str, request: &Value) {
        let item = match operation {
            "PutItem" => &request["Item"],
            "TransactWriteItems" => &request["TransactItems"][0]["Put"]["Item"],
            _ => return,
        };
        if let Some(thread) = item["pk"]["S"].as_str().and_then(|pk| pk.strip_prefix("T#")) {
            let now = (platform::wall_clock())().0;
            lock(&self.written).entry(thread.to_owned()).or_insert(now);
        }
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The wires as the SDK sees them.
pub(crate) struct Connector(pub(crate) Arc<Wires>);

impl std::fmt::Debug for Connector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connector")
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let wires = Arc::clone(&self.0);
        HttpConnectorFuture::new(async move {
            let path = request.uri().split("/aws/").nth(1).unwrap_or_default().to_owned();
            let target = request.headers().get("x-amz-target").map(str::to_owned);
            let body = request.body().bytes().unwrap_or_default().to_vec();
            let (service, operation) =
                target.as_deref().and_then(|t| t.split_once('.')).unwrap_or_default();
            let (service, operation) = (service.to_owned(), operation.to_owned());
            let method = request.method().to_owned();
            let call = Call { method, path, target, body };
            let fine = |body: &str| aws::Answer { status: 200, body: body.to_owned(), error: None };
            let answer = if call.path.contains("@connections/") {
                wires.post(&call.path, &call.body);
                fine("{}")
            } else if service.starts_with("DynamoDB") {
                wires.table(&operation, call).await
            } else if service == "AmazonSQS" && !wires.queues.load(Ordering::Relaxed) {
                fine(r#"{"MessageId":"m"}"#)
            } else {
                aws::answer(&wires.platform, call).await
            };
            let status =
                answer.status.try_into().map_err(|e| ConnectorError::other(Box::new(e), None))?;
            let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
            if let Some(kind) = answer.error {
                response.headers_mut().insert("x-amzn-errortype", kind);
            }
            Ok(response)
        })
    }
}
