//! AWS's APIs for the functions: they call by the SDK's seam in this process, or by HTTP from
//! `cargo lambda watch`. The platform does not check the signature, because only this machine can
//! get here.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use crate::Platform;
use crate::gateway::Post;
use crate::queue::Sent;
use crate::sqs;

/// A request to one of AWS's APIs.
#[derive(Debug)]
pub struct Call {
    /// The method.
    pub method: String,
    /// The path after `/aws/`.
    pub path: String,
    /// `X-Amz-Target`: service and operation, for services that use this header.
    pub target: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// The answer to a request.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
    /// The kind of error, for services that name it in a header.
    pub error: Option<&'static str>,
}

fn fine(body: &Value) -> Answer {
    Answer { status: 200, body: body.to_string(), error: None }
}

/// Answers a request.
pub async fn answer(platform: &Arc<Platform>, call: Call) -> Answer {
    let target = call.target.as_deref().and_then(|t| t.split_once('.'));
    match target {
        Some((service, operation)) if service.starts_with("DynamoDB_") => {
            table(platform, operation.to_owned(), call.body).await
        }
        Some(("AmazonSQS", "SendMessage")) => send_message(platform, &call.body),
        Some(("AmazonSQS", operation)) => sqs::answer(platform, operation, &call.body)
            .map_or_else(not_offered, |answer| fine(&answer)),
        Some(("secretsmanager", operation)) => {
            let (platform, operation) = (Arc::clone(platform), operation.to_owned());
            let answered = tokio::task::spawn_blocking(move || {
                platform.vault().answer(&operation, &call.body)
            });
            answered.await.unwrap_or_else(|error| Answer {
                status: 500,
                body: error.to_string(),
                error: None,
            })
        }
        Some(("AWSEvents", "PutEvents")) => put_events(platform, &call.body),
        None if call.path.contains("@connections/") => match call.method.as_str() {
            "DELETE" => close(platform, &call.path),
            _ => post(platform, &call.path, call.body),
        },
        _ => not_offered(),
    }
}

fn not_offered() -> Answer {
    Answer {
        status: 400,
        body: json!({"message": "the local platform does not offer this"}).to_string(),
        error: Some("UnknownOperationException"),
    }
}

async fn table(platform: &Arc<Platform>, operation: String, body: Vec<u8>) -> Answer {
    let writes = matches!(
        operation.as_str(),
        "PutItem" | "UpdateItem" | "DeleteItem" | "TransactWriteItems" | "BatchWriteItem"
    );
    let engine = platform.engine.clone();
    // SQLite blocks while it syncs to disk.
    let answered = tokio::task::spawn_blocking(move || engine.answer(&operation, &body)).await;
    if writes {
        platform.stream.wake();
    }
    match answered {
        Ok(answer) => Answer { status: answer.status, body: answer.body, error: None },
        Err(error) => Answer { status: 500, body: error.to_string(), error: None },
    }
}

fn send_message(platform: &Arc<Platform>, body: &[u8]) -> Answer {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |field: &str| request[field].as_str().map(str::to_owned);
    let queue = text("QueueUrl").and_then(|url| url.rsplit('/').next().map(str::to_owned));
    let message = Sent {
        body: text("MessageBody").unwrap_or_default(),
        delay: request["DelaySeconds"].as_u64().unwrap_or(0),
        group: text("MessageGroupId"),
        deduplication: text("MessageDeduplicationId"),
    };
    match queue.and_then(|queue| platform.queues.send(platform, &queue, message)) {
        Some(id) => fine(&json!({"MessageId": id})),
        None => Answer {
            status: 400,
            body: json!({"__type": "com.amazonaws.sqs#QueueDoesNotExist",
                         "message": "there is no such queue in infra/template.yaml"})
            .to_string(),
            error: Some("QueueDoesNotExist"),
        },
    }
}

fn socket_of(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().replace("%3D", "=")
}

fn gone() -> Answer {
    let body = json!({"message": "Gone"}).to_string();
    Answer { status: 410, body, error: Some("GoneException") }
}

fn close(platform: &Arc<Platform>, path: &str) -> Answer {
    if platform.gateway.close(&socket_of(path)) {
        Answer { status: 204, body: String::new(), error: None }
    } else {
        gone()
    }
}

fn post(platform: &Arc<Platform>, path: &str, body: Vec<u8>) -> Answer {
    match platform.gateway.post(&socket_of(path), body) {
        Post::Done => fine(&json!({})),
        Post::Gone => gone(),
        Post::Throttled => Answer {
            status: 429,
            body: json!({"message": "Too Many Requests"}).to_string(),
            error: Some("LimitExceededException"),
        },
        Post::TooLarge => Answer {
            status: 413,
            body: json!({"message": "Payload too large"}).to_string(),
            error: Some("PayloadTooLargeException"),
        },
    }
}

/// The event bus, which keeps the last events for people to look at.
#[derive(Debug, Default)]
pub struct Bus(Mutex<VecDeque<Value>>);

impl Bus {
    const KEPT: usize = 500;

    /// The last events, oldest first.
    #[must_use]
    pub fn events(&self) -> Vec<Value> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn put(&self, event: Value) {
        let mut events = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if events.len() >= Self::KEPT {
            events.pop_front();
        }
        events.push_back(event);
    }
}

fn put_events(platform: &Arc<Platform>, body: &[u8]) -> Answer {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    let entries = request["Entries"].as_array().cloned().unwrap_or_default();
    let ids: Vec<Value> = entries
        .iter()
        .map(|entry| {
            let detail = entry["Detail"].as_str().unwrap_or_default();
            platform.bus.put(json!({
                "source": entry["Source"],
                "detail-type": entry["DetailType"],
                "detail": serde_json::from_str::<Value>(detail).unwrap_or_default(),
            }));
            json!({"EventId": uuid::Uuid::now_v7().to_string()})
        })
        .collect();
    fine(&json!({"FailedEntryCount": 0, "Entries": ids}))
}
