//! Conversations in lists: a projection of the log, written a moment after the fact.

use domain::{AgentId, AssetId, ConversationId, Millis, QueueId, Status, Thread};
use serde::{Deserialize, Serialize};

use crate::item::{self, BODY, n, s};
use crate::{Result, Store, key};

const DAY: i64 = 86_400_000;

/// A conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Which conversation.
    pub id: ConversationId,
    /// Where it stands.
    pub status: Status,
    /// The account it came in by.
    pub asset: AssetId,
    /// The customer's name.
    pub name: String,
    /// The queue.
    pub queue: QueueId,
    /// The owner.
    pub owner: Option<AgentId>,
    /// When it began.
    pub opened_at: Millis,
    /// When something last happened.
    pub updated_at: Millis,
    /// The newest message, cut short.
    pub summary: String,
}

impl Card {
    /// The card of a thread's newest conversation.
    #[must_use]
    pub fn of(thread: &Thread, updated_at: Millis, summary: String) -> Self {
        let conversation = &thread.conversation;
        Self {
            id: thread.conversation_id(),
            status: conversation.status,
            asset: thread.asset.clone(),
            name: thread.name.clone(),
            queue: conversation.queue.clone(),
            owner: conversation.owner.clone(),
            opened_at: conversation.opened_at,
            updated_at,
            summary,
        }
    }
}

impl Store {
    /// Writes a card, unless a newer one stands there. An empty summary keeps the one before.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_card(&self, card: &Card, seq: u64) -> Result<()> {
        let sk = key::card_sk(card.opened_at, &card.id);
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::cards_pk(card.opened_at.0.div_euclid(DAY)), sk)))
            .condition_expression("attribute_not_exists(#seq) OR #seq < :seq")
            .expression_attribute_names("#b", BODY)
            .expression_attribute_names("#seq", "seq")
            .expression_attribute_values(":b", s(item::json(card)?))
            .expression_attribute_values(":seq", n(seq));
        update = if card.summary.is_empty() {
            update.update_expression("SET #b = :b, #seq = :seq")
        } else {
            update
                .update_expression("SET #b = :b, #seq = :seq, #line = :line")
                .expression_attribute_names("#line", "line")
                .expression_attribute_values(":line", s(card.summary.clone()))
        };
        match update.send().await {
            Ok(_) => Ok(()),
            Err(e)
                if e.as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Ok(())
            }
            Err(e) => Err(e.into()),
        }
    }

    /// Cards of conversations that began before `before`, newest first, going back at most
    /// `days` days; stops when `limit` cards that `wanted` lets through are found.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn cards(
        &self,
        before: Millis,
        days: i64,
        limit: usize,
        wanted: impl Fn(&Card) -> bool,
    ) -> Result<Vec<Card>> {
        let mut cards = Vec::new();
        let newest = before.0.div_euclid(DAY);
        for day in (newest - days..=newest).rev() {
            let mut pages = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk < :before")
                .expression_attribute_values(":pk", s(key::cards_pk(day)))
                .expression_attribute_values(":before", s(format!("{:013}", before.0)))
                .scan_index_forward(false)
                .into_paginator()
                .items()
                .send();
            while let Some(item) = pages.next().await {
                let item = item?;
                let mut card: Card = item::body(&item, BODY)?;
                item::text(&item, "line").unwrap_or_default().clone_into(&mut card.summary);
                if wanted(&card) {
                    cards.push(card);
                }
                if cards.len() >= limit {
                    return Ok(cards);
                }
            }
        }
        Ok(cards)
    }
}
