//! Tickets for sockets, and the accounts by which agents sign in.

pub(crate) mod sign_in;
pub(crate) mod ticket;
