//! The state of offers that await an answer.

use crate::{AgentId, Millis, Target};
use serde::{Deserialize, Serialize};

/// The kind of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferKind {
    /// The offer asks the colleague to take the conversation over.
    Assign,
    /// The offer asks the colleague to discuss the conversation in private.
    Discuss,
    /// The offer asks the colleague to speak with the customer, too (F32).
    Conference,
}

/// An offer that awaits an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The offer's number: the entry that made it.
    #[serde(rename = "n")]
    pub number: u64,
    /// The kind of the offer.
    #[serde(rename = "k")]
    pub kind: OfferKind,
    /// The agent who asks.
    #[serde(rename = "f")]
    pub from: AgentId,
    /// The colleagues who can answer now: one, or several of whom the first to accept has it.
    #[serde(rename = "t")]
    pub to: Vec<AgentId>,
    /// The moment from which these colleagues can no longer accept, even if the timer has not fired
    /// yet.
    #[serde(rename = "x")]
    pub expires: Millis,
    /// The search in a group: the group, its deadline, and the colleagues asked in vain; `None` for
    /// a named colleague.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub group_offer: Option<GroupOffer>,
    /// The running discussion that the colleague is to join; `None` for a new one.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<u64>,
}

/// The search for a member of a group who accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupOffer {
    /// The group that the offer asks.
    #[serde(rename = "g")]
    pub group: Target,
    /// The deadline: the moment from which no member can accept.
    #[serde(rename = "x")]
    pub deadline: Millis,
    /// Whether the offer asks all members at once.
    #[serde(rename = "a", default, skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// The colleagues who did not accept, and whether each rejected; the others let the time pass.
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub tried: Vec<(AgentId, bool)>,
}

impl Offer {
    /// Whether the time of the colleagues asked now has passed.
    #[must_use]
    pub fn is_late(&self, now: Millis) -> bool {
        now >= self.expires
    }

    /// Whether the time of the whole offer has passed.
    #[must_use]
    pub fn is_over(&self, now: Millis) -> bool {
        now >= self.group_offer.as_ref().map_or(self.expires, |s| s.deadline)
    }

    /// Whether `agent` can answer now.
    #[must_use]
    pub fn asks(&self, agent: &AgentId) -> bool {
        self.to.contains(agent)
    }
}

/// The status of an offer (F18): pending, then exactly one of the others, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferStatus {
    /// The offer awaits an answer.
    Pending,
    /// A colleague accepted.
    Accepted,
    /// The colleague rejected the offer, with a reason.
    Rejected,
    /// The asking agent withdrew the offer, with a reason.
    Withdrawn,
    /// No colleague answered in time.
    TimedOut,
    /// The offer lost its purpose: the conversation ended or moved on.
    Rescinded,
}

impl OfferStatus {
    /// The status's name in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::TimedOut => "timed_out",
            Self::Rescinded => "rescinded",
        }
    }
}
