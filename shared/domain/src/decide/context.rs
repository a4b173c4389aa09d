//! What a decision depends on besides the thread and the command: all of it handed in.

use crate::{
    Actor, AssetId, Capabilities, ContactId, DeliveryStatus, Millis, OfferStatus, Policy, Presence,
    Profile, QueueId, TeamId,
};

/// Everything a decision depends on besides the thread and the command.
#[derive(Debug, Clone)]
pub struct Context {
    /// The moment of the decision.
    pub now: Millis,
    /// Who asks.
    pub caller: Caller,
    /// The settings in force.
    pub policy: Policy,
    /// What the thread's channel can carry.
    pub channel: Capabilities,
    /// The team that owns the queue of the thread's newest conversation.
    pub queue_team: Option<TeamId>,
    /// What is needed to open a thread or conversation; only when the customer writes.
    pub opening: Option<Opening>,
    /// The conversation that the command names; `None` where it names only the thread.
    pub conversation: Option<u32>,
    /// The desk of the colleague that the command names, if that colleague exists.
    pub target: Option<TargetDesk>,
    /// Whether the queue that the command names exists.
    pub target_queue_exists: bool,
    /// How the offer that the command names ended, if it is no longer pending.
    pub closed_offer: Option<OfferStatus>,
    /// How far the message that the command reports on got, where the state no longer knows.
    pub known_delivery: Option<DeliveryStatus>,
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
    /// Who they are.
    pub contact: ContactId,
    /// Their name, as the channel gave it.
    pub name: String,
    /// Where their conversations wait.
    pub queue: QueueId,
}

/// A colleague's desk as it was read before the decision. The commit checks it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetDesk {
    /// Whether they take work.
    pub presence: Presence,
    /// How many conversations they have in progress.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
}
