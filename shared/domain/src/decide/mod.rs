//! From a state and a command to events, or a refusal. One file per family of commands.

pub mod context;
mod customer;
mod deliver;
mod discuss;
mod offer;
mod own;
mod text;
mod transfer;
mod write;

use crate::authorize;
use crate::{
    AgentId, Command, Event, OfferStatus, Origin, Party, Profile, Refusal, Status, Thread,
};

pub use crate::authorize::may_read;
pub use context::{Caller, Context, Opening, TargetDesk};

/// What follows from `command`, or why it does not.
///
/// `Ok` with no events means: nothing to do, and that is fine (a stale timer, an old receipt).
///
/// # Errors
/// The [`Refusal`] that the caller is told. Nothing has changed then.
pub fn decide(
    thread: Option<&Thread>,
    command: &Command,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    if let Command::Receive { content, sent_at, reply_to } = command {
        if ctx.caller != Caller::Customer {
            return Err(Refusal::Forbidden { why: "only the customer's channel can" });
        }
        return customer::receive(thread, content, *sent_at, reply_to.as_ref(), ctx);
    }
    let thread = thread.ok_or(Refusal::NotFound { what: "conversation" })?;
    // First: whether a conversation is closed is no business of strangers.
    authorize::check(command, thread, ctx)?;
    names_newest(thread, ctx)?;
    match command {
        // Taken care of above, where a thread may not exist yet.
        Command::Receive { .. } => Ok(Vec::new()),
        Command::CustomerLeave => Ok(customer::leave(thread)),
        Command::Send { content } => write::send(thread, content, ctx),
        Command::Retry { message } => write::retry(thread, *message),
        Command::Comment { text } => write::comment(text),
        Command::Accept => own::accept(thread, ctx),
        Command::Resolve { note } => own::resolve(thread, note.as_deref(), ctx),
        Command::CheckIdle { conversation } => Ok(own::check_idle(thread, *conversation, ctx)),
        Command::TransferToAgent { to, note } => {
            transfer::to_agent(thread, to, note.as_deref(), ctx)
        }
        Command::TransferToQueue { to, note } => {
            transfer::to_queue(thread, to, note.as_deref(), ctx)
        }
        Command::MakeOffer { kind, to, note } => {
            offer::make(thread, *kind, to, note.as_deref(), ctx)
        }
        Command::AcceptOffer { offer } => offer::accept(thread, *offer, ctx),
        Command::RejectOffer { offer, reason } => offer::reject(thread, *offer, reason, ctx),
        Command::WithdrawOffer { offer, reason } => offer::withdraw(thread, *offer, reason, ctx),
        Command::ExpireOffer { offer } => Ok(offer::expire(thread, *offer, ctx)),
        Command::Say { discussion, text } => discuss::say(thread, *discussion, text, ctx),
        Command::EndDiscussion { discussion, resolved, note } => {
            discuss::end(thread, *discussion, *resolved, note.as_deref(), ctx)
        }
        Command::LeaveDiscussion { discussion } => discuss::leave(thread, *discussion, ctx),
        Command::Report(delivery) => Ok(deliver::report(thread, delivery, ctx)),
        Command::ChangeIdentity { identity } if thread.identity == *identity => Ok(Vec::new()),
        Command::ChangeIdentity { identity } => {
            Ok(vec![Event::IdentityChanged { identity: identity.clone() }])
        }
    }
}

/// A command for an earlier conversation of the thread comes too late; one for a later, too soon.
fn names_newest(thread: &Thread, ctx: &Context) -> Result<(), Refusal> {
    match ctx.conversation {
        Some(0) => Err(Refusal::NotFound { what: "conversation" }),
        Some(named) if named < thread.conversation.number => {
            Err(Refusal::ConversationClosed { status: Status::Resolved })
        }
        Some(named) if named > thread.conversation.number => {
            Err(Refusal::NotFound { what: "conversation" })
        }
        _ => Ok(()),
    }
}

/// Refuses if the conversation is over.
fn still_open(thread: &Thread) -> Result<(), Refusal> {
    let status = thread.conversation.status;
    if status.is_open() { Ok(()) } else { Err(Refusal::ConversationClosed { status }) }
}

/// Refuses unless the conversation is open and somebody owns it.
fn owned(thread: &Thread) -> Result<(), Refusal> {
    still_open(thread)?;
    if thread.conversation.owner.is_none() {
        return Err(Refusal::StillQueued);
    }
    Ok(())
}

/// The agent who asks. [`authorize::check`] has made sure that it is one.
fn agent(ctx: &Context) -> Result<&Profile, Refusal> {
    match &ctx.caller {
        Caller::Agent(profile) => Ok(profile),
        Caller::Customer | Caller::Engine => Err(Refusal::Forbidden { why: "only agents can" }),
    }
}

/// A new owner.
///
/// Where it is the customer's turn, the timer may have fired in vain while the conversation was
/// queued: it is armed again, or nobody would ever look for the customer's silence (F54).
fn assigned(
    thread: &Thread,
    to: AgentId,
    origin: Origin,
    note: Option<String>,
    ctx: &Context,
) -> Vec<Event> {
    let from = thread.conversation.owner.clone();
    let mut events = vec![Event::Assigned { to, from, origin, note }];
    if thread.conversation.waiting_on == Party::Customer {
        events.extend(write::arm_idle(thread, ctx));
    }
    events
}

/// What ends when a conversation changes hands or is over: its offers and its discussions.
///
/// Whose deadline has passed did not lose its object: its time was up, as those who tried to
/// answer it have been told, whether or not the clock has been round (F18).
fn cascade(
    thread: &Thread,
    except: Option<u64>,
    cause: crate::event::EndCause,
    ctx: &Context,
) -> Vec<Event> {
    let conversation = &thread.conversation;
    let offers = conversation.offers.iter().filter(|o| Some(o.number) != except).map(|o| {
        let status =
            if o.is_late(ctx.now) { OfferStatus::TimedOut } else { OfferStatus::Rescinded };
        Event::OfferClosed { offer: o.number, status, reason: None }
    });
    let discussions = conversation.discussions.iter().map(|d| Event::DiscussionEnded {
        discussion: d.number,
        resolved: None,
        note: None,
        cause,
    });
    offers.chain(discussions).collect()
}
