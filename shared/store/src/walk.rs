//! A walk through the whole table, page by page, for operators: exports, and projections made anew.
//!
//! The entries of one thread come one after the other, in their order. A walk sees no single moment
//! of the table: it may miss what was written behind it.

use std::fmt;
use std::str::FromStr;

use crate::contact::record::Contact;
use crate::item::{self, BODY, Item, PK, SK};
use crate::log::{self, Stored};
use crate::{Error, Result, Store, key};
use serde_json::Value;

/// The place in the table after which a walk goes on: the key of the last item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    pk: String,
    sk: String,
}

impl Position {
    /// The place of a log entry.
    #[must_use]
    pub fn of(stored: &Stored) -> Self {
        let pk = key::thread_pk(&stored.thread.id);
        Self { pk, sk: key::entry_sk(stored.entry.seq) }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.pk, self.sk)
    }
}

impl FromStr for Position {
    type Err = &'static str;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        let parts = text.split_once('/').filter(|(pk, sk)| !pk.is_empty() && !sk.is_empty());
        let (pk, sk) = parts.ok_or("a position is two keys with a slash between them")?;
        Ok(Self { pk: pk.to_owned(), sk: sk.to_owned() })
    }
}

/// One item of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// A log entry with the state after it.
    Entry(Box<Stored>),
    /// A contact.
    Contact(Box<Contact>),
    /// A record of the workspace, by its name `<kind>#<id>`.
    Record {
        /// The record's name.
        name: String,
        /// The record as it is stored.
        value: Value,
    },
    /// An item that cannot be read.
    Damaged {
        /// The item's key.
        key: String,
        /// The fault.
        why: String,
    },
}

/// A page of the walk.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// The items that are part of the truth; projections and short-lived items are left out.
    pub found: Vec<Found>,
    /// How many items the table read for the page.
    pub looked: usize,
    /// The place where the next page begins; `None`: this was the last page.
    pub next: Option<Position>,
}

impl Store {
    /// Walks on from `after` by at most `limit` items; `None`: from the beginning.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn walk(&self, after: Option<&Position>, limit: i32) -> Result<Steps> {
        let start = after.map(|place| item::key(place.pk.clone(), place.sk.clone()));
        let page = self
            .client
            .scan()
            .table_name(&self.table)
            .limit(limit)
            .set_exclusive_start_key(start)
            .send()
            .await?;
        let next = page.last_evaluated_key().and_then(|last| {
            let text = |name| item::text(last, name).map(str::to_owned);
            Some(Position { pk: text(PK)?, sk: text(SK)? })
        });
        let found = page.items().iter().filter_map(read).collect();
        Ok(Steps { found, looked: page.items().len(), next })
    }
}

/// Reads an item that is part of the truth.
fn read(item: &Item) -> Option<Found> {
    let (pk, sk) = (item::text(item, PK)?, item::text(item, SK)?);
    let read = if key::thread_of(pk).is_some() && sk.starts_with(key::ENTRY_PREFIX) {
        log::read_entry(item).map(|stored| Found::Entry(Box::new(stored)))
    } else if let (Some(id), key::PROFILE_SK) = (pk.strip_prefix("CONTACT#"), sk) {
        let contact = id.parse().map_err(|e| Error::damaged(item::name(item), e));
        contact
            .and_then(|id| Contact::read(&id, item))
            .map(|contact| Found::Contact(Box::new(contact)))
    } else if pk == key::CONFIG_PK && sk != key::TURN_SK {
        item::body(item, BODY).map(|value| Found::Record { name: sk.to_owned(), value })
    } else {
        return None;
    };
    Some(
        read.unwrap_or_else(|error| Found::Damaged {
            key: item::name(item),
            why: error.to_string(),
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_reads_back_as_written() {
        let place: Position = "T#4t9m0c2xkq7w1h5z/E#0000000007".parse().unwrap();
        assert_eq!(place.to_string(), "T#4t9m0c2xkq7w1h5z/E#0000000007");
        for bad in ["", "T#x", "/E#1", "T#x/"] {
            assert!(bad.parse::<Position>().is_err(), "{bad}");
        }
    }
}
