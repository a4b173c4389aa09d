//! What can be asked of a thread.

use crate::{AgentId, Content, Delivery, Millis, OfferKind, QueueId};

/// A request to change a thread. Who asks stands in [`crate::Context`].
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// The customer wrote.
    Receive {
        /// What.
        content: Content,
        /// When, by the provider's clock.
        sent_at: Millis,
        /// The provider's id of the message that this answers.
        reply_to: Option<String>,
    },
    /// The customer left (web chat).
    CustomerLeave,
    /// Write to the customer.
    Send {
        /// What.
        content: Content,
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
    },
    /// Take a waiting conversation.
    Accept,
    /// End the conversation.
    Resolve {
        /// For the record.
        note: Option<String>,
    },
    /// Hand the conversation to a colleague at once.
    TransferToAgent {
        /// To whom.
        to: AgentId,
        /// A note for them.
        note: Option<String>,
    },
    /// Put the conversation into a queue.
    TransferToQueue {
        /// Which.
        to: QueueId,
        /// A note for who takes it.
        note: Option<String>,
    },
    /// Ask a colleague to take over, or to discuss.
    MakeOffer {
        /// What is asked.
        kind: OfferKind,
        /// Whom.
        to: AgentId,
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
    },
    /// Leave a discussion.
    LeaveDiscussion {
        /// Which.
        discussion: u64,
    },
    /// A provider reports how far a message got.
    Report(Delivery),
    /// The clock has come to an offer's end.
    ExpireOffer {
        /// Which.
        offer: u64,
    },
    /// The clock looks whether the customer has been silent for long enough.
    CheckIdle {
        /// The conversation for which the timer was armed.
        conversation: u32,
    },
    /// The customer is reached at another address from now on.
    ChangeIdentity {
        /// Which.
        identity: String,
    },
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

    /// The colleague whom the command would give something to, if any.
    #[must_use]
    pub const fn target(&self) -> Option<&AgentId> {
        match self {
            Self::TransferToAgent { to, .. } | Self::MakeOffer { to, .. } => Some(to),
            _ => None,
        }
    }
}
