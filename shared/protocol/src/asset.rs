//! An asset's connection to its provider: the fields that an admin enters, the provider's answer to
//! a check, a test message, and what the engine saw last.
//!
//! Nobody reads a secret again: an answer shows a mask in its place, and a mask that comes back
//! changes nothing.

use crate::Time;
use crate::settings::Given;
use crate::workspace::AssetRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The answer to `GET /v1/assets/{asset}` and `PUT /v1/assets/{asset}/secrets`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AssetConnection {
    /// The asset's record.
    pub asset: AssetRecord,
    /// The path at which the provider's webhooks arrive, under the address of this API; absent for
    /// a channel without webhooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_path: Option<String>,
    /// The version of the fields, for the next `PUT`; 0: nobody has entered anything.
    pub version: u64,
    /// The fields that the channel's provider needs.
    pub fields: Vec<AssetField>,
    /// The last signs of the provider.
    pub health: AssetHealth,
}

/// A field that an admin enters for a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AssetField {
    /// The field's name: `access_token`.
    pub name: String,
    /// Whether the value is a secret.
    pub secret: bool,
    /// Whether the channel does not work without a value.
    pub required: bool,
    /// Whether the server makes the value; an admin copies it to the provider.
    pub made_here: bool,
    /// The value; of a secret, a mask with its last characters. Absent: there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether the value comes from the installation's own configuration and not from the console.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_environment: bool,
    /// The admin who entered the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<String>,
    /// The moment at which the admin entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Time>,
}

/// The last signs of a provider. The moments are exact to a quarter of an hour.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AssetHealth {
    /// The last webhook that the engine took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook: Option<Time>,
    /// The last message that the provider took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Time>,
    /// The last webhook that the engine refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Trouble>,
    /// The last message that the provider refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed: Option<Trouble>,
    /// The moment at which the provider was last asked how the asset stands; the engine asks every
    /// six hours, and whenever an admin checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Time>,
    /// The provider's answers to it that are not good: a token that lapses soon, a low quality.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// A moment at which something did not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Trouble {
    /// The moment.
    pub at: Time,
    /// The reason, in words.
    pub why: String,
}

/// The body of `PUT /v1/assets/{asset}/secrets`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AssetSecretsChange {
    /// The version of the fields that you have read; 0: there are none yet.
    pub version: u64,
    /// Values by the name of their field, each of up to 4,096 characters; `null` removes one. A
    /// field left out keeps its value, and so does one whose mask comes back. A field that is made
    /// here and has no value gets one.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub values: Given<BTreeMap<String, Option<String>>>,
}

/// The answer to `POST /v1/assets/{asset}/check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AssetCheck {
    /// Whether the asset can take and send messages, as far as the provider says.
    pub ready: bool,
    /// The findings, in the order in which a person would look.
    pub findings: Vec<Finding>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The thing: `access_token`, `app_secret`, `account`, `webhooks`, `quality`.
    pub about: String,
    /// How it stands.
    pub state: FindingState,
    /// How it stands, in words.
    pub message: String,
    /// The remedy, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// It is as it must be.
    Good,
    /// It works, and somebody should look at it.
    Warning,
    /// It does not work.
    Bad,
    /// Nobody could tell.
    Unknown,
}

/// The body of `POST /v1/assets/{asset}/test`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TestMessage {
    /// The address of the person who gets the message: for WhatsApp a phone number with the country
    /// code.
    pub to: String,
    /// The text; WhatsApp takes one only within 24 hours after the person wrote. Without a text the
    /// provider's own template for tests goes out (`hello_world`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The answer to `POST /v1/assets/{asset}/test`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TestResult {
    /// Whether the provider took the message.
    pub sent: bool,
    /// The provider's id of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// The provider's reason for a refusal, in its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
