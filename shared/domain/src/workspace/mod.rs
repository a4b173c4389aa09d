//! The records of a workspace (F106): its teams, queues, assets and agents, with the rules that
//! hold when an admin makes, changes or retires one.
//!
//! Nobody deletes a record: conversations name teams, queues, assets and agents for ever. A retired
//! record keeps its name for history and takes no new work.

mod api_key;
mod permission;
mod records;

pub use api_key::{Access, ApiKey, KEYS, Token};
pub use permission::{Reach, Right, reach};
pub use records::{Asset, Blocked, Member, Others, Queue, Records, Team};
