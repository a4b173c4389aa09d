//! The rules of customer conversations, as pure functions.
//!
//! One contact on one asset is one *thread*: an append-only log of [`Entry`]s. A *conversation* is
//! a stretch of that log, from a customer's first message to its resolution.
//!
//! * [`decide`] looks at a [`Thread`] and a [`Command`] and answers with the events that follow,
//!   or with a [`Refusal`].
//! * [`evolve`] folds an entry into the thread.
//! * [`effect::of`] says what else must be written in the same transaction.
//!
//! Nothing here reads a clock, makes an id, draws a random number or does I/O: all of that is
//! handed in through [`Context`]. Nothing here knows of AWS, JSON frames or channels' payloads.

pub mod audience;
mod authorize;
pub mod canned;
pub mod command;
pub mod content;
mod conversation;
pub mod decide;
pub mod effect;
pub mod engagement;
mod event;
mod evolve;
pub mod file;
pub mod id;
pub mod invariant;
pub mod limit;
mod marks;
pub mod number;
pub mod person;
mod profile;
mod recent;
mod refusal;
mod route;
mod target;
pub mod template;
mod time;
pub mod watch;
pub mod wire;

pub use command::{Command, Promotion};
pub use content::Content;
pub use conversation::{
    Asked, Call, Closed, Conversation, Discussion, Monitor, MonitorMode, OffHours, Offer,
    OfferKind, Origin, Outbox, Party, Search, Status, Thread, Watch, Wrap,
};
pub use decide::{Colleague, Context, decide};
pub use event::{
    Actor, Delivery, DeliveryStatus, EndCause, Entry, Event, Load, OfferStatus, Outcome,
    RequeueCause, ResolvedBy, TimerKind, WrapNeed,
};
pub use evolve::evolve;
pub use id::{
    AgentId, AssetId, ContactId, ConversationId, DiscussionId, OfferId, QueueId, Skill, TeamId,
    ThreadId,
};
pub use marks::{Colour, Label, Marks};
pub use person::Address;
pub use profile::{
    Capabilities, Mode, Policy, Presence, Profile, Role, Strategy, Survey, TransferMode, WrapUp,
};
pub use recent::Recent;
pub use refusal::Refusal;
pub use route::{Decider, Excluded, Routing, WEIGHED_LIMIT, Wanted, Weighed, choose};
pub use target::{Target, serves};
pub use template::Template;
pub use time::Millis;
