//! Queues.

mod order;
mod place;
mod requeue;
mod rows;
