//! The last use of each key of the API.

use std::collections::HashMap;

use crate::item::{self, SK, n};
use crate::{Result, Store, key};
use domain::{AgentId, Millis};

impl Store {
    /// Notes that a program used its key.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_key_use(&self, id: &AgentId, at: Millis) -> Result<()> {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::KEY_USE_PK, id.as_str())))
            .update_expression("SET #at = :at")
            .expression_attribute_names("#at", "at")
            .expression_attribute_values(":at", n(at.0))
            .send()
            .await?;
        Ok(())
    }

    /// Returns the last use of each key that was ever used.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn key_uses(&self) -> Result<HashMap<AgentId, Millis>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", item::s(key::KEY_USE_PK))
            .into_paginator()
            .items()
            .send();
        let mut all = HashMap::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            let id = item::text(&item, SK).and_then(|sk| sk.parse().ok());
            if let (Some(id), Some(at)) = (id, item::number(&item, "at")) {
                all.insert(id, Millis(at));
            }
        }
        Ok(all)
    }
}
