//! Wake-ups after a commit, for the functions that carry on. A lost wake-up delays and loses
//! nothing.

use crate::{Engine, Failure};
use domain::effect::Effects;
use domain::{Event, Millis, ThreadId, TimerKind};
use serde::{Deserialize, Serialize};
use store::{Due, Stored};

/// The body of a message in the outbox queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxMessage {
    /// The thread whose outbox holds a message.
    pub thread: ThreadId,
}

/// The body of a message in the timer queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueMessage {
    /// The timer.
    #[serde(flatten)]
    pub due: Due,
    /// Whether the timer stands in the table, which must then forget it.
    pub stored: bool,
}

/// A timer that falls due within this time goes straight to the queue; the sweep, which comes once
/// a minute, queues the later ones.
pub(crate) const HORIZON: Millis = Millis::seconds(65);

impl Engine<'_> {
    pub(crate) async fn wake_up(&self, next: &Stored, effects: &Effects) {
        if effects.outbox {
            self.wake_outbox(&next.thread.id, next.entry.seq).await;
        }
        for timer in &effects.timers {
            let due = Due::of(&next.thread.id, timer);
            if due.at - self.now() <= HORIZON {
                self.set_timer(DueMessage { due, stored: true }).await;
            }
        }
    }

    /// Wakes `deliver` for a thread. If the wake-up fails, the safety net finds the message.
    pub async fn wake_outbox(&self, thread: &ThreadId, seq: u64) {
        let body = serde_json::json!(OutboxMessage { thread: thread.clone() }).to_string();
        // Unique for each wake-up: SQS drops doubles for five minutes, and a retry is no double.
        let id = format!("{thread}-{seq}-{}", self.now());
        if let Err(failure) = self.queues.wake_outbox(thread.as_str(), &id, body).await {
            tracing::warn!(%thread, %failure, "the outbox was not woken");
        }
    }

    /// Puts a timer into the queue for its last stretch. If that fails, the sweep finds the timer.
    pub(crate) async fn set_timer(&self, message: DueMessage) {
        if let Err(failure) = self.try_set_timer(&message).await {
            tracing::warn!(thread = %message.due.thread, %failure, "a timer was not queued");
        }
    }

    pub(crate) async fn try_set_timer(&self, message: &DueMessage) -> Result<(), Failure> {
        let left = (message.due.at - self.now()).0;
        // Rounded up: a timer that comes too early has to go round again.
        let delay = i32::try_from((left + 999).div_euclid(1_000)).unwrap_or(i32::MAX);
        self.queues.set_timer(delay, serde_json::json!(message).to_string()).await
    }

    /// The safety net under the outbox: checks again, a while after the entry, whether a message
    /// got out. `projection` calls it, and the table's stream drives `projection` past every entry.
    ///
    /// # Errors
    /// If the queue fails; the stream brings the entry again then.
    pub async fn watch_outbox(&self, stored: &Stored) -> Result<(), Failure> {
        let sends = stored.entry.events.iter().any(Event::sends);
        if stored.thread.outbox.pending.is_empty() || !sends {
            return Ok(());
        }
        let due = Due {
            thread: stored.thread.id.clone(),
            kind: TimerKind::Outbox,
            number: stored.entry.seq,
            epoch: 0,
            at: self.now() + Millis::seconds(30),
        };
        self.try_set_timer(&DueMessage { due, stored: false }).await
    }
}
