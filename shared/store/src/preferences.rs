//! Agents' preferences for the console: one document each, which only its agent changes.

use crate::item::{self, BODY, n, s};
use crate::{Result, Store, key};
use domain::AgentId;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Store {
    /// Returns an agent's preferences.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn preferences<T: DeserializeOwned>(&self, agent: &AgentId) -> Result<Option<T>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::preferences_pk(agent), key::PREFERENCES_SK)))
            .consistent_read(true)
            .send()
            .await?;
        found.item().map(|item| item::body(item, BODY)).transpose()
    }

    /// Puts an agent's preferences in place of version `read`, as version `read + 1`. Returns
    /// whether that version stood there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_preferences<T: Serialize>(
        &self,
        agent: &AgentId,
        preferences: &T,
        read: u64,
    ) -> Result<bool> {
        let mut item = item::key(key::preferences_pk(agent), key::PREFERENCES_SK);
        item.insert(BODY.to_owned(), s(item::json(preferences)?));
        item.insert(item::VERSION.to_owned(), n(read.saturating_add(1)));
        self.put_version(item, read).await
    }
}
