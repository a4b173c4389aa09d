//! Conversations: their lists, their history, their life.

mod earlier;
mod history;
mod life;
mod lists;
mod reading;
mod welcome;
