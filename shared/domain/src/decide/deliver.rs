//! What providers report of messages on their way.

use super::Context;
use crate::event::Delivery;
use crate::{Event, Thread};

/// A report counts only if it is news: states move forward (F77), and doubles change nothing.
pub(super) fn report(thread: &Thread, delivery: &Delivery, ctx: &Context) -> Vec<Event> {
    // The state remembers the last few messages only; of older ones the log was asked.
    let known = thread.outbox.status(delivery.message).or(ctx.known_delivery);
    match known {
        Some(known) if known.may_become(delivery.status) => {
            vec![Event::Delivery(delivery.clone())]
        }
        _ => Vec::new(),
    }
}
