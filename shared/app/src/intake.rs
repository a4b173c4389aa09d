//! Intake: the messages of customers. `engine::idempotency` recognises a webhook that comes twice.

pub mod mail;

use crate::contact::person;
use crate::contact::person::Found;
use crate::{Engine, Executed, Failure, Once, Request};
use channels::Wish;
use domain::{Caller, Command, Opening, ThreadId, intake, message};
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
                beside: message.beside.clone(),
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

/// Takes in a message that the business sent past the engine. Returns `None` if the customer has no
/// thread here: such a message opens none.
///
/// # Errors
/// If the table fails. The provider then sends the message again.
pub async fn echo(
    engine: Engine<'_>,
    asset: &Asset,
    echo: &channels::Echo,
) -> Result<Option<Executed>, Failure> {
    let Some(thread) = known_thread(engine, asset, &echo.addresses).await? else {
        return Ok(None);
    };
    let sent_at = person::credible(engine.ground, echo.at);
    let command = Command::Echo(message::Echo {
        content: echo.content.clone(),
        sent_at,
        shortened: echo.shortened,
    });
    let once = Once::sent(echo.key.clone(), sent_at.unwrap_or_default());
    let request = Request { once: Some(once), ..Request::engine(thread, command) };
    engine.execute(&request).await.map(Some)
}

/// Notes that a customer allowed or forbade further messages. A customer without a thread here has
/// nothing to be noted at.
///
/// # Errors
/// If the table fails.
pub async fn consent(
    engine: Engine<'_>,
    asset: &Asset,
    consent: &channels::Consent,
) -> Result<(), Failure> {
    let stopped = match consent.wish {
        Wish::Stop => true,
        Wish::Start => false,
        Wish::Help => return Ok(()),
    };
    let Some(thread) = known_thread(engine, asset, &consent.addresses).await? else {
        return Ok(());
    };
    let command = Command::Consent(intake::Consent { stopped });
    engine.execute(&Request::engine(thread, command)).await.map(|_| ())
}

/// The thread in which a customer goes on, if there is one.
async fn known_thread(
    engine: Engine<'_>,
    asset: &Asset,
    addresses: &[String],
) -> Result<Option<ThreadId>, Failure> {
    for address in addresses {
        let own = key::thread(&asset.id, address);
        if let Some((thread, _)) = person::newest_of(engine.ground, own).await? {
            return Ok(Some(thread));
        }
    }
    Ok(None)
}
