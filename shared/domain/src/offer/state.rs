//! Requests to colleagues that await an answer.

use crate::{AgentId, Millis, Target};
use serde::{Deserialize, Serialize};

/// What is asked of a colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferKind {
    /// Take the conversation over.
    Assign,
    /// Talk about it in private.
    Discuss,
    /// Speak with the customer together (F32).
    Conference,
}

/// A request that awaits an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number: the entry that made it.
    #[serde(rename = "n")]
    pub number: u64,
    /// What is asked.
    #[serde(rename = "k")]
    pub kind: OfferKind,
    /// Who asks.
    #[serde(rename = "f")]
    pub from: AgentId,
    /// Who can answer now: one, or several of whom the first to accept has it.
    #[serde(rename = "t")]
    pub to: Vec<AgentId>,
    /// From this moment on those asked now can no longer accept, whether or not the clock has been
    /// round.
    #[serde(rename = "x")]
    pub expires: Millis,
    /// Where a group was asked: which, until when, and who has been asked in vain.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub search: Option<Search>,
    /// The running discussion that the colleague is to join; none: a new one.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<u64>,
}

/// The search for one of a group who accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// Whom was asked.
    #[serde(rename = "g")]
    pub group: Target,
    /// Until when.
    #[serde(rename = "x")]
    pub deadline: Millis,
    /// Whether all are asked at once.
    #[serde(rename = "a", default, skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// Who did not accept, and whether they said no; the others let the time pass.
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub tried: Vec<(AgentId, bool)>,
}

impl Offer {
    /// Whether its deadline has passed.
    #[must_use]
    pub fn is_late(&self, now: Millis) -> bool {
        now >= self.expires
    }

    /// Whether the whole request has run out of time.
    #[must_use]
    pub fn is_over(&self, now: Millis) -> bool {
        now >= self.search.as_ref().map_or(self.expires, |s| s.deadline)
    }

    /// Whether `agent` can answer now.
    #[must_use]
    pub fn asks(&self, agent: &AgentId) -> bool {
        self.to.contains(agent)
    }
}

/// The life of an offer (F18): pending, then exactly one of the others, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferStatus {
    /// Awaits an answer.
    Pending,
    /// The colleague said yes.
    Accepted,
    /// The colleague said no, with a reason.
    Rejected,
    /// The asker took it back, with a reason.
    Withdrawn,
    /// Nobody answered in time.
    TimedOut,
    /// It lost its object: the conversation ended or moved on.
    Rescinded,
}

impl OfferStatus {
    /// The word as it stands in the protocol.
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
