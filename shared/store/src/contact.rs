//! Customers.

use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use domain::{ContactId, Millis, Thread};

use crate::item::{self, n, s, set};
use crate::{Error, Result, Store, key};

/// A customer, as far as the channels have told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Their name, as the first channel gave it.
    pub name: String,
    /// Their addresses, as `<channel>:<address>`.
    pub identities: Vec<String>,
    /// When they first wrote.
    pub since: Millis,
}

/// Notes a customer who wrote for the first time on this asset, as part of that transaction.
pub(crate) fn seen(
    table: &str,
    thread: &Thread,
    channel: &str,
    at: Millis,
) -> Result<TransactWriteItem> {
    let update = Update::builder()
        .table_name(table)
        .set_key(Some(item::key(key::contact_pk(&thread.contact), "PROFILE")))
        .update_expression(
            "SET #name = if_not_exists(#name, :name), #since = if_not_exists(#since, :at) \
             ADD #identities :identity",
        )
        .expression_attribute_names("#name", "name")
        .expression_attribute_names("#since", "since")
        .expression_attribute_names("#identities", "identities")
        .expression_attribute_values(":name", s(thread.name.clone()))
        .expression_attribute_values(":at", n(at.0))
        .expression_attribute_values(":identity", set([format!("{channel}:{}", thread.identity)]))
        .build()
        .map_err(|e| Error::Failed(e.to_string()))?;
    Ok(TransactWriteItem::builder().update(update).build())
}

impl Store {
    /// A customer.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn contact(&self, contact: &ContactId) -> Result<Option<Contact>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::contact_pk(contact), "PROFILE")))
            .send()
            .await?;
        Ok(found.item().map(|item| Contact {
            name: item::text(item, "name").unwrap_or_default().to_owned(),
            identities: item::members(item, "identities").into_iter().collect(),
            since: Millis(item::number(item, "since").unwrap_or_default()),
        }))
    }
}
