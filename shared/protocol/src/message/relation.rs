//! Relations between messages, and the facts that a channel tells beside a message.

use domain::intake as d;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::content::same_names;

/// The earlier message that a message answers, edits, deletes or reacts to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Relation {
    /// The `seq` of the entry that holds the earlier message; absent: the server does not know the
    /// message, show "a message from before".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u64>,
    /// The side that wrote the earlier message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Side>,
    /// One line of the earlier message.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl From<domain::Relation> for Relation {
    fn from(relation: domain::Relation) -> Self {
        let domain::Relation { entry, by, text } = relation;
        Self { entry, by: by.map(Into::into), text }
    }
}

/// A side of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The customer.
    Customer,
    /// The business.
    Business,
}

same_names!(domain::Side, Side, Customer, Business);

/// How often a message was passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Forwarded {
    /// The message was passed on.
    Once,
    /// The message was passed on many times.
    Often,
}

same_names!(d::Forwarded, Forwarded, Once, Often);

/// The place from which the customer came to this conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Referral {
    /// The kind of place: `ad`, `post`, `product`, `link`, `story` or another word of the channel.
    pub kind: String,
    /// The provider's id of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The address of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The facts that a channel told beside a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beside {
    /// Present where the customer passed on somebody's message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded: Option<Forwarded>,
    /// The place from which the customer came to this conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<Referral>,
    /// The name of the member who wrote, in a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
}

impl From<d::Beside> for Beside {
    fn from(beside: d::Beside) -> Self {
        let d::Beside { forwarded, referral, member } = beside;
        Self { forwarded: forwarded.map(Into::into), referral: referral.map(Into::into), member }
    }
}

impl From<d::Referral> for Referral {
    fn from(referral: d::Referral) -> Self {
        let d::Referral { kind, id, headline, body, url } = referral;
        Self { kind, id, headline, body, url }
    }
}
