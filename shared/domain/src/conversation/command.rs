//! Commands: the requests that a thread takes.

use crate::{
    Delivery, Target, assignment, conference, contact, conversation, discussion, file, intake,
    label, message, monitoring, offer, queue, sla, survey, transfer, wrap_up,
};

/// A request to change a thread. [`crate::Context`] names the caller.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// The customer wrote.
    Receive(intake::Receive),
    /// The customer pressed one of the answers of the open survey (web chat, F41).
    Choose(survey::Choose),
    /// The customer left (web chat).
    CustomerLeave,
    /// Write to the customer.
    Send(message::Send),
    /// Ask the customer one of the surveys (F41).
    SendSurvey(survey::Send),
    /// Put an emoji on an earlier message, or take it away again.
    React(message::React),
    /// The business wrote to the customer past the engine.
    Echo(message::Echo),
    /// The customer allowed or forbade further messages.
    Consent(intake::Consent),
    /// Try a failed message again.
    Retry(message::Retry),
    /// Get a customer's file again.
    FetchFile(file::Ask),
    /// Leave a comment for colleagues.
    Comment(message::Comment),
    /// Send an event to the event bus (F41).
    Trigger(message::Trigger),
    /// Take a waiting conversation.
    Accept,
    /// End the conversation.
    Resolve(conversation::Resolve),
    /// End the conversation for everybody, even with other agents in the conference.
    ResolveForAll(conversation::ResolveForAll),
    /// Take back the caller's own step of a moment ago: the end of the conversation, or the removal
    /// of a guest.
    Undo(conversation::Undo),
    /// Mark an ended conversation as done (F27).
    Done(wrap_up::MarkDone),
    /// Set the conversation's priority (F61).
    Prioritise(queue::Prioritise),
    /// Set the skills that an agent needs to be given the conversation (F47).
    Require(assignment::Require),
    /// Put tags on the conversation and take tags off it (F83).
    Tag(label::PutTags),
    /// Put labels on the conversation and take labels off it (F84).
    Label(label::PutLabels),
    /// Give the conversation a name that people can say (F67).
    Name(label::GiveName),
    /// Hand the conversation on.
    Transfer(transfer::Transfer),
    /// Ask a colleague to take over, to discuss or to confer.
    MakeOffer(offer::Make),
    /// Accept an offer.
    AcceptOffer(offer::Accept),
    /// Reject an offer.
    RejectOffer(offer::Reject),
    /// Withdraw an offer.
    WithdrawOffer(offer::Withdraw),
    /// Write a message in a discussion.
    Say(discussion::Say),
    /// End a discussion with an outcome.
    EndDiscussion(discussion::End),
    /// Leave a discussion.
    LeaveDiscussion(discussion::Leave),
    /// Mark an ended discussion as done (F27).
    FinishDiscussion(discussion::MarkDone),
    /// Let one of several consultants go, with an outcome.
    ReleaseExpert(discussion::Release),
    /// Turn a discussion into a transfer to a consultant, or into a conference with one, without
    /// asking the consultant again (F28).
    Promote(discussion::Promote),
    /// Leave a conference. Where the owner leaves, a guest becomes the owner (F36).
    LeaveConference,
    /// Take a guest out of the conference (F35).
    RemoveGuest(conference::Remove),
    /// Look on, coach or barge in (F30).
    Monitor(monitoring::Start),
    /// Stop looking on.
    StopMonitoring,
    /// Write a line between the owner and the coaches.
    Coach(monitoring::Coach),
    /// A provider reports the state that a message reached.
    Report(Delivery),
    /// The engine has got a customer's file, or has given up.
    NoteFile(file::Fetched),
    /// A timer reaches the end of an offer, or of one step of it.
    ExpireOffer(offer::Expire),
    /// A timer checks whether the customer has been silent for long enough.
    CheckIdle(conversation::CheckIdle),
    /// A timer checks whether a customer waits for too long.
    CheckSla(sla::Check),
    /// A timer checks whether the owner is still offline (F58).
    CheckAbsent(assignment::CheckAbsent),
    /// A timer checks whether a wrap-up has taken long enough.
    CheckWrapUp(wrap_up::Check),
    /// Give the conversation to an agent, if it waits in a queue with automatic assignment (F47).
    AutoAssign,
    /// Tell the customer of the business hours, if the engine still owes that reply (F59).
    AutoReply,
    /// The customer has another name from now on (F71).
    Rename(contact::Rename),
    /// The customer has another address from now on.
    ChangeIdentity(contact::ChangeAddress),
    /// The same customer has a conversation in another thread.
    Join(contact::Join),
}

impl Command {
    /// The number of the offer that the command answers, if it answers one.
    #[must_use]
    pub const fn answers(&self) -> Option<u64> {
        match self {
            Self::AcceptOffer(offer::Accept { offer })
            | Self::RejectOffer(offer::Reject { offer, .. })
            | Self::WithdrawOffer(offer::Withdraw { offer, .. }) => Some(*offer),
            _ => None,
        }
    }

    /// The target that the command would hand something to or ask, if it has one.
    #[must_use]
    pub const fn target(&self) -> Option<&Target> {
        match self {
            Self::Transfer(transfer::Transfer { to, .. })
            | Self::MakeOffer(offer::Make { to, .. }) => Some(to),
            _ => None,
        }
    }
}

/// End the conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolve {
    /// A note for the record.
    pub note: Option<String>,
}

/// End the conversation for everybody, even with other agents in the conference.
#[derive(Debug, Clone, PartialEq)]
pub struct ResolveForAll {
    /// A note for the record.
    pub note: Option<String>,
}

/// Take back the caller's own step of a moment ago: the end of the conversation, or the removal of
/// a guest.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// The entry that the step wrote.
    pub entry: u64,
}

/// A timer checks whether the customer has been silent for long enough.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckIdle {
    /// The conversation for which the timer was armed.
    pub conversation: u32,
}
