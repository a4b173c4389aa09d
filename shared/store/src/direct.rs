//! Direct talks between two agents, outside any conversation.
//!
//! A talk is a log like a thread's: entry `seq` is put under the condition that it is not there
//! yet, and the loser of a race reads again. The same transaction brings each side's pointer up to
//! date; a side's read position belongs to that side alone and stands in attributes of its own.

mod message;

use std::collections::{BTreeMap, HashMap};

use crate::item::{self, BODY, Item, SK, n, s};
use crate::{Error, Result, Store, Workload, key};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    Put, ReturnValue, ReturnValuesOnConditionCheckFailure as Returned, TransactWriteItem, Update,
};
use domain::{AgentId, Millis, words};
use serde::{Deserialize, Serialize};

pub use message::Direct;

/// The most bytes of the newest message that a list shows.
const LINE: usize = 120;
/// Attribute: the newest message that the side has read.
const READ: &str = "read";
/// Attribute: the number of the other side's messages up to that position.
const HEARD: &str = "heard";

/// The two sides of a talk, in an order that does not depend on the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair([AgentId; 2]);

impl Pair {
    /// The pair of two agents; `None` for one agent twice.
    #[must_use]
    pub fn of(one: &AgentId, other: &AgentId) -> Option<Self> {
        match one.cmp(other) {
            std::cmp::Ordering::Less => Some(Self([one.clone(), other.clone()])),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Self([other.clone(), one.clone()])),
        }
    }

    /// Both sides.
    #[must_use]
    pub const fn sides(&self) -> &[AgentId; 2] {
        &self.0
    }

    /// The other side of the talk for `agent`.
    #[must_use]
    pub fn other(&self, agent: &AgentId) -> &AgentId {
        &self.0[usize::from(self.0[0] == *agent)]
    }

    fn index(&self, agent: &AgentId) -> usize {
        usize::from(self.0[0] != *agent)
    }

    fn pk(&self) -> String {
        key::direct_pk(&self.0[0], &self.0[1])
    }
}

/// A talk as it stands for one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// The other side.
    pub with: AgentId,
    /// The newest message.
    pub newest: Newest,
    /// The newest message that this side has read.
    pub read: u64,
    /// The number of the other side's messages after that position.
    pub unread: u64,
}

/// The newest message, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newest {
    /// Its number.
    #[serde(rename = "s")]
    pub seq: u64,
    /// The moment of writing.
    #[serde(rename = "a")]
    pub at: Millis,
    /// The author.
    #[serde(rename = "b")]
    pub by: AgentId,
    /// The beginning of the text.
    #[serde(rename = "l")]
    pub line: String,
    /// The number of messages that the other side has written.
    #[serde(rename = "n")]
    theirs: u64,
}

impl Pointer {
    fn read(item: &Item) -> Result<Self> {
        let with = item::text(item, SK)
            .and_then(|sk| sk.parse().ok())
            .ok_or_else(|| Error::damaged(item::name(item), "its key names no agent"))?;
        let newest: Newest = item::body(item, BODY)?;
        let count = |name| item::number(item, name).and_then(|v| u64::try_from(v).ok());
        let unread = newest.theirs.saturating_sub(count(HEARD).unwrap_or(0));
        Ok(Self { with, newest, read: count(READ).unwrap_or(0), unread })
    }
}

impl Store {
    /// Returns the newest message of a talk.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn newest_direct(&self, pair: &Pair) -> Result<Option<Direct>> {
        Ok(self.directs_before(pair, u64::MAX, 1).await?.0.pop())
    }

    /// Returns the messages right before a position, oldest first, and whether there are earlier
    /// ones.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directs_before(
        &self,
        pair: &Pair,
        before: u64,
        limit: usize,
    ) -> Result<(Vec<Direct>, bool)> {
        let mut query = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk < :before")
            .expression_attribute_values(":pk", s(pair.pk()))
            .expression_attribute_values(":before", s(key::entry_sk(before.min(9_999_999_999))))
            .scan_index_forward(false)
            .consistent_read(true);
        query = query.limit(i32::try_from(limit).unwrap_or(i32::MAX));
        let mut items = Vec::new();
        let mut pages = query.into_paginator().send();
        while let Some(page) = pages.next().await {
            let page = page?;
            let last = page.last_evaluated_key.is_none();
            items.extend(page.items.unwrap_or_default());
            if last || items.len() >= limit {
                break;
            }
        }
        items.truncate(limit);
        let mut messages = items.iter().map(Direct::read).collect::<Result<Vec<_>>>()?;
        messages.reverse();
        // Numbers have no gaps and begin at 1.
        let more = messages.first().is_some_and(|m| m.seq > 1);
        Ok((messages, more))
    }

    /// Writes a message, and both sides' pointers, if its number is free. Returns whether it was;
    /// if not, the caller reads again: another message came first, or this same one did.
    ///
    /// # Errors
    /// If the table fails. The message may be written all the same.
    pub async fn put_direct(&self, pair: &Pair, message: &Direct) -> Result<bool> {
        let failed = |e: aws_sdk_dynamodb::error::BuildError| Error::Failed(e.to_string());
        let mut item = item::key(pair.pk(), key::entry_sk(message.seq));
        item.insert(BODY.to_owned(), s(item::json(message)?));
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk)")
            .build()
            .map_err(failed)?;
        let mut request = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().put(put).build());
        for side in pair.sides() {
            let other = pair.other(side);
            let newest = Newest {
                seq: message.seq,
                at: message.at,
                by: message.by.clone(),
                line: words::cut(&message.text, LINE),
                theirs: message.written[pair.index(other)],
            };
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(pointer_key(side, other)))
                .update_expression("SET #b = :b")
                .expression_attribute_names("#b", BODY)
                .expression_attribute_values(":b", s(item::json(&newest)?))
                .build()
                .map_err(failed)?;
            request = request.transact_items(TransactWriteItem::builder().update(update).build());
        }
        match request.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(
                    TransactWriteItemsError::TransactionInProgressException(_)
                    | TransactWriteItemsError::IdempotentParameterMismatchException(_),
                ) => Ok(false),
                Some(TransactWriteItemsError::TransactionCanceledException(cancelled))
                    if cancelled.cancellation_reasons().iter().any(|r| {
                        matches!(r.code(), Some("ConditionalCheckFailed" | "TransactionConflict"))
                    }) =>
                {
                    Ok(false)
                }
                _ => Err(error.into()),
            },
        }
    }

    /// Moves an agent's read position in a talk forward, and never back. Returns the talk as it
    /// then stands, or `None` if there is no such message.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn read_direct(
        &self,
        pair: &Pair,
        agent: &AgentId,
        seq: u64,
    ) -> Result<Option<Pointer>> {
        let other = pair.other(agent);
        let before = seq.min(9_999_999_998) + 1;
        let (newest, _) = self.directs_before(pair, before, 1).await?;
        let Some(message) = newest.first().filter(|m| m.seq == seq) else { return Ok(None) };
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(pointer_key(agent, other)))
            .update_expression("SET #r = :r, #h = :h")
            .condition_expression("attribute_not_exists(#r) OR #r < :r")
            .expression_attribute_names("#r", READ)
            .expression_attribute_names("#h", HEARD)
            .expression_attribute_values(":r", n(seq))
            .expression_attribute_values(":h", n(message.written[pair.index(other)]))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        let item = match sent {
            Ok(updated) => updated.attributes,
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    failed.item.clone()
                }
                _ => return Err(error.into()),
            },
        };
        item.as_ref().map(Pointer::read).transpose()
    }

    /// Returns an agent's talks, newest first.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn talks(&self, agent: &AgentId) -> Result<Vec<Pointer>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::talks_pk(agent)))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        let mut talks = Vec::new();
        while let Some(item) = pages.next().await {
            talks.extend(item::readable(Pointer::read(&item?)));
        }
        talks.sort_by(|a, b| b.newest.at.cmp(&a.newest.at).then(a.with.cmp(&b.with)));
        Ok(talks)
    }

    /// Reads both sides' workloads and pointers, in one request.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn direct_sides(
        &self,
        pair: &Pair,
    ) -> Result<(HashMap<AgentId, Workload>, BTreeMap<AgentId, Pointer>)> {
        let keys = pair.sides().iter().flat_map(|side| {
            [item::key(key::DESKS_PK, side.as_str()), pointer_key(side, pair.other(side))]
        });
        let (mut workloads, mut pointers) = (HashMap::new(), BTreeMap::new());
        for item in self.get_all(keys.collect()).await? {
            if item::text(&item, item::PK) == Some(key::DESKS_PK) {
                workloads.insert(crate::agent::workload::agent_of(&item)?, Workload::read(&item));
            } else {
                let pointer = Pointer::read(&item)?;
                pointers.insert(pair.other(&pointer.with).clone(), pointer);
            }
        }
        Ok((workloads, pointers))
    }
}

fn pointer_key(side: &AgentId, other: &AgentId) -> Item {
    item::key(key::talks_pk(side), other.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(id: &str) -> AgentId {
        id.parse().unwrap()
    }

    #[test]
    fn a_pair_is_the_same_whoever_asks_and_nobody_is_a_pair() {
        let (mark, martha) = (agent("mark"), agent("martha"));
        let pair = Pair::of(&martha, &mark).unwrap();
        assert_eq!(Some(&pair), Pair::of(&mark, &martha).as_ref());
        assert_eq!(Pair::of(&mark, &mark), None);
        assert_eq!(pair.other(&mark), &martha);
        assert_eq!(pair.other(&martha), &mark);
    }
}
