//! Threads, conversations, entries and people as agents' clients see them.

mod conversation;
mod entry;
mod event;
mod people;
mod queue;
mod word;

pub(crate) use conversation::ToWhom;
pub use conversation::{
    Contact, Conversation, Discussion, Load, Monitor, Offer, OpenWrapUp, Outcome, Routing, Target,
    Weighed,
};
pub use entry::{Entry, Shortened};
pub use event::Event;
pub use people::{Agent, PresenceChoice, Team};
pub use queue::{Queue, QueuePlace};
pub use word::{
    Act, Decider, DeliveryStatus, EndCause, Excluded, MonitorMode, OfferKind, OfferStatus, Origin,
    Party, Presence, Promotion, RequeueCause, ResolvedBy, Role, Status,
};
