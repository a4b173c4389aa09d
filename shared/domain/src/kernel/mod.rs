//! The kernel that every noun uses: ids, moments, limits, the policy, and the context of a
//! decision.

pub mod audience;
pub(crate) mod context;
pub(crate) mod eligible;
pub(crate) mod guard;
pub(crate) mod handover;
pub mod id;
pub mod limit;
pub(crate) mod needs;
pub mod number;
pub(crate) mod policy;
pub(crate) mod recent;
pub(crate) mod refusal;
pub(crate) mod target;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod timers;
pub mod wire;
pub mod words;
