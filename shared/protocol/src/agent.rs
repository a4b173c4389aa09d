//! Agents as admins read and change them.

use crate::settings::Given;
use crate::transfer::Candidate;
use crate::view::{Agent, Role};
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/agents`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agents {
    /// All agents, with presence and load.
    pub agents: Vec<Agent>,
    /// Where the request has an `act`: the targets that it could name, and why the rules refuse the
    /// others. Colleagues come first, then teams, skills and queues; never the caller.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Candidate>,
}

/// The body of `PUT /v1/agents/{agent}`. A field left out keeps its value; a new agent starts as an
/// `agent` with a capacity of 5.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AgentChange {
    /// The version of the record that you have read, from `GET /v1/workspace`; 0 invites a new
    /// agent under the id in the path, who needs a name and an e-mail address. Left out: of two
    /// changes at once the later one stands.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub version: Given<u64>,
    /// The e-mail address at the sign-in service, by which the agent's first sign-in finds the
    /// record. Only admins set it.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub email: Given<String>,
    /// The agent's role. Only admins set it, and an active admin must be left.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub role: Given<Role>,
    /// The ids of the agent's teams, up to 50; for a manager, the teams that the manager directs.
    /// Only admins set them.
    #[schemars(length(max = 50))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub teams: Given<Vec<String>>,
    /// The agent's name: 1 to 40 characters.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// How many conversations the agent may have in progress: 1 to 50.
    #[schemars(range(min = 1, max = 50))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub capacity: Given<i64>,
    /// The agent's skills: up to 20, each of 1 to 40 characters.
    #[schemars(length(max = 20), inner(length(min = 1, max = 40)))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub skills: Given<Vec<String>>,
    /// The link that calls the agent: `tel:`, `sip:` or `sips:`, up to 200 characters; `null`:
    /// none.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub call: Given<Option<String>>,
    /// `false`: the agent does not work here any more. The agent's sessions end, the agent's
    /// conversations go back to their queues, and the agent cannot sign in until the field is
    /// `true` again. Only admins set it, and not for themselves.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub active: Given<bool>,
    /// `true`: the server unbinds the record from the account at the sign-in service through which
    /// the agent signs in; the next sign-in with a verified e-mail address binds it anew. Only
    /// admins unbind.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub unbind: Given<bool>,
}

/// The body of `POST /v1/agents/import`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentsImport {
    /// The table as text: a line of headings and up to 10,000 rows, separated by commas, semicolons,
    /// tabs or bars. `email` is required; `name`, `role`, `teams`, `skills`, `capacity` and `call`
    /// are known; the server leaves other columns out and names them. An empty cell keeps what
    /// stands.
    pub csv: String,
    /// `true`: the answer tells the fate of every row, and nothing changes.
    #[serde(default)]
    pub dry_run: bool,
    /// The row with which to go on, from the last answer's `next`; 1 is the first row after the
    /// headings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
}

/// The answer to `POST /v1/agents/import`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImportReport {
    /// The rows of this part, in their order.
    pub rows: Vec<ImportRow>,
    /// How many rows the table has.
    pub total: u32,
    /// The row with which the next request goes on; absent: this was the last part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u32>,
    /// The headings that the server does not know, and so left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
}

/// One row of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImportRow {
    /// The row's number; 1 is the first one after the headings.
    pub row: u32,
    /// The e-mail address, as far as the row has one.
    pub email: String,
    /// The agent's name.
    pub name: String,
    /// The agent's id; absent for a refused row of nobody known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// The fate of the row.
    pub fate: Fate,
    /// The fields that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<String>,
    /// The reason for a refusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<crate::Refused>,
}

/// The fate of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The row makes an agent.
    New,
    /// The row changes an agent.
    Changed,
    /// The agent stands there as the row says.
    Unchanged,
    /// The server leaves the row out; `refused` says why.
    Refused,
}
