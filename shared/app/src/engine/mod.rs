//! The engine: it carries out every command (load, decide, commit, push) and makes a repeated one
//! harmless. The rooms get its parts in bundles.

pub(crate) mod capacity;
pub mod context;
pub(crate) mod encode;
pub mod execute;
pub mod idempotency;
pub(crate) mod load;
pub mod members;
pub mod parts;
pub(crate) mod pause;
pub(crate) mod policy;
pub(crate) mod prefetch;
pub mod push;
pub mod push_cache;
pub mod related;
mod repeat;
pub mod request;
pub(crate) mod talk_records;
pub mod thread_lock;
pub mod wake_up;
pub mod way;
