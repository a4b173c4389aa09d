//! Conversations for their readers: the rights to read the newest and the earlier ones, agents'
//! read positions, and the frames that keep a client in step.

pub mod earlier;
pub mod past;
pub mod readable;
pub mod reading;
pub mod sync;
