//! Open conversations: a projection of the log, for managers. A thread stands here while its newest
//! conversation is open, or an agent has a conversation of it to wrap up.

use crate::conversation::summary::Card;
use crate::item::{self, BODY, Item, n, s};
use crate::{Result, Store, key};
use domain::{AgentId, Thread, ThreadId};
use serde::{Deserialize, Serialize};

/// A thread with open work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    /// The summary of the newest conversation.
    pub card: Card,
    /// The agents who have still to mark a conversation done, once for each conversation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrapping: Vec<AgentId>,
    /// The agents in a discussion, once for each discussion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discussing: Vec<AgentId>,
}

impl Live {
    /// Returns the record of a thread, if it has open work.
    #[must_use]
    pub fn of(thread: &Thread, card: &Card) -> Option<Self> {
        let c = &thread.conversation;
        (c.status.is_open() || !thread.wraps.is_empty()).then(|| Self {
            card: card.clone(),
            wrapping: thread.wraps.iter().map(|w| w.agent.clone()).collect(),
            discussing: c.discussions.iter().flat_map(|d| d.members().cloned()).collect(),
        })
    }
}

impl Store {
    /// Writes a thread's record after entry `seq`, or removes it, unless the table holds one of a
    /// later entry: the same entry may be projected again. An empty line keeps the line before.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_live(&self, thread: &ThreadId, live: Option<&Live>, seq: u64) -> Result<()> {
        let place = item::key(key::live_pk(key::live_shard(thread)), thread.as_str());
        let older = "attribute_not_exists(#seq) OR #seq <= :seq";
        let Some(live) = live else {
            let gone = self
                .client
                .delete_item()
                .table_name(&self.table)
                .set_key(Some(place))
                .condition_expression(older)
                .expression_attribute_names("#seq", "seq")
                .expression_attribute_values(":seq", n(seq))
                .send()
                .await;
            return match gone {
                Err(e)
                    if !e
                        .as_service_error()
                        .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
                {
                    Err(e.into())
                }
                _ => Ok(()),
            };
        };
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(place))
            .condition_expression(older)
            .expression_attribute_names("#b", BODY)
            .expression_attribute_names("#seq", "seq")
            .expression_attribute_values(":b", s(item::json(live)?))
            .expression_attribute_values(":seq", n(seq));
        update = if live.card.summary.is_empty() {
            update.update_expression("SET #b = :b, #seq = :seq")
        } else {
            update
                .update_expression("SET #b = :b, #seq = :seq, #line = :line")
                .expression_attribute_names("#line", "line")
                .expression_attribute_values(":line", s(live.card.summary.clone()))
        };
        match update.send().await {
            Err(e)
                if !e
                    .as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Err(e.into())
            }
            _ => Ok(()),
        }
    }

    /// Returns the threads with open work in one of the shards.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn live(&self, shard: u8) -> Result<Vec<Live>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::live_pk(shard)))
            .into_paginator()
            .items()
            .send();
        let mut all = Vec::new();
        while let Some(item) = pages.next().await {
            all.extend(read(&item?));
        }
        Ok(all)
    }
}

/// Reads a record. A damaged one is skipped: the next entry of its thread writes it anew.
fn read(item: &Item) -> Option<Live> {
    let mut live: Live = item::body(item, BODY).ok()?;
    item::text(item, "line").unwrap_or_default().clone_into(&mut live.card.summary);
    Some(live)
}
