//! The contract with clients.
//!
//! Agents' consoles and customers' widgets speak [`frame`]s over a WebSocket and are answered
//! with [`push`]es; integrators say the same by HTTP with the bodies in [`http`]. Refusals look
//! the same everywhere ([`Refused`]).
//!
//! Every type here is public and versioned by addition only: fields may be added, never renamed
//! or given another meaning. Clients skip what they do not know. JSON Schema, AsyncAPI and OpenAPI
//! documents are generated from these types into `docs/protocol/`.

pub mod asyncapi;
pub mod board;
pub mod canned;
pub mod contact;
pub mod content;
pub mod direct;
pub mod document;
pub mod example;
pub mod frame;
pub mod http;
pub mod openapi;
pub mod personal;
pub mod presence;
pub mod push;
pub mod reference;
mod refused;
pub mod schema;
pub mod settings;
pub mod template;
pub mod upload;
pub mod view;
pub mod visitor;

pub use content::{Content, Media};
pub use frame::{Command, CommandFrame, Frame};
pub use push::Push;
pub use refused::{CODES, Code, Refused};

/// The version of this contract. Goes up only when something is removed, which has not happened.
pub const VERSION: u32 = 1;

/// Milliseconds since the Unix epoch; always below 2^53.
pub type Time = i64;
