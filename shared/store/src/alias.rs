//! Where a customer's addresses lead: the same person by phone number, user id and user name, and by
//! what these were before.

use crate::item::{self, n, s};
use crate::{Result, Store, key};
use domain::{Millis, ThreadId};

/// What is noted of an address that has no thread of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alias {
    /// The thread that it belongs to, where it is not the one derived from it.
    pub to: Option<ThreadId>,
    /// Where the customer is to be answered who begins here, and since when that is so by the
    /// provider's time: their address changed before they wrote.
    pub moved: Option<(String, Millis)>,
}

impl Store {
    /// What is noted of the address from which `thread` is derived.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn alias(&self, thread: &ThreadId) -> Result<Alias> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::thread_pk(thread), key::ALIAS_SK)))
            .consistent_read(true)
            .send()
            .await?;
        let Some(item) = found.item() else { return Ok(Alias::default()) };
        let to = item::text(item, "to").and_then(|to| to.parse().ok());
        let address = item::text(item, "address").map(str::to_owned);
        Ok(Alias {
            // Tables of before hold addresses that lead to themselves.
            to: to.filter(|to| to != thread),
            moved: address.zip(item::number(item, "at").map(Millis)),
        })
    }

    /// Notes where the address leads from which `thread` is derived. It leads to its own thread
    /// anyway: that is never noted.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_alias(&self, thread: &ThreadId, alias: &Alias) -> Result<()> {
        let mut item = item::key(key::thread_pk(thread), key::ALIAS_SK);
        if let Some(to) = alias.to.as_ref().filter(|to| *to != thread) {
            item.insert("to".to_owned(), s(to.as_str()));
        }
        if let Some((address, at)) = &alias.moved {
            item.insert("address".to_owned(), s(address.clone()));
            item.insert("at".to_owned(), n(at.0));
        }
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }
}
