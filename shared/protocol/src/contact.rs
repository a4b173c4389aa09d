//! Customers as agents know them.

use std::collections::BTreeMap;

use crate::Time;
use crate::settings::Given;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `GET /v1/contacts/{contact}`: a customer over all channels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ContactProfile {
    /// The contact's id.
    pub id: String,
    /// Their name, as the first channel gave it or an agent did; may be empty.
    pub name: String,
    /// Where they are reached.
    pub identities: Vec<Identity>,
    /// When they first wrote.
    pub since: Time,
    /// Their e-mail address, whatever channels they use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Numbers beside those in `identities`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// What else agents know of them.
    pub attributes: BTreeMap<String, String>,
    /// Goes up with every change; `PATCH` must give the one it has read.
    pub version: u64,
}

/// An address of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Identity {
    /// `whatsapp`, `web` …
    pub channel: String,
    /// Their address there.
    pub address: String,
}

/// `PATCH /v1/contacts/{contact}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactChange {
    /// The version that was read.
    pub version: u64,
    /// What they are called from now on, 1 to 40 characters, whatever the channel says. Absent: it
    /// stays.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their e-mail address, at most 200 characters; `null`: none is known any more. Absent: it
    /// stays.
    #[schemars(length(max = limit::EMAIL))]
    #[serde(default, skip_serializing_if = "Given::is_absent")]
    pub email: Given<Option<String>>,
    /// All their further numbers: at most 10 of at most 30 characters, each with 5 to 15
    /// digits. Absent: they stay.
    #[schemars(length(max = limit::PHONES), inner(length(min = 1, max = limit::PHONE)))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phones: Option<Vec<String>>,
    /// What is known of them now: names of 1 to 40 characters, values of 1 to 200; `null` takes one
    /// away, and one that is not named stays. At most 30 in the end.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Option<String>>,
}
