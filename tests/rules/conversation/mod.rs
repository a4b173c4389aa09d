//! The life of a conversation: its states, its end, its undone steps, and the acts of agents in it.

mod effects;
mod lifecycle;
mod may;
mod undo;
