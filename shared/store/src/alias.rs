//! Second addresses of a customer on one asset: the same person by phone number and by user id.

use domain::ThreadId;

use crate::item::{self, s};
use crate::{Result, Store, key};

impl Store {
    /// The thread that an address belongs to, where it is not the one derived from it.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn alias(&self, thread: &ThreadId) -> Result<Option<ThreadId>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::thread_pk(thread), key::ALIAS_SK)))
            .consistent_read(true)
            .send()
            .await?;
        Ok(found.item().and_then(|i| item::text(i, "to")).and_then(|to| to.parse().ok()))
    }

    /// Notes that the address from which `thread` is derived belongs to the thread `to`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_alias(&self, thread: &ThreadId, to: &ThreadId) -> Result<()> {
        let mut item = item::key(key::thread_pk(thread), key::ALIAS_SK);
        item.insert("to".to_owned(), s(to.as_str()));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }
}
