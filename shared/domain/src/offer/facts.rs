//! An offer begins, passes to the next colleague, and ends once.

use crate::{
    AgentId, Conversation, Discussion, GroupOffer, Load, Millis, Offer, OfferKind, OfferStatus,
    Target,
};
use serde::{Deserialize, Serialize};

/// An agent asked a colleague.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// The kind of the offer.
    pub kind: OfferKind,
    /// The agent who asks.
    pub from: AgentId,
    /// The colleagues who can answer now.
    pub to: Vec<AgentId>,
    /// The target, as the asking agent named it.
    pub target: Target,
    /// Whether the offer asks all members of a group at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// The running discussion that the colleague is to join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<u64>,
    /// The asking agent's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The moment until which the first colleagues can accept.
    pub expires: Millis,
    /// The deadline: the moment until which any colleague can accept.
    pub deadline: Millis,
}

/// One of the colleagues drops out of the offer; the offer goes on with the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passed {
    /// The number of the offer.
    pub offer: u64,
    /// The colleague.
    pub agent: AgentId,
    /// The end for this colleague: a rejection, a timeout, or another part in the conversation.
    pub status: OfferStatus,
    /// The reason, in the colleague's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The load on the colleague's workload at that moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

/// The offer passes to the next colleague of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// The number of the offer.
    pub offer: u64,
    /// The next colleague.
    pub to: AgentId,
    /// The moment until which the next colleague can accept.
    pub expires: Millis,
}

/// An offer ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    /// The number of the offer.
    pub offer: u64,
    /// The status at the end.
    pub status: OfferStatus,
    /// The agent who answered or withdrew the offer; `None` if a timer or the end of its
    /// conversation, owner or discussion ended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AgentId>,
    /// The reason, which a rejection or a withdrawal must give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The load on the answering agent's workload at that moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

impl Made {
    /// The offer is pending. `seq` is its entry and becomes its number.
    pub(crate) fn fold(&self, conversation: &mut Conversation, seq: u64) {
        conversation.offers.push(Offer {
            number: seq,
            kind: self.kind,
            from: self.from.clone(),
            to: self.to.clone(),
            expires: self.expires,
            group_offer: self.target.agent().is_none().then(|| GroupOffer {
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
    /// The colleague can no longer answer.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        let declined = self.status == OfferStatus::Rejected;
        if let Some(offer) = pending(conversation, self.offer) {
            offer.to.retain(|asked| *asked != self.agent);
            if let Some(search) = &mut offer.group_offer {
                search.tried.push((self.agent.clone(), declined));
            }
        }
    }
}

impl Moved {
    /// The next colleague can answer.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        if let Some(offer) = pending(conversation, self.offer) {
            offer.to.push(self.to.clone());
            offer.expires = self.expires;
        }
    }
}

impl Closed {
    /// The offer is no longer pending. An accepted offer to discuss opens a discussion, or lets the
    /// consultant join the running one.
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
            Some(discussion) => discussion.consultants.push((expert.clone(), number)),
            None => conversation.discussions.push(Discussion {
                number,
                initiator: offer.from,
                consultants: vec![(expert.clone(), number)],
                lines: 0,
            }),
        }
    }
}

fn pending(conversation: &mut Conversation, number: u64) -> Option<&mut Offer> {
    conversation.offers.iter_mut().find(|o| o.number == number)
}
