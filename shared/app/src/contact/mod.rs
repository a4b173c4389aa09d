//! Contacts: their records, the thread in which a person goes on, and the search by e-mail address
//! or number.

pub(crate) mod known;
pub mod person;
pub mod reach;
pub mod record;
