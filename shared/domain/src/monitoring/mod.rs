//! Monitoring: managers who look on, coach, or barge in (F30).

mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::{Coach, Start};
pub use facts::{Changed, Coached};
pub use state::{Monitor, MonitorMode};
