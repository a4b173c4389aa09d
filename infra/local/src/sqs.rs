//! SQS's requests about dead letters, and its batches of messages.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::Platform;
use crate::queue::Sent;

/// The queue whose dead letters stand at an address: `OutboxDeadLetterQueue` is `OutboxQueue`'s.
fn source(url: &str) -> Option<String> {
    let name = url.rsplit('/').next().unwrap_or_default();
    name.strip_suffix("DeadLetterQueue").map(|stem| format!("{stem}Queue"))
}

/// Answers a request to SQS about queues and their dead letters; `None`: another request.
pub(crate) fn answer(platform: &Arc<Platform>, operation: &str, body: &[u8]) -> Option<Value> {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    let url = request["QueueUrl"].as_str().unwrap_or_default();
    let dead = &platform.queues.dead;
    let each = |act: &dyn Fn(&Value) -> bool| {
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        for entry in request["Entries"].as_array().into_iter().flatten() {
            let id = &entry["Id"];
            if act(entry) {
                good.push(json!({"Id": id, "MessageId": uuid::Uuid::now_v7().to_string()}));
            } else {
                bad.push(json!({"Id": id, "Code": "QueueDoesNotExist", "SenderFault": true}));
            }
        }
        json!({"Successful": good, "Failed": bad})
    };
    let handle = |entry: &Value| entry["ReceiptHandle"].as_str().unwrap_or_default().to_owned();
    Some(match (operation, source(url)) {
        ("GetQueueAttributes", Some(queue)) => dead.count(&queue),
        ("ReceiveMessage", Some(queue)) => dead.receive(&queue, &request),
        ("DeleteMessageBatch", Some(_)) => each(&|entry| {
            dead.remove(&handle(entry));
            true
        }),
        ("ChangeMessageVisibilityBatch", Some(_)) => each(&|entry| {
            let span = entry["VisibilityTimeout"].as_u64().unwrap_or(0);
            dead.show(&handle(entry), Duration::from_secs(span));
            true
        }),
        ("SendMessageBatch", None) => {
            let queue = url.rsplit('/').next().unwrap_or_default();
            each(&|entry| {
                let text = |field: &str| entry[field].as_str().map(str::to_owned);
                let message = Sent {
                    body: text("MessageBody").unwrap_or_default(),
                    delay: 0,
                    group: text("MessageGroupId"),
                    deduplication: text("MessageDeduplicationId"),
                };
                platform.queues.send(platform, queue, message).is_some()
            })
        }
        _ => return None,
    })
}
