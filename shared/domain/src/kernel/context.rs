//! The facts that a decision depends on besides the thread and the command: the caller hands all of
//! them in.

use crate::content::Media;
use crate::{
    Actor, AgentId, AssetId, Capabilities, ContactId, DeliveryStatus, Entry, Load, Millis,
    OfferStatus, Policy, Presence, Profile, QueueId, Related, TeamId, Template, Thread,
};
use std::sync::Arc;

/// All facts that a decision depends on besides the thread and the command.
#[derive(Debug, Clone)]
pub struct Context {
    /// The moment of the decision, never before the thread's newest entry: a late moment stays
    /// late, even where clocks differ or jump.
    pub now: Millis,
    /// The caller of the command.
    pub caller: Caller,
    /// Whether the command came from an integrator instead of a person at the console.
    pub by_api: bool,
    /// The settings in force for the conversation's queue.
    pub policy: Arc<Policy>,
    /// The capabilities of the thread's channel.
    pub channel: Capabilities,
    /// The team that owns the queue of the thread's newest conversation.
    pub queue_team: Option<TeamId>,
    /// The teams that share the account to which the customer wrote (F38).
    pub asset_teams: Vec<TeamId>,
    /// The facts that open a thread or conversation; only for a message of the customer.
    pub opening: Option<Opening>,
    /// The conversation that the command names; `None` if it names only the thread.
    pub conversation: Option<u32>,
    /// The workloads that the engine read: the caller's, those of named agents, and those of
    /// candidates.
    pub colleagues: Vec<Colleague>,
    /// The group from which the engine chooses, or the queue that the command names.
    pub group: Option<Group>,
    /// The end of the offer that the command names, if the offer is no longer pending.
    pub closed_offer: Option<ClosedOffer>,
    /// The discussion that the command marks done, from the records of its offers.
    pub ended_talk: Option<EndedTalk>,
    /// The state that the reported message reached, if the thread's state no longer holds the
    /// message.
    pub known_delivery: Option<DeliveryStatus>,
    /// The earlier message that the command speaks of, if the log knows it.
    pub related: Option<Related>,
    /// The customer's file that the command asks for again, if the message has one at the provider.
    pub file: Option<Media>,
    /// The step that the command takes back.
    pub undone: Option<Undone>,
    /// The account's templates of the name that the command gives, in every language (F93).
    pub templates: Vec<Template>,
    /// The engine's text for customers now, if the queue is outside its business hours (F59).
    pub off_hours: Option<String>,
}

impl Context {
    /// The colleague with this id, if the engine read that colleague's workload.
    #[must_use]
    pub fn colleague(&self, agent: &AgentId) -> Option<&Colleague> {
        self.colleagues.iter().find(|c| c.profile.id == *agent)
    }

    /// The load on the caller's own workload, if the engine read it.
    #[must_use]
    pub fn own_load(&self) -> Option<Load> {
        let Caller::Agent(profile) = &self.caller else { return None };
        self.colleague(&profile.id).map(Colleague::load)
    }
}

/// The author of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// The customer, through the channel.
    Customer,
    /// An agent, with the agent's record.
    Agent(Profile),
    /// The engine: timers and providers' receipts.
    Engine,
}

impl Caller {
    /// The caller, as the log names its authors.
    #[must_use]
    pub fn actor(&self) -> Actor {
        match self {
            Self::Customer => Actor::Customer,
            Self::Agent(profile) => Actor::Agent(profile.id.clone()),
            Self::Engine => Actor::System,
        }
    }
}

/// The facts about a customer who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The account to which the customer wrote.
    pub asset: AssetId,
    /// The customer's address.
    pub identity: String,
    /// The customer's other addresses that the channel named with it.
    pub also: Vec<String>,
    /// The customer's contact.
    pub contact: ContactId,
    /// The customer's name at the channel.
    pub name: String,
    /// The queue in which the customer's conversations wait.
    pub queue: QueueId,
}

/// A colleague and the colleague's workload, as the engine read it before the decision. The commit
/// checks the workload again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The colleague's record: role, teams and skills.
    pub profile: Profile,
    /// Whether the colleague takes work.
    pub presence: Presence,
    /// How many conversations the colleague has in progress.
    pub open: u32,
    /// The moment when work last came to the workload.
    pub given: Option<Millis>,
    /// The moment when work last left the workload.
    pub freed: Option<Millis>,
    /// The moment when a socket of the colleague last closed.
    pub left: Option<Millis>,
}

impl Colleague {
    /// Whether the workload is full.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.open >= self.profile.capacity
    }

    /// The moment since which no work came to the workload and none left it.
    #[must_use]
    pub fn idle_since(&self) -> Option<Millis> {
        self.given.max(self.freed)
    }

    /// The load in the workload.
    #[must_use]
    pub const fn load(&self) -> Load {
        Load { open: self.open, capacity: self.profile.capacity }
    }
}

/// A team, a queue, or all agents with a skill, as the directory lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The candidates: all members, or a random handful of a large group.
    pub members: Vec<AgentId>,
    /// How many members the group has.
    pub size: usize,
    /// Whether any agent could take work from the group, counting managers who take it by hand.
    pub staffed: bool,
    /// The team behind the group: a queue's team, or the team itself.
    pub team: Option<TeamId>,
    /// The queue behind the group: the queue itself, or a team's first queue.
    pub queue: Option<QueueId>,
    /// The priority with which conversations begin in that queue.
    pub priority: u8,
}

/// A step that the caller takes back, as the log holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// The entry of the step.
    pub entry: Entry,
    /// The thread before that entry.
    pub before: Thread,
}

/// The end of an offer, as its record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedOffer {
    /// The status at the end.
    pub status: OfferStatus,
    /// The agent who ended the offer.
    pub by: Option<AgentId>,
    /// The end of the caller's own part, if the offer asked several agents.
    pub own: Option<OfferStatus>,
}

/// An ended discussion, as the records of its offers say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedTalk {
    /// Every agent who was ever a member.
    pub members: Vec<AgentId>,
    /// The agents who must still mark the discussion done, each with the offer whose record lists
    /// the agent.
    pub undone: Vec<(AgentId, u64)>,
}
