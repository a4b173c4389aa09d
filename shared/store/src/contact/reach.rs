//! The index of contacts by e-mail address and by phone number, beside the channels' addresses.

use crate::item::{self, SK, s};
use crate::{Result, Store, key};
use domain::ContactId;

impl Store {
    /// Notes that a search for `form` finds a contact: an address or number in the index's form.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_reach(&self, form: &str, contact: &ContactId) -> Result<()> {
        let put = self.client.put_item().table_name(&self.table);
        put.set_item(Some(item::key(key::reach_pk(form), contact.to_string()))).send().await?;
        Ok(())
    }

    /// Removes a contact from the index of `form`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn forget_reach(&self, form: &str, contact: &ContactId) -> Result<()> {
        let delete = self.client.delete_item().table_name(&self.table);
        delete.set_key(Some(item::key(key::reach_pk(form), contact.to_string()))).send().await?;
        Ok(())
    }

    /// Returns the contacts that a search for `form` finds, at most `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn reached_by(&self, form: &str, limit: i32) -> Result<Vec<ContactId>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::reach_pk(form)))
            .limit(limit)
            .send()
            .await?;
        let read = |item: &item::Item| item::text(item, SK)?.parse().ok();
        Ok(found.items().iter().filter_map(read).collect())
    }
}
