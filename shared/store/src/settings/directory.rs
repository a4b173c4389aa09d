//! The directory: agents, teams, queues, assets and settings. The store reads it whole, and
//! processes remember it for a while.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::item::{self, BODY, Item, SK, n, s};
use crate::settings::overrides::{Changed, Document, Documents, Rules, change_sk};
use crate::settings::scope::Scope;
use crate::{Error, Result, SignIn, Store, key};
use aws_sdk_dynamodb::types::{Put, TransactWriteItem, Update};
pub use domain::workspace::{Asset, Queue, Team};
use domain::workspace::{Member, Records};
use domain::{AgentId, AssetId, Millis, Policy, Profile, QueueId, TeamId};
use serde::{Deserialize, Serialize};

/// The whole configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// The agents.
    pub agents: BTreeMap<AgentId, Agent>,
    /// The agents' teams.
    pub teams: BTreeMap<TeamId, Team>,
    /// The queues in which conversations wait.
    pub queues: BTreeMap<QueueId, Queue>,
    /// The business's accounts at its channels.
    pub assets: BTreeMap<AssetId, Asset>,
    /// The settings documents of each scope.
    pub settings: Documents,
    /// The workspace's own record.
    pub workspace_record: Workspace,
    /// The version of each record, and who changed it last.
    stamps: BTreeMap<String, Stamp>,
    /// The records that the store cannot read, and so leaves out.
    pub unreadable: Vec<Unreadable>,
    workspace: Rules,
    rules: BTreeMap<QueueId, Rules>,
}

/// A record that the store cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The record's name, as `<kind>#<id>`.
    pub record: String,
    /// The fault.
    pub why: String,
}

/// An agent's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The fields that the rules look at.
    #[serde(flatten)]
    pub profile: Profile,
    /// The e-mail address at the sign-in service.
    pub email: String,
    /// The link that calls the agent (F22): `tel:`, `sip:` or `sips:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Whether the agent works here. An agent who has left keeps the record, for the names in
    /// threads.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub active: bool,
    /// The account by which the agent signs in, from the first sign-in on. Only
    /// [`Store::bind_sign_in`] and [`Store::unbind_sign_in`] change it; a write of the record
    /// leaves it alone.
    #[serde(skip)]
    pub signs_in: Option<SignIn>,
}

const fn yes() -> bool {
    true
}

/// The workspace's own record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workspace {
    /// The business's name; empty before an admin gave one.
    pub name: String,
    /// Whether an admin put the checklist of the first steps away.
    pub checklist_hidden: bool,
}

/// The version of a record, and its last change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The number of changes; 0: there is no such record. A record that a script wrote has 1.
    pub version: u64,
    /// The admin or manager who made the last change.
    pub by: Option<AgentId>,
    /// The moment of the last change.
    pub at: Option<Millis>,
}

/// One record of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// The workspace itself.
    Workspace(Workspace),
    /// An agent.
    Agent(Agent),
    /// A team.
    Team(Team),
    /// A queue.
    Queue(Queue),
    /// An account.
    Asset(Asset),
}

/// The sort key of the workspace's own record.
const WORKSPACE_SK: &str = "workspace#";
/// Attribute: the number of changes of a record.
const VERSION: &str = "version";
/// Attribute: the agent who changed a record last.
const BY: &str = "by";
/// Attribute: the moment of a record's last change.
const AT: &str = "at";

macro_rules! record {
    ($($kind:ident),+) => {
        $(impl From<$kind> for Record {
            fn from(record: $kind) -> Self {
                Self::$kind(record)
            }
        })+
    };
}
record!(Workspace, Agent, Team, Queue, Asset);

impl Record {
    /// The sort key: the kind of the record, and its id.
    fn sk(&self) -> String {
        match self {
            Self::Workspace(_) => WORKSPACE_SK.to_owned(),
            Self::Agent(a) => key::agent_sk(&a.profile.id),
            Self::Team(t) => format!("team#{}", t.id),
            Self::Queue(q) => format!("queue#{}", q.id),
            Self::Asset(a) => format!("asset#{}", a.id),
        }
    }

    fn body(&self) -> Result<String> {
        match self {
            Self::Workspace(w) => item::json(w),
            Self::Agent(a) => item::json(a),
            Self::Team(t) => item::json(t),
            Self::Queue(q) => item::json(q),
            Self::Asset(a) => item::json(a),
        }
    }
}

impl Directory {
    /// The version of a record, and its last change.
    #[must_use]
    pub fn stamp(&self, record: &Record) -> Stamp {
        self.stamps.get(&record.sk()).cloned().unwrap_or_default()
    }

    /// The records as the rules look at them.
    #[must_use]
    pub fn records(&self) -> Records<'_> {
        fn member(agent: &Agent) -> Member<'_> {
            Member { profile: &agent.profile, email: &agent.email, active: agent.active }
        }
        Records {
            teams: &self.teams,
            queues: &self.queues,
            assets: &self.assets,
            agents: self.agents.values().map(member).collect(),
        }
    }

    /// The settings in force for a queue. An unknown queue has the workspace's.
    #[must_use]
    pub fn policy(&self, queue: &QueueId) -> Arc<Policy> {
        Arc::clone(&self.rules(queue).policy)
    }

    /// The settings in force outside any queue.
    #[must_use]
    pub fn workspace(&self) -> Arc<Policy> {
        Arc::clone(&self.workspace.policy)
    }

    /// The name of the time zone of the workspace's business hours, if it has any.
    #[must_use]
    pub fn time_zone(&self) -> Option<&str> {
        self.workspace.hours.as_ref().map(|hours| hours.time_zone.as_str())
    }

    /// All rules in force for a queue. An unknown queue has the workspace's.
    #[must_use]
    pub fn rules(&self, queue: &QueueId) -> &Rules {
        self.rules.get(queue).unwrap_or(&self.workspace)
    }

    /// Puts a settings document in force.
    pub fn set(&mut self, scope: Scope, document: Document) {
        self.settings.put(scope, document);
        self.resolve();
    }

    /// Adds a record.
    fn add(&mut self, item: &Item) -> Result<()> {
        let sk = item::text(item, SK).unwrap_or_default();
        if !sk.starts_with("settings#") {
            self.stamps.insert(sk.to_owned(), Stamp::read(item));
        }
        match sk.split_once('#').map(|(kind, _)| kind) {
            Some("agent") => {
                let signs_in = SignIn::read(item)?;
                let agent = Agent { signs_in, ..item::body(item, BODY)? };
                self.agents.insert(agent.profile.id.clone(), agent);
            }
            Some("team") => {
                let team: Team = item::body(item, BODY)?;
                self.teams.insert(team.id.clone(), team);
            }
            Some("queue") => {
                let queue: Queue = item::body(item, BODY)?;
                self.queues.insert(queue.id.clone(), queue);
            }
            Some("asset") => {
                let asset: Asset = item::body(item, BODY)?;
                self.assets.insert(asset.id.clone(), asset);
            }
            Some("workspace") => self.workspace_record = item::body(item, BODY)?,
            Some("settings") => {
                let scope = key::settings_scope(sk);
                let scope = scope.ok_or_else(|| Error::damaged(item::name(item), "no scope"))?;
                self.settings.put(scope, item::body(item, BODY)?);
            }
            _ => return Err(Error::damaged(item::name(item), "of no known kind")),
        }
        Ok(())
    }

    /// Computes the rules in force for each queue.
    fn resolve(&mut self) {
        self.workspace = self.settings.workspace();
        let rules = |q: &Queue| (q.id.clone(), self.settings.queue(&q.id, &q.team));
        self.rules = self.queues.values().map(rules).collect();
    }

    /// The agent who signs in by this account.
    #[must_use]
    pub fn signed_in(&self, account: &SignIn) -> Option<&Agent> {
        self.agents.values().find(|agent| agent.signs_in.as_ref() == Some(account))
    }

    /// The agent whose record has this e-mail address, in any letter case.
    #[must_use]
    pub fn by_email(&self, email: &str) -> Option<&Agent> {
        let has = |agent: &&Agent| !email.is_empty() && agent.email.eq_ignore_ascii_case(email);
        self.agents.values().find(has)
    }

    /// The team that serves a queue.
    #[must_use]
    pub fn team_of(&self, queue: &QueueId) -> Option<&TeamId> {
        self.queues.get(queue).map(|q| &q.team)
    }

    /// Whether the settings of any queue, or of the workspace, satisfy `is_so`.
    #[must_use]
    pub fn any_policy(&self, is_so: impl Fn(&Policy) -> bool) -> bool {
        is_so(&self.workspace.policy) || self.queues.keys().any(|queue| is_so(&self.policy(queue)))
    }

    /// The teams that share an account: those in its record, and the one that serves its queue.
    #[must_use]
    pub fn teams_of(&self, asset: &AssetId) -> Vec<TeamId> {
        let Some(asset) = self.assets.get(asset) else { return Vec::new() };
        asset.teams.iter().chain(self.team_of(&asset.queue)).cloned().collect()
    }

    /// The kind of channel of an account.
    #[must_use]
    pub fn channel_of(&self, asset: &AssetId) -> &str {
        self.assets.get(asset).map_or("", |a| a.channel.as_str())
    }
}

impl Store {
    /// Reads the whole directory, in one request for each megabyte. A record that the store cannot
    /// read is left out and named: the business goes on without it.
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
            if let Err(error) = directory.add(&item) {
                let record = item::text(&item, SK).unwrap_or("?").to_owned();
                tracing::error!(metric = "unreadable_record", record, %error, "a record is left out");
                directory.unreadable.push(Unreadable { record, why: error.to_string() });
            }
        }
        directory.resolve();
        Ok(directory)
    }

    /// Writes records without regard to their versions, all or none (up to 100): for a new table.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_records(&self, records: &[Record]) -> Result<()> {
        let mut request = self.client.transact_write_items();
        for record in records {
            // An update, not a put: a put would remove the account to which an agent's record is
            // bound.
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(item::key(key::CONFIG_PK, record.sk())))
                .update_expression("SET #b = :body")
                .expression_attribute_names("#b", BODY)
                .expression_attribute_values(":body", s(record.body()?))
                .build()
                .map_err(|e| Error::Failed(e.to_string()))?;
            request = request.transact_items(TransactWriteItem::builder().update(update).build());
        }
        request.send().await?;
        Ok(())
    }

    /// Writes a record with its entry in the log of changes, unless somebody changed the record
    /// since version `read` (0: there is none). Returns whether it was written.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_record(&self, record: &Record, read: u64, changed: &Changed) -> Result<bool> {
        let version = read.saturating_add(1);
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CONFIG_PK, record.sk())))
            .update_expression("SET #b = :body, #v = :version, #by = :by, #at = :at")
            .expression_attribute_names("#b", BODY)
            .expression_attribute_names("#v", VERSION)
            .expression_attribute_names("#by", BY)
            .expression_attribute_names("#at", AT)
            .expression_attribute_values(":body", s(record.body()?))
            .expression_attribute_values(":version", n(version))
            .expression_attribute_values(":by", s(changed.by.to_string()))
            .expression_attribute_values(":at", n(changed.at.0));
        let update = match read {
            0 => update.condition_expression("attribute_not_exists(pk)"),
            // A record that a script wrote has no version yet.
            1 => update
                .condition_expression(
                    "attribute_exists(pk) AND (attribute_not_exists(#v) OR #v = :read)",
                )
                .expression_attribute_values(":read", n(read)),
            _ => update
                .condition_expression("#v = :read")
                .expression_attribute_values(":read", n(read)),
        };
        let mut entry =
            item::key(key::CONFIG_LOG_PK, format!("{}#record", change_sk(changed, version)));
        entry.insert(BODY.to_owned(), s(item::json(changed)?));
        let log = Put::builder().table_name(&self.table).set_item(Some(entry));
        let failed = |e: aws_sdk_dynamodb::error::BuildError| Error::Failed(e.to_string());
        let update = update.build().map_err(failed)?;
        let log = log.build().map_err(failed)?;
        let sent = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().update(update).build())
            .transact_items(TransactWriteItem::builder().put(log).build())
            .send()
            .await;
        crate::settings::overrides::written(sent)
    }
}

impl Stamp {
    fn read(item: &Item) -> Self {
        Self {
            version: item::number(item, VERSION).and_then(|v| u64::try_from(v).ok()).unwrap_or(1),
            by: item::text(item, BY).and_then(|by| by.parse().ok()),
            at: item::number(item, AT).map(Millis),
        }
    }
}
