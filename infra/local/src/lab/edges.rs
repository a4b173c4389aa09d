//! The sharp edges of the real services, as switches: what AWS does now and then, this platform does
//! as often as the lab says. docs/decisions/0049 names the source of each.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::dice::hits;

/// How often each edge is met: shares in a hundred, and delays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Edges {
    /// The frames of clients that the functions handle late, beside and after those behind them.
    pub frames_overtaken: u8,
    /// The posts to sockets that the gateway throttles (429).
    pub posts_throttled: u8,
    /// The sockets that end without `$disconnect`.
    pub disconnects_lost: u8,
    /// The batches of queues that come again although the function handled them.
    pub messages_again: u8,
    /// The batches of the stream that come in two parts, and once more as a whole.
    pub batches_again: u8,
    /// The calls of the clock that come twice.
    pub calls_twice: u8,
    /// The delay of every call of the clock, in milliseconds.
    pub calls_late_ms: u64,
    /// The calls that meet an instance that has just started, and remembers nothing.
    pub instances_cold: u8,
    /// The calls that meet an instance that was frozen: it remembers what it knew then.
    pub instances_frozen: u8,
    /// The delay of every batch of the stream, in milliseconds: lists and search lag by it.
    pub stream_late_ms: u64,
}

/// The most delay, in milliseconds.
pub const LATEST: u64 = 60_000;
/// The time for which an overtaken frame waits.
const HELD: Duration = Duration::from_millis(150);

impl Edges {
    /// The shares, each with the name of its field.
    pub(super) const fn shares(self) -> [(&'static str, u8); 8] {
        [
            ("frames_overtaken", self.frames_overtaken),
            ("posts_throttled", self.posts_throttled),
            ("disconnects_lost", self.disconnects_lost),
            ("messages_again", self.messages_again),
            ("batches_again", self.batches_again),
            ("calls_twice", self.calls_twice),
            ("instances_cold", self.instances_cold),
            ("instances_frozen", self.instances_frozen),
        ]
    }

    /// The delays, each with the name of its field.
    pub(super) const fn delays(self) -> [(&'static str, u64); 2] {
        [("calls_late_ms", self.calls_late_ms), ("stream_late_ms", self.stream_late_ms)]
    }
}

/// The edges that are on, and the dice.
#[derive(Debug, Default)]
pub struct Met(Mutex<(Edges, u64)>);

impl Met {
    pub(super) fn set(&self, edges: Edges) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (edges, 0);
    }

    pub(super) fn edges(&self) -> Edges {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    fn roll(&self, share: impl Fn(&Edges) -> u8) -> bool {
        let mut met = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (edges, dice) = &mut *met;
        let share = share(edges);
        share > 0 && hits(dice, share)
    }

    /// The time for which a client's frame waits while those behind it go on.
    pub(crate) fn held(&self) -> Option<Duration> {
        self.roll(|e| e.frames_overtaken).then_some(HELD)
    }

    /// Whether frames of one socket may be handled beside each other at all.
    pub(crate) fn side_by_side(&self) -> bool {
        self.edges().frames_overtaken > 0
    }

    pub(crate) fn throttles(&self) -> bool {
        self.roll(|e| e.posts_throttled)
    }

    pub(crate) fn loses_disconnect(&self) -> bool {
        self.roll(|e| e.disconnects_lost)
    }

    pub(crate) fn brings_messages_again(&self) -> bool {
        self.roll(|e| e.messages_again)
    }

    pub(crate) fn brings_batch_again(&self) -> bool {
        self.roll(|e| e.batches_again)
    }

    pub(crate) fn calls_twice(&self) -> bool {
        self.roll(|e| e.calls_twice)
    }

    pub(crate) fn is_cold(&self) -> bool {
        self.roll(|e| e.instances_cold)
    }

    pub(crate) fn is_frozen(&self) -> bool {
        self.roll(|e| e.instances_frozen)
    }

    pub(crate) fn clock_late(&self) -> Duration {
        Duration::from_millis(self.edges().calls_late_ms)
    }

    pub(crate) fn stream_late(&self) -> Duration {
        Duration::from_millis(self.edges().stream_late_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_that_is_off_is_never_met_and_one_that_is_on_about_as_often_as_it_says() {
        let met = Met::default();
        assert!((0..1_000).all(|_| !met.throttles() && met.held().is_none()));
        met.set(Edges { posts_throttled: 20, frames_overtaken: 100, ..Edges::default() });
        let throttled = (0..1_000).filter(|_| met.throttles()).count();
        assert!(throttled.abs_diff(200) < 60, "{throttled}");
        assert!((0..100).all(|_| met.held().is_some() && !met.is_cold()));
    }
}
