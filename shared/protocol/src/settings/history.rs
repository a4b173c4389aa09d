//! The log of changes: each change of a setting or a record, with its author and its place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Given;
use crate::Time;

/// The place that settings or a change concern. Settings hold for the first three.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole workspace.
    Workspace,
    /// The queues of this team.
    Team(String),
    /// This queue.
    Queue(String),
    /// This agent's record.
    Agent(String),
    /// This asset's record.
    Asset(String),
    /// This key of the API.
    Key(String),
    /// This canned message.
    Canned(String),
    /// This template: `<asset>/<name>/<language>`.
    Template(String),
}

/// The answer to `GET /v1/settings/changes?limit=`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SettingsLog {
    /// The changes, newest first.
    pub changes: Vec<SettingsChanged>,
}

/// One change of the settings, or of a record of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SettingsChanged {
    /// The moment of the change.
    pub at: Time,
    /// The person who made the change.
    pub by: String,
    /// The place whose settings or whose record changed.
    pub scope: Scope,
    /// The fields that changed.
    pub changes: Vec<FieldChange>,
}

/// One changed field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldChange {
    /// The field's name.
    pub field: String,
    /// The earlier value; absent: the place inherited the field.
    #[serde(default, skip_serializing_if = "Given::is_absent")]
    pub from: Given<Value>,
    /// The new value; absent: the place inherits the field.
    #[serde(default, skip_serializing_if = "Given::is_absent")]
    pub to: Given<Value>,
}
