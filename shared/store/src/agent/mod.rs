//! Agents' workloads: each agent's work, presence and sockets.

mod capacity;
pub mod workload;
