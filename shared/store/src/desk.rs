//! Agents' desks: what is on them, and whether somebody sits there.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::{AgentId, Presence, ThreadId};

use crate::item::{self, Item, SK, s, set};
use crate::key::SOCKETS;
use crate::log::{Stored, read_entry};
use crate::{Error, Result, Store, key};

/// Attribute: conversations in progress, and those reserved by an assign offer.
pub(crate) const OPEN: &str = "open";
/// Attribute: discuss offers and discussions.
pub(crate) const INBOX: &str = "inbox";
/// Attribute: when work was last put on the desk.
pub(crate) const GIVEN: &str = "given";
/// Attribute: when work last left it.
pub(crate) const FREED: &str = "freed";
/// Attribute: the agent takes no work.
pub(crate) const AWAY: &str = "away";

/// An agent's desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// Ids of conversations in progress, and of those reserved by an assign offer.
    pub open: BTreeSet<String>,
    /// Ids of discuss offers, and of the discussions they became.
    pub inbox: BTreeSet<String>,
    /// Ids of open sockets.
    pub sockets: BTreeSet<String>,
    /// Whether the agent has said to take no work.
    pub away: bool,
}

impl Desk {
    pub(crate) fn read(item: &Item) -> Self {
        Self {
            open: item::members(item, OPEN),
            inbox: item::members(item, INBOX),
            sockets: item::members(item, SOCKETS),
            away: item.contains_key(AWAY),
        }
    }

    /// Whether the agent takes work.
    #[must_use]
    pub fn presence(&self) -> Presence {
        match (self.sockets.is_empty(), self.away) {
            (true, _) => Presence::Offline,
            (false, true) => Presence::Away,
            (false, false) => Presence::Available,
        }
    }

    /// The threads that concern the agent.
    #[must_use]
    pub fn threads(&self) -> BTreeSet<ThreadId> {
        let thread = |id: &String| id.split('-').next().and_then(|t| t.parse().ok());
        self.open.iter().chain(&self.inbox).filter_map(thread).collect()
    }
}

/// What one `BatchGetItem` brought.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The desks that exist.
    pub desks: HashMap<AgentId, Desk>,
    /// The entries that exist.
    pub entries: Vec<Stored>,
    /// The visitor's sockets, where they were asked for.
    pub visitor: BTreeSet<String>,
}

impl Store {
    /// Desks, entries and a visitor's sockets, in one request (up to 100 items).
    ///
    /// # Errors
    /// If the table fails, or keeps leaving keys unprocessed.
    pub async fn batch(
        &self,
        desks: impl IntoIterator<Item = &AgentId>,
        entries: &[(ThreadId, u64)],
        visitor: Option<&ThreadId>,
    ) -> Result<Batch> {
        let mut keys: Vec<Item> =
            desks.into_iter().map(|agent| item::key(key::DESKS_PK, agent.as_str())).collect();
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
                        batch.desks.insert(agent, Desk::read(&item));
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

    pub(crate) async fn get_all(&self, keys: Vec<Item>) -> Result<Vec<Item>> {
        let mut found = Vec::with_capacity(keys.len());
        let mut wanted = keys;
        // DynamoDB may hand keys back unread; a handful of rounds is plenty for 100 small items.
        for _ in 0..8 {
            if wanted.is_empty() {
                return Ok(found);
            }
            let request = KeysAndAttributes::builder()
                .set_keys(Some(wanted))
                .consistent_read(true)
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

    /// Every desk that exists.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn desks(&self) -> Result<HashMap<AgentId, Desk>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::DESKS_PK))
            .into_paginator()
            .items()
            .send();
        let mut desks = HashMap::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            desks.insert(agent_of(&item)?, Desk::read(&item));
        }
        Ok(desks)
    }

    /// Notes that a socket of the agent is open.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn add_socket(&self, agent: &AgentId, socket: &str) -> Result<()> {
        self.change_desk(agent, "ADD #a :v", SOCKETS, Some(set([socket]))).await
    }

    /// Notes that a socket of the agent is gone. With the last one, the agent is offline.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn remove_socket(&self, agent: &AgentId, socket: &str) -> Result<()> {
        self.change_desk(agent, "DELETE #a :v", SOCKETS, Some(set([socket]))).await
    }

    /// Forgets all sockets: those of a gateway that was started anew.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn forget_sockets(&self) -> Result<()> {
        for (agent, desk) in self.desks().await? {
            if !desk.sockets.is_empty() {
                self.change_desk(&agent, "REMOVE #a", SOCKETS, None).await?;
            }
        }
        Ok(())
    }

    /// Notes whether the agent takes work.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn set_away(&self, agent: &AgentId, away: bool) -> Result<()> {
        if away {
            self.change_desk(agent, "SET #a = :v", AWAY, Some(AttributeValue::Bool(true))).await
        } else {
            self.change_desk(agent, "REMOVE #a", AWAY, None).await
        }
    }

    async fn change_desk(
        &self,
        agent: &AgentId,
        expression: &str,
        attribute: &str,
        value: Option<AttributeValue>,
    ) -> Result<()> {
        let mut request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .update_expression(expression)
            .expression_attribute_names("#a", attribute);
        if let Some(value) = value {
            request = request.expression_attribute_values(":v", value);
        }
        request.send().await?;
        Ok(())
    }
}

fn agent_of(item: &Item) -> Result<AgentId> {
    let damaged = || Error::damaged(item::name(item), "its key is not that of a desk");
    item::text(item, SK).ok_or_else(damaged)?.parse().map_err(|_| damaged())
}
