//! Contacts, and the addresses by which they are found.

pub mod linked_address;
pub mod reach;
pub mod record;
