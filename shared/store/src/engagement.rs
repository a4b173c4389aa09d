//! Engagement records: the course and the result of every offer, for ever (F4).

mod lists;

use crate::item::{self, BODY, Item, n, s};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem, Update};
use domain::engagement::{EngagementChange, Opened, Step, Try};
use domain::{
    AgentId, ContactId, ConversationId, EndCause, Load, Millis, OfferId, OfferKind, OfferStatus,
    Promotion, QueueId, Target, Thread, ThreadId,
};
use serde::{Deserialize, Serialize};

/// The record of one offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// The offer's id.
    pub offer: OfferId,
    /// The facts fixed when the offer was made.
    pub made: Made,
    /// The offer's status.
    pub status: OfferStatus,
    /// The version, which goes up with every step.
    pub version: u64,
    /// The agents who can answer now, or could at the end.
    pub to: Vec<AgentId>,
    /// The moment at which those agents got the offer.
    pub offered_at: Millis,
    /// The moment until which they can, or could, accept.
    pub expires: Millis,
    /// The agents who got the offer in vain, in order.
    pub tried: Vec<Try>,
    /// The moment at which the offer ended.
    pub decided_at: Option<Millis>,
    /// The agent who answered or withdrew it.
    pub decided_by: Option<AgentId>,
    /// The load on that agent's workload at the time.
    pub load: Option<Load>,
    /// The reason, in words.
    pub reason: Option<String>,
    /// The reason's code.
    pub code: Option<String>,
    /// The moment at which the agent's part in the discussion or conference ended.
    pub ended_at: Option<Millis>,
    /// The agent who ended it.
    pub ended_by: Option<AgentId>,
    /// The cause of that end.
    pub cause: Option<EndCause>,
    /// Whether the discussion answered the question.
    pub resolved: Option<bool>,
    /// The initiator's closing note.
    pub outcome_note: Option<String>,
    /// The number of lines in the discussion.
    pub lines: Option<u32>,
    /// The promotion that came of the discussion.
    pub promoted: Option<Promotion>,
    /// The agents who have still to mark the discussion done.
    pub undone: Vec<AgentId>,
}

/// The facts fixed when an offer is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The conversation.
    pub conversation: ConversationId,
    /// The kind of request.
    pub kind: OfferKind,
    /// The agent who asks.
    pub from: AgentId,
    /// The target, as the agent named it.
    pub target: Target,
    /// Whether all agents of a group get the offer at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// The number of the discussion that the target would join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<u64>,
    /// The note that explains the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The moment at which the offer was made.
    pub at: Millis,
    /// The moment from which nobody can accept.
    pub deadline: Millis,
    /// The queue and customer of the conversation at that time; older records have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
}

/// The queue and customer of an offer's conversation, as they stood when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The conversation's queue.
    pub queue: QueueId,
    /// The customer.
    pub contact: ContactId,
    /// The customer's name.
    pub name: String,
}

impl About {
    /// The queue and customer of a thread as it stands.
    pub(crate) fn of(thread: &Thread) -> Self {
        Self {
            queue: thread.conversation.queue.clone(),
            contact: thread.contact.clone(),
            name: thread.name.clone(),
        }
    }
}

const STATUS: &str = "status";
const VERSION: &str = "version";
const TO: &str = "to";
const OFFERED: &str = "offered";
const EXPIRES: &str = "expires";
const TRIED: &str = "tried";
const DECIDED: &str = "decided";
const DECIDED_BY: &str = "decided_by";
const LOAD: &str = "load";
const REASON: &str = "reason";
const CODE: &str = "code";
const ENDED: &str = "ended";
const ENDED_BY: &str = "ended_by";
const CAUSE: &str = "cause";
const RESOLVED: &str = "resolved";
const OUTCOME: &str = "outcome";
const LINES: &str = "lines";
const PROMOTED: &str = "promoted";
const UNDONE: &str = "undone";

fn record_key(offer: &OfferId) -> Item {
    item::key(key::offers_pk(&offer.thread), key::offer_sk(offer.number))
}

/// The word of an enum's value, as serde writes it.
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

/// The action of a transaction that applies a change to its record.
pub(crate) fn action(
    table: &str,
    change: &EngagementChange,
    thread: &Thread,
) -> Result<TransactWriteItem> {
    let build = |e: aws_sdk_dynamodb::error::BuildError| Error::Failed(e.to_string());
    if let [Step::Opened(opened)] = change.steps.as_slice() {
        let item = first(change, opened, About::of(thread))?;
        let put = Put::builder().table_name(table).set_item(Some(item)).build().map_err(build)?;
        return Ok(TransactWriteItem::builder().put(put).build());
    }
    let mut writing = Writing::default();
    for step in &change.steps {
        writing.step(change.at, step)?;
    }
    let mut update = Update::builder()
        .table_name(table)
        .set_key(Some(record_key(&change.offer)))
        .expression_attribute_names("#version", VERSION)
        .expression_attribute_values(":one", n(1));
    if !writing.tried.is_empty() {
        writing.parts.push("#tried = list_append(if_not_exists(#tried, :none), :tried)".to_owned());
        update = update
            .expression_attribute_names("#tried", TRIED)
            .expression_attribute_values(":none", AttributeValue::L(Vec::new()))
            .expression_attribute_values(":tried", AttributeValue::L(writing.tried));
    }
    for (attribute, value) in writing.values {
        update = update
            .expression_attribute_names(format!("#{attribute}"), attribute)
            .expression_attribute_values(format!(":{attribute}"), value);
    }
    let set = writing.parts.join(", ");
    let mut expression = if set.is_empty() { String::new() } else { format!("SET {set} ") };
    expression.push_str("ADD #version :one");
    for (clause, agents) in
        [(", #undone :undone", writing.undone), (" DELETE #undone :done", writing.done)]
    {
        if agents.is_empty() {
            continue;
        }
        expression.push_str(clause);
        let name = clause.rsplit(' ').next().unwrap_or_default();
        update = update
            .expression_attribute_names("#undone", UNDONE)
            .expression_attribute_values(name, item::set(&agents));
    }
    let update = update.update_expression(expression).build().map_err(build)?;
    Ok(TransactWriteItem::builder().update(update).build())
}

/// The first version of a record.
fn first(change: &EngagementChange, opened: &Opened, about: About) -> Result<Item> {
    let made = Made {
        conversation: opened.conversation.clone(),
        kind: opened.kind,
        from: opened.from.clone(),
        target: opened.target.clone(),
        all: opened.all,
        discussion: opened.discussion,
        note: opened.note.clone(),
        at: change.at,
        deadline: opened.deadline,
        about: Some(about),
    };
    let mut item = record_key(&change.offer);
    item.insert(BODY.to_owned(), s(item::json(&made)?));
    item.insert(STATUS.to_owned(), word(&OfferStatus::Pending)?);
    item.insert(VERSION.to_owned(), n(1));
    item.insert(TO.to_owned(), s(item::json(&opened.to)?));
    item.insert(OFFERED.to_owned(), n(change.at.0));
    item.insert(EXPIRES.to_owned(), n(opened.expires.0));
    Ok(item)
}

/// An update of a record, in the making.
#[derive(Default)]
struct Writing {
    parts: Vec<String>,
    values: Vec<(&'static str, AttributeValue)>,
    tried: Vec<AttributeValue>,
    undone: Vec<AgentId>,
    done: Vec<AgentId>,
}

impl Writing {
    fn set(&mut self, attribute: &'static str, value: Option<AttributeValue>) {
        let Some(value) = value else { return };
        self.parts.push(format!("#{attribute} = :{attribute}"));
        self.values.push((attribute, value));
    }

    /// Sets an attribute unless it is set: the first end of an offer stands.
    fn set_once(&mut self, attribute: &'static str, value: Option<AttributeValue>) {
        let Some(value) = value else { return };
        self.parts.push(format!("#{attribute} = if_not_exists(#{attribute}, :{attribute})"));
        self.values.push((attribute, value));
    }

    fn step(&mut self, at: Millis, step: &Step) -> Result<()> {
        match step {
            Step::Opened(_) => {
                return Err(Error::Failed("a record begins with an entry of its own".to_owned()));
            }
            Step::Passed(tried) => self.tried.push(s(item::json(tried)?)),
            Step::Moved { to, expires } => {
                self.set(TO, Some(s(item::json(&[to])?)));
                self.set(OFFERED, Some(n(at.0)));
                self.set(EXPIRES, Some(n(expires.0)));
            }
            Step::Closed { status, by, reason, code, load, others } => {
                for other in others {
                    self.tried.push(s(item::json(other)?));
                }
                self.set(STATUS, Some(word(status)?));
                self.set(DECIDED, Some(n(at.0)));
                self.set(DECIDED_BY, by.as_ref().map(|a| s(a.as_str())));
                self.set(REASON, reason.clone().map(s));
                self.set(CODE, code.clone().map(s));
                self.set(LOAD, load.map(|l| item::json(&l).map(s)).transpose()?);
            }
            Step::Ended { by, cause, outcome, promoted, lines } => {
                self.set_once(ENDED, Some(n(at.0)));
                self.set_once(ENDED_BY, by.as_ref().map(|a| s(a.as_str())));
                self.set_once(CAUSE, Some(word(cause)?));
                self.set_once(RESOLVED, outcome.as_ref().map(|o| AttributeValue::Bool(o.resolved)));
                self.set_once(OUTCOME, outcome.as_ref().and_then(|o| o.note.clone()).map(s));
                self.set_once(LINES, lines.map(n));
                self.set_once(PROMOTED, promoted.map(|p| word(&p)).transpose()?);
            }
            Step::Undone(agents) => self.undone.extend(agents.iter().cloned()),
            Step::Done(agent) => self.done.push(agent.clone()),
        }
        Ok(())
    }
}

fn read(item: &Item) -> Result<Engagement> {
    let damaged = || Error::damaged(item::name(item), "its key is not that of a record");
    let thread: ThreadId = item::text(item, item::PK)
        .and_then(|pk| pk.strip_prefix("O#"))
        .and_then(|t| t.parse().ok())
        .ok_or_else(damaged)?;
    let number = item::text(item, item::SK).and_then(|sk| sk.parse().ok()).ok_or_else(damaged)?;
    let made: Made = item::body(item, BODY)?;
    let tried = item.get(TRIED).and_then(|v| v.as_l().ok()).map(Vec::as_slice).unwrap_or_default();
    Ok(Engagement {
        offer: OfferId { thread, number },
        status: from_word(item, STATUS)?.ok_or_else(damaged)?,
        version: item::number(item, VERSION).and_then(|v| u64::try_from(v).ok()).unwrap_or(1),
        to: item::body(item, TO)?,
        offered_at: item::number(item, OFFERED).map_or(made.at, Millis),
        expires: item::number(item, EXPIRES).map_or(made.deadline, Millis),
        tried: tried
            .iter()
            .filter_map(|v| v.as_s().ok())
            .map(|json| serde_json::from_str(json).map_err(|e| Error::damaged(item::name(item), e)))
            .collect::<Result<_>>()?,
        decided_at: item::number(item, DECIDED).map(Millis),
        decided_by: item::text(item, DECIDED_BY).and_then(|a| a.parse().ok()),
        load: item.contains_key(LOAD).then(|| item::body(item, LOAD)).transpose()?,
        reason: item::text(item, REASON).map(str::to_owned),
        code: item::text(item, CODE).map(str::to_owned),
        ended_at: item::number(item, ENDED).map(Millis),
        ended_by: item::text(item, ENDED_BY).and_then(|a| a.parse().ok()),
        cause: from_word(item, CAUSE)?,
        resolved: item.get(RESOLVED).and_then(|v| v.as_bool().ok()).copied(),
        outcome_note: item::text(item, OUTCOME).map(str::to_owned),
        lines: item::number(item, LINES).and_then(|l| u32::try_from(l).ok()),
        promoted: from_word(item, PROMOTED)?,
        undone: item::members(item, UNDONE).iter().filter_map(|a| a.parse().ok()).collect(),
        made,
    })
}

impl Store {
    /// Returns the record of an offer.
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

    /// Returns the records of a thread from an offer on, oldest first.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn engagements_from(
        &self,
        thread: &ThreadId,
        number: u64,
    ) -> Result<Vec<Engagement>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk >= :sk")
            .expression_attribute_values(":pk", s(key::offers_pk(thread)))
            .expression_attribute_values(":sk", s(key::offer_sk(number)))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        let mut all = Vec::new();
        while let Some(item) = pages.next().await {
            all.push(read(&item?)?);
        }
        Ok(all)
    }

    /// Returns the records of a thread, newest first, at most `limit`.
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
        Ok(found.items().iter().filter_map(|item| item::readable(read(item))).collect())
    }
}
