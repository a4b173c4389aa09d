//! A thread and its newest conversation, as they stand after the newest entry.
//!
//! The state is written into every log entry, so it is bounded: ids instead of texts, numbers instead of
//! records, short names in the stored form. A test pins its size at the worst.

use crate::contact::person::{Known, Reach};
use crate::kernel::limit;
use crate::survey::Asked;
use crate::{
    AgentId, AssetId, ContactId, ConversationId, Discussion, Marks, Millis, Monitor, MonitorMode,
    OffHours, Offer, Origin, Outbox, QueueId, Recent, Skill, ThreadId, Watch, Wrap,
};
use serde::{Deserialize, Serialize};

/// One contact on one asset: the state after entry `seq`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// The thread's own id. Not stored: it is the key.
    #[serde(skip, default = "nowhere")]
    pub id: ThreadId,
    /// The newest entry. Dense: the first entry is 1.
    #[serde(rename = "q")]
    pub seq: u64,
    /// How many entries the customer has seen something of; their own dense position, so that
    /// gaps never tell them of what they cannot see.
    #[serde(rename = "p")]
    pub public_seq: u64,
    /// The business's account.
    #[serde(rename = "a")]
    pub asset: AssetId,
    /// The customer's address on that channel.
    #[serde(rename = "i")]
    pub identity: String,
    /// What is known of their other addresses.
    #[serde(rename = "o", default, skip_serializing_if = "Known::is_empty")]
    pub known: Known,
    /// The customer.
    #[serde(rename = "c")]
    pub contact: ContactId,
    /// The customer's name as the channel gave it, or as an agent did; at most 40 characters.
    #[serde(rename = "n")]
    pub name: String,
    /// Whether an agent gave that name: then the channel's no longer counts (F71).
    #[serde(rename = "m", default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// Keys already taken in.
    #[serde(rename = "k", default, skip_serializing_if = "Recent::is_empty")]
    pub recent: Recent,
    /// The newest conversation.
    #[serde(rename = "v")]
    pub conversation: Conversation,
    /// What is on its way to the customer.
    #[serde(rename = "x", default, skip_serializing_if = "Outbox::is_empty")]
    pub outbox: Outbox,
    /// Conversations that are over and not yet marked done (F27).
    #[serde(rename = "w", default, skip_serializing_if = "Vec::is_empty")]
    pub wraps: Vec<Wrap>,
}

fn nowhere() -> ThreadId {
    #[expect(clippy::expect_used, reason = "sixteen zeros are a well-formed digest")]
    "0000000000000000".parse().expect("a well-formed digest")
}

/// One piece of work: a stretch of the thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its number in the thread, from 1.
    #[serde(rename = "n")]
    pub number: u32,
    /// The entry that began it: messages before it belong to earlier conversations.
    #[serde(rename = "u", default)]
    pub first: u64,
    /// Where it stands.
    #[serde(rename = "s")]
    pub status: Status,
    /// The queue it came in by or was last moved to.
    #[serde(rename = "q")]
    pub queue: QueueId,
    /// The agent it is assigned to.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentId>,
    /// How that agent came by it.
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Counts changes of owner, so that what was meant for an earlier one never acts on a later.
    #[serde(rename = "e")]
    pub epoch: u32,
    /// Higher is served first.
    #[serde(rename = "y", default, skip_serializing_if = "is_zero")]
    pub priority: u8,
    /// Whether it goes before everybody else in its queue, because its owner left it (F52).
    #[serde(rename = "r", default, skip_serializing_if = "std::ops::Not::not")]
    pub front: bool,
    /// The owner who left the customer without an answer: work is not given to them again (F52).
    #[serde(rename = "aa", default, skip_serializing_if = "Option::is_none")]
    pub left_by: Option<AgentId>,
    /// Since when it counts as waiting in its queue; zero where it does not wait there.
    #[serde(rename = "j", default, skip_serializing_if = "is_never")]
    pub placed_at: Millis,
    /// When somebody gave it back to a queue last; zero where nobody did.
    #[serde(rename = "ra", default, skip_serializing_if = "is_never")]
    pub returned_at: Millis,
    /// What an agent must be able to do to be given it.
    #[serde(rename = "k", default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
    /// What colleagues find and recognise it by.
    #[serde(rename = "bb", default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// When it began.
    #[serde(rename = "b")]
    pub opened_at: Millis,
    /// When it was answered first (F60).
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Millis>,
    /// Who had it when it ended, and when that was; only once it is over.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
    /// When it was last assigned.
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    pub assigned_at: Option<Millis>,
    /// Whose turn it is.
    #[serde(rename = "w")]
    pub waiting_on: Party,
    /// Since when it is their turn.
    #[serde(rename = "t")]
    pub waiting_since: Millis,
    /// When the customer wrote last: by the provider's time, and never later than it came.
    /// Channels' sending windows count from it.
    #[serde(rename = "l")]
    pub customer_at: Millis,
    /// When the armed inactivity timer fires. In the past: none is armed.
    #[serde(rename = "z", default, skip_serializing_if = "Option::is_none")]
    pub idle_due: Option<Millis>,
    /// The watch over a customer who waits: the number of its timer, and the next thing it says.
    #[serde(rename = "m")]
    pub watch: Watch,
    /// What the customer has been told of closed doors (F59).
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub off_hours: Option<OffHours>,
    /// The survey whose answer is awaited (F41).
    #[serde(rename = "pp", default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Asked>,
    /// Offers that await an answer.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Private talks that have not ended.
    #[serde(rename = "d", default, skip_serializing_if = "Vec::is_empty")]
    pub discussions: Vec<Discussion>,
    /// Who speaks with the customer beside the owner (F33), each with the offer they accepted.
    #[serde(rename = "x", default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<(AgentId, u64)>,
    /// Managers who look on, coach or have barged in (F30).
    #[serde(rename = "i", default, skip_serializing_if = "Vec::is_empty")]
    pub monitors: Vec<Monitor>,
}

/// How a conversation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    #[serde(rename = "t")]
    pub at: Millis,
    /// Who owned it then.
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

/// Where a conversation stands (F44).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Waits for an agent.
    Queued,
    /// Assigned, and the customer waits for an answer.
    Active,
    /// Assigned, and we wait for the customer.
    Pending,
    /// Done.
    Resolved,
    /// The customer left before anybody took it.
    Abandoned,
}

impl Status {
    /// Whether work is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::Active | Self::Pending)
    }

    /// The word as it stands in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Resolved => "resolved",
            Self::Abandoned => "abandoned",
        }
    }
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The business owes an answer.
    Agent,
    /// The customer does.
    Customer,
}

impl Thread {
    /// Where the customer is answered now.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let at = self.known.changed.unwrap_or_default().max(self.conversation.customer_at);
        let (address, number) = (self.identity.clone(), self.known.number.clone());
        Reach { address, number, at }
    }

    /// Every address by which the customer is known here now, the one they are answered at first.
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

    /// How many conversations may wait to be marked done at once; the oldest is done without a
    /// word when there are more.
    pub const WRAP_LIMIT: usize = 4;

    /// Every agent whom the thread concerns: the conversation's parties, and those who still wrap
    /// up an earlier one.
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
    /// How many colleagues may be consulted in one discussion.
    pub const EXPERT_LIMIT: usize = 5;
    /// How many are asked at once or one after the other in one request.
    pub const SEARCH_LIMIT: usize = 8;
    /// How many managers may look on.
    pub const MONITOR_LIMIT: usize = 3;
    /// The highest priority that can be set.
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

    /// Whether the armed inactivity timer has still to fire.
    #[must_use]
    pub fn is_watched(&self, now: Millis) -> bool {
        self.idle_due.is_some_and(|due| due > now)
    }

    /// Whether `agent` owns it.
    #[must_use]
    pub fn is_owner(&self, agent: &AgentId) -> bool {
        self.owner.as_ref() == Some(agent)
    }

    /// Whether `agent` is consulted in a running discussion.
    #[must_use]
    pub fn consults(&self, agent: &AgentId) -> bool {
        self.discussions.iter().any(|d| d.experts.iter().any(|(e, _)| e == agent))
    }

    /// Whether `agent` is in the conference beside the owner.
    #[must_use]
    pub fn is_guest(&self, agent: &AgentId) -> bool {
        self.guests.iter().any(|(guest, _)| guest == agent)
    }

    /// How `agent` looks on, if they do.
    #[must_use]
    pub fn monitors_as(&self, agent: &AgentId) -> Option<MonitorMode> {
        self.monitors.iter().find(|m| m.agent == *agent).map(|m| m.mode)
    }

    /// Whether `agent` speaks with the customer: the owner, the guests, and who has barged in.
    #[must_use]
    pub fn speaks(&self, agent: &AgentId) -> bool {
        self.is_owner(agent)
            || self.is_guest(agent)
            || self.monitors_as(agent) == Some(MonitorMode::Barge)
    }

    /// Since when the owner leaves the customer without an answer; `None`: they do not.
    #[must_use]
    pub fn unanswered_since(&self) -> Option<Millis> {
        let owned = self.status == Status::Active && self.waiting_on == Party::Agent;
        owned.then(|| self.waiting_since.max(self.assigned_at.unwrap_or(self.waiting_since)))
    }

    /// Every agent whom it concerns now: owner, guests, those asked, those consulted, those who
    /// look on, each once.
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
    /// Where the conversation stands while somebody owns it.
    pub(crate) const fn owned_status(&self) -> Status {
        match self.waiting_on {
            Party::Agent => Status::Active,
            Party::Customer => Status::Pending,
        }
    }

    /// The conversation is over: nobody owns it, and nobody takes part in it.
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
