//! Summaries: conversations in lists, a projection of the log that is written a moment after the
//! fact.

use crate::item::{self, BODY, Item, n, s};
use crate::{Result, Store, key};
use domain::{
    AgentId, AssetId, ContactId, ConversationId, Labels, Millis, Party, QueueId, Status, Thread,
};
use serde::{Deserialize, Serialize};

/// The summary of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The conversation's id.
    pub id: ConversationId,
    /// The conversation's status.
    pub status: Status,
    /// The account at which the customer wrote.
    pub asset: AssetId,
    /// The customer.
    pub contact: ContactId,
    /// The customer's name.
    pub name: String,
    /// All addresses of the customer: numbers, ids, user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// The alias, tags and labels by which colleagues find and recognise it.
    #[serde(rename = "marks", default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// The queue.
    pub queue: QueueId,
    /// The owner.
    pub owner: Option<AgentId>,
    /// The priority; a queue serves higher ones first.
    pub priority: u8,
    /// The party whose turn it is.
    pub waiting_on: Party,
    /// The moment from which it is their turn.
    pub waiting_since: Millis,
    /// The moment at which the conversation began.
    pub opened_at: Millis,
    /// The moment of the newest event.
    pub updated_at: Millis,
    /// The newest message, cut short.
    pub summary: String,
    /// The agent who wrote it; `None` for the customer. It stands beside the line, in an attribute
    /// of its own, because an entry without a message keeps both.
    #[serde(skip)]
    pub said_by: Option<AgentId>,
}

impl Card {
    /// The summary of a thread's newest conversation.
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
            labels: conversation.labels.clone(),
            queue: conversation.queue.clone(),
            owner: conversation.owner.clone(),
            priority: conversation.priority,
            waiting_on: conversation.waiting_on,
            waiting_since: conversation.waiting_since,
            opened_at: conversation.opened_at,
            updated_at,
            summary,
            said_by: None,
        }
    }
}

impl Store {
    /// Writes a summary, unless the table holds a newer one. An empty line keeps the line before.
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
            .condition_expression("attribute_not_exists(#seq) OR #seq <= :seq")
            .expression_attribute_names("#b", BODY)
            .expression_attribute_names("#seq", "seq")
            .expression_attribute_values(":b", s(item::json(card)?))
            .expression_attribute_values(":seq", n(seq));
        update = if card.summary.is_empty() {
            update.update_expression("SET #b = :b, #seq = :seq")
        } else {
            update
                .update_expression("SET #b = :b, #seq = :seq, #line = :line, #by = :by")
                .expression_attribute_names("#line", "line")
                .expression_attribute_values(":line", s(card.summary.clone()))
                .expression_attribute_names("#by", "by")
                .expression_attribute_values(
                    ":by",
                    s(card.said_by.as_ref().map_or("", AgentId::as_str)),
                )
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

    /// Returns the summaries of a stretch of time, the latest conversation first. The search ends
    /// after `limit` summaries that `wanted` lets through, or after `LOOKS` summaries in all.
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
    /// Returns the summaries of these conversations, in no order, without those that are not
    /// written yet.
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
    /// Returns the newest line of a conversation's summary; empty if there is none.
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
        Ok(found.item().map(|item| said(item).0).unwrap_or_default().to_owned())
    }
}

/// The most summaries that a search reads for one page: the wanted ones may be rare.
const LOOKS: usize = 2_000;

/// A stretch of time in which conversations began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The first moment of the stretch.
    pub from: Millis,
    /// The first moment after the stretch.
    pub to: Millis,
    /// The last conversation of the page before, which began at the moment `to`.
    pub after: Option<ConversationId>,
}

impl Stretch {
    fn last_day(&self) -> i64 {
        let last = if self.after.is_some() { self.to } else { self.to - Millis(1) };
        last.day()
    }

    /// A sort key that lies behind everything in the stretch.
    fn before_sk(&self) -> String {
        match &self.after {
            Some(last) => key::card_sk(self.to, last),
            None => key::moment_sk(self.to),
        }
    }
}

/// A page of summaries, and the place where the next one begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardPage {
    /// The summaries.
    pub cards: Vec<Card>,
    /// The last summary that the search read; `None` if no more follow.
    pub next: Option<(Millis, ConversationId)>,
}

/// The newest line of a stored summary, and whether an earlier version marked it as an agent's. The
/// table keeps the agent's id now, empty for the customer; a line without one is of that version.
fn said(item: &Item) -> (&str, bool) {
    let line = item::text(item, "line").unwrap_or_default();
    let early = line.strip_prefix("You: ").filter(|_| !item.contains_key("by"));
    early.map_or((line, false), |text| (text, true))
}

/// Reads a stored summary. A damaged one is skipped: the next entry of its thread writes it anew.
fn read(item: &Item) -> Option<Card> {
    let mut card: Card = item::body(item, BODY).ok()?;
    let (line, early) = said(item);
    line.clone_into(&mut card.summary);
    let by = item::text(item, "by").and_then(|by| by.parse().ok());
    card.said_by = by.or_else(|| card.owner.clone().filter(|_| early));
    Some(card)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_an_earlier_version_loses_its_mark() {
        let item = |line: &str| Item::from([("line".to_owned(), s(line))]);
        assert_eq!(said(&item("You: Bye")), ("Bye", true));
        let kept = Item::from([("line".to_owned(), s("You: Bye")), ("by".to_owned(), s(""))]);
        assert_eq!(said(&kept), ("You: Bye", false), "the customer wrote that");
        assert_eq!(said(&item("Thank You: bye")), ("Thank You: bye", false));
        assert_eq!(said(&Item::new()), ("", false));
    }
}
