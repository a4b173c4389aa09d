//! The directory: agents, teams, queues, assets and settings. The store reads it whole, and
//! processes remember it for a while.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::item::{self, BODY, Item, SK, s};
use crate::settings::asset_secrets::AssetSecrets;
use crate::settings::overrides::{Document, Documents, Rules};
pub use crate::settings::record::{Agent, Record, Stamp, Workspace};
use crate::settings::scope::Scope;
use crate::{Error, Result, SignIn, Store, key};
pub use domain::workspace::{ApiKey, Asset, Queue, Team};
use domain::workspace::{Member, Records};
use domain::{AgentId, AssetId, Policy, QueueId, TeamId};

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
    /// The fields of the assets' providers.
    pub secrets: BTreeMap<AssetId, AssetSecrets>,
    /// The keys of the API. Each one's program also stands among the agents.
    pub keys: BTreeMap<AgentId, ApiKey>,
    /// The settings documents of each scope.
    pub settings: Documents,
    /// The workspace's own record.
    pub workspace_record: Workspace,
    /// The version of each record, and who changed it last.
    stamps: BTreeMap<String, Stamp>,
    /// The number of changes of records before this read.
    pub turn: u64,
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
            Member {
                profile: &agent.profile,
                email: &agent.email,
                active: agent.active,
                enters: agent.signs_in.is_some(),
            }
        }
        Records {
            teams: &self.teams,
            queues: &self.queues,
            assets: &self.assets,
            agents: self.people().map(member).collect(),
        }
    }

    /// The agents who are people: all but the programs that act by a key.
    pub fn people(&self) -> impl Iterator<Item = &Agent> {
        self.agents.values().filter(|agent| !self.keys.contains_key(&agent.profile.id))
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

    /// Puts an agent's record in place, as the `turn`-th change has written it.
    pub fn keep_agent(&mut self, agent: Agent, stamp: Stamp, turn: u64) {
        let record = Record::Agent(agent.clone());
        self.stamps.insert(record.sk(), stamp);
        self.agents.insert(agent.profile.id.clone(), agent);
        self.turn = turn;
    }

    /// Puts a settings document in force.
    pub fn set(&mut self, scope: Scope, document: Document) {
        self.settings.put(scope, document);
        self.resolve();
    }

    /// Adds a record.
    fn add(&mut self, item: &Item) -> Result<()> {
        let sk = item::text(item, SK).unwrap_or_default();
        if key::is_turn(sk) {
            self.turn = Stamp::read(item).version;
            return Ok(());
        }
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
            Some("secrets") => {
                let secrets: AssetSecrets = item::body(item, BODY)?;
                self.secrets.insert(secrets.asset.clone(), secrets);
            }
            Some("key") => {
                let key: ApiKey = item::body(item, BODY)?;
                self.keys.insert(key.id.clone(), key);
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

    /// Puts the programs that act by keys among the agents, who have names in threads and sessions.
    /// A person's record of the same id stands.
    fn employ_programs(&mut self) {
        self.keys.retain(|id, _| !self.agents.contains_key(id));
        for key in self.keys.values() {
            let program = Agent {
                profile: key.profile(),
                email: String::new(),
                call: None,
                active: !key.revoked,
                signs_in: None,
            };
            self.agents.insert(key.id.clone(), program);
        }
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
        directory.employ_programs();
        directory.resolve();
        Ok(directory)
    }
}
