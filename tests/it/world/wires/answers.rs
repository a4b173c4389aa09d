//! The answers of each service, and the faults that a test asked for.

use std::sync::atomic::Ordering::SeqCst;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use domain::Millis;
use platform::files::{Answer, Ask};
use serde_json::{Value, json};

use super::*;

/// WhatsApp's Graph API.
#[derive(Default)]
pub struct Provider {
    /// The messages that it was asked to send.
    pub taken: Vec<Value>,
    /// Answers to give before it takes messages again: status and code.
    pub refusals: VecDeque<(u16, i64)>,
    /// The bearer tokens that it saw.
    pub tokens: Vec<String>,
    /// Its answers to questions, by a part of the address: status and body.
    pub tells: BTreeMap<&'static str, (u16, Value)>,
    /// The time that it takes for a message, and the hand of the clock that this moves.
    pub takes: Option<(Arc<AtomicI64>, Millis)>,
}

impl Wires {
    /// The bucket answers a function.
    pub(super) fn bucket(&self, request: &HttpRequest) -> Answer {
        let header = |name: &str| request.headers().get(name).map(str::to_owned);
        assert!(header("authorization").is_some(), "a request to the bucket is not signed");
        let key = request.uri().strip_prefix(FILES).unwrap().trim_start_matches('/');
        let body = request.body().bytes().unwrap_or_default();
        self.files.answer(&Ask { method: request.method(), key, query: "", header: &header, body })
    }

    /// The bucket answers the holder of a link.
    pub fn follows(
        &self,
        now: Millis,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let header = |name: &str| {
            headers.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let path = url.strip_prefix(FILES).unwrap().trim_start_matches('/');
        let (key, query) = path.split_once('?').unwrap_or((path, ""));
        let ask = Ask { method, key, query, header: &header, body };
        match self.files.admits(&ask, now) {
            Ok(signer) if self.allows_link(&signer, &ask) => self.files.answer(&ask),
            Ok(_) | Err(_) => Answer { status: 403, ..Answer::default() },
        }
    }

    pub(super) fn answer(&self, request: &HttpRequest) -> Result<(u16, Value), ()> {
        let body = request.body().bytes().unwrap_or_default();
        let uri = request.uri();
        match request.headers().get("x-amz-target").and_then(|t| t.split_once('.')) {
            Some((service, operation)) if service.starts_with("DynamoDB") => {
                self.table(operation, body)
            }
            Some(("AmazonSQS", _)) => Ok(self.queue(body, uri)),
            Some(("AWSEvents", _)) => {
                let events: Value = serde_json::from_slice(body).unwrap();
                self.bus.lock().unwrap().extend(events["Entries"].as_array().unwrap().clone());
                Ok((200, json!({"FailedEntryCount": 0, "Entries": []})))
            }
            _ if uri.contains("/@connections/") && request.method() == "DELETE" => {
                Ok(self.close(uri))
            }
            _ if uri.contains("/@connections/") => Ok(self.post(uri, body)),
            _ if uri.starts_with("http://issuer.test") => self.issuer_answers(uri),
            Some(("secretsmanager", operation)) => {
                let answer = self.vault.answer(operation, body);
                Ok((answer.status, serde_json::from_str(&answer.body).unwrap()))
            }
            _ if uri.starts_with("http://provider.test") && request.method() == "GET" => {
                let provider = self.provider.lock().unwrap();
                let told = provider.tells.iter().find(|(part, _)| uri.contains(**part));
                Ok(told.map_or((200, json!({})), |(_, answer)| answer.clone()))
            }
            _ if uri.starts_with("http://provider.test") => {
                let token = request.headers().get("authorization").unwrap_or_default().to_owned();
                self.provider.lock().unwrap().tokens.push(token);
                Ok(self.provider_answers(body))
            }
            _ => panic!("nobody is at {uri}"),
        }
    }

    pub(super) fn table(&self, operation: &str, body: &[u8]) -> Result<(u16, Value), ()> {
        let mut request: Value = serde_json::from_slice(body).unwrap();
        let writes =
            matches!(operation, "PutItem" | "UpdateItem" | "DeleteItem" | "TransactWriteItems");
        let text = String::from_utf8_lossy(body);
        if writes && self.refused_text.lock().unwrap().is_some_and(|refused| text.contains(refused))
        {
            return Err(());
        }
        let fault = if writes { self.faults.lock().unwrap().pop_front() } else { None };
        match fault {
            Some(Fault::Unreachable) => return Err(()),
            Some(Fault::Panic) => panic!("a mistake of ours"),
            Some(Fault::Throttle) => {
                return Ok((
                    400,
                    json!({
                    "__type": "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
                    "message": "slow down"}),
                ));
            }
            Some(Fault::Conflict) => return Ok((400, conflict(operation, &request))),
            Some(Fault::LostAnswer | Fault::None) | None => {}
        }
        request["ReturnConsumedCapacity"] = json!("TOTAL");
        let answer = match &self.judge {
            None => self.engine.answer(operation, request.to_string().as_bytes()),
            Some(judge) => judge.answer(&self.engine, operation, &request.to_string()).unwrap(),
        };
        let value: Value = serde_json::from_str(&answer.body).unwrap();
        let units: f64 = match &value["ConsumedCapacity"] {
            Value::Array(all) => all.iter().filter_map(|c| c["CapacityUnits"].as_f64()).sum(),
            one => one["CapacityUnits"].as_f64().unwrap_or(0.0),
        };
        let mut meter = self.meter.lock().unwrap();
        meter.requests += 1;
        if writes {
            meter.writes += units;
        } else {
            meter.reads += units;
        }
        if fault == Some(Fault::LostAnswer) { Err(()) } else { Ok((answer.status, value)) }
    }

    pub(super) fn queue(&self, body: &[u8], _: &str) -> (u16, Value) {
        let request: Value = serde_json::from_slice(body).unwrap();
        let text = request["MessageBody"].as_str().unwrap().to_owned();
        if request["QueueUrl"].as_str().unwrap().ends_with("/FileQueue") {
            self.queue_file(request["DelaySeconds"].as_i64().unwrap_or(0), text);
        } else if request["QueueUrl"].as_str().unwrap().ends_with("/OutboxQueue") {
            self.outbox.lock().unwrap().push_back(text);
        } else {
            let message: Value = serde_json::from_str(&text).unwrap();
            let due = message["at"].as_i64().unwrap();
            self.timers.lock().unwrap().push((due, text));
        }
        (200, json!({"MessageId": "m"}))
    }

    pub(super) fn close(&self, uri: &str) -> (u16, Value) {
        let id = uri.rsplit('/').next().unwrap();
        match self.sockets.lock().unwrap().remove(id) {
            Some(_) => (204, json!({})),
            None => (410, json!({"__type": "GoneException", "message": "gone"})),
        }
    }

    /// Whether a socket is open.
    pub fn is_open(&self, socket: &str) -> bool {
        self.sockets.lock().unwrap().contains_key(socket)
    }

    pub(super) fn post(&self, uri: &str, body: &[u8]) -> (u16, Value) {
        let id = uri.rsplit('/').next().unwrap();
        self.meter.lock().unwrap().posts += 1;
        let one_less = |left: usize| left.checked_sub(1);
        if self.posts_throttled.fetch_update(SeqCst, SeqCst, one_less).is_ok() {
            return (429, json!({"__type": "LimitExceededException", "message": "slow down"}));
        }
        match self.sockets.lock().unwrap().get_mut(id) {
            Some(frames) => {
                frames.push(serde_json::from_slice(body).unwrap());
                (200, json!({}))
            }
            None => (410, json!({"__type": "GoneException", "message": "gone"})),
        }
    }

    /// An issuer that is down does not answer.
    pub(super) fn issuer_answers(&self, uri: &str) -> Result<(u16, Value), ()> {
        if self.issuer_down.load(SeqCst) {
            self.issuer_missed.fetch_add(1, SeqCst);
            return Err(());
        }
        let answer = if uri.ends_with("openid-configuration") {
            json!({"issuer": "http://issuer.test", "jwks_uri": "http://issuer.test/jwks"})
        } else {
            json!({"keys": [self.issuer.public_key()]})
        };
        Ok((200, answer))
    }

    pub(super) fn provider_answers(&self, body: &[u8]) -> (u16, Value) {
        let mut provider = self.provider.lock().unwrap();
        if let Some((status, code)) = provider.refusals.pop_front() {
            return (status, json!({"error": {"code": code, "message": "refused by the test"}}));
        }
        if let Some((hand, span)) = &provider.takes {
            hand.fetch_add(span.0, SeqCst);
        }
        provider.taken.push(serde_json::from_slice(body).unwrap());
        let id = format!("wamid.OUT{}", provider.taken.len());
        (200, json!({"messaging_product": "whatsapp", "messages": [{"id": id}]}))
    }
}
