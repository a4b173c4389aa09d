//! Conversations that wait.

use aws_sdk_dynamodb::types::Select;
use domain::effect::Place;
use domain::{ConversationId, Millis, QueueId};
use serde::{Deserialize, Serialize};

use crate::item::{self, BODY, Item, SK, s};
use crate::{Error, Result, Store, key};

/// What a list shows of a waiting conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shown {
    #[serde(rename = "n")]
    pub(crate) name: String,
    #[serde(rename = "a")]
    pub(crate) asset: domain::AssetId,
    #[serde(rename = "s")]
    pub(crate) summary: String,
    /// Whether the customer has had an answer, and when the conversation began.
    #[serde(rename = "o", default)]
    pub(crate) unanswered_since: Option<Millis>,
    /// Whether its owner left it.
    #[serde(rename = "f", default)]
    pub(crate) front: bool,
    /// Its own priority, by which it is not served where it goes before everybody else.
    #[serde(rename = "p", default)]
    pub(crate) priority: u8,
}

/// A waiting conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub conversation: ConversationId,
    /// Higher is served first.
    pub priority: u8,
    /// Since when.
    pub since: Millis,
    /// The customer's name.
    pub name: String,
    /// The account it came in by.
    pub asset: domain::AssetId,
    /// What the customer wrote last.
    pub summary: String,
    /// When the conversation began, where the customer has had no answer yet.
    pub unanswered_since: Option<Millis>,
    /// Whether it goes before everybody else, because its owner left it.
    pub front: bool,
}

pub(crate) fn place_key(place: &Place) -> Item {
    item::key(
        key::queue_pk(&place.queue),
        key::place_sk(place.priority, place.since, &place.conversation),
    )
}

pub(crate) fn place_item(place: &Place, shown: &Shown) -> Result<Item> {
    let mut item = place_key(place);
    item.insert(BODY.to_owned(), s(item::json(shown)?));
    Ok(item)
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
        name: shown.name,
        asset: shown.asset,
        summary: shown.summary,
        unanswered_since: shown.unanswered_since,
        front: shown.front,
    })
}

impl Store {
    /// How many places of a queue are served before this one, counted up to `limit`.
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

    /// The first places of a queue, in the order in which they are served, and whether there are
    /// more.
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
        Ok((found.items().iter().map(read).collect::<Result<_>>()?, more))
    }
}
