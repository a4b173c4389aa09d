//! Uploads: the record of each file that agents and visitors hand in. The bytes are in a bucket.
//!
//! The record of an unused file expires with its bytes; the record of a file in a message or
//! comment stays for ever.

use crate::item::{self, BODY, TTL, n, s};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::ReturnValue;
use domain::content::Medium;
use domain::{AgentId, Millis, ThreadId};
use serde::{Deserialize, Serialize};

/// The time for which an unused upload is kept.
pub const WAITS: Millis = Millis::hours(24);
/// Attribute: the mark of the checked bytes.
const CHECKED: &str = "checked";
/// Attribute: the file is part of a message or comment.
const KEPT: &str = "kept";

/// The person who hands a file in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// An agent.
    Agent(AgentId),
    /// The customer of the thread.
    Customer,
}

/// A file that was handed in, or is about to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// The id: 128 random bits.
    #[serde(skip)]
    pub id: String,
    /// The thread that the file is for.
    pub thread: ThreadId,
    /// The person who hands it in.
    pub by: By,
    /// Whether the file is for colleagues only.
    pub internal: bool,
    /// The file's name.
    pub name: String,
    /// The announced type, which the check then confirms.
    pub mime: String,
    /// The kind of medium as which clients show it.
    pub medium: Medium,
    /// The size in bytes.
    pub size: u64,
    /// The moment of the announcement.
    pub at: Millis,
    /// The result of the check; `None` before it.
    #[serde(skip)]
    pub checked: Option<Checked>,
    /// Whether the file is part of a message or comment.
    #[serde(skip)]
    pub kept: bool,
}

/// The result of a file's check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The mark of the checked bytes; other bytes have another one.
    pub etag: String,
    /// The width and height of a picture, in pixels.
    pub pixels: Option<(u32, u32)>,
}

/// Whether `id` has the form of an upload's id, so that a key can hold it.
#[must_use]
pub fn is_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
}

impl Store {
    /// Notes that a client is about to hand a file in.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn begin_upload(&self, upload: &Upload) -> Result<()> {
        let mut item = item::key(key::file_pk(&upload.id), key::FILE_SK);
        item.insert(BODY.to_owned(), s(item::json(upload)?));
        item.insert(TTL.to_owned(), n((upload.at + WAITS).0 / 1_000));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Returns the record of a file.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn upload(&self, id: &str, now: Millis) -> Result<Option<Upload>> {
        if !is_id(id) {
            return Ok(None);
        }
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::file_pk(id), key::FILE_SK)))
            .consistent_read(true)
            .send()
            .await?;
        let Some(item) = found.item().filter(|item| item::is_alive(item, now)) else {
            return Ok(None);
        };
        let upload: Upload = item::body(item, BODY)?;
        let checked = item.contains_key(CHECKED).then(|| item::body(item, CHECKED)).transpose()?;
        Ok(Some(Upload { id: id.to_owned(), checked, kept: item.contains_key(KEPT), ..upload }))
    }

    /// Notes the result of a file's check. Returns whether the upload was still there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn upload_checked(&self, id: &str, checked: &Checked) -> Result<bool> {
        let checked = item::json(checked)?;
        self.change_upload(id, "SET #f = :v", CHECKED, checked, None).await
    }

    /// Keeps a file for ever, as part of a message or comment. Returns whether the upload was still
    /// there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn keep_upload(&self, id: &str) -> Result<bool> {
        self.change_upload(id, "SET #f = :v REMOVE #t", KEPT, "yes".to_owned(), Some(TTL)).await
    }

    async fn change_upload(
        &self,
        id: &str,
        expression: &str,
        field: &str,
        value: String,
        ttl: Option<&str>,
    ) -> Result<bool> {
        let mut request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::file_pk(id), key::FILE_SK)))
            .update_expression(expression)
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#f", field)
            .expression_attribute_values(":v", s(value));
        if let Some(ttl) = ttl {
            request = request.expression_attribute_names("#t", ttl);
        }
        match request.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    /// Forgets a file that is not kept. Returns whether it did.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn forget_upload(&self, id: &str) -> Result<bool> {
        let sent = self
            .client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::file_pk(id), key::FILE_SK)))
            .condition_expression("attribute_not_exists(#k)")
            .expression_attribute_names("#k", KEPT)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Counts a visitor's uploads within an hour. Returns their number, this one included.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn count_visitors_upload(&self, thread: &ThreadId, now: Millis) -> Result<u64> {
        let hour = now.0 / Millis::hours(1).0;
        let counted = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::visitor_pk(thread), key::uploads_sk(hour))))
            .update_expression("ADD #c :one SET #t = :t")
            .expression_attribute_names("#c", "count")
            .expression_attribute_names("#t", TTL)
            .expression_attribute_values(":one", n(1))
            .expression_attribute_values(":t", n((now + Millis::hours(2)).0 / 1_000))
            .return_values(ReturnValue::AllNew)
            .send()
            .await?;
        let count = counted.attributes.as_ref().and_then(|item| item::number(item, "count"));
        Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_nothing_but_hexadecimal_digits() {
        assert!(is_id("0123456789abcdef0123456789abcdef"));
        for bad in
            ["", "0123", "0123456789ABCDEF0123456789ABCDEF", "../../0123456789abcdef0123456789"]
        {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
