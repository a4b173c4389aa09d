//! Engagement records: what became of every offer, for ever (F4).

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem, Update};
use domain::effect::EngagementChange;
use domain::{
    AgentId, ConversationId, EndCause, Millis, OfferId, OfferKind, OfferStatus, ThreadId,
};
use serde::{Deserialize, Serialize};

use crate::item::{self, BODY, Item, n, s};
use crate::{Error, Result, Store, key};

/// The record of one offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// The offer.
    pub offer: OfferId,
    /// What was fixed when it was made.
    pub made: Made,
    /// How it stands.
    pub status: OfferStatus,
    /// When it found its end.
    pub decided_at: Option<Millis>,
    /// Why.
    pub reason: Option<String>,
    /// When its discussion ended.
    pub ended_at: Option<Millis>,
    /// Who ended it.
    pub ended_by: Option<AgentId>,
    /// How it came to end.
    pub cause: Option<EndCause>,
    /// Whether the question was answered.
    pub resolved: Option<bool>,
    /// The initiator's closing note.
    pub outcome_note: Option<String>,
}

/// What is fixed when an offer is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The conversation.
    pub conversation: ConversationId,
    /// What is asked.
    pub kind: OfferKind,
    /// Who asks.
    pub from: AgentId,
    /// Who is asked.
    pub to: AgentId,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was made.
    pub at: Millis,
    /// When it lapses.
    pub expires: Millis,
}

const STATUS: &str = "status";
const DECIDED: &str = "decided";
const REASON: &str = "reason";
const ENDED: &str = "ended";
const ENDED_BY: &str = "ended_by";
const CAUSE: &str = "cause";
const RESOLVED: &str = "resolved";
const OUTCOME: &str = "outcome";

fn record_key(offer: &OfferId) -> Item {
    item::key(key::offers_pk(&offer.thread), key::offer_sk(offer.number))
}

/// A word of an enum, as serde writes it.
fn word<T: Serialize>(value: &T) -> Result<AttributeValue> {
    Ok(s(item::json(value)?.trim_matches('"').to_owned()))
}

fn from_word<T: for<'de> Deserialize<'de>>(item: &Item, attribute: &str) -> Result<Option<T>> {
    item::text(item, attribute)
        .map(|w| {
            serde_json::from_value(serde_json::Value::String(w.to_owned()))
                .map_err(|e| Error::damaged(item::name(item), e))
        })
        .transpose()
}

/// The step that a change takes in the record, as part of the transaction that causes it.
pub(crate) fn action(table: &str, change: &EngagementChange) -> Result<TransactWriteItem> {
    let build = |e: aws_sdk_dynamodb::error::BuildError| Error::Failed(e.to_string());
    let (offer, changes): (&OfferId, Vec<(&str, Option<AttributeValue>)>) = match change {
        EngagementChange::Opened { offer, conversation, kind, from, to, note, at, expires } => {
            let made = Made {
                conversation: conversation.clone(),
                kind: *kind,
                from: from.clone(),
                to: to.clone(),
                note: note.clone(),
                at: *at,
                expires: *expires,
            };
            let mut item = record_key(offer);
            item.insert(BODY.to_owned(), s(item::json(&made)?));
            item.insert(STATUS.to_owned(), word(&OfferStatus::Pending)?);
            let put =
                Put::builder().table_name(table).set_item(Some(item)).build().map_err(build)?;
            return Ok(TransactWriteItem::builder().put(put).build());
        }
        EngagementChange::Closed { offer, status, reason, at } => (
            offer,
            vec![
                (STATUS, Some(word(status)?)),
                (DECIDED, Some(n(at.0))),
                (REASON, reason.clone().map(s)),
            ],
        ),
        EngagementChange::Ended { offer, by, resolved, note, cause, at } => (
            offer,
            vec![
                (ENDED, Some(n(at.0))),
                (ENDED_BY, by.as_ref().map(|a| s(a.as_str()))),
                (CAUSE, Some(word(cause)?)),
                (RESOLVED, resolved.map(AttributeValue::Bool)),
                (OUTCOME, note.clone().map(s)),
            ],
        ),
    };
    let (mut names, mut values, mut parts) = (HashMap::new(), HashMap::new(), Vec::new());
    for (attribute, value) in changes {
        if let Some(value) = value {
            names.insert(format!("#{attribute}"), attribute.to_owned());
            values.insert(format!(":{attribute}"), value);
            parts.push(format!("#{attribute} = :{attribute}"));
        }
    }
    let update = Update::builder()
        .table_name(table)
        .set_key(Some(record_key(offer)))
        .update_expression(format!("SET {}", parts.join(", ")))
        .set_expression_attribute_names(Some(names))
        .set_expression_attribute_values(Some(values))
        .build()
        .map_err(build)?;
    Ok(TransactWriteItem::builder().update(update).build())
}

fn read(item: &Item) -> Result<Engagement> {
    let damaged = || Error::damaged(item::name(item), "its key is not that of a record");
    let thread: ThreadId = item::text(item, item::PK)
        .and_then(|pk| pk.strip_prefix("O#"))
        .and_then(|t| t.parse().ok())
        .ok_or_else(damaged)?;
    let number = item::text(item, item::SK).and_then(|sk| sk.parse().ok()).ok_or_else(damaged)?;
    Ok(Engagement {
        offer: OfferId { thread, number },
        made: item::body(item, BODY)?,
        status: from_word(item, STATUS)?.ok_or_else(damaged)?,
        decided_at: item::number(item, DECIDED).map(Millis),
        reason: item::text(item, REASON).map(str::to_owned),
        ended_at: item::number(item, ENDED).map(Millis),
        ended_by: item::text(item, ENDED_BY).and_then(|a| a.parse().ok()),
        cause: from_word(item, CAUSE)?,
        resolved: item.get(RESOLVED).and_then(|v| v.as_bool().ok()).copied(),
        outcome_note: item::text(item, OUTCOME).map(str::to_owned),
    })
}

impl Store {
    /// The record of an offer.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn engagement(&self, offer: &OfferId) -> Result<Option<Engagement>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(record_key(offer)))
            .consistent_read(true)
            .send()
            .await?;
        found.item().map(read).transpose()
    }

    /// The records of a thread, newest first, at most `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn engagements(&self, thread: &ThreadId, limit: i32) -> Result<Vec<Engagement>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::offers_pk(thread)))
            .scan_index_forward(false)
            .consistent_read(true)
            .limit(limit)
            .send()
            .await?;
        found.items().iter().map(read).collect()
    }

    /// Notes that an agent is part of an offer, so that it is found by agent.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn point_to_engagement(
        &self,
        agent: &AgentId,
        offer: &OfferId,
        at: Millis,
    ) -> Result<()> {
        let item = item::key(key::agent_offers_pk(agent), key::agent_offer_sk(at, offer));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// The records that an agent is part of, newest first, at most `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn engagements_of(&self, agent: &AgentId, limit: i32) -> Result<Vec<Engagement>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::agent_offers_pk(agent)))
            .scan_index_forward(false)
            .limit(limit)
            .send()
            .await?;
        let mut records = Vec::new();
        for pointer in found.items() {
            let offer = item::text(pointer, item::SK)
                .and_then(|sk| sk.split_once('#'))
                .and_then(|(_, offer)| offer.parse().ok());
            if let Some(offer) = offer {
                records.extend(self.engagement(&offer).await?);
            }
        }
        Ok(records)
    }
}
