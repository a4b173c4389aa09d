//! The one policy: which caller may give which command, on every way in.

use crate::kernel::guard::{owned, still_open};
use crate::{
    Caller, Command, Context, Profile, Refusal, Role, TeamId, Thread, TransferMode, transfer,
};

/// The caller's relation to the thread that a command requires.
enum Need {
    /// The customer, through the channel.
    Customer,
    /// The engine itself.
    Engine,
    /// An agent who may read the conversation.
    Reader,
    /// The owner.
    Owner,
    /// An agent who speaks with the customer: the owner, a guest, a manager who has barged in.
    Speaker,
    /// A manager of the team that owns the queue.
    Manager,
    /// The owner, or a manager of the team that owns the queue.
    OwnerOrManager,
    /// The command's own rules decide, with the offer or discussion at hand.
    Party,
}

const fn need(command: &Command) -> Need {
    match command {
        Command::Receive(_) | Command::Choose(_) | Command::CustomerLeave => Need::Customer,
        Command::Report(_)
        | Command::NoteFile(_)
        | Command::ExpireOffer(_)
        | Command::CheckIdle(_)
        | Command::CheckSla(_)
        | Command::CheckAbsent(_)
        | Command::CheckWrapUp(_)
        | Command::AutoAssign
        | Command::AutoReply
        | Command::Echo(_)
        | Command::Consent(_)
        | Command::Rename(_)
        | Command::ChangeIdentity(_)
        | Command::Join(_) => Need::Engine,
        Command::Comment(_)
        | Command::FetchFile(_)
        | Command::Tag(_)
        | Command::Label(_)
        | Command::Name(_)
        | Command::Accept
        | Command::LeaveConference
        | Command::StopMonitoring
        | Command::Coach(_) => Need::Reader,
        Command::Send(_) | Command::React(_) | Command::Retry(_) => Need::Speaker,
        Command::Transfer(transfer::Transfer { mode: Some(TransferMode::Offer), .. })
        | Command::MakeOffer(_)
        | Command::SendSurvey(_)
        | Command::Trigger(_) => Need::Owner,
        Command::Monitor(_) | Command::Prioritise(_) => Need::Manager,
        Command::Resolve(_)
        | Command::ResolveForAll(_)
        | Command::Require(_)
        | Command::RemoveGuest(_)
        | Command::Transfer(_) => Need::OwnerOrManager,
        Command::AcceptOffer(_)
        | Command::RejectOffer(_)
        | Command::WithdrawOffer(_)
        | Command::Say(_)
        | Command::EndDiscussion(_)
        | Command::ReleaseExpert(_)
        | Command::Promote(_)
        | Command::Done(_)
        | Command::Undo(_)
        | Command::FinishDiscussion(_)
        | Command::LeaveDiscussion(_) => Need::Party,
    }
}

/// The stage of a conversation that a command requires.
enum Stage {
    /// Any stage, or the command's own rules decide.
    Any,
    /// The conversation is open.
    Open,
    /// The conversation is open and has an owner.
    Owned,
}

const fn stage(command: &Command) -> Stage {
    match command {
        Command::Accept
        | Command::Resolve(_)
        | Command::ResolveForAll(_)
        | Command::Prioritise(_)
        | Command::Require(_)
        | Command::LeaveConference
        | Command::RemoveGuest(_) => Stage::Open,
        Command::Transfer(transfer::Transfer { mode: Some(TransferMode::Offer), .. }) => {
            Stage::Owned
        }
        Command::Transfer(_) => Stage::Open,
        Command::MakeOffer(_)
        | Command::Send(_)
        | Command::React(_)
        | Command::SendSurvey(_)
        | Command::Trigger(_)
        | Command::Retry(_)
        | Command::Monitor(_)
        | Command::Coach(_) => Stage::Owned,
        _ => Stage::Any,
    }
}

/// Refuses a command that comes too early or too late in the life of a conversation.
pub(crate) fn at_stage(command: &Command, thread: &Thread) -> Result<(), Refusal> {
    match stage(command) {
        Stage::Any => Ok(()),
        Stage::Open => still_open(thread),
        Stage::Owned => owned(thread),
    }
}

/// The calling agent, as far as the policy depends on the agent.
pub(crate) struct Asks<'a> {
    pub(crate) profile: &'a Profile,
    /// The team that serves the conversation's queue.
    pub(crate) queue_team: Option<&'a TeamId>,
    /// Whether the command names the thread's newest conversation.
    pub(crate) newest: bool,
}

/// Whether `profile` may read the conversation: its parties may, every member of the queue's team,
/// and every admin. An admin can so reach even a conversation whose queue has no known team.
#[must_use]
pub fn may_read(profile: &Profile, thread: &Thread, ctx: &Context) -> bool {
    reads(profile, ctx.queue_team.as_ref(), thread.parties().contains(&profile.id))
}

/// The one rule of who reads a conversation: commands, reads, lists, pushes and contacts all use
/// it.
#[must_use]
pub fn reads(profile: &Profile, queue_team: Option<&TeamId>, is_party: bool) -> bool {
    is_party || profile.role == Role::Admin || queue_team.is_some_and(|team| profile.in_team(team))
}

/// Whether `profile` may direct the work of the team that serves a queue.
#[must_use]
pub fn directs(profile: &Profile, queue_team: Option<&TeamId>) -> bool {
    profile.role == Role::Admin || queue_team.is_some_and(|team| profile.manages(team))
}

/// Refuses a command that the caller's role, teams or part in the conversation do not allow.
pub(crate) fn check(command: &Command, thread: &Thread, ctx: &Context) -> Result<(), Refusal> {
    let profile = match (need(command), &ctx.caller) {
        (Need::Customer, Caller::Customer) | (Need::Engine, Caller::Engine) => return Ok(()),
        // The engine tags a conversation whose customer left a message while no agent was there.
        (Need::Reader, Caller::Engine) if matches!(command, Command::Tag(_)) => return Ok(()),
        (Need::Customer, _) => {
            return Err(Refusal::Forbidden { why: "only the customer's channel can" });
        }
        (Need::Engine, _) => return Err(Refusal::Forbidden { why: "only the engine can" }),
        (_, Caller::Agent(profile)) => profile,
        _ => return Err(Refusal::Forbidden { why: "only agents can" }),
    };
    let newest = ctx.conversation.is_none_or(|named| named == thread.conversation.number);
    permits(command, thread, &Asks { profile, queue_team: ctx.queue_team.as_ref(), newest })
}

/// Refuses an agent whose role, teams or part in the conversation do not allow the command.
pub(crate) fn permits(command: &Command, thread: &Thread, asks: &Asks<'_>) -> Result<(), Refusal> {
    let Asks { profile, queue_team, .. } = *asks;
    let manages = directs(profile, queue_team);
    match need(command) {
        Need::Reader if !reads(profile, queue_team, thread.parties().contains(&profile.id)) => {
            Err(Refusal::Forbidden { why: "the conversation belongs to another team" })
        }
        Need::Speaker if thread.conversation.speaks(&profile.id) => Ok(()),
        Need::Owner | Need::Speaker => owner(thread, asks),
        Need::Manager if !manages => {
            Err(Refusal::Forbidden { why: "only managers of the team that serves its queue can" })
        }
        Need::OwnerOrManager => {
            if manages {
                Ok(())
            } else {
                owner(thread, asks)
            }
        }
        _ => Ok(()),
    }
}

fn owner(thread: &Thread, asks: &Asks<'_>) -> Result<(), Refusal> {
    let conversation = &thread.conversation;
    let Asks { profile, queue_team, newest } = *asks;
    if !reads(profile, queue_team, thread.parties().contains(&profile.id)) {
        return Err(Refusal::Forbidden { why: "the conversation belongs to another team" });
    }
    // A closed conversation has no owner, and an earlier one is closed. A reader learns that from
    // the next check, which is the better answer.
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
