//! The dead-letter queues of SQS: messages that failed for good, until somebody hands them in again.
//!
//! They live in memory, as the queues do: a restart finds the work anew in the table.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The dead letters of all queues.
#[derive(Debug, Default)]
pub struct DeadLetters(Mutex<Vec<Letter>>);

#[derive(Debug, Clone)]
struct Letter {
    /// The queue that gave the message up.
    queue: String,
    id: String,
    body: String,
    group: Option<String>,
    sent: i64,
    received: u32,
    hidden: Option<Instant>,
}

impl Letter {
    fn is_hidden(&self) -> bool {
        self.hidden.is_some_and(|until| until > Instant::now())
    }
}

impl DeadLetters {
    /// Keeps a message that a queue gave up.
    pub fn put(&self, queue: &str, group: Option<String>, body: String) {
        let letter = Letter {
            queue: queue.to_owned(),
            id: uuid::Uuid::now_v7().to_string(),
            body,
            group,
            sent: (crate::wall_clock())().0,
            received: 0,
            hidden: None,
        };
        self.letters().push(letter);
    }

    /// All letters.
    #[must_use]
    pub fn all(&self) -> Vec<Value> {
        let letters = self.letters();
        letters.iter().map(|l| json!({"queue": l.queue, "body": l.body})).collect()
    }

    fn letters(&self) -> std::sync::MutexGuard<'_, Vec<Letter>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn count(&self, queue: &str) -> Value {
        let letters = self.letters();
        let of = |hidden: bool| {
            let count = letters.iter().filter(|l| l.queue == queue && l.is_hidden() == hidden);
            count.count().to_string()
        };
        json!({"Attributes": {"ApproximateNumberOfMessages": of(false),
            "ApproximateNumberOfMessagesNotVisible": of(true)}})
    }

    pub(crate) fn receive(&self, queue: &str, request: &Value) -> Value {
        let most = request["MaxNumberOfMessages"].as_u64().unwrap_or(1).clamp(1, 10);
        let span = Duration::from_secs(request["VisibilityTimeout"].as_u64().unwrap_or(30));
        let mut letters = self.letters();
        let free = letters.iter_mut().filter(|l| l.queue == queue && !l.is_hidden());
        let taken: Vec<Value> = free
            .take(usize::try_from(most).unwrap_or(1))
            .map(|letter| {
                letter.received += 1;
                letter.hidden = Some(Instant::now() + span);
                json!({"MessageId": letter.id, "ReceiptHandle": letter.id, "Body": letter.body,
                    "Attributes": {"MessageGroupId": letter.group,
                        "SentTimestamp": letter.sent.to_string(),
                        "ApproximateReceiveCount": letter.received.to_string()}})
            })
            .collect();
        json!({"Messages": taken})
    }

    pub(crate) fn remove(&self, id: &str) {
        self.letters().retain(|letter| letter.id != id);
    }

    pub(crate) fn show(&self, id: &str, span: Duration) {
        for letter in self.letters().iter_mut().filter(|letter| letter.id == id) {
            letter.hidden = Some(Instant::now() + span);
        }
    }
}
