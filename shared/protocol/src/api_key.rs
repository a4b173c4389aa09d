//! Keys of the API: programs send one of a key's tokens in place of an agent's token.
//!
//! A program acts as an agent of its own, under the key's name, with the key's role and teams. A
//! token begins with `swk_`. The answer that makes it is the only one that ever shows it.

use crate::Time;
use crate::settings::Given;
use crate::view::Role;
use crate::workspace::Stamp;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The requests that a key admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// The program reads and listens; it changes nothing.
    Read,
    /// The program may do what its role may do.
    Write,
}

/// The answer to `GET /v1/keys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApiKeys {
    /// The keys, by id; revoked ones among them.
    pub keys: Vec<ApiKey>,
}

/// A key's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApiKey {
    /// The key's id, and the id of the agent as whom the program acts.
    pub id: String,
    /// The key's name, which colleagues see in threads.
    pub name: String,
    /// The program's role.
    pub role: Role,
    /// The program's teams.
    pub teams: Vec<String>,
    /// Whether the program may change anything.
    pub access: Access,
    /// How many requests the program may send within a minute.
    pub requests_a_minute: u32,
    /// The tokens that open the door, oldest first.
    pub tokens: Vec<ApiToken>,
    /// Whether the key opens nothing any more.
    #[serde(default)]
    pub revoked: bool,
    /// The last minute or so in which the program used the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<Time>,
    /// Its version, and the last change.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// A token, without its secret part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApiToken {
    /// The token's last characters.
    pub hint: String,
    /// The moment at which an older token lapses; the newest has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
}

/// The answer to `PUT /v1/keys/{key}` and `POST /v1/keys/{key}/rotate`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IssuedKey {
    /// The key's record.
    pub key: ApiKey,
    /// The new token, if the request made one. No other answer shows it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// The body of `PUT /v1/keys/{key}`. A field left out keeps its value; a new key needs a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApiKeyChange {
    /// The version that you have read; 0 makes a new key.
    pub version: u64,
    /// The key's name: 1 to 40 characters, and no other key's.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// The program's role; `agent` unless you say otherwise.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub role: Given<Role>,
    /// The ids of the program's teams: up to 50.
    #[schemars(length(max = 50))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub teams: Given<Vec<String>>,
    /// Whether the program may change anything; `read` unless you say otherwise.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub access: Given<Access>,
    /// How many requests the program may send within a minute: 1 to 6,000; 600 unless you say
    /// otherwise.
    #[schemars(range(min = 1, max = 6_000))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub requests_a_minute: Given<i64>,
    /// `true`: the key opens nothing any more, from now on and for good. Its sockets close, and the
    /// program's conversations go back to their queues.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub revoked: Given<bool>,
}

/// The body of `POST /v1/keys/{key}/rotate`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApiKeyRotation {
    /// The version that you have read.
    pub version: u64,
    /// For how many seconds the earlier token still opens the door: 0 to 2,592,000 (30 days);
    /// 86,400 (a day) unless you say otherwise.
    #[schemars(range(min = 0, max = 2_592_000))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub overlap_seconds: Given<i64>,
}
