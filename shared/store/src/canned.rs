//! Canned messages (F79): the workspace's, few enough to be read whole.

use std::str::FromStr;

use crate::item::{self, BODY, n, s};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::types::ReturnValue;
use domain::{AgentId, Millis, QueueId};
use serde::{Deserialize, Serialize};

/// A canned message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canned {
    /// Its id, of the form that ids chosen by people have.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// What it is listed under.
    pub category: String,
    /// The words.
    pub text: String,
    /// What brings it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<String>,
    /// Goes up with every change.
    pub version: u64,
    /// When it was last changed.
    pub at: Millis,
    /// Who changed it.
    pub by: AgentId,
}

/// Whether `id` has the form that ids chosen by people have, so that a key can be built from it.
#[must_use]
pub fn is_id(id: &str) -> bool {
    QueueId::from_str(id).is_ok()
}

impl Store {
    /// All canned messages, in the order of their ids.
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

    /// Puts a canned message in place of version `read`. Tells whether that was the version that
    /// stood there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_canned(&self, canned: &Canned, read: u64) -> Result<bool> {
        let mut item = item::key(key::CANNED_PK, canned.id.as_str());
        item.insert(BODY.to_owned(), s(item::json(canned)?));
        item.insert(item::VERSION.to_owned(), n(canned.version));
        self.put_version(item, read).await
    }

    /// Removes version `read` of a canned message, and answers with it. `None` if another version,
    /// or nothing, stands there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn remove_canned(&self, id: &str, read: u64) -> Result<Option<Canned>> {
        let sent = self
            .client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CANNED_PK, id)))
            .condition_expression("#v = :read")
            .expression_attribute_names("#v", item::VERSION)
            .expression_attribute_values(":read", n(read))
            .return_values(ReturnValue::AllOld)
            .send()
            .await;
        match sent {
            Ok(removed) => removed.attributes.map(|item| item::body(&item, BODY)).transpose(),
            Err(error) => match error.as_service_error() {
                Some(DeleteItemError::ConditionalCheckFailedException(_)) => Ok(None),
                _ => Err(error.into()),
            },
        }
    }
}
