//! The fields that an admin entered for an asset's provider: the record names each field and refers to the
//! vault, where the secrets themselves stand.

use std::collections::BTreeMap;

use domain::{AgentId, AssetId, Millis};
use serde::{Deserialize, Serialize};

/// The record of an asset's fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssetSecrets {
    /// The asset.
    pub asset: AssetId,
    /// The fields that have a value, by name.
    pub fields: BTreeMap<String, Entered>,
    /// The version in the vault that holds the secrets; `None`: no field is secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vault: Option<String>,
}

/// A field that has a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// The value; of a secret, only a mask.
    pub shown: String,
    /// The admin who entered the value.
    pub by: AgentId,
    /// The moment at which the admin entered it.
    pub at: Millis,
}
