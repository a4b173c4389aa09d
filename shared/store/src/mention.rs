//! Mentions: the comments that name an agent, kept for 30 days so that the agent finds them later.

use crate::item::{self, BODY, Item, SK, TTL, n, s};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    Put, ReturnValuesOnConditionCheckFailure as Returned, Select, TransactWriteItem,
};
use domain::{AgentId, ConversationId, Entry, Event, Millis, Thread, ThreadId, message, words};
use serde::{Deserialize, Serialize};

/// The time for which the table keeps a mention.
const KEPT: Millis = Millis::hours(30 * 24);
/// The most bytes of the comment that a list shows.
const LINE: usize = 400;

/// Attribute: the moment up to which the agent has seen their mentions.
const SEEN: &str = "at";

/// The place of a mention: its moment, thread and entry.
pub type Place = (Millis, ThreadId, u64);

/// A comment in which the agent is mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The conversation of the comment.
    pub conversation: ConversationId,
    /// The position of the comment's entry.
    pub seq: u64,
    /// The moment of writing.
    pub at: Millis,
    /// The author.
    pub by: AgentId,
    /// The text, cut short.
    pub text: String,
}

/// The stored fields beside the key.
#[derive(Serialize, Deserialize)]
struct Body {
    #[serde(rename = "n")]
    number: u32,
    #[serde(rename = "b")]
    by: AgentId,
    #[serde(rename = "t")]
    text: String,
}

impl Mention {
    /// The mention in an entry, if its comment mentions an agent.
    #[must_use]
    pub fn of(thread: &Thread, entry: &Entry) -> Option<Self> {
        let text = entry.events.iter().find_map(|event| match event {
            Event::Comment(message::Commented { text, mentions, .. }) if !mentions.is_empty() => {
                Some(text)
            }
            _ => None,
        })?;
        Some(Self {
            conversation: thread.conversation_id(),
            seq: entry.seq,
            at: entry.at,
            by: entry.by.agent()?.clone(),
            text: words::cut(text, LINE),
        })
    }

    /// The place of this mention among others of the same agent.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.at, self.conversation.thread.clone(), self.seq)
    }

    fn read(item: &Item) -> Result<Self> {
        let damaged = || Error::damaged(item::name(item), "its key is not that of a mention");
        let place = item::text(item, SK).and_then(key::mention);
        let (at, thread, seq) = place.ok_or_else(damaged)?;
        let Body { number, by, text } = item::body(item, BODY)?;
        Ok(Self { conversation: ConversationId { thread, number }, seq, at, by, text })
    }
}

/// Notes a mention for an agent, in the entry's transaction.
pub(crate) fn noted(table: &str, agent: &AgentId, mention: &Mention) -> Result<TransactWriteItem> {
    let (at, thread, seq) = mention.place();
    let mut item = item::key(key::mentions_pk(agent), key::mention_sk(at, &thread, seq));
    let (number, by) = (mention.conversation.number, mention.by.clone());
    let body = Body { number, by, text: mention.text.clone() };
    item.insert(BODY.to_owned(), s(item::json(&body)?));
    item.insert(TTL.to_owned(), n((at + KEPT).0 / 1_000));
    let put = Put::builder().table_name(table).set_item(Some(item)).build();
    let put = put.map_err(|e| Error::Failed(e.to_string()))?;
    Ok(TransactWriteItem::builder().put(put).build())
}

impl Store {
    /// Returns the newest mentions of an agent from before `last`, newest first, and whether there
    /// are more.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn mentions(
        &self,
        agent: &AgentId,
        last: Option<&Place>,
        now: Millis,
        limit: usize,
    ) -> Result<(Vec<Mention>, bool)> {
        let before = match last {
            Some((at, thread, seq)) => key::mention_sk(*at, thread, *seq),
            None => key::moment_sk(now + Millis::hours(1)),
        };
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :oldest AND :before")
            .expression_attribute_values(":pk", s(key::mentions_pk(agent)))
            .expression_attribute_values(":oldest", s(key::moment_sk(now - KEPT)))
            .expression_attribute_values(":before", s(before))
            .scan_index_forward(false)
            // Two more than the limit: the last one of the page before is among them, and one tells
            // whether more follow.
            .limit(i32::try_from(limit + 2).unwrap_or(i32::MAX))
            .send()
            .await?;
        let read = |item| item::readable(Mention::read(item));
        let mut mentions: Vec<Mention> = found.items().iter().filter_map(read).collect();
        mentions.retain(|m| last.is_none_or(|last| m.place() != *last));
        let more = mentions.len() > limit;
        mentions.truncate(limit);
        Ok((mentions, more))
    }

    /// Returns the moment up to which an agent has seen their mentions; 0 if they never looked.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn mentions_seen(&self, agent: &AgentId) -> Result<Millis> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(seen_key(agent)))
            .consistent_read(true)
            .send()
            .await?;
        Ok(found.item().and_then(seen).unwrap_or_default())
    }

    /// Notes that an agent has seen their mentions up to `at`, unless a later moment stands there.
    /// Returns the moment that then stands.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn see_mentions(&self, agent: &AgentId, at: Millis) -> Result<Millis> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(seen_key(agent)))
            .update_expression("SET #at = :at")
            .condition_expression("attribute_not_exists(#at) OR #at < :at")
            .expression_attribute_names("#at", SEEN)
            .expression_attribute_values(":at", n(at.0))
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(at),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    Ok(failed.item.as_ref().and_then(seen).unwrap_or(at))
                }
                _ => Err(error.into()),
            },
        }
    }

    /// Counts the mentions of an agent that are newer than `seen`, up to `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn unseen_mentions(
        &self,
        agent: &AgentId,
        seen: Millis,
        now: Millis,
        limit: u32,
    ) -> Result<u32> {
        let oldest = (now - KEPT).max(seen + Millis(1));
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .select(Select::Count)
            .key_condition_expression("pk = :pk AND sk BETWEEN :oldest AND :newest")
            .expression_attribute_values(":pk", s(key::mentions_pk(agent)))
            .expression_attribute_values(":oldest", s(key::moment_sk(oldest)))
            .expression_attribute_values(":newest", s(key::moment_sk(now + Millis::hours(1))))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .send()
            .await?;
        Ok(u32::try_from(found.count).unwrap_or(0))
    }
}

fn seen_key(agent: &AgentId) -> Item {
    item::key(key::mentions_pk(agent), key::SEEN_SK)
}

fn seen(item: &Item) -> Option<Millis> {
    item::number(item, SEEN).map(Millis)
}
