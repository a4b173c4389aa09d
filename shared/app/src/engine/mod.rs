//! DOC

pub mod context;
pub mod execute;
pub mod group;
pub mod idempotency;
pub(crate) mod load;
pub mod parts;
pub mod push;
pub mod push_cache;
pub mod repeat;
pub mod thread_lock;
pub mod wake_up;
pub mod way;
