//! The contract with clients.
//!
//! Agents' consoles and customers' widgets send [`frame`]s over a WebSocket, and the server answers
//! with [`push`]es; integrators use HTTP, with the bodies in the module of each noun. Refusals look
//! the same everywhere ([`Refused`]).
//!
//! Every type here is public and changes by addition only: a version may add fields, and never
//! renames a field or gives it another meaning. Clients skip what they do not know. The crate
//! generates the JSON Schema, AsyncAPI and OpenAPI documents in `docs/protocol/` from these types.

pub mod agent;
pub mod api_key;
pub mod asset;
pub mod assignment;
pub mod asyncapi;
pub mod board;
pub mod canned;
mod command;
pub mod contact;
pub mod conversation;
pub mod direct;
pub mod document;
pub mod engagement;
pub mod example;
pub mod file;
pub mod frame;
pub mod mention;
pub mod message;
pub mod openapi;
pub mod preferences;
pub mod presence;
pub mod push;
pub mod queue;
pub mod reference;
mod refused;
pub mod schema;
pub(crate) mod sections;
pub mod session;
pub mod settings;
pub mod template;
pub mod transfer;
pub mod view;
pub mod visitor;
pub mod workspace;

pub use command::Command;
pub use frame::{CommandFrame, Frame};
pub use message::content::{Content, Media};
pub use push::Push;
pub use refused::{CODES, Code, Refused};

/// The version of this contract. It goes up only when something is removed, which has not happened.
pub const VERSION: u32 = 1;

/// A moment, in milliseconds since the Unix epoch; always below 2^53.
pub type Time = i64;
