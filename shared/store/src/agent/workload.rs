//! Agents' workloads: each agent's work, and whether the agent is connected.

use std::collections::{BTreeSet, HashMap};

use crate::item::{self, Item, SK, n, s, set};
use crate::key::SOCKETS;
use crate::log::{Stored, read_entry};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    KeysAndAttributes, ReturnValue, ReturnValuesOnConditionCheckFailure as Returned,
};
use domain::{AgentId, Millis, Presence, ThreadId};

/// Attribute: open conversations, and those that an assign offer reserves.
pub(crate) const OPEN: &str = "open";
/// Attribute: discuss offers and discussions.
pub(crate) const INBOX: &str = "inbox";
/// Attribute: the reason for which the agent takes no work; empty if they gave none.
pub(crate) const AWAY: &str = "away";
/// Attribute: the moment of the last change of presence by hand.
pub(crate) const SINCE: &str = "since";
/// Attribute: the colleague who made that change, unless the agent did.
pub(crate) const SET_BY: &str = "set_by";
/// Attribute: the moment at which the workload last got work. The same write adds the work.
pub(crate) const GIVEN: &str = "given";
/// Attribute: the moment at which work last left the workload. The same write removes the work.
pub(crate) const FREED: &str = "freed";
/// Attribute: the moment at which a socket last closed.
const LEFT: &str = "left";
/// Attribute: the moment at which the agent's sessions ended.
const ENDED: &str = "ended";
/// Attribute: the moment at which the token was signed by which the agent last signed out.
const SIGNED_OUT: &str = "signed_out";

/// An agent's workload.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workload {
    /// Ids of open conversations, and of those that an assign offer reserves.
    pub open: BTreeSet<String>,
    /// Ids of discuss offers, and of the discussions that came of them.
    pub inbox: BTreeSet<String>,
    /// Ids of open sockets.
    pub sockets: BTreeSet<String>,
    /// The reason for which the agent takes no work, empty if they gave none; `None`: the agent
    /// takes work.
    pub away: Option<String>,
    /// The moment of the last change of presence by hand.
    pub since: Option<Millis>,
    /// The colleague who made that change; `None`: the agent.
    pub set_by: Option<AgentId>,
    /// The moment at which the workload last got work.
    pub given: Option<Millis>,
    /// The moment at which work last left the workload.
    pub freed: Option<Millis>,
    /// The moment at which a socket last closed.
    pub left: Option<Millis>,
    /// The moment at which the agent's sessions ended: an earlier sign-in opens no socket.
    pub ended: Option<Millis>,
    /// The moment at which the token was signed by which the agent last signed out.
    pub signed_out: Option<Millis>,
}

impl Workload {
    pub(crate) fn read(item: &Item) -> Self {
        let time = |name| item::number(item, name).map(Millis);
        // The attribute of older tables is a boolean, without a reason.
        let reason = |_| item::text(item, AWAY).unwrap_or_default().to_owned();
        Self {
            open: item::members(item, OPEN),
            inbox: item::members(item, INBOX),
            sockets: item::members(item, SOCKETS),
            away: item.get(AWAY).map(reason),
            since: time(SINCE),
            set_by: item::text(item, SET_BY).and_then(|by| by.parse().ok()),
            given: time(GIVEN),
            freed: time(FREED),
            left: time(LEFT),
            ended: time(ENDED),
            signed_out: time(SIGNED_OUT),
        }
    }

    /// Reads a workload, and its agent, from the stream's form.
    ///
    /// # Errors
    /// If the key is not that of a workload.
    pub fn of_image(image: &serde_json::Value) -> Result<(AgentId, Self)> {
        let item = item::from_json(image);
        Ok((agent_of(&item)?, Self::read(&item)))
    }

    /// The agent's presence: offline without a socket, away if set so, busy at `capacity`,
    /// otherwise available.
    #[must_use]
    pub fn presence(&self, capacity: u32) -> Presence {
        if self.sockets.is_empty() {
            Presence::Offline
        } else if self.away.is_some() {
            Presence::Away
        } else if u32::try_from(self.open.len()).is_ok_and(|open| open < capacity) {
            Presence::Available
        } else {
            Presence::Busy
        }
    }

    /// The threads that concern the agent.
    #[must_use]
    pub fn threads(&self) -> BTreeSet<ThreadId> {
        let thread = |id: &String| id.split('-').next().and_then(|t| t.parse().ok());
        self.open.iter().chain(&self.inbox).filter_map(thread).collect()
    }
}

/// The answer to one `BatchGetItem`.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The workloads that exist.
    pub workloads: HashMap<AgentId, Workload>,
    /// The entries that exist.
    pub entries: Vec<Stored>,
    /// The visitor's sockets, if the caller asked for them.
    pub visitor: BTreeSet<String>,
}

impl Store {
    /// Reads workloads, entries and a visitor's sockets, in one request (up to 100 items).
    ///
    /// # Errors
    /// If the table fails, or keeps leaving keys unprocessed.
    pub async fn batch(
        &self,
        workloads: impl IntoIterator<Item = &AgentId>,
        entries: &[(ThreadId, u64)],
        visitor: Option<&ThreadId>,
    ) -> Result<Batch> {
        let mut keys: Vec<Item> =
            workloads.into_iter().map(|agent| item::key(key::DESKS_PK, agent.as_str())).collect();
        keys.extend(
            entries.iter().map(|(t, seq)| item::key(key::thread_pk(t), key::entry_sk(*seq))),
        );
        keys.extend(visitor.map(|t| item::key(key::visitor_pk(t), key::SOCKETS_SK)));
        let mut batch = Batch::default();
        for chunk in keys.chunks(100) {
            for item in self.get_all(chunk.to_vec()).await? {
                match item::text(&item, item::PK) {
                    Some(key::DESKS_PK) => {
                        let agent = agent_of(&item)?;
                        batch.workloads.insert(agent, Workload::read(&item));
                    }
                    Some(pk) if pk.starts_with("VISITOR#") => {
                        batch.visitor = item::members(&item, SOCKETS);
                    }
                    _ => batch.entries.push(read_entry(&item)?),
                }
            }
        }
        Ok(batch)
    }

    /// Reads items as they stand now, in no order; up to 100.
    pub(crate) async fn get_all(&self, keys: Vec<Item>) -> Result<Vec<Item>> {
        self.get(keys, true).await
    }

    /// Reads items in no order, up to 100; half the price if they may be a moment old.
    pub(crate) async fn get(&self, keys: Vec<Item>, consistent: bool) -> Result<Vec<Item>> {
        let mut found = Vec::with_capacity(keys.len());
        let mut wanted = keys;
        // DynamoDB may return keys unread; a handful of rounds is plenty for 100 small items.
        for _ in 0..8 {
            if wanted.is_empty() {
                return Ok(found);
            }
            let request = KeysAndAttributes::builder()
                .set_keys(Some(wanted))
                .consistent_read(consistent)
                .build()
                .map_err(|e| Error::Failed(e.to_string()))?;
            let mut answer =
                self.client.batch_get_item().request_items(&self.table, request).send().await?;
            found.extend(
                answer.responses.as_mut().and_then(|r| r.remove(&self.table)).unwrap_or_default(),
            );
            wanted = answer
                .unprocessed_keys
                .and_then(|mut u| u.remove(&self.table))
                .map(|k| k.keys)
                .unwrap_or_default();
        }
        if wanted.is_empty() { Ok(found) } else { Err(Error::Throttled) }
    }

    /// Reads every workload.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn workloads(&self) -> Result<HashMap<AgentId, Workload>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::DESKS_PK))
            .into_paginator()
            .items()
            .send();
        let mut workloads = HashMap::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            let agent = item::readable(agent_of(&item));
            workloads.extend(agent.map(|agent| (agent, Workload::read(&item))));
        }
        Ok(workloads)
    }

    /// Notes that the agent opened a socket.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn add_socket(&self, agent: &AgentId, socket: &str) -> Result<()> {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .update_expression("ADD #s :set")
            .expression_attribute_names("#s", SOCKETS)
            .expression_attribute_values(":set", set([socket]))
            .send()
            .await?;
        Ok(())
    }

    /// Notes that a socket of the agent is gone, and when. Returns whether the workload has no
    /// socket now: the agent is then offline.
    ///
    /// A second call returns the same and writes nothing: the first moment stays, and a caller who
    /// was interrupted gets the answer again.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn remove_socket(&self, agent: &AgentId, socket: &str, now: Millis) -> Result<bool> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .update_expression("DELETE #s :set SET #l = :now")
            .condition_expression("contains(#s, :one)")
            .expression_attribute_names("#s", SOCKETS)
            .expression_attribute_names("#l", LEFT)
            .expression_attribute_values(":set", set([socket]))
            .expression_attribute_values(":one", s(socket))
            .expression_attribute_values(":now", n(now.0))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        let workload = match sent {
            Ok(updated) => updated.attributes,
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    failed.item.clone()
                }
                _ => return Err(error.into()),
            },
        };
        Ok(workload.is_none_or(|workload| item::members(&workload, SOCKETS).is_empty()))
    }

    /// Notes that the agent's sessions are over. Forgets the open sockets, and returns them.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn end_sessions(
        &self,
        agent: &AgentId,
        by: Option<Millis>,
        now: Millis,
    ) -> Result<BTreeSet<String>> {
        let set = if by.is_some() { ", #o = :by" } else { "" };
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .update_expression(format!("SET #e = :now, #l = :now{set} REMOVE #s"))
            .expression_attribute_names("#e", ENDED)
            .expression_attribute_names("#l", LEFT)
            .expression_attribute_names("#s", SOCKETS)
            .expression_attribute_values(":now", n(now.0))
            .return_values(ReturnValue::AllOld);
        let update = match by {
            Some(by) => update
                .expression_attribute_names("#o", SIGNED_OUT)
                .expression_attribute_values(":by", n(by.0)),
            None => update,
        };
        let before = update.send().await?;
        Ok(before.attributes.map(|workload| item::members(&workload, SOCKETS)).unwrap_or_default())
    }

    /// Forgets all sockets, which belonged to a gateway that has restarted.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn forget_sockets(&self, now: Millis) -> Result<()> {
        for (agent, workload) in self.workloads().await? {
            for socket in &workload.sockets {
                self.remove_socket(&agent, socket, now).await?;
            }
        }
        Ok(())
    }
}

pub(crate) fn agent_of(item: &Item) -> Result<AgentId> {
    let damaged = || Error::damaged(item::name(item), "its key is not that of a desk");
    item::text(item, SK).ok_or_else(damaged)?.parse().map_err(|_| damaged())
}
