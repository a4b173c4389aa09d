//! Conversations in lists: a projection of the log, written a moment after the fact.

use crate::item::{self, BODY, Item, n, s};
use crate::{Result, Store, key};
use domain::{
    AgentId, AssetId, ContactId, ConversationId, Marks, Millis, Party, QueueId, Status, Thread,
};
use serde::{Deserialize, Serialize};

/// A conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Which conversation.
    pub id: ConversationId,
    /// Where it stands.
    pub status: Status,
    /// The account it came in by.
    pub asset: AssetId,
    /// The customer.
    pub contact: ContactId,
    /// The customer's name.
    pub name: String,
    /// Every address by which the customer is known: numbers, ids, user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// What colleagues find and recognise it by.
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// The queue.
    pub queue: QueueId,
    /// The owner.
    pub owner: Option<AgentId>,
    /// Higher is served first.
    pub priority: u8,
    /// Whose turn it is.
    pub waiting_on: Party,
    /// Since when.
    pub waiting_since: Millis,
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
            contact: thread.contact.clone(),
            name: thread.name.clone(),
            addresses: thread.addresses().map(str::to_owned).collect(),
            marks: conversation.marks.clone(),
            queue: conversation.queue.clone(),
            owner: conversation.owner.clone(),
            priority: conversation.priority,
            waiting_on: conversation.waiting_on,
            waiting_since: conversation.waiting_since,
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
        let (pk, sk) = key::card(card.opened_at, &card.id);
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(pk, sk)))
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

    /// Cards of a stretch of time, the conversation that began last first. Looks no further once
    /// `limit` cards that `wanted` lets through are found, or [`LOOKS`] cards were looked at.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn cards(
        &self,
        stretch: &Stretch,
        limit: usize,
        wanted: impl Fn(&Card) -> bool,
    ) -> Result<CardPage> {
        let mut page = CardPage::default();
        let mut looks = 0;
        for day in (stretch.from.day()..=stretch.last_day()).rev() {
            let mut pages = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :before")
                .expression_attribute_values(":pk", s(key::cards_pk(day)))
                .expression_attribute_values(":from", s(key::moment_sk(stretch.from)))
                .expression_attribute_values(":before", s(stretch.before_sk()))
                .scan_index_forward(false)
                .into_paginator()
                .items()
                .send();
            while let Some(item) = pages.next().await {
                let item = item?;
                let Some(card) = read(&item) else { continue };
                if stretch.after.as_ref().is_some_and(|last| *last == card.id) {
                    continue;
                }
                looks += 1;
                let place = (card.opened_at, card.id.clone());
                if wanted(&card) {
                    page.cards.push(card);
                }
                if page.cards.len() >= limit || looks >= LOOKS {
                    page.next = Some(place);
                    return Ok(page);
                }
            }
        }
        Ok(page)
    }
}

impl Store {
    /// The cards of these conversations, in no order; one that is not written yet is left out.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn cards_of(&self, conversations: &[(Millis, ConversationId)]) -> Result<Vec<Card>> {
        let mut cards = Vec::with_capacity(conversations.len());
        for some in conversations.chunks(100) {
            let place = |(opened, id): &(Millis, ConversationId)| {
                let (pk, sk) = key::card(*opened, id);
                item::key(pk, sk)
            };
            let found = self.get_all(some.iter().map(place).collect()).await?;
            cards.extend(found.iter().filter_map(read));
        }
        Ok(cards)
    }
}

impl Store {
    /// The newest line of a conversation, as its card shows it; empty before there is one.
    ///
    /// # Errors
    /// If the table fails.
    pub(crate) async fn line_of(
        &self,
        opened: Millis,
        conversation: &ConversationId,
    ) -> Result<String> {
        let (pk, sk) = key::card(opened, conversation);
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(pk, sk)))
            .send()
            .await?;
        Ok(found.item().and_then(|item| item::text(item, "line")).unwrap_or_default().to_owned())
    }
}

/// How many cards are looked at for one page: what is asked for may be rare.
const LOOKS: usize = 2_000;

/// From when to when conversations began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Then or later.
    pub from: Millis,
    /// Before then.
    pub to: Millis,
    /// After this one of the same moment: where the page before ended.
    pub after: Option<ConversationId>,
}

impl Stretch {
    fn last_day(&self) -> i64 {
        let last = if self.after.is_some() { self.to } else { self.to - Millis(1) };
        last.day()
    }

    /// Sorts with or after everything that is in the stretch.
    fn before_sk(&self) -> String {
        match &self.after {
            Some(last) => key::card_sk(self.to, last),
            None => key::moment_sk(self.to),
        }
    }
}

/// Some cards, and where to go on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardPage {
    /// The cards.
    pub cards: Vec<Card>,
    /// The last one that was looked at, where more may follow.
    pub next: Option<(Millis, ConversationId)>,
}

/// A card as it is stored. One that cannot be read is passed over: the next entry of its thread
/// writes it anew.
fn read(item: &Item) -> Option<Card> {
    let mut card: Card = item::body(item, BODY).ok()?;
    item::text(item, "line").unwrap_or_default().clone_into(&mut card.summary);
    Some(card)
}
