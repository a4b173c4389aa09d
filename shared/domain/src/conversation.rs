//! The state of a thread after its newest entry.
//!
//! It is written into every log entry, so it is bounded: ids instead of texts, numbers instead of
//! records, short names in the stored form. A test pins its size at the worst.

use serde::{Deserialize, Serialize};

use crate::event::DeliveryStatus;
use crate::person::{Known, Reach};
use crate::{
    AgentId, AssetId, ContactId, ConversationId, Marks, Millis, QueueId, Recent, Skill, Target,
    ThreadId,
};

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

/// A survey that is out. Law: it takes one answer, from those that the customer was shown, whatever
/// the settings say by then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which.
    #[serde(rename = "s")]
    pub survey: String,
    /// The customer's number of the message that asks.
    #[serde(rename = "m")]
    pub message: u64,
    /// What can be answered, the first being number 1.
    #[serde(rename = "a")]
    pub answers: Vec<String>,
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

/// The watch over a customer who waits: one timer that goes from one thing to the next. A timer
/// with another number than this is of an earlier watch, and does nothing. Law: while the
/// conversation is queued or waits for us, the timer of its watch runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// The entry that began it.
    #[serde(rename = "n")]
    pub number: u64,
    /// Until when its timer runs for certain. Later it may have been armed again without an entry,
    /// as long as somebody waits.
    #[serde(rename = "d")]
    pub due: Millis,
    /// How far the first answer has been called for.
    #[serde(rename = "f", default, skip_serializing_if = "Call::is_none")]
    pub first_answer: Call,
    /// Whether the owner has been warned of losing it, and of which wait.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub warned: Option<Millis>,
}

/// How far something that is due has been called for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// Not yet.
    #[default]
    None,
    /// A warning went out.
    Warned,
    /// The alert went out: it is late.
    Alerted,
}

impl Call {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// What the customer has been told of closed doors, once for each conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffHours {
    /// They are to be told.
    Owed,
    /// They have been.
    Told,
}

/// A manager who looks on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitor {
    /// Who.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// How.
    #[serde(rename = "m")]
    pub mode: MonitorMode,
    /// The entry that began it.
    #[serde(rename = "n")]
    pub number: u64,
}

/// How a manager looks on (F30).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonitorMode {
    /// Sees everything, and only managers know.
    Silent,
    /// Speaks with the owner; nobody else sees it.
    Coach,
    /// Speaks with everybody, the customer included.
    Barge,
}

/// A conversation that is over, on the desk of who had it until they mark it done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrap {
    /// Which conversation of the thread.
    #[serde(rename = "n")]
    pub number: u32,
    /// Whose it is.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// Whether it takes a disposition to be done.
    #[serde(rename = "m", default, skip_serializing_if = "std::ops::Not::not")]
    pub mandatory: bool,
    /// When it counts as done without a word. A timer that comes before is of an earlier end.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub lapses: Option<Millis>,
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

/// How an agent came by a conversation (F50).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Taken from the queue by hand.
    Picked,
    /// Transferred at once by the previous owner.
    Transfer,
    /// Given by a manager.
    Manager,
    /// Accepted from an assign offer.
    Offer,
    /// Given by the engine (F47).
    Auto,
    /// Given by an integrator.
    Api,
    /// The previous owner left the conference (F36).
    Conference,
    /// The customer came back to who had it before (F57).
    Reopened,
}

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

/// A private talk about a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussion {
    /// The number of the offer that opened it.
    #[serde(rename = "n")]
    pub number: u64,
    /// Who asked for it; only they end it with an outcome.
    #[serde(rename = "f")]
    pub initiator: AgentId,
    /// The colleagues consulted, each with the offer they accepted.
    #[serde(rename = "m")]
    pub experts: Vec<(AgentId, u64)>,
    /// How many lines have been said in it.
    #[serde(rename = "l", default)]
    pub lines: u32,
}

impl Discussion {
    /// Everybody in it, the initiator first.
    pub fn members(&self) -> impl Iterator<Item = &AgentId> {
        std::iter::once(&self.initiator).chain(self.experts.iter().map(|(agent, _)| agent))
    }

    /// Whether `agent` takes part.
    #[must_use]
    pub fn has(&self, agent: &AgentId) -> bool {
        self.members().any(|m| m == agent)
    }
}

/// Messages on their way to the customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Entries whose message has not been handed to the provider yet, oldest first.
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<u64>,
    /// Entries that were handed over and how far they got; the last few only.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty", with = "flight")]
    pub flight: Vec<(u64, DeliveryStatus)>,
    /// Entries that failed for good and can be retried; the last few only.
    #[serde(rename = "e", default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<u64>,
    /// Entries that are on their way once more after they failed; the last few only. Receipts of
    /// the attempt that failed may still come, and must not end the new one.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub retried: Vec<u64>,
}

/// Stored as one short string, `65s 68d`, since it stands in every log entry.
mod flight {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::DeliveryStatus::{self, Delivered, Failed, Pending, Read, Sent};

    const LETTERS: [(char, DeliveryStatus); 5] =
        [('p', Pending), ('s', Sent), ('d', Delivered), ('r', Read), ('f', Failed)];

    pub(super) fn serialize<S: Serializer>(
        flight: &[(u64, DeliveryStatus)],
        s: S,
    ) -> Result<S::Ok, S::Error> {
        let letter = |status| LETTERS.iter().find(|(_, s)| *s == status).map_or('?', |(l, _)| *l);
        let words: Vec<String> =
            flight.iter().map(|(seq, status)| format!("{seq}{}", letter(*status))).collect();
        s.serialize_str(&words.join(" "))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Vec<(u64, DeliveryStatus)>, D::Error> {
        let text = String::deserialize(d)?;
        let read = |word: &str| {
            let letter = word.chars().next_back()?;
            let (_, status) = LETTERS.iter().find(|(l, _)| *l == letter)?;
            Some((word.strip_suffix(letter)?.parse().ok()?, *status))
        };
        let words = text.split_whitespace().map(read).collect::<Option<_>>();
        words.ok_or_else(|| D::Error::custom("messages in flight are damaged"))
    }
}

impl Outbox {
    /// How many messages may wait for a provider at once in one thread.
    pub const PENDING_LIMIT: usize = 20;
    /// How many handed-over messages are remembered in the state.
    pub const FLIGHT_LIMIT: usize = 6;
    /// How many failed messages can be retried.
    pub const FAILED_LIMIT: usize = 4;
    /// How many retried messages are remembered as such.
    pub const RETRIED_LIMIT: usize = 4;

    /// Whether nothing is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
            && self.flight.is_empty()
            && self.failed.is_empty()
            && self.retried.is_empty()
    }

    /// How far the message of entry `seq` got, as far as the state remembers.
    #[must_use]
    pub fn status(&self, seq: u64) -> Option<DeliveryStatus> {
        if self.pending.contains(&seq) {
            return Some(DeliveryStatus::Pending);
        }
        if self.failed.contains(&seq) {
            return Some(DeliveryStatus::Failed);
        }
        self.flight.iter().find(|(s, _)| *s == seq).map(|(_, status)| *status)
    }

    /// Whether a message from entry `first` on has not been handed to the provider, or failed.
    #[must_use]
    pub fn holds_any_since(&self, first: u64) -> bool {
        self.pending.iter().chain(&self.failed).any(|seq| *seq >= first)
    }
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
    pub const NAME_LENGTH: usize = crate::limit::NAME;

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
