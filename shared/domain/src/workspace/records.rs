//! Teams, queues, assets and agents, and what must hold among them.

use std::collections::BTreeMap;

use super::ApiKey;
use crate::{AgentId, AssetId, Profile, QueueId, Role, TeamId};
use serde::{Deserialize, Serialize};

/// A team's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Whether the team is history: nobody can be asked for it any more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
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
    /// Whether the queue is history: no conversation comes to it any more but those that were in
    /// it before.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
}

/// The record of one of the business's accounts at a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its id.
    pub id: AssetId,
    /// Its name.
    pub name: String,
    /// `whatsapp` or `web`.
    pub channel: String,
    /// The provider's id of the account: for WhatsApp the phone number id.
    pub account: String,
    /// The queue in which its conversations wait.
    pub queue: QueueId,
    /// The teams that share the account (F38).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamId>,
    /// Whether the account is history: an admin sees what still arrives for it, and nobody is
    /// given it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands in a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// An agent, as far as the rules of the records look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// The agent's id, name, role, teams, capacity and skills.
    pub profile: &'a Profile,
    /// The agent's e-mail address at the sign-in service.
    pub email: &'a str,
    /// Whether the agent works here.
    pub active: bool,
    /// Whether the agent has ever signed in.
    pub enters: bool,
}

impl Member<'_> {
    /// Whether the agent can set the workspace up: an admin who works here and has found the way in.
    #[must_use]
    pub fn governs(&self) -> bool {
        self.active && self.enters && self.profile.role == Role::Admin
    }
}

/// The parts of the other agents' records at which the rules of a record look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Others<'a> {
    /// The agent's record before the change.
    pub before: Option<Member<'a>>,
    /// The name of another agent with the same e-mail address.
    pub same_email: Option<&'a str>,
    /// Whether another agent [`governs`](Member::governs).
    pub govern: bool,
}

/// The records as they stand, before a change.
#[derive(Debug, Clone)]
pub struct Records<'a> {
    /// The teams, retired ones among them.
    pub teams: &'a BTreeMap<TeamId, Team>,
    /// The queues, retired ones among them.
    pub queues: &'a BTreeMap<QueueId, Queue>,
    /// The assets, retired ones among them.
    pub assets: &'a BTreeMap<AssetId, Asset>,
    /// The agents, those who have left among them.
    pub agents: Vec<Member<'a>>,
}

/// The reason for which a record cannot stand as an admin wants it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Blocked {
    /// Another record of the same kind has the name.
    #[error("The {kind} {other} has the name \"{name}\" already.")]
    NameTaken {
        /// `team`, `queue`, `asset`, `agent` or `key`.
        kind: &'static str,
        /// The name.
        name: String,
        /// The id of the record that has it.
        other: String,
    },
    /// Another agent signs in with the e-mail address.
    #[error("{other} has the e-mail address {email} already.")]
    EmailTaken {
        /// The address.
        email: String,
        /// The name of the agent who has it.
        other: String,
    },
    /// Another asset is the same account at the same channel.
    #[error("The asset {other} is the account \"{account}\" already.")]
    AccountTaken {
        /// The account.
        account: String,
        /// The id of the asset that is it.
        other: String,
    },
    /// The record names a team or queue that does not exist or that is retired.
    #[error("There is no {kind} \"{id}\", or it is retired.")]
    Unknown {
        /// `team` or `queue`.
        kind: &'static str,
        /// The id that the record names.
        id: String,
        /// The record's field.
        field: &'static str,
    },
    /// Other records still name the record that is to retire.
    #[error("The {kind} is in use: {by}.")]
    InUse {
        /// `team` or `queue`.
        kind: &'static str,
        /// The records that name it, or the customers who wait in it.
        by: String,
    },
    /// Nobody could set the workspace up any more.
    #[error("{name} is the last admin who can sign in.")]
    LastAdmin {
        /// The admin's name.
        name: String,
        /// `role` or `active`.
        field: &'static str,
    },
}

impl Blocked {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NameTaken { .. } => "name_taken",
            Self::EmailTaken { .. } => "email_taken",
            Self::AccountTaken { .. } => "account_taken",
            Self::Unknown { .. } => "unknown_record",
            Self::InUse { .. } => "in_use",
            Self::LastAdmin { .. } => "last_admin",
        }
    }

    /// The remedy, in a sentence for people.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::NameTaken { .. } => "Choose another name, or change that record.",
            Self::EmailTaken { .. } => "Use another address, or change that colleague's record.",
            Self::AccountTaken { .. } => "Change that asset, or retire it first.",
            Self::Unknown { .. } => "Choose one that is in use, or make it first.",
            Self::InUse { .. } => "Move these elsewhere first.",
            Self::LastAdmin { .. } => "Make a colleague an admin first, who signs in once.",
        }
    }

    /// The field at fault.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NameTaken { .. } => "name",
            Self::EmailTaken { .. } => "email",
            Self::AccountTaken { .. } => "account",
            Self::Unknown { field, .. } | Self::LastAdmin { field, .. } => field,
            Self::InUse { .. } => "retired",
        }
    }
}

impl Records<'_> {
    /// Whether a team can stand as it is wanted: its name is its own, and a team that retires
    /// serves no queue.
    ///
    /// # Errors
    /// [`Blocked::NameTaken`], [`Blocked::InUse`].
    pub fn allow_team(&self, wanted: &Team) -> Result<(), Blocked> {
        if wanted.retired {
            let serves = |q: &&Queue| !q.retired && q.team == wanted.id;
            let shares = |a: &&Asset| !a.retired && a.teams.contains(&wanted.id);
            let queues = self.queues.values().filter(serves).map(|q| format!("queue {}", q.name));
            let assets = self.assets.values().filter(shares).map(|a| format!("asset {}", a.name));
            return unused("team", queues.chain(assets).collect());
        }
        let others = self.teams.values().filter(|t| !t.retired && t.id != wanted.id);
        unique("team", &wanted.name, others.map(|t| (t.name.as_str(), t.id.as_str())))
    }

    /// Whether a queue can stand as it is wanted: its name is its own, a team serves it, and a
    /// queue that retires is no asset's and holds none of the `waiting` customers.
    ///
    /// # Errors
    /// [`Blocked::NameTaken`], [`Blocked::Unknown`], [`Blocked::InUse`].
    pub fn allow_queue(&self, wanted: &Queue, waiting: usize) -> Result<(), Blocked> {
        if wanted.retired {
            let fills = |a: &&Asset| !a.retired && a.queue == wanted.id;
            let assets = self.assets.values().filter(fills).map(|a| format!("asset {}", a.name));
            let customers = (waiting > 0).then(|| format!("{waiting} waiting"));
            return unused("queue", assets.chain(customers).collect());
        }
        self.known_team(&wanted.team, "team")?;
        let others = self.queues.values().filter(|q| !q.retired && q.id != wanted.id);
        unique("queue", &wanted.name, others.map(|q| (q.name.as_str(), q.id.as_str())))
    }

    /// Whether an asset can stand as it is wanted: its name and its account are its own, and its
    /// queue and teams exist. A retired asset keeps both names for history only.
    ///
    /// # Errors
    /// [`Blocked::NameTaken`], [`Blocked::AccountTaken`], [`Blocked::Unknown`].
    pub fn allow_asset(&self, wanted: &Asset) -> Result<(), Blocked> {
        if wanted.retired {
            return Ok(());
        }
        if self.queues.get(&wanted.queue).is_none_or(|queue| queue.retired) {
            let id = wanted.queue.to_string();
            return Err(Blocked::Unknown { kind: "queue", id, field: "queue" });
        }
        for team in &wanted.teams {
            self.known_team(team, "teams")?;
        }
        let others = || self.assets.values().filter(|a| !a.retired && a.id != wanted.id);
        unique("asset", &wanted.name, others().map(|a| (a.name.as_str(), a.id.as_str())))?;
        let same = |a: &&Asset| a.channel == wanted.channel && a.account == wanted.account;
        match others().find(same) {
            None => Ok(()),
            Some(other) => Err(Blocked::AccountTaken {
                account: wanted.account.clone(),
                other: other.id.to_string(),
            }),
        }
    }

    /// Whether an agent's record can stand as it is wanted: the e-mail address is the agent's own,
    /// the teams exist, and an admin is left who has found the way in. Two colleagues may have the same name. A team
    /// that has retired meanwhile stays in the record of an agent who was in it.
    ///
    /// # Errors
    /// [`Blocked::EmailTaken`], [`Blocked::Unknown`], [`Blocked::LastAdmin`].
    pub fn allow_agent(&self, wanted: Member<'_>) -> Result<(), Blocked> {
        let id = &wanted.profile.id;
        let others = || self.agents.iter().filter(|member| member.profile.id != *id);
        let same = |member: &&Member<'_>| member.email.eq_ignore_ascii_case(wanted.email);
        let others = Others {
            before: self.agent(id),
            same_email: others().find(same).map(|other| other.profile.name.as_str()),
            govern: others().any(Member::governs),
        };
        self.allow_agent_among(wanted, others)
    }

    /// As [`Records::allow_agent`], for a caller who has looked at the other agents.
    ///
    /// # Errors
    /// As [`Records::allow_agent`].
    pub fn allow_agent_among(&self, wanted: Member<'_>, others: Others<'_>) -> Result<(), Blocked> {
        let before = others.before;
        for team in &wanted.profile.teams {
            if before.is_none_or(|member| !member.profile.teams.contains(team)) {
                self.known_team(team, "teams")?;
            }
        }
        if let Some(other) = others.same_email {
            let (email, other) = (wanted.email.to_owned(), other.to_owned());
            return Err(Blocked::EmailTaken { email, other });
        }
        let admin = |member: &Member<'_>| member.active && member.profile.role == Role::Admin;
        if before.as_ref().is_some_and(admin) && !admin(&wanted) && !others.govern {
            let field = if wanted.active { "role" } else { "active" };
            return Err(Blocked::LastAdmin { name: wanted.profile.name.clone(), field });
        }
        Ok(())
    }

    /// Whether a key of the API can stand as it is wanted: its name is its own among `keys`, its teams
    /// exist, and nobody else has its id.
    ///
    /// # Errors
    /// [`Blocked::NameTaken`], [`Blocked::Unknown`].
    pub fn allow_key(
        &self,
        wanted: &ApiKey,
        keys: &BTreeMap<AgentId, ApiKey>,
    ) -> Result<(), Blocked> {
        if wanted.revoked {
            return Ok(());
        }
        for team in &wanted.teams {
            self.known_team(team, "teams")?;
        }
        if let Some(agent) = self.agent(&wanted.id) {
            let (name, other) = (wanted.id.to_string(), agent.profile.id.to_string());
            return Err(Blocked::NameTaken { kind: "agent", name, other });
        }
        let others = keys.values().filter(|key| !key.revoked && key.id != wanted.id);
        unique("key", &wanted.name, others.map(|key| (key.name.as_str(), key.id.as_str())))
    }

    fn known_team(&self, team: &TeamId, field: &'static str) -> Result<(), Blocked> {
        if self.teams.get(team).is_some_and(|team| !team.retired) {
            return Ok(());
        }
        Err(Blocked::Unknown { kind: "team", id: team.to_string(), field })
    }

    /// The agent of this id.
    #[must_use]
    pub fn agent(&self, id: &AgentId) -> Option<Member<'_>> {
        self.agents.iter().find(|member| member.profile.id == *id).copied()
    }
}

/// Refuses a name that another record has, in any letter case: a reader could not tell the two
/// apart.
fn unique<'a>(
    kind: &'static str,
    name: &str,
    mut others: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<(), Blocked> {
    let wanted = name.to_lowercase();
    match others.find(|(theirs, _)| theirs.to_lowercase() == wanted) {
        None => Ok(()),
        Some((_, other)) => {
            Err(Blocked::NameTaken { kind, name: name.to_owned(), other: other.to_owned() })
        }
    }
}

fn unused(kind: &'static str, by: Vec<String>) -> Result<(), Blocked> {
    if by.is_empty() { Ok(()) } else { Err(Blocked::InUse { kind, by: by.join(", ") }) }
}
