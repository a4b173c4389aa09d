//! Rules of agents' texts: messages to the customer, and comments for colleagues.

use crate::file::kinds;
use crate::kernel::timers::arm_idle;
use crate::kernel::{audience, limit, policy, text, wire};
use crate::message::content::Media;
use crate::{
    AgentId, Caller, Content, Context, Delivery, DeliveryStatus, Event, Millis, Outbox, Refusal,
    Thread, file, message, template,
};

/// Writes to the customer.
pub(crate) fn send(
    thread: &Thread,
    content: &Content,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    carried(thread, content, ctx)?;
    let content = match content {
        Content::Template { name, language, parameters, .. } => {
            template::rules::message(&ctx.templates, name, language, parameters)?
        }
        other => other.clone(),
    };
    if thread.outbox.pending.len() >= Outbox::PENDING_LIMIT {
        return Err(Refusal::OutboxFull { limit: Outbox::PENDING_LIMIT });
    }
    let mut events = vec![Event::AgentMessage(message::Sent { content })];
    events.extend(direct(thread, ctx));
    events.extend(arm_idle(thread, ctx));
    Ok(events)
}

/// On a channel without a provider, a message arrives at once.
pub(crate) fn direct(thread: &Thread, ctx: &Context) -> Option<Event> {
    (!ctx.channel.provider).then(|| {
        Event::Delivery(Delivery {
            message: thread.seq + 1,
            status: audience::DIRECT,
            provider_id: None,
            reason: None,
        })
    })
}

/// Sends an event to the event bus (F41).
pub(crate) fn trigger(
    name: &str,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    if !ctx.policy.triggers.iter().any(|t| t == name) {
        return Err(Refusal::UnknownChoice { what: "trigger" });
    }
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    Ok(vec![Event::Triggered(message::Triggered { trigger: name.to_owned(), note })])
}

/// Checks that the channel takes this content now (F86).
fn carried(thread: &Thread, content: &Content, ctx: &Context) -> Result<(), Refusal> {
    let channel = &ctx.channel;
    if !channel.sends.contains(&content.kind()) {
        return Err(Refusal::ContentNotSupported { channel: channel.name, kind: content.kind() });
    }
    if let Content::Text { text } = content {
        text::required("text", text, channel.text_limit)?;
    }
    if let Content::Media(media) = content {
        file::pass(channel.files, channel.name, media)?;
        text::optional("caption", media.caption.as_deref(), channel.caption_limit)?;
    }
    wire::writable("content", content.bytes())?;
    let free = !matches!(content, Content::Template { .. });
    let person = matches!(ctx.caller, Caller::Agent(_)) && !ctx.by_api;
    let window = channel.late_window.filter(|_| person).or(channel.window);
    if let Some(window) = window.filter(|_| free)
        && ctx.now - thread.conversation.customer_at >= window
    {
        let hours = window.0 / Millis::hours(1).0;
        return Err(Refusal::WindowClosed { channel: channel.name, hours });
    }
    Ok(())
}

/// Retries a failed message (F77).
pub(crate) fn retry(thread: &Thread, message: u64) -> Result<Vec<Event>, Refusal> {
    if thread.outbox.status(message) != Some(DeliveryStatus::Failed) {
        return Err(Refusal::NotFailed);
    }
    if thread.outbox.pending.len() >= Outbox::PENDING_LIMIT {
        return Err(Refusal::OutboxFull { limit: Outbox::PENDING_LIMIT });
    }
    Ok(vec![Event::MessageRetried(message::Retried { message })])
}

/// How many colleagues one comment can mention.
const MENTION_LIMIT: usize = limit::MENTIONS;

/// Leaves a comment for colleagues (F80). An agent may comment after the end too, because a comment
/// reaches no customer. The engine tells the mentioned agents, so each must be allowed to read the
/// conversation.
pub(crate) fn comment(
    thread: &Thread,
    text: &str,
    mentions: &[AgentId],
    files: &[Media],
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    if files.is_empty() {
        text::required("text", text, text::COMMENT_LIMIT)?;
    } else {
        text::optional("text", Some(text), text::COMMENT_LIMIT)?;
    }
    file::few_enough(files.len())?;
    for media in files {
        file::pass(kinds::COMMENT, "A comment", media)?;
        text::optional("caption", media.caption.as_deref(), text::NOTE_LIMIT)?;
    }
    let taken = files.iter().map(|media| media.bytes()).sum::<usize>();
    wire::writable("files", wire::bytes(text) + taken)?;
    let mut meant: Vec<AgentId> = Vec::new();
    for agent in mentions {
        if !meant.contains(agent) {
            meant.push(agent.clone());
        }
        if meant.len() > MENTION_LIMIT {
            return Err(Refusal::OutOfRange { field: "mentions", least: 0, most: 10 });
        }
    }
    let reads = |agent: &&AgentId| {
        ctx.colleague(agent).is_some_and(|c| policy::may_read(&c.profile, thread, ctx))
    };
    if let Some(agent) = meant.iter().find(|agent| !reads(agent)) {
        return Err(Refusal::CannotMention { agent: agent.clone() });
    }
    Ok(vec![Event::Comment(message::Commented {
        text: text.to_owned(),
        mentions: meant,
        files: files.to_vec(),
    })])
}
