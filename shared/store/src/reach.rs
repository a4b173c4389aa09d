//! By what else a customer is found: an e-mail address or a number that is no address of a channel.

use crate::item::{self, SK, s};
use crate::{Result, Store, key};
use domain::ContactId;

impl Store {
    /// Notes that a contact is found by `form`: an address or number in the form that searches have.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_reach(&self, form: &str, contact: &ContactId) -> Result<()> {
        let put = self.client.put_item().table_name(&self.table);
        put.set_item(Some(item::key(key::reach_pk(form), contact.to_string()))).send().await?;
        Ok(())
    }

    /// Forgets it again.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn forget_reach(&self, form: &str, contact: &ContactId) -> Result<()> {
        let delete = self.client.delete_item().table_name(&self.table);
        delete.set_key(Some(item::key(key::reach_pk(form), contact.to_string()))).send().await?;
        Ok(())
    }

    /// The contacts that are found by `form`, at most `limit` of them.
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
