//! Commands: what can be asked of a thread.

use crate::{
    Delivery, Target, assignment, conference, contact, conversation, discussion, intake, label,
    message, monitoring, offer, queue, sla, survey, transfer, wrap_up,
};

/// A request to change a thread. Who asks stands in [`crate::Context`].
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// The customer wrote.
    Receive(intake::Receive),
    /// The customer took one of the answers of the survey that is out (web chat, F41).
    Choose(survey::Choose),
    /// The customer left (web chat).
    CustomerLeave,
    /// Write to the customer.
    Send(message::Send),
    /// Ask the customer one of the surveys (F41).
    SendSurvey(survey::Send),
    /// Try a failed message again.
    Retry(message::Retry),
    /// Leave a remark for colleagues.
    Comment(message::Comment),
    /// Set something off on the event bus (F41).
    Trigger(message::Trigger),
    /// Take a waiting conversation.
    Accept,
    /// End the conversation.
    Resolve(conversation::Resolve),
    /// End the conversation for everybody, also where others are in the conference.
    ResolveForAll(conversation::ResolveForAll),
    /// Take back one's own step of a moment ago: the end of the conversation, or the removal of a
    /// guest.
    Undo(conversation::Undo),
    /// Mark a conversation that is over as done (F27).
    Done(wrap_up::MarkDone),
    /// Say how urgent it is (F61).
    Prioritise(queue::Prioritise),
    /// Say what an agent must be able to do to be given it (F47).
    Require(assignment::Require),
    /// Put tags on it and take tags off it (F83).
    Tag(label::PutTags),
    /// Put labels on it and take labels off it (F84).
    Label(label::PutLabels),
    /// Give it a name that people can say (F67).
    Name(label::GiveName),
    /// Hand the conversation on.
    Transfer(transfer::Transfer),
    /// Ask a colleague to take over, to discuss or to confer.
    MakeOffer(offer::Make),
    /// Say yes.
    AcceptOffer(offer::Accept),
    /// Say no.
    RejectOffer(offer::Reject),
    /// Take an offer back.
    WithdrawOffer(offer::Withdraw),
    /// Say something in a discussion.
    Say(discussion::Say),
    /// End a discussion with an outcome.
    EndDiscussion(discussion::End),
    /// Leave a discussion.
    LeaveDiscussion(discussion::Leave),
    /// Mark a discussion that is over as done (F27).
    FinishDiscussion(discussion::MarkDone),
    /// Let one of several experts go, with an outcome.
    ReleaseExpert(discussion::Release),
    /// Make of a discussion a transfer to an expert, or a conference with them, without asking
    /// again (F28).
    Promote(discussion::Promote),
    /// Leave a conference. Where the owner leaves, a guest becomes the owner (F36).
    LeaveConference,
    /// Take a guest out of the conference (F35).
    RemoveGuest(conference::Remove),
    /// Look on, coach or barge in (F30).
    Monitor(monitoring::Start),
    /// Look on no longer.
    StopMonitoring,
    /// Say something between the owner and those who coach.
    Coach(monitoring::Coach),
    /// A provider reports how far a message got.
    Report(Delivery),
    /// The clock has come to the end of an offer, or of one step of it.
    ExpireOffer(offer::Expire),
    /// The clock looks whether the customer has been silent for long enough.
    CheckIdle(conversation::CheckIdle),
    /// The clock looks whether a customer waits for too long.
    CheckWatch(sla::Check),
    /// The clock looks whether the owner is still away from their desk (F58).
    CheckAbsent(assignment::CheckAbsent),
    /// The clock looks whether a wrap-up has taken long enough.
    CheckWrapUp(wrap_up::Check),
    /// Give the conversation to somebody, if it waits where work is given out (F47).
    AutoAssign,
    /// Tell the customer that the doors are closed, if that is owed (F59).
    AutoReply,
    /// The customer is called something else from now on (F71).
    Rename(contact::Rename),
    /// The customer is reached at another address from now on.
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

    /// Whom the command would give something to, if anybody.
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
    /// For the record.
    pub note: Option<String>,
}

/// End the conversation for everybody, also where others are in the conference.
#[derive(Debug, Clone, PartialEq)]
pub struct ResolveForAll {
    /// For the record.
    pub note: Option<String>,
}

/// Take back one's own step of a moment ago: the end of the conversation, or the removal of a
/// guest.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// The entry that the step wrote.
    pub entry: u64,
}

/// The clock looks whether the customer has been silent for long enough.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckIdle {
    /// The conversation for which the timer was armed.
    pub conversation: u32,
}
