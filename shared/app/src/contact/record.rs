//! Customers' records: the rights to read and change them, their bounds, and the agents who hear of
//! a change (F71).

use crate::contact::reach;
use crate::conversation::earlier;
use crate::conversation::readable;
use crate::{Engine, Failure, Ground, Request, Voice, view};
use domain::words::one_line;
use domain::{
    AgentId, Command, ContactId, ConversationId, Millis, Profile, Refusal, Thread, limit, number,
};
use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::try_join_all;
use protocol::Push;
use protocol::contact::ContactChange;
use store::Stored;
use store::contact::record::Contact;
use store::conversation::summary::Card;
use store::settings::directory::Directory;

/// Returns a customer and their threads as they stand, for an agent who may read one of their
/// conversations.
///
/// # Errors
/// `not_found`, also if the customer exists and the agent may read none of their conversations.
pub async fn readable_contact(
    ground: Ground<'_>,
    me: &Profile,
    contact: &ContactId,
    directory: &Directory,
) -> Result<(Contact, Vec<Stored>), Failure> {
    let missing = || Refusal::NotFound { what: "contact" };
    let contact = ground.store.contact(contact).await?.ok_or_else(missing)?;
    let threads = try_join_all(contact.threads.iter().map(|t| ground.thread(t))).await?;
    let threads: Vec<Stored> = threads.into_iter().flatten().collect();
    if threads.iter().any(|t| readable::reads(me, &t.thread, directory)) {
        return Ok((contact, threads));
    }
    Err(missing().into())
}

/// Changes a customer's record. A new name goes into all of the customer's threads; an interrupted
/// client repeats the change without harm.
///
/// # Errors
/// If the agent may not, a text is out of bounds, or somebody else was faster.
pub async fn change_contact(
    engine: Engine<'_>,
    me: &Profile,
    contact: &ContactId,
    change: &ContactChange,
) -> Result<Contact, Failure> {
    let directory = engine.directory().await?;
    let (before, threads) = readable_contact(engine.ground, me, contact, &directory).await?;
    if before.version != change.version {
        // A client that lost the answer repeats the same change, which then has no effect.
        let next = before.version == change.version.saturating_add(1);
        if next && changed(before.clone(), change)? == before {
            return Ok(before);
        }
        return Err(outrun());
    }
    let mut after = changed(before.clone(), change)?;
    if after != before {
        after.version += 1;
        if !engine.store.put_contact(&after, before.version).await? {
            return Err(outrun());
        }
        reach::index_reach(engine.ground, Some(&before), &after).await;
    }
    if change.name.is_some() {
        for thread in &threads {
            let rename = Command::Rename(domain::contact::Rename {
                name: after.name.clone(),
                by: me.id.clone(),
            });
            engine.execute(&Request::engine(thread.thread.id.clone(), rename)).await?;
        }
    }
    if after != before {
        tell_of_contact(engine.voice, me, &after, &threads).await;
    }
    Ok(after)
}

/// Tells the agents who follow one of the customer's conversations, and the agent who changed the
/// record. Best effort.
async fn tell_of_contact(voice: Voice<'_>, me: &Profile, contact: &Contact, threads: &[Stored]) {
    let mut agents: BTreeSet<AgentId> =
        threads.iter().flat_map(|t| Thread::parties(&t.thread)).collect();
    agents.insert(me.id.clone());
    match voice.store.batch(&agents, &[], None).await {
        Ok(batch) => {
            let workloads: Vec<_> = batch.workloads.into_iter().collect();
            voice.tell(&workloads, &Push::Contact { contact: view::contact(contact) }).await;
        }
        Err(error) => tracing::warn!(contact = %contact.id, %error, "nobody was told"),
    }
}

/// Returns a customer's conversations that the agent may read, the latest one first, and the start
/// of the next page. `shows` decides which conversations a list shows in any case.
///
/// # Errors
/// If the agent may read no such contact, or the table fails.
pub async fn contact_history(
    ground: Ground<'_>,
    me: &Profile,
    contact: &ContactId,
    last: Option<&(Millis, ConversationId)>,
    limit: usize,
    shows: impl Fn(&Card) -> bool,
) -> Result<(Vec<Card>, Option<(Millis, ConversationId)>), Failure> {
    let directory = ground.directory().await?;
    let (_, threads) = readable_contact(ground, me, contact, &directory).await?;
    let read: BTreeMap<_, _> = threads
        .iter()
        .filter(|t| readable::reads(me, &t.thread, &directory))
        .map(|t| (&t.thread.id, t.thread.conversation.number))
        .collect();
    let places = ground.store.conversations_of(contact, last, limit).await?;
    let mut cards = ground.store.cards_of(&places).await?;
    let reads = |card: &Card| {
        let newest = read.get(&card.id.thread);
        newest.is_some_and(|newest| earlier::lists(me, card, *newest, &directory))
    };
    cards.retain(|card| reads(card) || shows(card));
    cards.sort_by(|a, b| (b.opened_at, &b.id).cmp(&(a.opened_at, &a.id)));
    let next = places.last().filter(|_| places.len() == limit).cloned();
    Ok((cards, next))
}

fn changed(mut contact: Contact, change: &ContactChange) -> Result<Contact, Refusal> {
    if let Some(name) = &change.name {
        contact.name = line("name", name, Thread::NAME_LENGTH)?;
    }
    if let Some(email) = &change.email.0 {
        contact.email = match email.as_deref().map(str::trim).filter(|email| !email.is_empty()) {
            Some(email) => Some(address(email)?),
            None => None,
        };
    }
    if let Some(phones) = &change.phones {
        contact.phones = numbers(phones)?;
    }
    for (key, value) in &change.attributes {
        let key = line("attributes", key, limit::ATTRIBUTE_NAME)?;
        match value {
            Some(value) => {
                let value = line("attributes", value, limit::ATTRIBUTE_VALUE)?;
                contact.attributes.insert(key, value);
            }
            None => {
                contact.attributes.remove(&key);
            }
        }
    }
    if contact.attributes.len() > limit::ATTRIBUTES {
        return Err(Refusal::OutOfRange { field: "attributes", least: 0, most: 30 });
    }
    Ok(contact)
}

fn address(email: &str) -> Result<String, Refusal> {
    if crate::session::read::is_address(email) {
        return Ok(email.to_owned());
    }
    Err(Refusal::EmailInvalid)
}

/// Reads numbers as agents write them, without duplicates.
fn numbers(given: &[String]) -> Result<Vec<String>, Refusal> {
    let mut all: Vec<String> = Vec::new();
    let mut called = BTreeSet::new();
    for phone in given {
        let phone = line("phones", phone, limit::PHONE)?;
        let digits = number::called(&phone).ok_or(Refusal::PhoneInvalid)?;
        if called.insert(digits) {
            all.push(phone);
        }
    }
    if all.len() > limit::PHONES {
        return Err(Refusal::OutOfRange { field: "phones", least: 0, most: 10 });
    }
    Ok(all)
}

fn line(field: &'static str, text: &str, limit: usize) -> Result<String, Refusal> {
    let line = one_line(text);
    let length = line.chars().count();
    match length {
        0 => Err(Refusal::TextMissing { field }),
        _ if length > limit => Err(Refusal::TextTooLong { field, length, limit }),
        _ => Ok(line),
    }
}

fn outrun() -> Failure {
    Failure::rejected(
        "version_conflict",
        "Somebody else changed this contact since you read it.",
        "Read it again and repeat your change.",
    )
}
