//! Intake: the messages of customers. `engine::idempotency` recognises a webhook that comes twice.

pub mod mail;

use crate::contact::person;
use crate::contact::person::Found;
use crate::{Engine, Executed, Failure, Once, Request};
use domain::{Caller, Command, Opening, intake};
use store::key;
use store::settings::directory::Asset;

/// Takes a customer's message in.
///
/// # Errors
/// If the table fails. The provider then sends the message again.
pub async fn receive(
    engine: Engine<'_>,
    asset: &Asset,
    message: &channels::Inbound,
) -> Result<Executed, Failure> {
    let found = person::person(engine, &asset.id, &message.addresses(), &[]).await?;
    receive_from(engine, asset, found, message).await
}

/// Takes in the message of a customer whose thread is known.
///
/// # Errors
/// If the table fails. The provider then sends the message again.
pub async fn receive_from(
    engine: Engine<'_>,
    asset: &Asset,
    found: Found,
    message: &channels::Inbound,
) -> Result<Executed, Failure> {
    // A message without a credible time may have come at any time.
    let sent_at = person::credible(engine.ground, message.sent_at).unwrap_or_default();
    take_in(engine, asset, found, message, Once::sent(message.key.clone(), sent_at)).await
}

/// Takes a message in, with any means to recognise a repetition.
pub(crate) async fn take_in(
    engine: Engine<'_>,
    asset: &Asset,
    found: Found,
    message: &channels::Inbound,
    once: Once,
) -> Result<Executed, Failure> {
    let opening = Opening {
        asset: asset.id.clone(),
        identity: message.address.clone(),
        also: message.others.clone(),
        contact: key::contact(&asset.channel, &message.address),
        name: message.name.clone(),
        queue: asset.queue.clone(),
    };
    let executed = engine
        .execute(&Request {
            thread: found.thread,
            conversation: None,
            once: Some(once),
            seen: None,
            caller: Caller::Customer,
            by_api: false,
            command: Command::Receive(intake::Receive {
                content: message.content.clone(),
                sent_at: person::credible(engine.ground, message.sent_at),
                reply_to: message.reply_to.clone(),
                quiet: message.quiet,
                shortened: message.shortened,
            }),
            opening: Some(opening),
            known: found.known,
            likely: Vec::new(),
        })
        .await?;
    // A visitor of our own web chat has one address and no other.
    if let Executed::Wrote(stored) = &executed
        && stored.entry.seq == 1
        && !channels::is_chat(&asset.channel)
    {
        person::begun(engine, &stored.thread.id).await?;
    }
    Ok(executed)
}
