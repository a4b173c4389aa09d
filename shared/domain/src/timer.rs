//! The timers of a thread.

use crate::{Millis, Thread};
use serde::{Deserialize, Serialize};

/// The purpose of a timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimerKind {
    /// The timer ends an offer. Its number is the offer's.
    Offer,
    /// The timer checks for the customer's silence. Its number is the conversation's.
    Idle,
    /// The timer hands a message to the provider again. Its number is the entry's.
    Outbox,
    /// The timer checks on a customer who waits. Its number is the watch's.
    Watch,
    /// The timer checks for an owner who is offline. Its number is the conversation's.
    Absent,
    /// The timer ends a wrap-up. Its number is the conversation's.
    WrapUp,
}

/// The engine armed a timer for this thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Armed {
    /// The purpose of the timer.
    pub kind: TimerKind,
    /// The moment at which the timer fires.
    pub due: Millis,
    /// The number of its offer, watch, conversation or entry.
    pub number: u64,
}

impl Armed {
    /// The thread remembers the moments of those timers that rules ask for.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        let (conversation, due) = (&mut thread.conversation, self.due);
        match self.kind {
            TimerKind::Idle => conversation.idle_due = Some(due),
            TimerKind::Watch => {
                conversation.sla.number = self.number;
                conversation.sla.due = due;
            }
            TimerKind::WrapUp => {
                let newest = thread.wraps.iter_mut().rfind(|w| u64::from(w.number) == self.number);
                if let Some(wrap) = newest {
                    wrap.lapses = Some(due);
                }
            }
            TimerKind::Offer | TimerKind::Outbox | TimerKind::Absent => {}
        }
    }
}
