//! A thread and its newest conversation, as they stand after the newest entry.
//!
//! The engine writes the state into every log entry, so the state is bounded: ids instead of texts,
//! numbers instead of records, short names in the stored form. A test pins its size at the worst.

use crate::contact::person::{Known, Reach};
use crate::conversation::status::{Party, Status};
use crate::kernel::limit;
use crate::survey::Asked;
use crate::{
    AgentId, AssetId, ContactId, ConversationId, Discussion, Labels, Millis, Monitor, MonitorMode,
    OffHours, Offer, Origin, Outbox, QueueId, Recent, Skill, Sla, ThreadId, Wrap,
};
use serde::{Deserialize, Serialize};

/// One contact on one asset: the state after entry `seq`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// The thread's own id. It is not stored, because it is the key.
    #[serde(skip, default = "nowhere")]
    pub id: ThreadId,
    /// The number of the newest entry, without gaps: the first entry is 1.
    #[serde(rename = "q")]
    pub seq: u64,
    /// How many entries the customer can see something of. The customer counts positions by it, so
    /// that no gap tells of an entry hidden from the customer.
    #[serde(rename = "p")]
    pub public_seq: u64,
    /// The account of the business.
    #[serde(rename = "a")]
    pub asset: AssetId,
    /// The customer's address on the asset's channel.
    #[serde(rename = "i")]
    pub identity: String,
    /// The customer's other addresses.
    #[serde(rename = "o", default, skip_serializing_if = "Known::is_empty")]
    pub known: Known,
    /// The customer.
    #[serde(rename = "c")]
    pub contact: ContactId,
    /// The customer's name as the channel or an agent gave it; at most 40 characters.
    #[serde(rename = "n")]
    pub name: String,
    /// Whether an agent gave the name: the channel's name no longer counts then (F71).
    #[serde(rename = "m", default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// The keys that the thread took in recently.
    #[serde(rename = "k", default, skip_serializing_if = "Recent::is_empty")]
    pub recent: Recent,
    /// The newest conversation.
    #[serde(rename = "v")]
    pub conversation: Conversation,
    /// The messages on their way to the customer.
    #[serde(rename = "x", default, skip_serializing_if = "Outbox::is_empty")]
    pub outbox: Outbox,
    /// Ended conversations that their agents have not marked done yet (F27).
    #[serde(rename = "w", default, skip_serializing_if = "Vec::is_empty")]
    pub wraps: Vec<Wrap>,
    /// The entries of customers' messages whose files the engine still gets; the last few only.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<u64>,
}

fn nowhere() -> ThreadId {
    #[expect(clippy::expect_used, reason = "sixteen zeros are a well-formed digest")]
    "0000000000000000".parse().expect("a well-formed digest")
}

/// One piece of work: a stretch of the thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The conversation's number in the thread, from 1.
    #[serde(rename = "n")]
    pub number: u32,
    /// The entry that began the conversation: messages before it belong to earlier ones.
    #[serde(rename = "u", default)]
    pub first: u64,
    /// The conversation's status.
    #[serde(rename = "s")]
    pub status: Status,
    /// The queue that the conversation came in by, or that it last moved to.
    #[serde(rename = "q")]
    pub queue: QueueId,
    /// The agent who owns the conversation.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentId>,
    /// How the owner came by the conversation.
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The count of changes of owner, so that a timer or offer meant for an earlier owner never
    /// acts on a later one.
    #[serde(rename = "e")]
    pub epoch: u32,
    /// The priority; higher comes first.
    #[serde(rename = "y", default, skip_serializing_if = "is_zero")]
    pub priority: u8,
    /// Whether the conversation goes before all others in its queue, because its owner left it
    /// (F52).
    #[serde(rename = "r", default, skip_serializing_if = "std::ops::Not::not")]
    pub front: bool,
    /// The owner who left the customer without an answer: the engine does not give the conversation
    /// to that agent again (F52).
    #[serde(rename = "aa", default, skip_serializing_if = "Option::is_none")]
    pub left_by: Option<AgentId>,
    /// The moment since which the conversation counts as waiting in its queue; zero while it does
    /// not wait there.
    #[serde(rename = "j", default, skip_serializing_if = "is_never")]
    pub placed_at: Millis,
    /// The moment when an agent or the engine last gave the conversation back to a queue; zero if
    /// that never happened.
    #[serde(rename = "ra", default, skip_serializing_if = "is_never")]
    pub returned_at: Millis,
    /// The skills that an agent needs to be given the conversation.
    #[serde(rename = "k", default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// The name, tags and labels by which colleagues find and recognise the conversation.
    #[serde(rename = "bb", default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// The moment of the conversation's beginning.
    #[serde(rename = "b")]
    pub opened_at: Millis,
    /// The moment of the first response (F60).
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Millis>,
    /// The end of the conversation: its moment and its last owner; only for an ended conversation.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
    /// The moment of the last assignment.
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    pub assigned_at: Option<Millis>,
    /// The party whose turn it is.
    #[serde(rename = "w")]
    pub waiting_on: Party,
    /// The moment since which it is that party's turn.
    #[serde(rename = "t")]
    pub waiting_since: Millis,
    /// The moment of the customer's last message by the provider's clock, and never later than its
    /// arrival. Channels' sending windows count from it.
    #[serde(rename = "l")]
    pub customer_at: Millis,
    /// The moment when the armed inactivity timer fires. A moment in the past means that none is
    /// armed.
    #[serde(rename = "z", default, skip_serializing_if = "Option::is_none")]
    pub idle_due: Option<Millis>,
    /// The watch over a customer who waits: the number of its timer, and its next alert.
    #[serde(rename = "m")]
    pub sla: Sla,
    /// Whether the engine told the customer of the business hours (F59).
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub off_hours: Option<OffHours>,
    /// The survey that awaits the customer's answer (F41).
    #[serde(rename = "pp", default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Asked>,
    /// Offers that await an answer.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Discussions that have not ended.
    #[serde(rename = "d", default, skip_serializing_if = "Vec::is_empty")]
    pub discussions: Vec<Discussion>,
    /// The guests, who speak with the customer beside the owner (F33), each with the number of the
    /// offer that the guest accepted.
    #[serde(rename = "x", default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<(AgentId, u64)>,
    /// Managers who look on, coach or have barged in (F30).
    #[serde(rename = "i", default, skip_serializing_if = "Vec::is_empty")]
    pub monitors: Vec<Monitor>,
}

/// The end of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The moment of the end.
    #[serde(rename = "t")]
    pub at: Millis,
    /// The last owner.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentId>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_never(at: &Millis) -> bool {
    at.0 == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(n: &u8) -> bool {
    *n == 0
}

impl Thread {
    /// The customer's address for answers now.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let at = self.known.changed.unwrap_or_default().max(self.conversation.customer_at);
        let (address, number) = (self.identity.clone(), self.known.number.clone());
        Reach { address, number, at }
    }

    /// Every address by which the thread knows the customer now; the address for answers comes
    /// first.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let others = self.known.number.iter().chain(&self.known.username);
        std::iter::once(&self.identity).chain(others).map(String::as_str)
    }

    /// The id of the newest conversation.
    #[must_use]
    pub fn conversation_id(&self) -> ConversationId {
        ConversationId { thread: self.id.clone(), number: self.conversation.number }
    }

    /// The longest name of a customer, in characters.
    pub const NAME_LENGTH: usize = limit::NAME;

    /// How many conversations may wait to be marked done at once; beyond it, the oldest counts as
    /// done silently.
    pub const WRAP_LIMIT: usize = 4;

    /// For how many customers' files a thread waits at once.
    pub const FILES_LIMIT: usize = 30;

    /// Every agent whom the thread concerns: the conversation's parties, and the agents who still
    /// wrap up an earlier one.
    #[must_use]
    pub fn parties(&self) -> Vec<AgentId> {
        let mut all = self.conversation.parties();
        for wrap in &self.wraps {
            if !all.contains(&wrap.agent) {
                all.push(wrap.agent.clone());
            }
        }
        all
    }
}

impl Conversation {
    /// How many offers may be pending at once.
    pub const OFFER_LIMIT: usize = 3;
    /// How many discussions may run side by side.
    pub const DISCUSSION_LIMIT: usize = 3;
    /// How many colleagues one discussion may consult.
    pub const CONSULTANT_LIMIT: usize = 5;
    /// How many colleagues one request may ask, at once or one after the other.
    pub const SEARCH_LIMIT: usize = 8;
    /// How many managers may look on.
    pub const MONITOR_LIMIT: usize = 3;
    /// The highest priority that a command can set.
    pub const PRIORITY_LIMIT: u8 = 9;

    /// The pending offer with this number.
    #[must_use]
    pub fn offer(&self, number: u64) -> Option<&Offer> {
        self.offers.iter().find(|o| o.number == number)
    }

    /// The running discussion with this number.
    #[must_use]
    pub fn discussion(&self, number: u64) -> Option<&Discussion> {
        self.discussions.iter().find(|d| d.number == number)
    }

    /// Whether the armed inactivity timer must still fire.
    #[must_use]
    pub fn is_watched(&self, now: Millis) -> bool {
        self.idle_due.is_some_and(|due| due > now)
    }

    /// Whether `agent` owns the conversation.
    #[must_use]
    pub fn is_owner(&self, agent: &AgentId) -> bool {
        self.owner.as_ref() == Some(agent)
    }

    /// Whether `agent` is a consultant in a running discussion.
    #[must_use]
    pub fn consults(&self, agent: &AgentId) -> bool {
        self.discussions.iter().any(|d| d.consultants.iter().any(|(e, _)| e == agent))
    }

    /// Whether `agent` is in the conference beside the owner.
    #[must_use]
    pub fn is_guest(&self, agent: &AgentId) -> bool {
        self.guests.iter().any(|(guest, _)| guest == agent)
    }

    /// How `agent` looks on, if `agent` does.
    #[must_use]
    pub fn monitors_as(&self, agent: &AgentId) -> Option<MonitorMode> {
        self.monitors.iter().find(|m| m.agent == *agent).map(|m| m.mode)
    }

    /// Whether `agent` speaks with the customer: the owner, the guests, and a manager who has
    /// barged in do.
    #[must_use]
    pub fn speaks(&self, agent: &AgentId) -> bool {
        self.is_owner(agent)
            || self.is_guest(agent)
            || self.monitors_as(agent) == Some(MonitorMode::Barge)
    }

    /// The customer has an answer, and the next word.
    pub(crate) fn passes_to_customer(&mut self, now: Millis) {
        if self.waiting_on == Party::Agent {
            self.waiting_on = Party::Customer;
            self.waiting_since = now;
        }
    }

    /// The moment since which the owner leaves the customer without an answer; `None` if it is not
    /// the owner's turn.
    #[must_use]
    pub fn unanswered_since(&self) -> Option<Millis> {
        let owned = self.status == Status::Active && self.waiting_on == Party::Agent;
        owned.then(|| self.waiting_since.max(self.assigned_at.unwrap_or(self.waiting_since)))
    }

    /// Every agent whom the conversation concerns now, each once: the owner, guests, agents asked
    /// by offers, members of discussions, and monitors.
    #[must_use]
    pub fn parties(&self) -> Vec<AgentId> {
        let mut all: Vec<AgentId> = self.owner.iter().cloned().collect();
        let offered = self.offers.iter().flat_map(|o| &o.to);
        let talking = self.discussions.iter().flat_map(Discussion::members);
        let guests = self.guests.iter().map(|(guest, _)| guest);
        let monitors = self.monitors.iter().map(|m| &m.agent);
        for agent in guests.chain(offered).chain(talking).chain(monitors) {
            if !all.contains(agent) {
                all.push(agent.clone());
            }
        }
        all
    }
}

impl Conversation {
    /// The status of the conversation while an agent owns it.
    pub(crate) const fn owned_status(&self) -> Status {
        match self.waiting_on {
            Party::Agent => Status::Active,
            Party::Customer => Status::Pending,
        }
    }

    /// Ends the conversation: it loses its owner, its guests and its monitors.
    pub(crate) fn close(&mut self, status: Status, now: Millis) {
        self.status = status;
        self.placed_at = Millis(0);
        self.closed = Some(Closed { at: now, owner: self.owner.take() });
        self.front = false;
        self.guests.clear();
        self.monitors.clear();
        self.epoch += 1;
    }
}
