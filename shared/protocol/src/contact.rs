//! Contacts: customers as agents know them.

use std::collections::BTreeMap;

use crate::Time;
use crate::settings::Given;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/contacts/{contact}`: a customer over all channels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ContactProfile {
    /// The contact's id.
    pub id: String,
    /// The customer's name, as the first channel or an agent gave it; may be empty.
    pub name: String,
    /// The addresses at which the customer can be reached.
    pub identities: Vec<Identity>,
    /// The moment at which the customer first wrote.
    pub since: Time,
    /// The customer's e-mail address, whatever channels they use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The customer's phone numbers beside those in `identities`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// Further facts that agents noted, by name.
    pub attributes: BTreeMap<String, String>,
    /// The version: every change raises it, and `PATCH` must give the one that it has read.
    pub version: u64,
}

/// An address of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Identity {
    /// The channel: `whatsapp`, `web` …
    pub channel: String,
    /// The customer's address on that channel.
    pub address: String,
}

/// The body of `PATCH /v1/contacts/{contact}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactChange {
    /// The version that you have read.
    pub version: u64,
    /// The customer's new name, 1 to 40 characters, whatever the channel says. Absent: the name
    /// stays.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The customer's e-mail address, at most 200 characters; `null`: none is known any more.
    /// Absent: the address stays.
    #[schemars(length(max = limit::EMAIL))]
    #[serde(default, skip_serializing_if = "Given::is_absent")]
    pub email: Given<Option<String>>,
    /// All further phone numbers of the customer: at most 10 of at most 30 characters, each with 5
    /// to 15 digits. Absent: the numbers stay.
    #[schemars(length(max = limit::PHONES), inner(length(min = 1, max = limit::PHONE)))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phones: Option<Vec<String>>,
    /// Changed attributes: names of 1 to 40 characters, values of 1 to 200. `null` removes an
    /// attribute; an attribute without an entry here stays. A contact has at most 30.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Option<String>>,
}
