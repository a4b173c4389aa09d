//! Visitors' chats: a visitor's commands, and the chat as the visitor sees it.

use crate::contact::reach;
use crate::file::attachment;
use crate::message::delivery;
use crate::queue;
use crate::visitor::frame::{asks, state};
use crate::visitor::part;
use crate::visitor::part::MESSAGES;
use crate::{Engine, Executed, Failure, Found, Once, Request, Since, Work, intake};
use domain::audience::for_customer;
use domain::wire::bounded;
use domain::{Caller, Command, Content, Delivery, DeliveryStatus, survey};
use protocol::visitor::{ChatState, VisitorPush};
use store::file::upload::By;
use store::settings::directory::{Asset, Directory};
use store::{Stored, Visitor};

/// Takes in a visitor's text.
///
/// # Errors
/// A refusal if the text is empty or too long or the asset is gone; a failure otherwise.
pub async fn visitor_writes(
    engine: Engine<'_>,
    visitor: &Visitor,
    once: Once,
    text: &str,
    reply_to: Option<u64>,
) -> Result<Executed, Failure> {
    if text.trim().is_empty() {
        return Err(domain::Refusal::TextMissing { field: "text" }.into());
    }
    bounded("text", text, channels::web::TEXT_LIMIT)?;
    visitor_says(engine, visitor, once, Content::text(text), reply_to).await
}

/// Takes in a visitor's emoji on an earlier message, or its removal.
///
/// # Errors
/// A refusal if the emoji is too long or the asset is gone; a failure otherwise.
pub async fn visitor_reacts(
    engine: Engine<'_>,
    visitor: &Visitor,
    once: Once,
    message: u64,
    emoji: Option<String>,
) -> Result<Executed, Failure> {
    let emoji = emoji.filter(|emoji| !emoji.trim().is_empty());
    if let Some(emoji) = &emoji {
        bounded("emoji", emoji, domain::limit::EMOJI)?;
    }
    let content = Content::Reaction { to: message.to_string(), emoji };
    visitor_says(engine, visitor, once, content, None).await
}

/// Takes in a file that a visitor has handed in.
///
/// # Errors
/// A refusal if the file is not the visitor's, the caption is too long or the asset is gone; a
/// failure otherwise.
pub async fn visitor_attaches(
    work: Work<'_>,
    visitor: &Visitor,
    once: Once,
    reference: &str,
    caption: Option<&str>,
) -> Result<Executed, Failure> {
    let caption = caption.filter(|caption| !caption.trim().is_empty());
    if let Some(caption) = caption {
        bounded("caption", caption, channels::web::CAPTION_LIMIT)?;
    }
    let media = attachment::attach(
        work.shelf,
        &By::Customer,
        &visitor.thread(),
        false,
        reference,
        caption.map(str::to_owned),
    )
    .await?;
    visitor_says(work.engine, visitor, once, Content::Media(media), None).await
}

async fn visitor_says(
    engine: Engine<'_>,
    visitor: &Visitor,
    once: Once,
    content: Content,
    reply_to: Option<u64>,
) -> Result<Executed, Failure> {
    let directory = engine.directory().await?;
    let asset = chat_asset(&directory, visitor)?;
    let received = intake::take_in(
        engine,
        asset,
        Found { thread: visitor.thread(), known: None },
        &channels::Inbound {
            account: asset.account.clone(),
            address: visitor.visitor.clone(),
            others: Vec::new(),
            name: visitor.name.clone(),
            key: once.key.clone(),
            sent_at: Some(engine.now()),
            quiet: matches!(content, Content::Reaction { emoji: None, .. }),
            content,
            reply_to: reply_to.map(|number| number.to_string()),
            beside: domain::intake::Beside::default(),
            shortened: false,
        },
        once,
    )
    .await?;
    // The first entry made the contact; a repeated message finds the address noted, or notes it.
    if received.seq() == 1 && !visitor.email.is_empty() {
        let contact = store::key::contact(&asset.channel, &visitor.visitor);
        engine.store.introduce(&contact, &visitor.email).await?;
        if let Some(known) = engine.store.contact(&contact).await? {
            reach::index_reach(engine.ground, None, &known).await;
        }
    }
    Ok(received)
}

/// Takes in a visitor's answer to the open survey.
///
/// # Errors
/// `survey_over` if the survey takes no answers any more, `not_found` if it has no such answer; a
/// failure otherwise.
pub async fn visitor_chooses(
    engine: Engine<'_>,
    visitor: &Visitor,
    once: Once,
    message: u64,
    value: &str,
) -> Result<Executed, Failure> {
    // A value that is not a number stands for no choice, as 0 does.
    let choice = value.parse().unwrap_or(0);
    visitor_does(engine, visitor, once, Command::Choose(survey::Choose { message, choice })).await
}

async fn visitor_does(
    engine: Engine<'_>,
    visitor: &Visitor,
    once: Once,
    command: Command,
) -> Result<Executed, Failure> {
    engine
        .execute(&Request {
            thread: visitor.thread(),
            conversation: None,
            once: Some(once),
            seen: None,
            caller: Caller::Customer,
            by_api: false,
            command,
            opening: None,
            known: None,
            likely: Vec::new(),
        })
        .await
}

/// Lets a visitor leave the chat.
///
/// # Errors
/// If the table fails.
pub async fn visitor_leaves(
    engine: Engine<'_>,
    visitor: &Visitor,
    once: Once,
) -> Result<(), Failure> {
    // A visitor's position says nothing of a leave, which the chat does not show.
    let once = Once { since: Since::Promised, ..once };
    let left = visitor_does(engine, visitor, once, Command::CustomerLeave).await;
    match left {
        // A visitor who never wrote has no conversation to leave.
        Ok(_) | Err(Failure::Refused(_)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Returns the chat as a visitor sees it, with the messages after their position.
///
/// # Errors
/// If the table fails.
pub async fn chat(
    engine: Engine<'_>,
    visitor: &Visitor,
    after: u64,
) -> Result<VisitorPush, Failure> {
    let now = engine.now().0;
    let Some(newest) = engine.thread(&visitor.thread()).await? else {
        let messages = Vec::new();
        return Ok(VisitorPush::Chat {
            now,
            state: ChatState::New,
            position: 0,
            place: None,
            asks: None,
            messages,
            more: false,
        });
    };
    let position = newest.thread.public_seq;
    let directory = engine.directory().await?;
    let (messages, more) = part::messages_after(engine.ground, &newest, after, &directory).await?;
    // The messages that the client holds have reached it, even if nobody noted the push.
    note_reached(engine, &newest, after, DeliveryStatus::Delivered).await?;
    let place = queue::place(engine.ground, &newest.thread).await?;
    let (state, asks) = (state(&newest.thread), asks(&newest.thread));
    Ok(VisitorPush::Chat { now, state, position, place, asks, messages, more })
}

/// Notes that a visitor has seen the chat up to a message.
///
/// # Errors
/// If the table fails.
pub async fn visitor_saw(
    engine: Engine<'_>,
    visitor: &Visitor,
    number: u64,
) -> Result<(), Failure> {
    let Some(newest) = engine.thread(&visitor.thread()).await? else { return Ok(()) };
    note_reached(engine, &newest, number, DeliveryStatus::Read).await
}

/// Notes that the message in an entry has reached the visitor's client. Best effort: the client's
/// next ping says the same.
pub(crate) async fn note_delivered(engine: Engine<'_>, next: &Stored) {
    let message = next.entry.seq;
    if next.thread.outbox.status(message) != Some(DeliveryStatus::Sent) {
        return;
    }
    let status = DeliveryStatus::Delivered;
    let delivery = Delivery { message, status, provider_id: None, reason: None };
    if let Err(failure) = delivery::report(engine, &next.thread.id, delivery).await {
        tracing::warn!(thread = %next.thread.id, %failure, "a delivery was not written down");
    }
}

/// Notes the state of our messages up to a visitor's number. The thread's state follows only the
/// last few.
async fn note_reached(
    engine: Engine<'_>,
    newest: &Stored,
    number: u64,
    status: DeliveryStatus,
) -> Result<(), Failure> {
    let thread = &newest.thread;
    let flight = thread.outbox.flight.iter();
    let open: Vec<u64> =
        flight.filter(|(_, s)| s.may_become(status)).map(|(seq, _)| *seq).collect();
    let Some(oldest) = open.iter().min().copied() else { return Ok(()) };
    let (mut at, mut before) = (thread.public_seq, newest.entry.seq + 1);
    let mut reached = Vec::new();
    'log: while before > oldest {
        let page = engine.store.entries_before(&thread.id, before, MESSAGES).await?;
        for entry in page.entries.iter().rev() {
            if entry.seq < oldest {
                break 'log;
            }
            if for_customer(entry).is_empty() {
                continue;
            }
            if at <= number && open.contains(&entry.seq) {
                reached.push(entry.seq);
            }
            at = at.saturating_sub(1);
        }
        match page.entries.first() {
            Some(first) if page.more => before = first.seq,
            _ => break,
        }
    }
    for message in reached.into_iter().rev() {
        let delivery = Delivery { message, status, provider_id: None, reason: None };
        delivery::report(engine, &thread.id, delivery).await?;
    }
    Ok(())
}

/// The asset of a visitor's chat.
fn chat_asset<'a>(directory: &'a Directory, visitor: &Visitor) -> Result<&'a Asset, Failure> {
    directory.assets.get(&visitor.asset).filter(|a| channels::is_chat(&a.channel)).ok_or_else(
        || {
            Failure::rejected(
                "not_found",
                "There is no such web chat.",
                "Check the widget's snippet.",
            )
        },
    )
}
