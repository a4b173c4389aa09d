//! Rules of agents' texts: messages to the customer, and comments for colleagues.

use crate::file::kinds;
use crate::kernel::timers::arm_idle;
use crate::kernel::{audience, limit, policy, text, wire};
use crate::message::content::Media;
use crate::message::relation::Relation;
use crate::{
    AgentId, Caller, Content, Context, Delivery, DeliveryStatus, Event, Millis, Outbox, Refusal,
    Thread, file, message, template,
};

/// Writes to the customer.
pub(crate) fn send(
    thread: &Thread,
    content: &Content,
    reply_to: Option<u64>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    carried(thread, content, ctx)?;
    let quoted = match reply_to {
        Some(_) if !ctx.channel.quotes => {
            return Err(Refusal::NoQuotes { channel: ctx.channel.name });
        }
        Some(_) => Some(related(ctx)?),
        None => None,
    };
    let content = match content {
        Content::Template { name, language, parameters, .. } => {
            template::rules::message(&ctx.templates, name, language, parameters)?
        }
        other => other.clone(),
    };
    room(thread)?;
    let (about, key) = quoted.map(|(relation, key)| (relation.clone(), key.to_owned())).unzip();
    let sent = message::Sent { content, reply_to: key, about };
    let mut events = vec![Event::AgentMessage(sent)];
    events.extend(direct(thread, ctx));
    events.extend(arm_idle(thread, ctx));
    Ok(events)
}

/// Refuses one message too many for a provider that takes none at the moment.
const fn room(thread: &Thread) -> Result<(), Refusal> {
    if thread.outbox.pending.len() >= Outbox::PENDING_LIMIT {
        return Err(Refusal::OutboxFull { limit: Outbox::PENDING_LIMIT });
    }
    Ok(())
}

/// The earlier message that the command names, with its id at the provider.
fn related(ctx: &Context) -> Result<(&Relation, &str), Refusal> {
    let related = ctx.related.as_ref().ok_or(Refusal::NotFound { what: "message" })?;
    let key =
        related.key.as_deref().ok_or(Refusal::MessageUnknown { channel: ctx.channel.name })?;
    Ok((&related.relation, key))
}

/// Puts an emoji on an earlier message, or takes it away again. The customer waits on as before.
pub(crate) fn react(
    thread: &Thread,
    emoji: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let emoji = text::optional("emoji", emoji, limit::EMOJI)?;
    let (relation, key) = related(ctx)?;
    let content = Content::Reaction { to: key.to_owned(), emoji };
    carried(thread, &content, ctx)?;
    room(thread)?;
    let about = Some(relation.clone());
    let sent = message::Sent { content, reply_to: None, about };
    let mut events = vec![Event::AgentMessage(sent)];
    events.extend(direct(thread, ctx));
    Ok(events)
}

/// The business wrote to the customer past the engine.
pub(crate) fn echo(thread: &Thread, echo: &message::Echo, ctx: &Context) -> Vec<Event> {
    let mut content = echo.content.clone();
    let shortened = content.fit() || echo.shortened;
    let named = content.speaks_of().is_some();
    let about = ctx.related.as_ref().map(|related| related.relation.clone());
    let about = about.or_else(|| named.then(Relation::default));
    let sent_at = echo.sent_at.unwrap_or(ctx.now).min(ctx.now);
    let mut events = vec![Event::Echoed(message::Echoed { content, sent_at, about, shortened })];
    if !named && thread.conversation.owner.is_some() && thread.conversation.status.is_open() {
        events.extend(arm_idle(thread, ctx));
    }
    events
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
    if thread.known.stopped && channel.opt_out {
        return Err(Refusal::OptedOut { channel: channel.name });
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
    room(thread)?;
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
