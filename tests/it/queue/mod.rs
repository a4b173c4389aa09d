//! Queues.

mod order;
mod place;
mod rows;
