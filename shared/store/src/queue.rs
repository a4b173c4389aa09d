//! Queues: the conversations that wait.

use crate::item::{self, BODY, Item, SK, s};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::types::{Select, Update};
use domain::queue::place::Place;
use domain::{AssetId, ContactId, ConversationId, Labels, Millis, QueueId, Thread};
use serde::{Deserialize, Serialize};

/// Attribute: the newest line. An entry without a line leaves it unchanged.
const LINE: &str = "line";

/// The fields that a list shows of a waiting conversation, beside its newest line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    #[serde(rename = "n")]
    name: String,
    #[serde(rename = "a")]
    asset: AssetId,
    /// The customer. Older places have none.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    contact: Option<ContactId>,
    /// The addresses of the customer.
    #[serde(rename = "i", default, skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<String>,
    #[serde(rename = "m", default, skip_serializing_if = "Labels::is_empty")]
    labels: Labels,
    /// The moment at which the conversation began; `None` once the customer has had an answer.
    #[serde(rename = "o", default)]
    unanswered_since: Option<Millis>,
    /// Whether the conversation's owner left it.
    #[serde(rename = "f", default)]
    front: bool,
    /// The conversation's own priority. A conversation that goes before all others does not stand
    /// by it.
    #[serde(rename = "p", default)]
    priority: u8,
}

impl Shown {
    fn of(thread: &Thread) -> Self {
        let conversation = &thread.conversation;
        let unanswered = conversation.answered_at.is_none();
        Self {
            name: thread.name.clone(),
            asset: thread.asset.clone(),
            contact: Some(thread.contact.clone()),
            addresses: thread.addresses().map(str::to_owned).collect(),
            labels: conversation.labels.clone(),
            unanswered_since: unanswered.then_some(conversation.opened_at),
            front: conversation.front,
            priority: conversation.priority,
        }
    }
}

/// The line of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// The line of the entry in this commit.
    New(String),
    /// The line of the summary, for a place that shows none yet.
    Known(String),
}

/// A waiting conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The conversation's id.
    pub conversation: ConversationId,
    /// The priority; the queue serves higher ones first.
    pub priority: u8,
    /// The moment from which it waits.
    pub since: Millis,
    /// The customer; older places have none.
    pub contact: Option<ContactId>,
    /// The customer's name.
    pub name: String,
    /// The customer's addresses on the channel.
    pub addresses: Vec<String>,
    /// The alias, tags and labels by which colleagues find and recognise it.
    pub labels: Labels,
    /// The account at which the customer wrote.
    pub asset: AssetId,
    /// The newest message, or the note with which an agent put the conversation back.
    pub summary: String,
    /// The moment at which the conversation began, if the customer has had no answer yet.
    pub unanswered_since: Option<Millis>,
    /// Whether the conversation goes before all others, because its owner left it.
    pub front: bool,
}

pub(crate) fn place_key(place: &Place) -> Item {
    item::key(
        key::queue_pk(&place.queue),
        key::place_sk(place.priority, place.since, &place.conversation),
    )
}

/// Takes a place, or rewrites the fields that lists show of it.
pub(crate) fn place_update(
    table: &str,
    place: &Place,
    thread: &Thread,
    line: Line,
) -> Result<Update> {
    let (set, line) = match line {
        Line::New(line) => ("SET #b = :b, #line = :line", line),
        Line::Known(line) => ("SET #b = :b, #line = if_not_exists(#line, :line)", line),
    };
    Update::builder()
        .table_name(table)
        .set_key(Some(place_key(place)))
        .update_expression(set)
        .expression_attribute_names("#b", BODY)
        .expression_attribute_names("#line", LINE)
        .expression_attribute_values(":b", s(item::json(&Shown::of(thread))?))
        .expression_attribute_values(":line", s(line))
        .build()
        .map_err(|e| Error::Failed(e.to_string()))
}

fn read(item: &Item) -> Result<Waiting> {
    let damaged = || Error::damaged(item::name(item), "its key is not that of a place");
    let mut parts = item::text(item, SK).ok_or_else(damaged)?.split('#');
    let mut next = || parts.next().ok_or_else(damaged);
    let inverse: u8 = next()?.parse().map_err(|_| damaged())?;
    let since = Millis(next()?.parse().map_err(|_| damaged())?);
    let conversation = next()?.parse().map_err(|_| damaged())?;
    let shown: Shown = item::body(item, BODY)?;
    Ok(Waiting {
        conversation,
        priority: if shown.front { shown.priority } else { u8::MAX - inverse },
        since,
        contact: shown.contact,
        name: shown.name,
        addresses: shown.addresses,
        labels: shown.labels,
        asset: shown.asset,
        summary: item::text(item, LINE).unwrap_or_default().to_owned(),
        unanswered_since: shown.unanswered_since,
        front: shown.front,
    })
}

impl Store {
    /// Counts the places that the queue serves before this one, up to `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn places_before(&self, place: &Place, limit: u32) -> Result<u32> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .select(Select::Count)
            .key_condition_expression("pk = :pk AND sk < :place")
            .expression_attribute_values(":pk", s(key::queue_pk(&place.queue)))
            .expression_attribute_values(
                ":place",
                s(key::place_sk(place.priority, place.since, &place.conversation)),
            )
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .send()
            .await?;
        Ok(u32::try_from(found.count).unwrap_or(0))
    }

    /// Returns the first places of a queue, in the order of service, and whether there are more.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn waiting(&self, queue: &QueueId, limit: usize) -> Result<(Vec<Waiting>, bool)> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::queue_pk(queue)))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .consistent_read(true)
            .send()
            .await?;
        let more = found.last_evaluated_key.is_some();
        let places = found.items().iter().filter_map(|item| item::readable(read(item)));
        Ok((places.collect(), more))
    }
}
