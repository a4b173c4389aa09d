//! Rules of the customer's acts: writing, coming back, leaving.

use crate::contact::rename::called;
use crate::conversation::resolve::resolved;
use crate::intake::reopen::reopened;
use crate::intake::waiting::goes_on;
use crate::kernel::handover::cascade;
use crate::kernel::wire;
use crate::sla::due;
use crate::survey::rules::{plain, survey_answer};
use crate::{
    Command, Content, Context, EndCause, Event, Refusal, ResolvedBy, Status, Thread, contact,
    intake,
};

/// The longest provider's id of a message, in bytes as sent; the engine ignores a longer one.
const KEY_BYTES: usize = 1_000;

/// The customer wrote. The engine refuses no message, so that none is lost that a channel accepted.
///
/// The first message, and the first after an end, opens a conversation, or reopens the last one
/// (F57). A reaction, a message about another message, an answer to a survey, or a closing phrase
/// opens none, because it is no new work.
pub(crate) fn receive(
    thread: Option<&Thread>,
    command: &Command,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let Command::Receive(intake::Receive { content, sent_at, reply_to, beside, quiet, shortened }) =
        command
    else {
        return Ok(Vec::new());
    };
    let sent_at = sent_at.unwrap_or(ctx.now);
    let mut kept = content.clone();
    let mut beside = beside.clone();
    let shortened = kept.fit() | beside.fit() || *shortened;
    let reply_to = reply_to.clone().filter(|id| wire::bytes(id) <= KEY_BYTES);
    // A message that the log does not know is told as such: "a message from before".
    let speaks = reply_to.is_some() || content.speaks_of().is_some();
    let known = ctx.related.as_ref().map(|related| related.relation.clone());
    let about = speaks.then(|| known.unwrap_or_default());
    let mut events = vec![Event::CustomerMessage(intake::Received {
        content: kept,
        sent_at,
        reply_to,
        about,
        beside,
        quiet: *quiet,
        shortened,
    })];
    if let Some(thread) = thread {
        events.extend(contact::rules::heard(thread, sent_at.min(ctx.now), ctx));
    }
    let answer = thread.and_then(|t| survey_answer(t, content));
    let closes = is_closing_phrase(content, &ctx.policy.closing_phrases);
    let reacts = *quiet || content.speaks_of().is_some();
    if reacts && thread.is_none() {
        // The thread does not exist, so the other message is unknown.
        return Ok(Vec::new());
    }
    if let Some(thread) = thread.filter(|t| t.conversation.status.is_open()) {
        events.extend(answer);
        if closes {
            events.extend(cascade(thread, None, EndCause::ConversationEnded, ctx));
            events.extend(resolved(thread, ResolvedBy::ClosingPhrase, None, ctx));
        } else if !reacts {
            events.extend(goes_on(thread, ctx));
        }
        return Ok(events);
    }
    if let Some(thread) = thread {
        if reacts || closes || answer.is_some() {
            events.extend(answer);
            return Ok(events);
        }
        if let Some(again) = reopened(thread, ctx) {
            return Ok([again.0, events, again.1].concat());
        }
    }
    let opening = ctx.opening.as_ref().ok_or(Refusal::NotFound { what: "conversation" })?;
    let opened = Event::Opened(intake::Opened {
        number: thread.map_or(1, |t| t.conversation.number + 1),
        asset: opening.asset.clone(),
        identity: thread.map_or_else(|| opening.identity.clone(), |t| t.identity.clone()),
        contact: opening.contact.clone(),
        name: called(thread, &opening.name),
        queue: opening.queue.clone(),
        priority: ctx.policy.priority,
        skills: ctx.policy.skills.clone(),
    });
    events.insert(0, opened);
    if thread.is_none() {
        events.extend(contact::rules::introduced(&opening.also));
    }
    events.extend(ctx.off_hours.as_ref().map(|_| Event::OffHours));
    let answer = ctx.now + (ctx.policy.first_answer_target - ctx.policy.first_answer_warning);
    events.extend(due::first_watch(thread.map_or(0, |t| t.seq) + 1, Some(answer), ctx));
    Ok(events)
}

/// The customer allowed or forbade further messages. A wish that is known already is no news.
pub(crate) fn consent(thread: &Thread, consent: intake::Consent) -> Vec<Event> {
    if thread.known.stopped == consent.stopped {
        return Vec::new();
    }
    vec![Event::Consented(intake::Consented { stopped: consent.stopped })]
}

/// The customer closed the chat. A queued conversation is abandoned then, because no customer is
/// left to serve (F56).
pub(crate) fn leave(thread: &Thread) -> Vec<Event> {
    match thread.conversation.status {
        Status::Queued => vec![Event::CustomerLeft, Event::Abandoned],
        Status::Active | Status::Pending => vec![Event::CustomerLeft],
        Status::Resolved | Status::Abandoned => Vec::new(),
    }
}

/// Whether the whole message, and not only a part of it, is one of the phrases (F55).
fn is_closing_phrase(content: &Content, phrases: &[String]) -> bool {
    let Content::Text { text } = content else { return false };
    let said = plain(text);
    !said.is_empty() && phrases.iter().any(|phrase| plain(phrase) == said)
}
