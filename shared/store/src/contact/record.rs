//! Contacts' records.

use std::collections::{BTreeMap, BTreeSet};

use crate::item::{self, Item, SK, n, s, set};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use domain::effect::Introduced;
use domain::{ContactId, ConversationId, Millis, Thread, ThreadId};

/// A contact, as the channels and the agents describe them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The contact's id.
    pub id: ContactId,
    /// The name that the first channel or an agent gave.
    pub name: String,
    /// The contact's addresses, as `<channel>:<address>`.
    pub identities: Vec<String>,
    /// The moment of the first message.
    pub since: Millis,
    /// The contact's threads, one for each account that they wrote to.
    pub threads: Vec<ThreadId>,
    /// The e-mail address, whatever channels the contact uses.
    pub email: Option<String>,
    /// Phone numbers beside those of the channels.
    pub phones: Vec<String>,
    /// Agents' other notes of the contact (F71), by name.
    pub attributes: BTreeMap<String, String>,
    /// The version, which goes up with every change by an agent; 0 before the first.
    pub version: u64,
}

const EMAIL: &str = "email";
const PHONES: &str = "phones";

/// Notes a customer who wrote for the first time on this asset, in the transaction of that entry.
pub(crate) fn seen(
    table: &str,
    thread: &Thread,
    channel: &str,
    at: Millis,
) -> Result<TransactWriteItem> {
    let update = Update::builder()
        .table_name(table)
        .set_key(Some(profile_key(&thread.contact)))
        .update_expression(
            "SET #name = if_not_exists(#name, :name), #since = if_not_exists(#since, :at) \
             ADD #identities :identity, #threads :thread",
        )
        .expression_attribute_names("#name", "name")
        .expression_attribute_names("#since", "since")
        .expression_attribute_names("#identities", "identities")
        .expression_attribute_names("#threads", "threads")
        .expression_attribute_values(":name", s(thread.name.clone()))
        .expression_attribute_values(":at", n(at.0))
        .expression_attribute_values(
            ":identity",
            set(thread.addresses().map(|address| format!("{channel}:{address}"))),
        )
        .expression_attribute_values(":thread", set([&thread.id]))
        .build()
        .map_err(|e| Error::Failed(e.to_string()))?;
    Ok(TransactWriteItem::builder().update(update).build())
}

/// Notes a channel's news of a recorded customer, in the transaction of that entry.
pub(crate) fn introduced(
    table: &str,
    thread: &Thread,
    channel: &str,
    said: &Introduced,
) -> Result<TransactWriteItem> {
    let mut update =
        Update::builder().table_name(table).set_key(Some(profile_key(&thread.contact)));
    let mut expression = String::new();
    if let Some(name) = &said.name {
        expression.push_str("SET #name = :name ");
        update = update
            .expression_attribute_names("#name", "name")
            .expression_attribute_values(":name", s(name.clone()));
    }
    let known: BTreeSet<String> = said.addresses.iter().map(|a| format!("{channel}:{a}")).collect();
    if !known.is_empty() {
        expression.push_str("ADD #identities :identities");
        update = update
            .expression_attribute_names("#identities", "identities")
            .expression_attribute_values(":identities", set(known));
    }
    let update = update
        .update_expression(expression.trim_end())
        .build()
        .map_err(|e| Error::Failed(e.to_string()))?;
    Ok(TransactWriteItem::builder().update(update).build())
}

fn profile_key(contact: &ContactId) -> Item {
    item::key(key::contact_pk(contact), key::PROFILE_SK)
}

impl Contact {
    /// Reads a stored record.
    ///
    /// # Errors
    /// If the item is damaged.
    pub(crate) fn read(contact: &ContactId, item: &Item) -> Result<Self> {
        let attributes = match item::text(item, "attributes") {
            Some(_) => item::body(item, "attributes")?,
            None => BTreeMap::new(),
        };
        let phones = match item::text(item, PHONES) {
            Some(_) => item::body(item, PHONES)?,
            None => Vec::new(),
        };
        // In older records an attribute holds the e-mail address.
        let known = |attributes: &BTreeMap<String, String>| attributes.get(EMAIL).cloned();
        let email = match item::text(item, EMAIL) {
            Some(email) => Some(email.to_owned()).filter(|email| !email.is_empty()),
            None => known(&attributes).filter(|email| email.contains('@')),
        };
        let number = |name| item::number(item, name).unwrap_or_default();
        Ok(Self {
            id: contact.clone(),
            name: item::text(item, "name").unwrap_or_default().to_owned(),
            identities: item::members(item, "identities").into_iter().collect(),
            since: Millis(number("since")),
            threads: item::members(item, "threads").iter().filter_map(|t| t.parse().ok()).collect(),
            email,
            phones,
            attributes,
            version: u64::try_from(number("version")).unwrap_or(0),
        })
    }
}

impl Store {
    /// Returns a contact.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn contact(&self, contact: &ContactId) -> Result<Option<Contact>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(profile_key(contact)))
            .consistent_read(true)
            .send()
            .await?;
        found.item().map(|item| Contact::read(contact, item)).transpose()
    }

    /// Notes the e-mail address that a customer gave when they first wrote, unless the record has
    /// one.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn introduce(&self, contact: &ContactId, email: &str) -> Result<()> {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(profile_key(contact)))
            .update_expression("SET #email = if_not_exists(#email, :said)")
            .expression_attribute_names("#email", EMAIL)
            .expression_attribute_values(":said", s(email))
            .send()
            .await?;
        Ok(())
    }

    /// Writes an agent's changes to a contact, unless the record has changed since version `read`.
    /// Returns whether it was written.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_contact(&self, contact: &Contact, read: u64) -> Result<bool> {
        let unchanged =
            if read == 0 { "attribute_not_exists(#version)" } else { "#version = :read" };
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(profile_key(&contact.id)))
            .update_expression(
                "SET #name = :name, #attributes = :attributes, #version = :version, \
                 #email = :email, #phones = :phones",
            )
            .expression_attribute_names("#email", EMAIL)
            .expression_attribute_names("#phones", PHONES)
            // An empty value says that there is no address, even if an attribute still holds one.
            .expression_attribute_values(":email", s(contact.email.clone().unwrap_or_default()))
            .expression_attribute_values(":phones", s(item::json(&contact.phones)?))
            .condition_expression(format!("attribute_exists(pk) AND {unchanged}"))
            .expression_attribute_names("#name", "name")
            .expression_attribute_names("#attributes", "attributes")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":name", s(contact.name.clone()))
            .expression_attribute_values(":attributes", s(item::json(&contact.attributes)?))
            .expression_attribute_values(":version", n(contact.version));
        if read > 0 {
            update = update.expression_attribute_values(":read", n(read));
        }
        match update.send().await {
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

    /// Adds a conversation to its contact's list.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn point_to_conversation(
        &self,
        contact: &ContactId,
        opened: Millis,
        conversation: &ConversationId,
    ) -> Result<()> {
        let sk = key::past_sk(opened, conversation);
        self.client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item::key(key::contact_pk(contact), sk)))
            .send()
            .await?;
        Ok(())
    }

    /// Returns a contact's conversations over all channels, each with its beginning: the latest one
    /// first, up to `limit`, from before `last`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn conversations_of(
        &self,
        contact: &ContactId,
        last: Option<&(Millis, ConversationId)>,
        limit: usize,
    ) -> Result<Vec<(Millis, ConversationId)>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :first AND :last")
            .expression_attribute_values(":pk", s(key::contact_pk(contact)))
            .expression_attribute_values(":first", s(key::PAST_PREFIX))
            .expression_attribute_values(
                ":last",
                s(last.map_or_else(
                    || format!("{}~", key::PAST_PREFIX),
                    |(opened, id)| key::past_sk(*opened, id),
                )),
            )
            .scan_index_forward(false)
            // One more than the limit: the last one of the page before is among them.
            .limit(i32::try_from(limit + 1).unwrap_or(i32::MAX))
            .send()
            .await?;
        let places = found.items().iter().filter_map(|item| key::past(item::text(item, SK)?));
        Ok(places.filter(|place| Some(place) != last).take(limit).collect())
    }
}
