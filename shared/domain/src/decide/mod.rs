//! From a state and a command to events, or a refusal. One file per family of commands.

mod clock;
mod conference;
pub mod context;
mod customer;
mod deliver;
mod discuss;
mod identity;
mod mark;
mod may;
mod monitor;
mod needs;
mod offer;
mod own;
mod search;
mod text;
mod transfer;
mod undo;
mod wrap;
mod write;

use crate::authorize;
use crate::{
    AgentId, Command, Event, OfferStatus, Origin, Party, Profile, Refusal, Status, Thread,
};

pub use crate::authorize::{directs, may_read, reads};
pub use context::{Caller, ClosedOffer, Colleague, Context, EndedTalk, Group, Opening, Undone};
pub use may::{Act, may};
pub use needs::{Needs, needs};

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
    decided(thread, command, ctx).map_err(|refusal| match (&ctx.caller, thread) {
        // Whoever may not read a conversation is told what they are told where there is none. Of
        // an offer that was made to them they learn how it ended.
        (Caller::Agent(profile), Some(thread))
            if !may_read(profile, thread, ctx)
                && !matches!(refusal, Refusal::OfferClosed { .. }) =>
        {
            Refusal::NotFound { what: "conversation" }
        }
        _ => refusal,
    })
}

fn decided(
    thread: Option<&Thread>,
    command: &Command,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    if let Command::Receive { .. } = command {
        if ctx.caller != Caller::Customer {
            return Err(Refusal::Forbidden { why: "only the customer's channel can" });
        }
        return customer::receive(thread, command, ctx);
    }
    let thread = thread.ok_or(Refusal::NotFound { what: "conversation" })?;
    authorize::check(command, thread, ctx)?;
    if !matches!(command, Command::Done { .. } | Command::FinishDiscussion { .. }) {
        names_newest(thread, ctx)?;
    }
    authorize::at_stage(command, thread)?;
    match command {
        // Taken care of above, where a thread may not exist yet.
        Command::Receive { .. } => Ok(Vec::new()),
        Command::Choose { message, choice } => customer::chose(thread, *message, *choice, ctx),
        Command::CustomerLeave => Ok(customer::leave(thread)),
        Command::Send { content } => write::send(thread, content, ctx),
        Command::Retry { message } => write::retry(thread, *message),
        Command::Comment { text, mentions, files } => {
            write::comment(thread, text, mentions, files, ctx)
        }
        Command::Tag { add, remove } => mark::tag(thread, add, remove),
        Command::Label { add, remove } => mark::label(thread, add, remove, ctx),
        Command::Name { alias } => mark::name(thread, alias.as_deref()),
        Command::Accept => own::accept(thread, ctx),
        Command::Resolve { note } => own::resolve(thread, note.as_deref(), ctx),
        Command::ResolveForAll { note } => own::resolve_for_all(thread, note.as_deref(), ctx),
        Command::Undo { entry } => undo::undo(thread, *entry, ctx),
        Command::CheckIdle { conversation } => Ok(own::check_idle(thread, *conversation, ctx)),
        Command::SendSurvey { survey } => write::survey(thread, survey, ctx),
        Command::Trigger { trigger, note } => write::trigger(trigger, note.as_deref(), ctx),
        Command::Done { disposition, note } => {
            wrap::done(thread, disposition.as_deref(), note.as_deref(), ctx)
        }
        Command::Prioritise { priority } => own::prioritise(thread, *priority),
        Command::Require { skills } => own::require(thread, skills),
        Command::Transfer { to, mode, note } => {
            transfer::by(thread, to, *mode, note.as_deref(), ctx)
        }
        Command::MakeOffer { kind, to, all, discussion, note } => {
            let (kind, all, discussion, note) = (*kind, *all, *discussion, note.as_deref());
            offer::make(thread, &offer::Asked { kind, to, all, discussion, note }, ctx)
        }
        Command::AcceptOffer { offer } => offer::accept(thread, *offer, ctx),
        Command::RejectOffer { offer, reason } => offer::reject(thread, *offer, reason, ctx),
        Command::WithdrawOffer { offer, reason } => offer::withdraw(thread, *offer, reason, ctx),
        Command::ExpireOffer { offer } => Ok(offer::expire(thread, *offer, ctx)),
        Command::Say { discussion, text } => discuss::say(thread, *discussion, text, ctx),
        Command::EndDiscussion { discussion, resolved, note, outcomes } => {
            discuss::end(thread, *discussion, *resolved, note.as_deref(), outcomes, ctx)
        }
        Command::ReleaseExpert { discussion, outcome } => {
            discuss::release(thread, *discussion, outcome, ctx)
        }
        Command::Promote { discussion, expert, into } => {
            conference::promote(thread, *discussion, expert.as_ref(), *into, ctx)
        }
        Command::LeaveConference => conference::leave(thread, ctx),
        Command::RemoveGuest { agent } => conference::remove(thread, agent),
        Command::Monitor { mode } => monitor::start(thread, *mode, ctx),
        Command::StopMonitoring => monitor::stop(thread, ctx),
        Command::Coach { text } => monitor::coach(thread, text, ctx),
        Command::CheckWatch { watch } => Ok(clock::check_watch(thread, *watch, ctx)),
        Command::CheckAbsent { conversation, epoch } => {
            Ok(clock::check_absent(thread, *conversation, *epoch, ctx))
        }
        Command::CheckWrapUp { conversation } => Ok(wrap::lapse(thread, *conversation, ctx)),
        Command::AutoAssign => Ok(clock::auto_assign(thread, ctx)),
        Command::AutoReply => Ok(clock::auto_reply(thread, ctx)),
        Command::FinishDiscussion { discussion } => discuss::finish(thread, *discussion, ctx),
        Command::LeaveDiscussion { discussion } => discuss::leave(thread, *discussion, ctx),
        Command::Report(delivery) => Ok(deliver::report(thread, delivery, ctx)),
        Command::Rename { name, by } => customer::rename(thread, name, by),
        Command::ChangeIdentity { from, to, at } => {
            Ok(identity::changed(thread, from, to, *at, ctx))
        }
        Command::Join { conversation, there, reach, addresses } => {
            Ok(identity::joined(thread, conversation, *there, reach, addresses))
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
pub(crate) fn still_open(thread: &Thread) -> Result<(), Refusal> {
    let status = thread.conversation.status;
    if status.is_open() { Ok(()) } else { Err(Refusal::ConversationClosed { status }) }
}

/// Refuses unless the conversation is open and somebody owns it.
pub(crate) fn owned(thread: &Thread) -> Result<(), Refusal> {
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
            if o.is_over(ctx.now) { OfferStatus::TimedOut } else { OfferStatus::Rescinded };
        Event::OfferClosed {
            offer: o.number,
            status,
            by: None,
            reason: None,
            code: None,
            load: None,
        }
    });
    let discussions = conversation.discussions.iter().map(|d| Event::DiscussionEnded {
        discussion: d.number,
        resolved: None,
        note: None,
        cause,
        outcomes: Vec::new(),
        promoted: None,
    });
    offers.chain(discussions).collect()
}
