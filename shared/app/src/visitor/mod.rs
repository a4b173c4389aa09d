//! Web chat for visitors: their commands, the frames and parts of their chat, and the notice while
//! nobody is there.

pub mod away;
pub mod chat;
pub mod frame;
mod part;
