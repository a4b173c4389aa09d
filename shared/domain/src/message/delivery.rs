//! The state that a message to the customer reached, as providers report it.

use serde::{Deserialize, Serialize};

/// A report of the state that a message to the customer reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The entry that holds the message.
    #[serde(rename = "m")]
    pub message: u64,
    /// The state that the message reached.
    #[serde(rename = "s")]
    pub status: DeliveryStatus,
    /// The provider's id of the message, from the moment that the message has one.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// The reason of a failure, in words for agents.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The states of a message, in the only order in which it passes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// The engine keeps the message safe, on its way to the provider.
    Pending,
    /// The provider took the message.
    Sent,
    /// The message reached the customer's device.
    Delivered,
    /// The customer opened the message.
    Read,
    /// The message will not arrive.
    Failed,
}

impl DeliveryStatus {
    /// Whether a message may go from `self` to `next`. Providers' receipts come doubled and out of
    /// order; only a later state counts.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Failed => matches!(self, Self::Pending | Self::Sent),
            _ => self != Self::Failed && next > self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_moves_forward_and_fails_only_before_it_arrives() {
        use DeliveryStatus::{Delivered, Failed, Pending, Read, Sent};
        for (from, to) in [
            (Pending, [Sent, Delivered, Read, Failed].as_slice()),
            (Sent, &[Delivered, Read, Failed]),
            (Delivered, &[Read]),
            (Read, &[]),
            (Failed, &[]),
        ] {
            for next in [Pending, Sent, Delivered, Read, Failed] {
                assert_eq!(from.may_become(next), to.contains(&next), "{from:?} to {next:?}");
            }
        }
    }
}
