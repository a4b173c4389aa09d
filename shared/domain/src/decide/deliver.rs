//! What providers report of messages on their way.

use super::Context;
use crate::event::{Delivery, DeliveryStatus};
use crate::{Event, Thread};

/// A report counts only if it is news: states move forward (F77), and doubles change nothing.
pub(super) fn report(thread: &Thread, delivery: &Delivery, ctx: &Context) -> Vec<Event> {
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
