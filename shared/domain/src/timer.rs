//! What the clock comes back for.

use crate::{Millis, Thread};
use serde::{Deserialize, Serialize};

/// What a timer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimerKind {
    /// An offer lapses. The number is the offer's.
    Offer,
    /// The customer has been silent. The number is the conversation's.
    Idle,
    /// A message is to be handed to the provider again. The number is its entry's.
    Outbox,
    /// A customer waits. The number is the watch's.
    Watch,
    /// An owner is away from their desk. The number is the conversation's.
    Absent,
    /// A conversation that is over is not marked done. The number is the conversation's.
    WrapUp,
}

/// The clock will come back to this thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Armed {
    /// What for.
    pub kind: TimerKind,
    /// When.
    pub due: Millis,
    /// The offer, watch or conversation it is for.
    pub number: u64,
}

impl Armed {
    /// The thread remembers the timers whose moment a rule asks for.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        let (conversation, due) = (&mut thread.conversation, self.due);
        match self.kind {
            TimerKind::Idle => conversation.idle_due = Some(due),
            TimerKind::Watch => {
                conversation.watch.number = self.number;
                conversation.watch.due = due;
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
