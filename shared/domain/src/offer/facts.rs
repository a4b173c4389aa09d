//! A request is made, passes to the next, and ends once.

use crate::{
    AgentId, Conversation, Discussion, Load, Millis, Offer, OfferKind, OfferStatus, Search, Target,
};
use serde::{Deserialize, Serialize};

/// A colleague was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// What for.
    pub kind: OfferKind,
    /// Who asks.
    pub from: AgentId,
    /// Who can answer now.
    pub to: Vec<AgentId>,
    /// Whom was asked, as it was put.
    pub target: Target,
    /// Whether a group is asked all at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// The running discussion that they are to join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<u64>,
    /// What for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Until when those asked now can accept.
    pub expires: Millis,
    /// Until when somebody can.
    pub deadline: Millis,
}

/// One of those asked is asked no longer; the request goes on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passed {
    /// Which.
    pub offer: u64,
    /// Who.
    pub agent: AgentId,
    /// Whether they said no, let the time pass, or lost their part in it.
    pub status: OfferStatus,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What they had on their desk then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

/// The next of a group is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// Which.
    pub offer: u64,
    /// Who.
    pub to: AgentId,
    /// Until when they can accept.
    pub expires: Millis,
}

/// An offer found its one end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    /// Which.
    pub offer: u64,
    /// How it ended.
    pub status: OfferStatus,
    /// Who answered or withdrew it; nobody where the clock or its object's end did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AgentId>,
    /// Why: required of those who reject or withdraw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What who answered had on their desk then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

impl Made {
    /// The request is pending. `seq`: its entry, which becomes its number.
    pub(crate) fn fold(&self, conversation: &mut Conversation, seq: u64) {
        conversation.offers.push(Offer {
            number: seq,
            kind: self.kind,
            from: self.from.clone(),
            to: self.to.clone(),
            expires: self.expires,
            search: self.target.agent().is_none().then(|| Search {
                group: self.target.clone(),
                deadline: self.deadline,
                all: self.all,
                tried: Vec::new(),
            }),
            discussion: self.discussion,
        });
    }
}

impl Passed {
    /// The agent is asked no longer.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        let declined = self.status == OfferStatus::Rejected;
        if let Some(offer) = pending(conversation, self.offer) {
            offer.to.retain(|asked| *asked != self.agent);
            if let Some(search) = &mut offer.search {
                search.tried.push((self.agent.clone(), declined));
            }
        }
    }
}

impl Moved {
    /// The next agent is asked.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        if let Some(offer) = pending(conversation, self.offer) {
            offer.to.push(self.to.clone());
            offer.expires = self.expires;
        }
    }
}

impl Closed {
    /// The request is no longer pending. An accepted request to discuss opens a discussion, or
    /// lets the consultant join the running one.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        let number = self.offer;
        let Some(at) = conversation.offers.iter().position(|o| o.number == number) else { return };
        let offer = conversation.offers.remove(at);
        let (OfferStatus::Accepted, OfferKind::Discuss, Some(expert)) =
            (self.status, offer.kind, &self.by)
        else {
            return;
        };
        let running = |d: &&mut Discussion| Some(d.number) == offer.discussion;
        match conversation.discussions.iter_mut().find(running) {
            Some(discussion) => discussion.experts.push((expert.clone(), number)),
            None => conversation.discussions.push(Discussion {
                number,
                initiator: offer.from,
                experts: vec![(expert.clone(), number)],
                lines: 0,
            }),
        }
    }
}

fn pending(conversation: &mut Conversation, number: u64) -> Option<&mut Offer> {
    conversation.offers.iter_mut().find(|o| o.number == number)
}
