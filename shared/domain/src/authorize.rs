//! The one policy: who may give which command, whatever the way it came.

use crate::decide::context::{Caller, Context};
use crate::{Command, Profile, Refusal, Role, TeamId, Thread, TransferMode};

/// What a caller must be to the thread.
enum Need {
    /// The customer, through their channel.
    Customer,
    /// The engine itself.
    Engine,
    /// An agent who may read the conversation.
    Reader,
    /// The owner.
    Owner,
    /// Who speaks with the customer: the owner, a guest, a manager who has barged in.
    Speaker,
    /// A manager of the team that owns the queue.
    Manager,
    /// The owner, or a manager of the team that owns the queue.
    OwnerOrManager,
    /// Decided with the offer or discussion at hand, in the command's own file.
    Party,
}

const fn need(command: &Command) -> Need {
    match command {
        Command::Receive { .. } | Command::Choose { .. } | Command::CustomerLeave => Need::Customer,
        Command::Report(_)
        | Command::ExpireOffer { .. }
        | Command::CheckIdle { .. }
        | Command::CheckWatch { .. }
        | Command::CheckAbsent { .. }
        | Command::CheckWrapUp { .. }
        | Command::AutoAssign
        | Command::AutoReply
        | Command::Rename { .. }
        | Command::ChangeIdentity { .. } => Need::Engine,
        Command::Comment { .. }
        | Command::Tag { .. }
        | Command::Label { .. }
        | Command::Name { .. }
        | Command::Accept
        | Command::LeaveConference
        | Command::StopMonitoring
        | Command::Coach { .. } => Need::Reader,
        Command::Send { .. } | Command::Retry { .. } => Need::Speaker,
        Command::Transfer { mode: Some(TransferMode::Offer), .. }
        | Command::MakeOffer { .. }
        | Command::SendSurvey { .. }
        | Command::Trigger { .. } => Need::Owner,
        Command::Monitor { .. } | Command::Prioritise { .. } => Need::Manager,
        Command::Resolve { .. }
        | Command::Require { .. }
        | Command::RemoveGuest { .. }
        | Command::Transfer { .. } => Need::OwnerOrManager,
        Command::AcceptOffer { .. }
        | Command::RejectOffer { .. }
        | Command::WithdrawOffer { .. }
        | Command::Say { .. }
        | Command::EndDiscussion { .. }
        | Command::ReleaseExpert { .. }
        | Command::Promote { .. }
        | Command::Done { .. }
        | Command::LeaveDiscussion { .. } => Need::Party,
    }
}

/// Whether `profile` may read the conversation: its parties, everybody of the queue's team, and
/// admins, also where nobody knows the queue's team: what lost its team is not lost.
#[must_use]
pub fn may_read(profile: &Profile, thread: &Thread, ctx: &Context) -> bool {
    profile.role == Role::Admin
        || ctx.queue_team.as_ref().is_some_and(|team| profile.in_team(team))
        || thread.parties().contains(&profile.id)
}

/// Whether `profile` may direct the work on the conversation, whoever owns it.
pub(crate) fn manages(profile: &Profile, ctx: &Context) -> bool {
    directs(profile, ctx.queue_team.as_ref())
}

/// Whether `profile` may direct the work of the team that serves a queue.
#[must_use]
pub fn directs(profile: &Profile, queue_team: Option<&TeamId>) -> bool {
    profile.role == Role::Admin || queue_team.is_some_and(|team| profile.manages(team))
}

/// Refuses what the caller's role, teams and part in the conversation do not allow.
pub(crate) fn check(command: &Command, thread: &Thread, ctx: &Context) -> Result<(), Refusal> {
    let profile = match (need(command), &ctx.caller) {
        (Need::Customer, Caller::Customer) | (Need::Engine, Caller::Engine) => return Ok(()),
        // The engine tags what was left while nobody was there.
        (Need::Reader, Caller::Engine) if matches!(command, Command::Tag { .. }) => return Ok(()),
        (Need::Customer, _) => {
            return Err(Refusal::Forbidden { why: "only the customer's channel can" });
        }
        (Need::Engine, _) => return Err(Refusal::Forbidden { why: "only the engine can" }),
        (_, Caller::Agent(profile)) => profile,
        _ => return Err(Refusal::Forbidden { why: "only agents can" }),
    };
    match need(command) {
        Need::Reader if !may_read(profile, thread, ctx) => {
            Err(Refusal::Forbidden { why: "the conversation belongs to another team" })
        }
        Need::Speaker if thread.conversation.speaks(&profile.id) => Ok(()),
        Need::Owner | Need::Speaker => owner(profile, thread, ctx),
        Need::Manager if !manages(profile, ctx) => {
            Err(Refusal::Forbidden { why: "only managers of the team that serves its queue can" })
        }
        Need::OwnerOrManager => {
            if manages(profile, ctx) {
                Ok(())
            } else {
                owner(profile, thread, ctx)
            }
        }
        _ => Ok(()),
    }
}

fn owner(profile: &Profile, thread: &Thread, ctx: &Context) -> Result<(), Refusal> {
    let conversation = &thread.conversation;
    if !may_read(profile, thread, ctx) {
        return Err(Refusal::Forbidden { why: "the conversation belongs to another team" });
    }
    // A closed conversation has no owner, and an earlier one is closed; to those who may read it,
    // that it is closed is the better answer, and is given next.
    let newest = ctx.conversation.is_none_or(|named| named == conversation.number);
    if conversation.is_owner(&profile.id) || !conversation.status.is_open() || !newest {
        return Ok(());
    }
    if conversation.consults(&profile.id) {
        return Err(Refusal::Consulting);
    }
    match &conversation.owner {
        None => Err(Refusal::StillQueued),
        Some(owner) => Err(Refusal::NotOwner { owner: Some(owner.clone()) }),
    }
}
