//! Canned messages (F79): the workspace's, few enough for one read of all.

use std::str::FromStr;

use crate::item::{self, BODY, n, s};
use crate::settings::overrides::Changed;
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::types::{Delete, TransactWriteItem};
use domain::{AgentId, Millis, QueueId};
use serde::{Deserialize, Serialize};

/// A canned message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canned {
    /// The id, in the form of ids that people choose.
    pub id: String,
    /// The title, which says what the message is for.
    pub title: String,
    /// The category under which lists show it.
    pub category: String,
    /// The text.
    pub text: String,
    /// The word by which an agent inserts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<String>,
    /// The version, which goes up with every change.
    pub version: u64,
    /// The moment of the last change.
    pub at: Millis,
    /// The manager or admin who made the last change.
    pub by: AgentId,
}

/// Whether `id` has the form of ids that people choose, so that a key can hold it.
#[must_use]
pub fn is_id(id: &str) -> bool {
    QueueId::from_str(id).is_ok()
}

impl Store {
    /// Returns all canned messages, in the order of their ids.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn canned(&self) -> Result<Vec<Canned>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::CANNED_PK))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        let mut all = Vec::new();
        while let Some(item) = pages.next().await {
            all.extend(item::readable(item::body(&item?, BODY)));
        }
        Ok(all)
    }

    /// Puts a canned message in place of version `read`, with its entry in the log of changes.
    /// Returns whether that version stood there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_canned(&self, canned: &Canned, read: u64, changed: &Changed) -> Result<bool> {
        let mut item = item::key(key::CANNED_PK, canned.id.as_str());
        item.insert(BODY.to_owned(), s(item::json(canned)?));
        item.insert(item::VERSION.to_owned(), n(canned.version));
        self.put_logged(item, read, canned.version, changed).await
    }

    /// Removes version `read` of a canned message, with an entry in the log of changes. Returns
    /// whether that version stood there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn remove_canned(&self, id: &str, read: u64, changed: &Changed) -> Result<bool> {
        let remove = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CANNED_PK, id)))
            .condition_expression("#v = :read")
            .expression_attribute_names("#v", item::VERSION)
            .expression_attribute_values(":read", n(read))
            .build()
            .map_err(|e| Error::Failed(e.to_string()))?;
        let remove = TransactWriteItem::builder().delete(remove).build();
        self.write_logged(remove, read.saturating_add(1), changed).await
    }
}
