//! Who the customer is and where they are answered, as the channel says. The rules stand in
//! [`crate::person`]; here they become events.

use crate::contact::person::{Reach, is_number, is_username};
use crate::message::content;
use crate::{Context, ConversationId, Event, Millis, Thread, contact};

/// What a message from `ctx.opening` tells of the customer, beside what it says.
pub(crate) fn heard(thread: &Thread, sent_at: Millis, ctx: &Context) -> Vec<Event> {
    let Some(opening) = &ctx.opening else { return Vec::new() };
    let before = thread.reach();
    let after = before.heard(&opening.identity, &opening.also, sent_at);
    let mut events: Vec<Event> = changed_to(&before, &after, None).into_iter().collect();
    let mut addresses: Vec<String> =
        after.number.iter().filter(|number| !before.is(number)).cloned().collect();
    // A straggler's names may be older than those that are known.
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

/// What the first message of a thread tells of the customer's other addresses.
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

/// The name that the channel gives now, where it is another and no agent gave one (F71).
fn newer_name(thread: &Thread, given: &str) -> Option<String> {
    let seen = content::channel_name(given);
    let name = content::first(&seen, Thread::NAME_LENGTH);
    (!thread.named && !name.is_empty() && name != thread.name).then(|| name.to_owned())
}

/// The provider says that the customer's address changed.
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

/// The same customer was found to have another thread: both say so, and both are answered where
/// the customer was reached last.
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

/// What became known without a message: another address, or only that the one that is known was
/// theirs later than we knew.
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
