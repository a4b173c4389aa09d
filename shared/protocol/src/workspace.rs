//! The records of the workspace: its teams, queues, assets and agents, as managers and admins read
//! them and as admins change them.
//!
//! Every record has a `version`. A change names the version that the client has read; 0 makes a new
//! record under the id in the path. Nobody deletes a record: a retired one keeps its name for
//! history.

use crate::Time;
use crate::settings::Given;
use crate::view::Role;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/workspace`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Workspace {
    /// The workspace's own record.
    pub workspace: WorkspaceRecord,
    /// The teams, by id; retired ones among them, as in every list here.
    pub teams: Vec<TeamRecord>,
    /// The queues, by id.
    pub queues: Vec<QueueRecord>,
    /// The assets, by id.
    pub assets: Vec<AssetRecord>,
    /// The agents, by id; those who have left among them.
    pub agents: Vec<AgentRecord>,
}

/// The version of a record, and its last change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stamp {
    /// The version: every change raises it, and a `PUT` names the one that the client has read.
    pub version: u64,
    /// The admin or manager who made the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<String>,
    /// The moment of the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Time>,
}

/// The workspace's own record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WorkspaceRecord {
    /// The business's name; empty before an admin gave one.
    pub name: String,
    /// Whether an admin put the checklist of the first steps away.
    pub checklist_hidden: bool,
    /// Its version, and the last change; version 0: nobody has changed it yet.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// A team's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TeamRecord {
    /// The team's id.
    pub id: String,
    /// The team's name.
    pub name: String,
    /// Whether the team is history.
    #[serde(default)]
    pub retired: bool,
    /// Its version, and the last change.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// A queue's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QueueRecord {
    /// The queue's id.
    pub id: String,
    /// The queue's name.
    pub name: String,
    /// The team that serves it.
    pub team: String,
    /// Whether the queue is history.
    #[serde(default)]
    pub retired: bool,
    /// Its version, and the last change.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// The record of one of the business's accounts at a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AssetRecord {
    /// The asset's id. It stands in the webhook's address and in the web chat's snippet.
    pub id: String,
    /// The asset's name.
    pub name: String,
    /// The channel: `whatsapp` or `web`.
    pub channel: String,
    /// The provider's id of the account: for WhatsApp the phone number id.
    pub account: String,
    /// The queue in which its conversations wait.
    pub queue: String,
    /// The teams that share the account, beside the one that serves the queue.
    #[serde(default)]
    pub teams: Vec<String>,
    /// Whether the asset is history.
    #[serde(default)]
    pub retired: bool,
    /// Its version, and the last change.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// An agent's record, as managers and admins read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgentRecord {
    /// The agent's id.
    pub id: String,
    /// The agent's name.
    pub name: String,
    /// The e-mail address at the sign-in service.
    pub email: String,
    /// The agent's role.
    pub role: Role,
    /// The agent's teams; for a manager, the teams that the manager directs.
    pub teams: Vec<String>,
    /// How many conversations the agent may have.
    pub capacity: u32,
    /// The agent's skills.
    #[serde(default)]
    pub skills: Vec<String>,
    /// The link that calls the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Whether the agent works here.
    pub active: bool,
    /// Whether the agent has signed in at least once.
    pub bound: bool,
    /// Its version, and the last change.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// The body of `PUT /v1/workspace`. A field left out keeps its value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WorkspaceChange {
    /// The version that you have read.
    pub version: u64,
    /// The business's name: 1 to 40 characters.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// Whether to put the checklist of the first steps away.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub checklist_hidden: Given<bool>,
}

/// The body of `PUT /v1/teams/{team}`. A field left out keeps its value; a new team needs a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TeamChange {
    /// The version that you have read; 0 makes a new team.
    pub version: u64,
    /// The team's name: 1 to 40 characters, and no other team's.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// `true`: the team becomes history. Its queues and the assets that it shares must be retired
    /// or moved first.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub retired: Given<bool>,
}

/// The body of `PUT /v1/queues/{queue}`. A field left out keeps its value; a new queue needs a name
/// and a team.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct QueueChange {
    /// The version that you have read; 0 makes a new queue.
    pub version: u64,
    /// The queue's name: 1 to 40 characters, and no other queue's.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// The id of the team that serves the queue.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub team: Given<String>,
    /// `true`: the queue becomes history. Assets that use it must be moved first, and nobody may
    /// wait in it.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub retired: Given<bool>,
}

/// The body of `PUT /v1/assets/{asset}`. A field left out keeps its value; a new asset needs a
/// name, a channel, an account (for the web chat the server takes the asset's id) and a queue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AssetChange {
    /// The version that you have read; 0 makes a new asset.
    pub version: u64,
    /// The asset's name: 1 to 40 characters, and no other asset's.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// The channel: `whatsapp` or `web`. It never changes.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub channel: Given<String>,
    /// The provider's id of the account, of 1 to 100 characters: for WhatsApp the phone number id.
    #[schemars(length(min = 1, max = 100))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub account: Given<String>,
    /// The id of the queue in which its conversations wait. Conversations that have begun stay
    /// where they are.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub queue: Given<String>,
    /// The ids of the teams that share the account, beside the one that serves the queue: up to 50.
    #[schemars(length(max = 50))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub teams: Given<Vec<String>>,
    /// `true`: the asset becomes history. The server keeps what still arrives for it, and admins
    /// see it in the settings.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub retired: Given<bool>,
}
