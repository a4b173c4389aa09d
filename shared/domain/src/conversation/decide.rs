//! Decides: from a state and a command to events or a refusal. Each noun's `rules` hold its part.

use crate::conversation::{resolve, undo};
use crate::intake::waiting;
use crate::kernel::guard::names_newest;
use crate::kernel::policy;
use crate::kernel::policy::may_read;
use crate::message::receipt;
use crate::{
    Caller, Command, Context, Event, Refusal, Thread, assignment, conference, contact,
    conversation, discussion, file, intake, label, message, monitoring, offer, queue, sla, survey,
    transfer, wrap_up,
};

/// Decides the events that follow from `command`.
///
/// `Ok` without events means that the command changes nothing and that this is fine (a stale timer,
/// an old receipt).
///
/// # Errors
/// The [`Refusal`] that the engine tells the caller. The thread stays unchanged.
pub fn decide(
    thread: Option<&Thread>,
    command: &Command,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    decided(thread, command, ctx).map_err(|refusal| match (&ctx.caller, thread) {
        // An agent who may not read a conversation gets the same answer as for a missing one. Such
        // an agent still learns how an offer ended that was made to that agent.
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
    if let Command::Receive(_) = command {
        if ctx.caller != Caller::Customer {
            return Err(Refusal::Forbidden { why: "only the customer's channel can" });
        }
        return intake::rules::receive(thread, command, ctx);
    }
    let thread = thread.ok_or(Refusal::NotFound { what: "conversation" })?;
    policy::check(command, thread, ctx)?;
    if !matches!(command, Command::Done(_) | Command::FinishDiscussion(_)) {
        names_newest(thread, ctx)?;
    }
    policy::at_stage(command, thread)?;
    match command {
        // `intake` has answered this command above, because its thread may not exist yet.
        Command::Receive(_) => Ok(Vec::new()),
        Command::Choose(survey::Choose { message, choice }) => {
            survey::rules::chose(thread, *message, *choice, ctx)
        }
        Command::CustomerLeave => Ok(intake::rules::leave(thread)),
        Command::Send(message::Send { content, reply_to }) => {
            message::rules::send(thread, content, *reply_to, ctx)
        }
        Command::React(message::React { emoji, .. }) => {
            message::rules::react(thread, emoji.as_deref(), ctx)
        }
        Command::Echo(echo) => Ok(message::rules::echo(thread, echo, ctx)),
        Command::Consent(consent) => Ok(intake::rules::consent(thread, *consent)),
        Command::Retry(message::Retry { message }) => message::rules::retry(thread, *message),
        Command::FetchFile(file::Ask { message }) => file::rules::ask(thread, *message, ctx),
        Command::Comment(message::Comment { text, mentions, files }) => {
            message::rules::comment(thread, text, mentions, files, ctx)
        }
        Command::Tag(label::PutTags { add, remove }) => label::rules::tag(thread, add, remove),
        Command::Label(label::PutLabels { add, remove }) => {
            label::rules::label(thread, add, remove, ctx)
        }
        Command::Name(label::GiveName { alias }) => label::rules::name(thread, alias.as_deref()),
        Command::Accept => assignment::rules::accept(thread, ctx),
        Command::Resolve(conversation::Resolve { note }) => {
            resolve::resolve(thread, note.as_deref(), ctx)
        }
        Command::ResolveForAll(conversation::ResolveForAll { note }) => {
            resolve::resolve_for_all(thread, note.as_deref(), ctx)
        }
        Command::Undo(conversation::Undo { entry }) => undo::undo(thread, *entry, ctx),
        Command::CheckIdle(conversation::CheckIdle { conversation }) => {
            Ok(resolve::check_idle(thread, *conversation, ctx))
        }
        Command::SendSurvey(survey::Send { survey }) => survey::rules::survey(thread, survey, ctx),
        Command::Trigger(message::Trigger { trigger, note }) => {
            message::rules::trigger(trigger, note.as_deref(), ctx)
        }
        Command::Done(wrap_up::MarkDone { disposition, note }) => {
            wrap_up::rules::done(thread, disposition.as_deref(), note.as_deref(), ctx)
        }
        Command::Prioritise(queue::Prioritise { priority }) => {
            queue::rules::prioritise(thread, *priority)
        }
        Command::Require(assignment::Require { skills }) => {
            assignment::rules::require(thread, skills)
        }
        Command::Transfer(transfer::Transfer { to, mode, note }) => {
            transfer::rules::by(thread, to, *mode, note.as_deref(), ctx)
        }
        Command::MakeOffer(offer::Make { kind, to, all, discussion, note }) => {
            let (kind, all, discussion, note) = (*kind, *all, *discussion, note.as_deref());
            offer::rules::make(
                thread,
                &offer::asked::Asked { kind, to, all, discussion, note },
                ctx,
            )
        }
        Command::AcceptOffer(offer::Accept { offer }) => offer::rules::accept(thread, *offer, ctx),
        Command::RejectOffer(offer::Reject { offer, reason }) => {
            offer::rules::reject(thread, *offer, reason, ctx)
        }
        Command::WithdrawOffer(offer::Withdraw { offer, reason }) => {
            offer::rules::withdraw(thread, *offer, reason, ctx)
        }
        Command::ExpireOffer(offer::Expire { offer }) => {
            Ok(offer::rules::expire(thread, *offer, ctx))
        }
        Command::Say(discussion::Say { discussion, text }) => {
            discussion::rules::say(thread, *discussion, text, ctx)
        }
        Command::EndDiscussion(discussion::End { discussion, resolved, note, outcomes }) => {
            discussion::rules::end(thread, *discussion, *resolved, note.as_deref(), outcomes, ctx)
        }
        Command::ReleaseExpert(discussion::Release { discussion, outcome }) => {
            discussion::rules::release(thread, *discussion, outcome, ctx)
        }
        Command::Promote(discussion::Promote { discussion, expert, into }) => {
            conference::rules::promote(thread, *discussion, expert.as_ref(), *into, ctx)
        }
        Command::LeaveConference => conference::rules::leave(thread, ctx),
        Command::RemoveGuest(conference::Remove { agent }) => {
            conference::rules::remove(thread, agent)
        }
        Command::Monitor(monitoring::Start { mode }) => {
            monitoring::rules::start(thread, *mode, ctx)
        }
        Command::StopMonitoring => monitoring::rules::stop(thread, ctx),
        Command::Coach(monitoring::Coach { text }) => monitoring::rules::coach(thread, text, ctx),
        Command::CheckSla(sla::Check { watch }) => Ok(sla::rules::check_watch(thread, *watch, ctx)),
        Command::CheckAbsent(assignment::CheckAbsent { conversation, epoch }) => {
            Ok(queue::requeue::check_absent(thread, *conversation, *epoch, ctx))
        }
        Command::CheckWrapUp(wrap_up::Check { conversation }) => {
            Ok(wrap_up::rules::lapse(thread, *conversation, ctx))
        }
        Command::AutoAssign => Ok(assignment::rules::auto_assign(thread, ctx)),
        Command::AutoReply => Ok(waiting::auto_reply(thread, ctx)),
        Command::FinishDiscussion(discussion::MarkDone { discussion }) => {
            discussion::rules::finish(thread, *discussion, ctx)
        }
        Command::LeaveDiscussion(discussion::Leave { discussion }) => {
            discussion::rules::leave(thread, *discussion, ctx)
        }
        Command::Report(delivery) => Ok(receipt::report(thread, delivery, ctx)),
        Command::NoteFile(fetched) => Ok(file::rules::fetched(thread, fetched)),
        Command::Rename(contact::Rename { name, by }) => contact::rename::rename(thread, name, by),
        Command::ChangeIdentity(contact::ChangeAddress { from, to, at }) => {
            Ok(contact::rules::changed(thread, from, to, *at, ctx))
        }
        Command::Join(contact::Join { conversation, there, reach, addresses }) => {
            Ok(contact::rules::joined(thread, conversation, *there, reach, addresses))
        }
    }
}
