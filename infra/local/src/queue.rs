//! SQS: delays, groups that keep their order, batches of any size, redelivery, dead letters. The
//! queues live in memory: the sweep and the stream bring back the messages that a process loses.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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
    /// The messages without a group whose time has come.
    ready: HashMap<String, VecDeque<Message>>,
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
            let mut state = self.state();
            state.seen.retain(|_, at| at.elapsed() < DEDUPLICATION);
            if state.seen.insert(format!("{queue}#{key}"), Instant::now()).is_some() {
                return Some(id);
            }
        }
        let platform = Arc::clone(platform);
        let queue = queue.to_owned();
        if mapping.fifo {
            self.join_group(&platform, &queue, &mapping, message);
        } else {
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_secs(sent.delay)).await;
                let batch = platform.queues.with_others(&queue, &mapping, message);
                deliver(&platform, &mapping, batch).await;
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
        let mut state = self.state();
        let waiting = state.groups.get_mut(&key);
        if let Some(group) = waiting {
            group.push_back(message);
            return;
        }
        state.groups.insert(key.clone(), VecDeque::from([message]));
        drop(state);
        let (platform, mapping) = (Arc::clone(platform), mapping.clone());
        tokio::spawn(async move {
            while let Some(batch) = platform.queues.next_of(&key, &mapping) {
                deliver(&platform, &mapping, batch).await;
            }
        });
    }

    /// Takes the next messages of a group; a group without any is gone.
    fn next_of(&self, key: &(String, String), mapping: &QueueMapping) -> Option<Vec<Message>> {
        let mut state = self.state();
        let group = state.groups.get_mut(key)?;
        let batch: Vec<Message> = group.drain(..group.len().min(size(mapping))).collect();
        if batch.is_empty() {
            state.groups.remove(key);
            return None;
        }
        Some(batch)
    }

    /// Puts a message whose time has come beside others, and takes a batch of them. Every message
    /// takes at least one, so that none stays behind; a batch may be empty.
    fn with_others(&self, queue: &str, mapping: &QueueMapping, message: Message) -> Vec<Message> {
        let mut state = self.state();
        let ready = state.ready.entry(queue.to_owned()).or_default();
        ready.push_back(message);
        ready.drain(..ready.len().min(size(mapping))).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A poisoned lock only means that another task died between two assignments.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Messages that failed for good.
    #[must_use]
    pub fn dead_letters(&self) -> Vec<Value> {
        self.dead.all()
    }
}

/// The size of the next batch: any that the template admits, as on AWS, so that a function that counts
/// on one fails here.
fn size(mapping: &QueueMapping) -> usize {
    let random = usize::try_from(uuid::Uuid::now_v7().as_u128() & 0xffff).unwrap_or(0);
    1 + random % mapping.batch.max(1)
}

/// Delivers a batch until each message succeeds or its attempts are used up. Failed messages come
/// again together, in their order.
async fn deliver(platform: &Arc<Platform>, mapping: &QueueMapping, mut batch: Vec<Message>) {
    while !batch.is_empty() {
        // A full disk uses no attempt up: the messages wait for space.
        let counts = platform.files.takes_writes();
        for message in &mut batch {
            message.received += u32::from(counts || message.received == 0);
        }
        let records: Vec<Value> = batch.iter().map(Message::record).collect();
        let event = json!({"Records": records});
        let outcome = platform.invoke(&mapping.function, event.clone()).await;
        // The visibility time-out ended before the function's answer counted.
        if platform.gateway.lab.met.brings_messages_again() {
            let _ = platform.invoke(&mapping.function, event).await;
        }
        match outcome {
            Ok(answer) => {
                let failed: HashSet<&str> = answer["batchItemFailures"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|failure| failure["itemIdentifier"].as_str())
                    .collect();
                batch.retain(|message| failed.contains(message.id.as_str()));
            }
            Err(crashed) => {
                tracing::error!(function = mapping.function, %crashed, "a batch was not handled");
            }
        }
        if counts {
            let used_up = |message: &mut Message| message.received >= mapping.attempts;
            for message in batch.extract_if(.., used_up) {
                tracing::error!(function = mapping.function, "a message became a dead letter");
                platform.queues.dead.put(&message.queue, message.group, message.body);
            }
        }
        if !batch.is_empty() {
            tokio::time::sleep(AGAIN).await;
        }
    }
}

impl Message {
    fn record(&self) -> Value {
        let mut attributes = json!({"ApproximateReceiveCount": self.received.to_string()});
        if let Some(group) = &self.group {
            attributes["MessageGroupId"] = json!(group);
        }
        json!({
            "messageId": self.id,
            "receiptHandle": self.id,
            "body": self.body,
            "attributes": attributes,
            "messageAttributes": {},
            "eventSource": "aws:sqs",
            "awsRegion": "local",
        })
    }
}
