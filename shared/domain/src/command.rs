//! What can be asked of a thread.

use crate::content::Media;
use crate::event::Outcome;
use crate::person::Reach;
use crate::{
    AgentId, Content, ConversationId, Delivery, Millis, MonitorMode, OfferKind, Skill, Target,
    TransferMode,
};

/// A request to change a thread. Who asks stands in [`crate::Context`].
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// The customer wrote.
    Receive {
        /// What.
        content: Content,
        /// When, by the provider's clock; none: it does not say so credibly.
        sent_at: Option<Millis>,
        /// The provider's id of the message that this answers.
        reply_to: Option<String>,
        /// Whether it says something of another message instead of anything new.
        quiet: bool,
        /// Whether it was longer than what is kept of it.
        shortened: bool,
    },
    /// The customer took one of the answers of the survey that is out (web chat, F41).
    Choose {
        /// The customer's number of the message that asks.
        message: u64,
        /// Which answer, 1 being the first.
        choice: u8,
    },
    /// The customer left (web chat).
    CustomerLeave,
    /// Write to the customer.
    Send {
        /// What.
        content: Content,
    },
    /// Ask the customer one of the surveys (F41).
    SendSurvey {
        /// Which, by name.
        survey: String,
    },
    /// Try a failed message again.
    Retry {
        /// The entry that holds it.
        message: u64,
    },
    /// Leave a remark for colleagues.
    Comment {
        /// Its text.
        text: String,
        /// Whom it is meant for in particular (F80).
        mentions: Vec<AgentId>,
        /// What goes with it.
        files: Vec<Media>,
    },
    /// Set something off on the event bus (F41).
    Trigger {
        /// Which, by name.
        trigger: String,
        /// For who receives it.
        note: Option<String>,
    },
    /// Take a waiting conversation.
    Accept,
    /// End the conversation.
    Resolve {
        /// For the record.
        note: Option<String>,
    },
    /// End the conversation for everybody, also where others are in the conference.
    ResolveForAll {
        /// For the record.
        note: Option<String>,
    },
    /// Take back one's own step of a moment ago: the end of the conversation, or the removal of a
    /// guest.
    Undo {
        /// The entry that the step wrote.
        entry: u64,
    },
    /// Mark a conversation that is over as done (F27).
    Done {
        /// What it turned out to have been.
        disposition: Option<String>,
        /// For the record.
        note: Option<String>,
    },
    /// Say how urgent it is (F61).
    Prioritise {
        /// 0 to 9; higher is served first.
        priority: u8,
    },
    /// Say what an agent must be able to do to be given it (F47).
    Require {
        /// What.
        skills: Vec<Skill>,
    },
    /// Put tags on it and take tags off it (F83).
    Tag {
        /// Which come.
        add: Vec<String>,
        /// Which go.
        remove: Vec<String>,
    },
    /// Put labels on it and take labels off it (F84).
    Label {
        /// Which come.
        add: Vec<String>,
        /// Which go.
        remove: Vec<String>,
    },
    /// Give it a name that people can say (F67).
    Name {
        /// Which; none: it has none from now on.
        alias: Option<String>,
    },
    /// Hand the conversation on.
    Transfer {
        /// To whom.
        to: Target,
        /// At once or by an offer; none: a colleague as the queue's settings say, else at once.
        mode: Option<TransferMode>,
        /// A note for them.
        note: Option<String>,
    },
    /// Ask a colleague to take over, to discuss or to confer.
    MakeOffer {
        /// What is asked.
        kind: OfferKind,
        /// Whom.
        to: Target,
        /// Whether a group is asked all at once instead of one after the other (F29).
        all: bool,
        /// The running discussion that they are to join; none: a new one.
        discussion: Option<u64>,
        /// In words.
        note: Option<String>,
    },
    /// Say yes.
    AcceptOffer {
        /// To which.
        offer: u64,
    },
    /// Say no.
    RejectOffer {
        /// To which.
        offer: u64,
        /// Why. Required.
        reason: String,
    },
    /// Take an offer back.
    WithdrawOffer {
        /// Which.
        offer: u64,
        /// Why. Required.
        reason: String,
    },
    /// Say something in a discussion.
    Say {
        /// In which.
        discussion: u64,
        /// What.
        text: String,
    },
    /// End a discussion with an outcome.
    EndDiscussion {
        /// Which.
        discussion: u64,
        /// Whether the question was answered.
        resolved: bool,
        /// For the record.
        note: Option<String>,
        /// Where it differs from expert to expert.
        outcomes: Vec<Outcome>,
    },
    /// Leave a discussion.
    LeaveDiscussion {
        /// Which.
        discussion: u64,
    },
    /// Mark a discussion that is over as done (F27).
    FinishDiscussion {
        /// Which.
        discussion: u64,
    },
    /// Let one of several experts go, with an outcome.
    ReleaseExpert {
        /// From which discussion.
        discussion: u64,
        /// Whom, and whether they answered the question.
        outcome: Outcome,
    },
    /// Make of a discussion a transfer to an expert, or a conference with them, without asking
    /// again (F28).
    Promote {
        /// Which discussion.
        discussion: u64,
        /// With whom; none: with the only expert.
        expert: Option<AgentId>,
        /// Into what.
        into: Promotion,
    },
    /// Leave a conference. Where the owner leaves, a guest becomes the owner (F36).
    LeaveConference,
    /// Take a guest out of the conference (F35).
    RemoveGuest {
        /// Whom.
        agent: AgentId,
    },
    /// Look on, coach or barge in (F30).
    Monitor {
        /// How; also for who already does it in another way.
        mode: MonitorMode,
    },
    /// Look on no longer.
    StopMonitoring,
    /// Say something between the owner and those who coach.
    Coach {
        /// What.
        text: String,
    },
    /// A provider reports how far a message got.
    Report(Delivery),
    /// The clock has come to the end of an offer, or of one step of it.
    ExpireOffer {
        /// Which.
        offer: u64,
    },
    /// The clock looks whether the customer has been silent for long enough.
    CheckIdle {
        /// The conversation for which the timer was armed.
        conversation: u32,
    },
    /// The clock looks whether a customer waits for too long.
    CheckWatch {
        /// The watch for which the timer was armed.
        watch: u64,
    },
    /// The clock looks whether the owner is still away from their desk (F58).
    CheckAbsent {
        /// The conversation for which the timer was armed.
        conversation: u32,
        /// Who owned it then, by the count of owners.
        epoch: u32,
    },
    /// The clock looks whether a wrap-up has taken long enough.
    CheckWrapUp {
        /// The conversation for which the timer was armed.
        conversation: u32,
    },
    /// Give the conversation to somebody, if it waits where work is given out (F47).
    AutoAssign,
    /// Tell the customer that the doors are closed, if that is owed (F59).
    AutoReply,
    /// The customer is called something else from now on (F71).
    Rename {
        /// What.
        name: String,
        /// Who says so.
        by: AgentId,
    },
    /// The customer is reached at another address from now on.
    ChangeIdentity {
        /// The addresses that they give up.
        from: Vec<String>,
        /// The addresses that they have now, the best first.
        to: Vec<String>,
        /// Since when, by the provider's clock; none: it does not say so credibly.
        at: Option<Millis>,
    },
    /// The same customer has a conversation in another thread.
    Join {
        /// Which.
        conversation: ConversationId,
        /// Whether they go on there, instead of here.
        there: bool,
        /// Where they are answered, as it is known there.
        reach: Reach,
        /// The addresses by which they are known there.
        addresses: Vec<String>,
    },
}

/// What a discussion can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promotion {
    /// The expert takes the conversation over.
    Transfer,
    /// The expert speaks with the customer, too.
    Conference,
}

impl Command {
    /// The number of the offer that the command answers, if it answers one.
    #[must_use]
    pub const fn answers(&self) -> Option<u64> {
        match self {
            Self::AcceptOffer { offer }
            | Self::RejectOffer { offer, .. }
            | Self::WithdrawOffer { offer, .. } => Some(*offer),
            _ => None,
        }
    }

    /// Whom the command would give something to, if anybody.
    #[must_use]
    pub const fn target(&self) -> Option<&Target> {
        match self {
            Self::Transfer { to, .. } | Self::MakeOffer { to, .. } => Some(to),
            _ => None,
        }
    }
}
