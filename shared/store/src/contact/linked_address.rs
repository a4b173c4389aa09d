//! Linked addresses: one person's phone number, user id and user name, and the earlier ones, all
//! lead to one thread.

use crate::item::{self, n, s};
use crate::{Result, Store, key};
use domain::{Millis, ThreadId};

/// The facts about an address that has no thread of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alias {
    /// The thread that the address belongs to, if it is not the one derived from it.
    pub to: Option<ThreadId>,
    /// The address to which the engine answers a customer who begins here, and the moment from
    /// which it holds by the provider's clock: the customer's address changed before they wrote.
    pub moved: Option<(String, Millis)>,
}

impl Store {
    /// Returns the facts about the address from which `thread` is derived.
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
            // Older tables hold addresses that lead to themselves.
            to: to.filter(|to| to != thread),
            moved: address.zip(item::number(item, "at").map(Millis)),
        })
    }

    /// Notes the thread to which the address leads from which `thread` is derived. The table never
    /// holds that it leads to its own thread, which holds anyway.
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
