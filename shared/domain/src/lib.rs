//! The rules of customer conversations, as pure functions.
//!
//! One contact on one asset is one *thread*: an append-only log of [`Entry`]s. A *conversation* is
//! a stretch of that log, from a customer's first message to its resolution.
//!
//! * [`decide`] takes a [`Thread`] and a [`Command`] and answers the events that follow, or a
//!   [`Refusal`].
//! * [`evolve`] folds an entry into the thread.
//! * [`effect::of`] lists the other writes of the same transaction.
//!
//! No function here reads a clock, makes an id, draws a random number or does I/O: the caller hands
//! all of that in through [`Context`]. No function here knows of AWS, JSON frames or channels'
//! payloads.
//!
//! Each noun has a room: its memory (`state`), its requests (`command`), its events and the changes
//! they make (`facts`), and its checks and decisions (`rules`).

pub mod agent;
pub mod assignment;
pub mod canned;
pub mod channel;
pub mod conference;
pub mod contact;
pub mod conversation;
pub mod discussion;
pub mod engagement;
pub mod file;
pub mod intake;
mod kernel;
pub mod label;
pub mod message;
pub mod monitoring;
pub mod offer;
pub mod presence;
pub mod queue;
mod settings;
pub mod sla;
pub mod survey;
pub mod template;
pub mod timer;
pub mod transfer;
pub mod workspace;
pub mod wrap_up;

pub use agent::{Profile, Role};
pub use assignment::{
    Decider, Excluded, Load, Origin, Routing, WEIGHED_LIMIT, Wanted, Weighed, choose,
};
pub use channel::Capabilities;
pub use contact::person::{self, Address};
pub use conversation::decide::decide;
pub use conversation::{
    Act, Actor, Closed, Command, Conversation, Entry, Event, Party, ResolvedBy, Status, Thread,
    effect, evolve, laws, may,
};
pub use discussion::{Discussion, EndCause, Outcome, Promotion};
pub use intake::OffHours;
pub use kernel::context::{
    Caller, ClosedOffer, Colleague, Context, EndedTalk, Group, Opening, Undone,
};
pub use kernel::id::{
    AgentId, AssetId, ContactId, ConversationId, DiscussionId, OfferId, QueueId, Skill, TeamId,
    ThreadId,
};
pub use kernel::needs::{Needs, needs};
pub use kernel::policy::{directs, may_read, reads};
pub use kernel::recent::Recent;
pub use kernel::refusal::Refusal;
pub use kernel::target::{Target, serves};
pub use kernel::time::Millis;
pub use kernel::{audience, id, limit, number, wire, words};
pub use label::{Colour, Label, Labels};
pub use message::{Content, Delivery, DeliveryStatus, Outbox, Related, Relation, Side, content};
pub use monitoring::{Monitor, MonitorMode};
pub use offer::{GroupOffer, Offer, OfferKind, OfferStatus};
pub use presence::Presence;
pub use queue::RequeueCause;
pub use settings::{Mode, Policy, Strategy, hours};
pub use sla::{Sla, SlaStage};
pub use survey::Survey;
pub use template::Template;
pub use timer::TimerKind;
pub use transfer::TransferMode;
pub use wrap_up::{Wrap, WrapNeed, WrapUp};
