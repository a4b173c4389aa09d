//! Who works here, on what, under which settings: read whole, and kept in memory for a while.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use domain::{AgentId, AssetId, Millis, Policy, Profile, QueueId, TeamId};
use serde::{Deserialize, Serialize};

use crate::item::{self, BODY, SK, n, s};
use crate::{Error, Result, Store, key};

/// Everything that is configured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// Those who answer customers.
    pub agents: BTreeMap<AgentId, Agent>,
    /// Groups of them.
    pub teams: BTreeMap<TeamId, Team>,
    /// Where conversations wait.
    pub queues: BTreeMap<QueueId, Queue>,
    /// The business's accounts.
    pub assets: BTreeMap<AssetId, Asset>,
    /// Rules that can be set.
    pub settings: Settings,
}

/// An agent's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// What rules look at.
    #[serde(flatten)]
    pub profile: Profile,
    /// What the sign-in service knows them by.
    pub email: String,
}

/// A team's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
}

/// A queue's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// Its id.
    pub id: QueueId,
    /// Its name.
    pub name: String,
    /// The team that serves it.
    pub team: TeamId,
}

/// The record of one of the business's accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its id.
    pub id: AssetId,
    /// Its name.
    pub name: String,
    /// `whatsapp` or `web`.
    pub channel: String,
    /// The provider's id of it: for WhatsApp the phone number id.
    pub account: String,
    /// Where its conversations wait.
    pub queue: QueueId,
}

/// Rules that can be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What decisions depend on.
    pub policy: Policy,
    /// What can be chosen from when rejecting.
    pub reject_reasons: Vec<String>,
    /// What can be chosen from when withdrawing.
    pub withdraw_reasons: Vec<String>,
    /// Goes up with every change.
    pub version: u64,
    /// Who changed it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<AgentId>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Millis>,
}

impl Default for Settings {
    fn default() -> Self {
        let list = |reasons: &[&str]| reasons.iter().map(|r| (*r).to_owned()).collect();
        Self {
            policy: Policy::default(),
            reject_reasons: list(&[
                "Busy with another case",
                "Not my field",
                "About to go off duty",
            ]),
            withdraw_reasons: list(&["Issue resolved", "Asked somebody else", "Asked by mistake"]),
            version: 0,
            changed_by: None,
            changed_at: None,
        }
    }
}

/// One record of the directory.
#[derive(Debug, Clone)]
pub enum Record {
    /// An agent.
    Agent(Agent),
    /// A team.
    Team(Team),
    /// A queue.
    Queue(Queue),
    /// An account.
    Asset(Asset),
}

impl Directory {
    /// The team that serves a queue.
    #[must_use]
    pub fn team_of(&self, queue: &QueueId) -> Option<&TeamId> {
        self.queues.get(queue).map(|q| &q.team)
    }

    /// The kind of channel of an account.
    #[must_use]
    pub fn channel_of(&self, asset: &AssetId) -> &str {
        self.assets.get(asset).map_or("", |a| a.channel.as_str())
    }
}

impl Store {
    /// Reads the whole directory. One request for each megabyte.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directory(&self) -> Result<Directory> {
        let mut directory = Directory::default();
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::CONFIG_PK))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        while let Some(item) = pages.next().await {
            let item = item?;
            match item::text(&item, SK).and_then(|sk| sk.split_once('#')).map(|(kind, _)| kind) {
                Some("agent") => {
                    let agent: Agent = item::body(&item, BODY)?;
                    directory.agents.insert(agent.profile.id.clone(), agent);
                }
                Some("team") => {
                    let team: Team = item::body(&item, BODY)?;
                    directory.teams.insert(team.id.clone(), team);
                }
                Some("queue") => {
                    let queue: Queue = item::body(&item, BODY)?;
                    directory.queues.insert(queue.id.clone(), queue);
                }
                Some("asset") => {
                    let asset: Asset = item::body(&item, BODY)?;
                    directory.assets.insert(asset.id.clone(), asset);
                }
                Some("settings") => directory.settings = item::body(&item, BODY)?,
                _ => return Err(Error::damaged(item::name(&item), "of no known kind")),
            }
        }
        Ok(directory)
    }

    /// Writes records, all or none (up to 100).
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_records(&self, records: &[Record]) -> Result<()> {
        let mut request = self.client.transact_write_items();
        for record in records {
            let (sk, body) = match record {
                Record::Agent(a) => (format!("agent#{}", a.profile.id), item::json(a)?),
                Record::Team(t) => (format!("team#{}", t.id), item::json(t)?),
                Record::Queue(q) => (format!("queue#{}", q.id), item::json(q)?),
                Record::Asset(a) => (format!("asset#{}", a.id), item::json(a)?),
            };
            let mut item = item::key(key::CONFIG_PK, sk);
            item.insert(BODY.to_owned(), s(body));
            let put = Put::builder()
                .table_name(&self.table)
                .set_item(Some(item))
                .build()
                .map_err(|e| Error::Failed(e.to_string()))?;
            request = request.transact_items(TransactWriteItem::builder().put(put).build());
        }
        request.send().await?;
        Ok(())
    }

    /// Writes the settings, if nobody changed them since version `read`. Tells whether it did.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_settings(&self, settings: &Settings, read: u64) -> Result<bool> {
        let mut item = item::key(key::CONFIG_PK, "settings#workspace");
        item.insert(BODY.to_owned(), s(item::json(settings)?));
        item.insert("version".to_owned(), n(settings.version));
        let sent = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR #v = :read")
            .expression_attribute_names("#v", "version")
            .expression_attribute_values(":read", n(read))
            .send()
            .await;
        match sent {
            Ok(_) => Ok(true),
            Err(e)
                if e.as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(e) => Err(e.into()),
        }
    }
}
