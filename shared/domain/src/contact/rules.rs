//! The customer's name and addresses, as the channel reports them. The rules stand in
//! [`crate::person`]; this module turns their results into events.

use crate::contact::person::{Reach, is_number, is_username};
use crate::kernel::words;
use crate::{Context, ConversationId, Event, Millis, Thread, contact};

/// The events that tell of the customer's name and addresses after a message from `ctx.opening`.
pub(crate) fn heard(thread: &Thread, sent_at: Millis, ctx: &Context) -> Vec<Event> {
    let Some(opening) = &ctx.opening else { return Vec::new() };
    let before = thread.reach();
    let after = before.heard(&opening.identity, &opening.also, sent_at);
    let mut events: Vec<Event> = changed_to(&before, &after, None).into_iter().collect();
    let mut addresses: Vec<String> =
        after.number.iter().filter(|number| !before.is(number)).cloned().collect();
    // A late message may carry older names than the known ones.
    let newer = sent_at >= before.at;
    let new_name = |a: &&String| is_username(a) && thread.known.username.as_ref() != Some(*a);
    let named = std::iter::once(&opening.identity).chain(&opening.also).find(new_name);
    addresses.extend(named.filter(|a| newer && **a != after.address).cloned());
    let name = newer_name(thread, &opening.name).filter(|_| newer);
    if name.is_some() || !addresses.is_empty() {
        events.push(Event::Introduced(contact::Introduced { name, addresses, at: None }));
    }
    events
}

/// The event that tells of the customer's other addresses after the first message of a thread.
pub(crate) fn introduced(also: &[String]) -> Option<Event> {
    let number = also.iter().find(|a| is_number(a));
    let username = also.iter().find(|a| is_username(a));
    let addresses: Vec<String> = number.into_iter().chain(username).cloned().collect();
    (!addresses.is_empty()).then_some(Event::Introduced(contact::Introduced {
        name: None,
        addresses,
        at: None,
    }))
}

/// The channel's name for the customer, if it differs from the known one and no agent gave one
/// (F71).
fn newer_name(thread: &Thread, given: &str) -> Option<String> {
    let seen = words::channel_name(given);
    let name = words::first(&seen, Thread::NAME_LENGTH);
    (!thread.named && !name.is_empty() && name != thread.name).then(|| name.to_owned())
}

/// The provider reports another address of the customer.
pub(crate) fn changed(
    thread: &Thread,
    from: &[String],
    to: &[String],
    at: Option<Millis>,
    ctx: &Context,
) -> Vec<Event> {
    let before = thread.reach();
    let at = at.unwrap_or(ctx.now).min(ctx.now);
    let after = before.moved(from, to, at);
    told(&before, &after).into_iter().collect()
}

/// Joins another thread of the same customer: both threads record it, and both answer at the
/// customer's newest address.
pub(crate) fn joined(
    thread: &Thread,
    conversation: &ConversationId,
    there: bool,
    reach: &Reach,
    addresses: &[String],
) -> Vec<Event> {
    if conversation.thread == thread.id
        || (there && thread.known.elsewhere.as_ref() == Some(&conversation.thread))
    {
        return Vec::new();
    }
    let before = thread.reach();
    let after = before.or_newer(reach);
    let mut events = vec![Event::Joined(contact::Joined {
        conversation: conversation.clone(),
        there,
        addresses: addresses.to_vec(),
    })];
    events.extend(told(&before, &after));
    events
}

/// The event of a change that comes without a message: another address, or only a later
/// confirmation of the known one.
fn told(before: &Reach, after: &Reach) -> Option<Event> {
    if before.address != after.address || before.number != after.number {
        return Some(now_at(after, Some(after.at)));
    }
    let at = Some(after.at).filter(|at| *at > before.at)?;
    Some(Event::Introduced(contact::Introduced { name: None, addresses: Vec::new(), at: Some(at) }))
}

fn changed_to(before: &Reach, after: &Reach, at: Option<Millis>) -> Option<Event> {
    (before.address != after.address).then(|| now_at(after, at))
}

fn now_at(reach: &Reach, at: Option<Millis>) -> Event {
    Event::IdentityChanged(contact::AddressChanged {
        identity: reach.address.clone(),
        number: reach.number.clone(),
        at,
    })
}
