//! Queues.

mod figures;
mod order;
mod place;
mod requeue;
mod rows;
