//! How far a message to the customer got, and what providers report of it.

use crate::{Context, Event, Outbox, Thread};
use serde::{Deserialize, Serialize};

/// How far a message to the customer got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The entry that holds the message.
    #[serde(rename = "m")]
    pub message: u64,
    /// How far.
    #[serde(rename = "s")]
    pub status: DeliveryStatus,
    /// The provider's id of the message, from the moment it has one.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// Why it failed, in words for agents.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Delivery states, in the only order in which they are passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// Safe with us, on its way to the provider.
    Pending,
    /// The provider took it.
    Sent,
    /// It reached the customer's device.
    Delivered,
    /// The customer opened it.
    Read,
    /// It will not arrive.
    Failed,
}

impl DeliveryStatus {
    /// Whether a message may go from `self` to `next`. Providers' receipts come doubled and out
    /// of order; only what is news counts.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Failed => matches!(self, Self::Pending | Self::Sent),
            _ => self != Self::Failed && next > self,
        }
    }
}

/// A report counts only if it is news: states move forward (F77), and doubles change nothing.
pub(crate) fn report(thread: &Thread, delivery: &Delivery, ctx: &Context) -> Vec<Event> {
    // The state remembers the last few messages only; of older ones the log was asked.
    let known = thread.outbox.status(delivery.message).or(ctx.known_delivery);
    // The provider has not taken the new attempt yet, so its receipt is a double of the old one's.
    // What we report ourselves, because the provider did not take it, names no provider's id.
    let doubled = delivery.status == DeliveryStatus::Failed
        && delivery.provider_id.is_some()
        && known == Some(DeliveryStatus::Pending)
        && thread.outbox.retried.contains(&delivery.message);
    match known {
        Some(known) if known.may_become(delivery.status) && !doubled => {
            vec![Event::Delivery(delivery.clone())]
        }
        _ => Vec::new(),
    }
}

impl Delivery {
    /// The outbox remembers how far the message got, as long as something can follow.
    pub(crate) fn fold(&self, outbox: &mut Outbox) {
        let (message, status) = (self.message, self.status);
        outbox.pending.retain(|seq| *seq != message);
        outbox.flight.retain(|(seq, _)| *seq != message);
        outbox.retried.retain(|seq| *seq != message);
        match status {
            DeliveryStatus::Pending => outbox.pending.push(message),
            DeliveryStatus::Sent | DeliveryStatus::Delivered => {
                outbox.flight.push((message, status));
                if outbox.flight.len() > Outbox::FLIGHT_LIMIT {
                    outbox.flight.remove(0);
                }
            }
            // Nothing can follow: the state forgets the message.
            DeliveryStatus::Read => {}
            DeliveryStatus::Failed => {
                outbox.failed.push(message);
                if outbox.failed.len() > Outbox::FAILED_LIMIT {
                    outbox.failed.remove(0);
                }
            }
        }
    }
}
