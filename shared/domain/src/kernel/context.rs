//! What a decision depends on besides the thread and the command: all of it handed in.

use crate::{
    Actor, AgentId, AssetId, Capabilities, ContactId, DeliveryStatus, Entry, Load, Millis,
    OfferStatus, Policy, Presence, Profile, QueueId, TeamId, Template, Thread,
};
use std::sync::Arc;

/// Everything a decision depends on besides the thread and the command.
#[derive(Debug, Clone)]
pub struct Context {
    /// The moment of the decision. Never before the thread's newest entry: what was late once is
    /// late for ever, also where clocks differ or jump.
    pub now: Millis,
    /// Who asks.
    pub caller: Caller,
    /// Whether the command came from an integrator instead of a person at the console.
    pub by_api: bool,
    /// The settings in force for the conversation's queue.
    pub policy: Arc<Policy>,
    /// What the thread's channel can carry.
    pub channel: Capabilities,
    /// The team that owns the queue of the thread's newest conversation.
    pub queue_team: Option<TeamId>,
    /// The teams that share the account by which the conversation came in (F38).
    pub asset_teams: Vec<TeamId>,
    /// What is needed to open a thread or conversation; only when the customer writes.
    pub opening: Option<Opening>,
    /// The conversation that the command names; `None` where it names only the thread.
    pub conversation: Option<u32>,
    /// The desks that were read: of who asks, of who is named, of those among whom is chosen.
    pub colleagues: Vec<Colleague>,
    /// The group among which is chosen, or the queue that the command names.
    pub group: Option<Group>,
    /// How the offer that the command names ended, if it is no longer pending.
    pub closed_offer: Option<ClosedOffer>,
    /// The discussion that the command marks done, as the records of its offers say.
    pub ended_talk: Option<EndedTalk>,
    /// How far the message that the command reports on got, where the state no longer knows.
    pub known_delivery: Option<DeliveryStatus>,
    /// The step that the command takes back.
    pub undone: Option<Undone>,
    /// The account's templates of the name that the command gives, in every language (F93).
    pub templates: Vec<Template>,
    /// What customers are told now, if the queue's doors are closed (F59).
    pub off_hours: Option<String>,
}

impl Context {
    /// The colleague, if there is one of that id and their desk was read.
    #[must_use]
    pub fn colleague(&self, agent: &AgentId) -> Option<&Colleague> {
        self.colleagues.iter().find(|c| c.profile.id == *agent)
    }

    /// The desk of who asks, as far as it is known.
    #[must_use]
    pub fn own_load(&self) -> Option<Load> {
        let Caller::Agent(profile) = &self.caller else { return None };
        self.colleague(&profile.id).map(Colleague::load)
    }
}

/// Who gives a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// The customer, through their channel.
    Customer,
    /// An agent, as their record says.
    Agent(Profile),
    /// The engine: timers and providers' receipts.
    Engine,
}

impl Caller {
    /// The caller as the log names them.
    #[must_use]
    pub fn actor(&self) -> Actor {
        match self {
            Self::Customer => Actor::Customer,
            Self::Agent(profile) => Actor::Agent(profile.id.clone()),
            Self::Engine => Actor::System,
        }
    }
}

/// What is known of a customer who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The account they wrote to.
    pub asset: AssetId,
    /// Their address.
    pub identity: String,
    /// Other addresses of theirs that the channel named with it.
    pub also: Vec<String>,
    /// Who they are.
    pub contact: ContactId,
    /// Their name, as the channel gave it.
    pub name: String,
    /// Where their conversations wait.
    pub queue: QueueId,
}

/// A colleague and their desk as it was read before the decision. The commit checks it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who, with what they may and can do.
    pub profile: Profile,
    /// Whether they take work.
    pub presence: Presence,
    /// How many conversations they have in progress.
    pub open: u32,
    /// When something was last put on the desk.
    pub given: Option<Millis>,
    /// When something last left it.
    pub freed: Option<Millis>,
    /// When a socket of theirs last closed.
    pub left: Option<Millis>,
}

impl Colleague {
    /// Whether the desk is full.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.open >= self.profile.capacity
    }

    /// Since when nothing came to the desk and nothing left it.
    #[must_use]
    pub fn idle_since(&self) -> Option<Millis> {
        self.given.max(self.freed)
    }

    /// What is on the desk.
    #[must_use]
    pub const fn load(&self) -> Load {
        Load { open: self.open, capacity: self.profile.capacity }
    }
}

/// A team, queue or everybody with a skill, as the directory has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Those of its members among whom is chosen: all, or of many a handful at random.
    pub members: Vec<AgentId>,
    /// How many members it has.
    pub size: usize,
    /// Whether anybody at all could take what comes to it, managers by hand among them.
    pub staffed: bool,
    /// The team behind it: a queue's, or the team itself.
    pub team: Option<TeamId>,
    /// The queue behind it: the queue itself, or a team's first.
    pub queue: Option<QueueId>,
    /// The priority with which conversations begin in that queue.
    pub priority: u8,
}

/// A step that is to be taken back, as the log has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// The entry that it wrote.
    pub entry: Entry,
    /// The thread before that entry.
    pub before: Thread,
}

/// How an offer ended, as its record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedOffer {
    /// How.
    pub status: OfferStatus,
    /// By whom.
    pub by: Option<AgentId>,
    /// What became of the caller's own part in it, where several were asked.
    pub own: Option<OfferStatus>,
}

/// A discussion that is over, as the records of its offers say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedTalk {
    /// Everybody who was ever in it.
    pub members: Vec<AgentId>,
    /// Who has still to mark it done, and the offer whose record says so.
    pub undone: Vec<(AgentId, u64)>,
}
