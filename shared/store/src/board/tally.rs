//! The counts of each day: one item for each queue and shard.
//!
//! The table's stream brings an entry at least once, and it must count exactly once. The
//! conversation's summary remembers its counts, and one transaction writes it together with the
//! count.

use std::collections::BTreeMap;

use crate::item::{self, Item, SK, TTL, n, s, set};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use domain::{AgentId, ConversationId, Millis, QueueId};

/// The time for which the table keeps a day's counts.
const KEPT: Millis = Millis::hours(92 * 24);
/// Attribute of a summary: the counts of its conversation.
const COUNTED: &str = "counted";
/// The prefix of the attributes that count the resolved conversations of each agent.
const RESOLVED_BY: &str = "resolved#";

/// An event of a conversation that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// The customer gave up before an agent took the conversation, with this entry. A customer can
    /// give up a reopened conversation again.
    Abandoned(u64),
    /// The first response came within the target.
    AnsweredInTime,
    /// The first response came later than the target.
    AnsweredLate,
    /// The owner at that time resolved the conversation. A conversation that is reopened and
    /// resolved again on the same day counts once.
    Resolved(Option<AgentId>),
}

impl Counted {
    /// The mark by which the summary remembers the count. A conversation has only one first
    /// response.
    fn mark(&self, day: &str) -> String {
        match self {
            Self::Abandoned(seq) => format!("abandoned#{seq}"),
            Self::AnsweredInTime | Self::AnsweredLate => "answered".to_owned(),
            Self::Resolved(_) => format!("resolved#{day}"),
        }
    }

    const fn attribute(&self) -> &'static str {
        match self {
            Self::Abandoned(_) => "abandoned",
            Self::AnsweredInTime => "in_time",
            Self::AnsweredLate => "late",
            Self::Resolved(_) => "resolved",
        }
    }
}

/// One count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The conversation.
    pub conversation: ConversationId,
    /// The moment at which the conversation began: its summary stands there.
    pub opened: Millis,
    /// The queue of the conversation.
    pub queue: QueueId,
    /// The day, as `2026-11-21`.
    pub day: String,
    /// The moment of the event.
    pub at: Millis,
    /// The event.
    pub what: Counted,
}

/// The counts of a queue on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of customers who gave up before an agent took their conversation.
    pub abandoned: u32,
    /// The number of first responses within the target.
    pub in_time: u32,
    /// The number of later first responses.
    pub late: u32,
    /// The number of resolved conversations.
    pub resolved: u32,
    /// The number of resolved conversations of each agent.
    pub resolved_by: BTreeMap<AgentId, u32>,
}

/// The result of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tallied {
    /// The event counts, from now on or from before.
    Done,
    /// Another transaction touched the same items. The table is unchanged; try again.
    Conflict,
}

impl Store {
    /// Counts an event of a conversation, unless the event counts already.
    ///
    /// # Errors
    /// If the table fails. The event may count all the same; counting again is safe.
    pub async fn count(&self, count: &Count) -> Result<Tallied> {
        let (pk, sk) = key::card(count.opened, &count.conversation);
        let mark = count.what.mark(&count.day);
        let remember = Update::builder()
            .table_name(&self.table)
            .set_key(Some(item::key(pk, sk)))
            .update_expression("ADD #counted :marks")
            .condition_expression("NOT contains(#counted, :mark)")
            .expression_attribute_names("#counted", COUNTED)
            .expression_attribute_values(":marks", set([&mark]))
            .expression_attribute_values(":mark", s(mark));
        let shard = key::live_shard(&count.conversation.thread);
        let place = item::key(key::tally_pk(&count.day), key::tally_sk(&count.queue, shard));
        let agent = match &count.what {
            Counted::Resolved(Some(agent)) => Some(format!("{RESOLVED_BY}{agent}")),
            _ => None,
        };
        let both = if agent.is_some() { ", #agent :one" } else { "" };
        let raise = Update::builder()
            .table_name(&self.table)
            .set_key(Some(place))
            .set_expression_attribute_names(
                agent.map(|agent| std::collections::HashMap::from([("#agent".to_owned(), agent)])),
            )
            .update_expression(format!("SET #ttl = :ttl ADD #what :one{both}"))
            .expression_attribute_names("#ttl", TTL)
            .expression_attribute_names("#what", count.what.attribute())
            .expression_attribute_values(":ttl", n((count.at + KEPT).0 / 1_000))
            .expression_attribute_values(":one", n(1));
        let both = [remember.build(), raise.build()]
            .into_iter()
            .map(|update| Ok(TransactWriteItem::builder().update(update?).build()))
            .collect::<std::result::Result<_, aws_sdk_dynamodb::error::BuildError>>()
            .map_err(|e| Error::Failed(e.to_string()))?;
        let sent = self.client.transact_write_items().set_transact_items(Some(both)).send().await;
        let Err(error) = sent else { return Ok(Tallied::Done) };
        match error.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
                let codes = cancelled.cancellation_reasons().iter().map(|r| r.code());
                let has = |code: &str| codes.clone().any(|c| c == Some(code));
                if has("ConditionalCheckFailed") {
                    Ok(Tallied::Done)
                } else if has("TransactionConflict") {
                    Ok(Tallied::Conflict)
                } else {
                    Err(error.into())
                }
            }
            Some(TransactWriteItemsError::TransactionInProgressException(_)) => {
                Ok(Tallied::Conflict)
            }
            _ => Err(error.into()),
        }
    }

    /// Returns the counts of a day, by queue, without the queues that have none.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn tallies(&self, day: &str) -> Result<BTreeMap<QueueId, Tally>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::tally_pk(day)))
            .into_paginator()
            .items()
            .send();
        let mut all: BTreeMap<QueueId, Tally> = BTreeMap::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            let queue = item::text(&item, SK).and_then(key::tallied);
            let queue = queue
                .ok_or_else(|| Error::damaged(item::name(&item), "its key is not that of a count"));
            let Some(queue) = item::readable(queue) else { continue };
            let tally = all.entry(queue).or_default();
            tally.abandoned += number(&item, "abandoned");
            tally.in_time += number(&item, "in_time");
            tally.late += number(&item, "late");
            tally.resolved += number(&item, "resolved");
            for (attribute, agent) in
                item.keys().filter_map(|name| Some((name, name.strip_prefix(RESOLVED_BY)?)))
            {
                let Ok(agent) = agent.parse() else { continue };
                *tally.resolved_by.entry(agent).or_default() += number(&item, attribute);
            }
        }
        Ok(all)
    }
}

fn number(item: &Item, attribute: &str) -> u32 {
    item::number(item, attribute).and_then(|n| u32::try_from(n).ok()).unwrap_or_default()
}
