//! Agents' desks: each agent's work, presence and sockets.

pub mod desk;
