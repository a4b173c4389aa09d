//! Messages on their way to the customer.

use crate::DeliveryStatus;
use serde::{Deserialize, Serialize};

/// Messages on their way to the customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Entries whose message the provider has not got yet, oldest first.
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<u64>,
    /// Entries whose message the provider has, and the state that each reached; the last few only.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty", with = "flight")]
    pub flight: Vec<(u64, DeliveryStatus)>,
    /// Entries whose message failed for good and that an agent can retry; the last few only.
    #[serde(rename = "e", default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<u64>,
    /// Entries whose message is on its way once more after a failure; the last few only. Receipts
    /// of the failed attempt may still come, and must not end the new one.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub retried: Vec<u64>,
}

/// The stored form of `flight`: one short string, `65s 68d`, because it stands in every log entry.
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
    /// How many messages at the provider the state remembers.
    pub const FLIGHT_LIMIT: usize = 6;
    /// How many failed messages the state keeps for a retry.
    pub const FAILED_LIMIT: usize = 4;
    /// How many retried messages the state remembers as such.
    pub const RETRIED_LIMIT: usize = 4;

    /// Whether the outbox holds no message.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
            && self.flight.is_empty()
            && self.failed.is_empty()
            && self.retried.is_empty()
    }

    /// The state that the message of entry `seq` reached, if the outbox remembers it.
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

    /// Whether a message from entry `first` on still waits for the provider, or failed.
    #[must_use]
    pub fn holds_any_since(&self, first: u64) -> bool {
        self.pending.iter().chain(&self.failed).any(|seq| *seq >= first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outbox_is_empty_only_without_any_message() {
        assert!(Outbox::default().is_empty());
        for outbox in [
            Outbox { pending: vec![1], ..Outbox::default() },
            Outbox { flight: vec![(1, DeliveryStatus::Sent)], ..Outbox::default() },
            Outbox { failed: vec![1], ..Outbox::default() },
            Outbox { retried: vec![1], ..Outbox::default() },
        ] {
            assert!(!outbox.is_empty(), "{outbox:?}");
        }
    }
}
