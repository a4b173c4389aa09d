//! Messages to the customer, their way through the provider, and comments for colleagues.

mod command;
pub mod content;
pub(crate) mod delivery;
mod facts;
mod outbox;
pub(crate) mod receipt;
mod relation;
pub(crate) mod rules;

pub use command::{Comment, Echo, React, Retry, Send, Trigger};
pub use content::Content;
pub use delivery::{Delivery, DeliveryStatus};
pub use facts::{AutoReplied, Commented, Echoed, Retried, Sent, Triggered};
pub use outbox::Outbox;
pub use relation::{Related, Relation, Side};
