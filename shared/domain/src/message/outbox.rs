//! Messages on their way to the customer.

use crate::DeliveryStatus;
use serde::{Deserialize, Serialize};

/// Messages on their way to the customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Entries whose message has not been handed to the provider yet, oldest first.
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<u64>,
    /// Entries that were handed over and how far they got; the last few only.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty", with = "flight")]
    pub flight: Vec<(u64, DeliveryStatus)>,
    /// Entries that failed for good and can be retried; the last few only.
    #[serde(rename = "e", default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<u64>,
    /// Entries that are on their way once more after they failed; the last few only. Receipts of
    /// the attempt that failed may still come, and must not end the new one.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub retried: Vec<u64>,
}

/// Stored as one short string, `65s 68d`, since it stands in every log entry.
mod flight {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::DeliveryStatus::{self, Delivered, Failed, Pending, Read, Sent};

    const LETTERS: [(char, DeliveryStatus); 5] =
        [('p', Pending), ('s', Sent), ('d', Delivered), ('r', Read), ('f', Failed)];

    pub(crate) fn serialize<S: Serializer>(
        flight: &[(u64, DeliveryStatus)],
        s: S,
    ) -> Result<S::Ok, S::Error> {
        let letter = |status| LETTERS.iter().find(|(_, s)| *s == status).map_or('?', |(l, _)| *l);
        let words: Vec<String> =
            flight.iter().map(|(seq, status)| format!("{seq}{}", letter(*status))).collect();
        s.serialize_str(&words.join(" "))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Vec<(u64, DeliveryStatus)>, D::Error> {
        let text = String::deserialize(d)?;
        let read = |word: &str| {
            let letter = word.chars().next_back()?;
            let (_, status) = LETTERS.iter().find(|(l, _)| *l == letter)?;
            Some((word.strip_suffix(letter)?.parse().ok()?, *status))
        };
        let words = text.split_whitespace().map(read).collect::<Option<_>>();
        words.ok_or_else(|| D::Error::custom("messages in flight are damaged"))
    }
}

impl Outbox {
    /// How many messages may wait for a provider at once in one thread.
    pub const PENDING_LIMIT: usize = 20;
    /// How many handed-over messages are remembered in the state.
    pub const FLIGHT_LIMIT: usize = 6;
    /// How many failed messages can be retried.
    pub const FAILED_LIMIT: usize = 4;
    /// How many retried messages are remembered as such.
    pub const RETRIED_LIMIT: usize = 4;

    /// Whether nothing is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
            && self.flight.is_empty()
            && self.failed.is_empty()
            && self.retried.is_empty()
    }

    /// How far the message of entry `seq` got, as far as the state remembers.
    #[must_use]
    pub fn status(&self, seq: u64) -> Option<DeliveryStatus> {
        if self.pending.contains(&seq) {
            return Some(DeliveryStatus::Pending);
        }
        if self.failed.contains(&seq) {
            return Some(DeliveryStatus::Failed);
        }
        self.flight.iter().find(|(s, _)| *s == seq).map(|(_, status)| *status)
    }

    /// Whether a message from entry `first` on has not been handed to the provider, or failed.
    #[must_use]
    pub fn holds_any_since(&self, first: u64) -> bool {
        self.pending.iter().chain(&self.failed).any(|seq| *seq >= first)
    }
}
