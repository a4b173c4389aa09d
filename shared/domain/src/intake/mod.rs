//! Intake: a customer writes, comes back, or leaves.

mod beside;
mod command;
mod facts;
pub(crate) mod reopen;
pub(crate) mod rules;
mod state;
pub(crate) mod waiting;

pub use beside::{Beside, Forwarded, Referral};
pub use command::{Consent, Receive};
pub(crate) use facts::reopened;
pub use facts::{Consented, Opened, Received};
pub use state::OffHours;
