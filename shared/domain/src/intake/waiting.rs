//! Customers who wait: a watch runs for each, and the engine tells them of the business hours
//! (F59).

use crate::sla::due;
use crate::{Content, Context, Event, OffHours, Status, Thread, message};

/// Tells the customer of the business hours, if the engine still owes that reply (F59).
pub(crate) fn auto_reply(thread: &Thread, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    let owed = conversation.off_hours == Some(OffHours::Owed) && conversation.status.is_open();
    let Some(text) = ctx.off_hours.as_ref().filter(|_| owed) else { return Vec::new() };
    let mut events = vec![Event::AutoReply(message::AutoReplied { content: Content::text(text) })];
    events.extend(message::rules::direct(thread, ctx));
    events
}

/// The customer wrote in an open conversation: the watch runs. A customer in the queue outside
/// business hours is told of them, once.
pub(crate) fn goes_on(thread: &Thread, ctx: &Context) -> Vec<Event> {
    let c = &thread.conversation;
    let closed = ctx.off_hours.is_some() && c.status == Status::Queued && c.off_hours.is_none();
    let mut events = if closed { vec![Event::OffHours] } else { Vec::new() };
    events.extend(due::watch_for(thread, false, ctx));
    events
}
