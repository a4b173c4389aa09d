//! SQS: delays, groups that keep their order, redelivery, dead letters. The queues live in memory:
//! the sweep and the stream bring back the messages that a process loses.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Platform;
use crate::dead_letters::DeadLetters;
use crate::template::{QueueMapping, Wiring};

/// A queue that no function reads: its messages are gone.
pub const NOWHERE: &str = "Nowhere";

/// A message as a function sent it.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The body.
    pub body: String,
    /// The time for which the message stays hidden, in seconds.
    pub delay: u64,
    /// The group of the message, which keeps the order of its messages.
    pub group: Option<String>,
    /// The queue drops a second message with this id within five minutes.
    pub deduplication: Option<String>,
}

/// The queues of the template.
#[derive(Debug)]
pub struct Queues {
    mappings: HashMap<String, QueueMapping>,
    state: Mutex<State>,
    /// The messages that failed for good.
    pub dead: DeadLetters,
}

#[derive(Debug, Default)]
struct State {
    groups: HashMap<(String, String), VecDeque<Message>>,
    seen: HashMap<String, Instant>,
}

#[derive(Debug, Clone)]
struct Message {
    queue: String,
    id: String,
    body: String,
    group: Option<String>,
    received: u32,
}

/// The time for which a failed message stays hidden. On AWS it is the queue's visibility timeout.
const AGAIN: Duration = Duration::from_secs(2);
const DEDUPLICATION: Duration = Duration::from_secs(300);

impl Queues {
    pub(crate) fn new(wiring: &Wiring) -> Self {
        let mappings = wiring.queues.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        Self { mappings, state: Mutex::default(), dead: DeadLetters::default() }
    }

    /// Takes a message in. `None` if there is no such queue.
    pub fn send(&self, platform: &Arc<Platform>, queue: &str, sent: Sent) -> Option<String> {
        if queue == NOWHERE {
            return Some(queue.to_owned());
        }
        let mapping = self.mappings.get(queue)?.clone();
        let id = uuid::Uuid::now_v7().to_string();
        let message = Message {
            queue: queue.to_owned(),
            id: id.clone(),
            body: sent.body,
            group: sent.group,
            received: 0,
        };
        if let Some(key) = sent.deduplication.filter(|_| mapping.fifo) {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.seen.retain(|_, at| at.elapsed() < DEDUPLICATION);
            if state.seen.insert(format!("{queue}#{key}"), Instant::now()).is_some() {
                return Some(id);
            }
        }
        let platform = Arc::clone(platform);
        if mapping.fifo {
            self.join_group(&platform, queue, &mapping, message);
        } else {
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_secs(sent.delay)).await;
                deliver(&platform, &mapping, message).await;
            });
        }
        Some(id)
    }

    /// Appends to a group. A sender that finds the group empty works it off.
    fn join_group(
        &self,
        platform: &Arc<Platform>,
        queue: &str,
        mapping: &QueueMapping,
        message: Message,
    ) {
        let key = (queue.to_owned(), message.group.clone().unwrap_or_default());
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = state.groups.get_mut(&key);
        if let Some(group) = waiting {
            group.push_back(message);
            return;
        }
        state.groups.insert(key.clone(), VecDeque::from([message]));
        drop(state);
        let (platform, mapping) = (Arc::clone(platform), mapping.clone());
        tokio::spawn(async move {
            while let Some(message) = platform.queues.first(&key) {
                deliver(&platform, &mapping, message).await;
                platform.queues.done(&key);
            }
        });
    }

    fn first(&self, key: &(String, String)) -> Option<Message> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let first = state.groups.get(key).and_then(|group| group.front().cloned());
        if first.is_none() {
            state.groups.remove(key);
        }
        first
    }

    fn done(&self, key: &(String, String)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(group) = state.groups.get_mut(key) {
            group.pop_front();
        }
    }

    /// Messages that failed for good.
    #[must_use]
    pub fn dead_letters(&self) -> Vec<Value> {
        self.dead.all()
    }
}

/// Delivers a message until it succeeds or its attempts are used up.
async fn deliver(platform: &Arc<Platform>, mapping: &QueueMapping, mut message: Message) {
    loop {
        // A full disk uses no attempt up: the message waits for space.
        let counts = message.received == 0 || platform.files.takes_writes();
        message.received += u32::from(counts);
        let mut attributes = json!({"ApproximateReceiveCount": message.received.to_string()});
        if let Some(group) = &message.group {
            attributes["MessageGroupId"] = json!(group);
        }
        let event = json!({"Records": [{
            "messageId": message.id,
            "receiptHandle": message.id,
            "body": message.body,
            "attributes": attributes,
            "messageAttributes": {},
            "eventSource": "aws:sqs",
            "awsRegion": "local",
        }]});
        let outcome = platform.invoke(&mapping.function, event).await;
        let failed = match outcome {
            Ok(answer) => answer["batchItemFailures"].as_array().is_some_and(|f| !f.is_empty()),
            Err(crashed) => {
                tracing::error!(function = mapping.function, %crashed, "a message was not handled");
                true
            }
        };
        if !failed {
            return;
        }
        if counts && message.received >= mapping.attempts {
            tracing::error!(function = mapping.function, "a message became a dead letter");
            platform.queues.dead.put(&message.queue, message.group, message.body);
            return;
        }
        tokio::time::sleep(AGAIN).await;
    }
}
