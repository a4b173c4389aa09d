//! Providers' reports of messages on their way, and the outbox's memory of them (F77).

use crate::message::delivery::{Delivery, DeliveryStatus};
use crate::{Context, Event, Outbox, Thread};

/// Takes in a report only if it is news: states move forward (F77), and doubles change nothing.
pub(crate) fn report(thread: &Thread, delivery: &Delivery, ctx: &Context) -> Vec<Event> {
    // The state remembers only the last few messages; the log gave the state of an older one.
    let known = thread.outbox.status(delivery.message).or(ctx.known_delivery);
    // The provider has not taken the new attempt yet, so this receipt is a double of the old one's.
    // The engine's own report of a failed handover names no provider's id.
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
    /// The outbox remembers the state that the message reached, as long as another can follow.
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
            // No state can follow, so the outbox forgets the message.
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
