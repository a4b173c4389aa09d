//! Templates: messages that a provider approves beforehand and carries outside its window, too.

use crate::Time;
use crate::content::same_names;
use domain::template as d;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A template of an account in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Template {
    /// Its name at the provider; the same in every language.
    pub name: String,
    /// The language, for example `en_US`.
    pub language: String,
    /// What it is for.
    pub category: TemplateCategory,
    /// Whether it can be sent: only `approved` can.
    pub status: TemplateStatus,
    /// The line above the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The words, with `{{1}}` or `{{name}}` where values go.
    pub body: String,
    /// The line beneath the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The texts of its buttons.
    #[serde(default)]
    pub buttons: Vec<String>,
    /// The values that a message gives as `parameters`, in this order. A name that stands in header
    /// and body is listed once, a number in each part.
    pub placeholders: Vec<Placeholder>,
    /// The variable of canned messages that clients fill each placeholder from, in the same order;
    /// empty, or missing at the end: an agent writes the value.
    #[serde(default)]
    pub fills: Vec<String>,
    /// Goes up with every change.
    pub version: u64,
    /// When it was last changed.
    pub updated_at: Time,
    /// Who changed it.
    pub updated_by: String,
}

/// A value that a template takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Placeholder {
    /// Where it stands first.
    pub part: TemplatePart,
    /// Its number or name.
    pub name: String,
}

/// A part of a template that takes values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplatePart {
    /// The line above the body.
    Header,
    /// The words.
    Body,
}

/// What a template is for, as the provider sorts and bills it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplateCategory {
    /// About something that the customer ordered or asked for.
    Utility,
    /// Offers and news.
    Marketing,
    /// One-time codes.
    Authentication,
}

/// Whether a template can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplateStatus {
    /// The provider approved it.
    Approved,
    /// The provider stopped it for a while.
    Paused,
    /// The provider refused it.
    Rejected,
    /// The business uses it no longer. To agents it does not exist.
    Retired,
}

same_names!(d::Part, TemplatePart, Header, Body);
same_names!(d::Category, TemplateCategory, Utility, Marketing, Authentication);
same_names!(TemplateCategory, d::Category, Utility, Marketing, Authentication);
same_names!(d::Status, TemplateStatus, Approved, Paused, Rejected, Retired);
same_names!(TemplateStatus, d::Status, Approved, Paused, Rejected, Retired);

/// An account with its templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// The account's id, as a conversation names it in `asset`.
    pub asset: String,
    /// Its name.
    pub name: String,
    /// `whatsapp` …
    pub channel: String,
    /// Its templates, by name and language.
    pub templates: Vec<Template>,
}

/// `GET /v1/templates?asset=`: the accounts of the caller's teams that carry templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Templates {
    /// By id.
    pub accounts: Vec<Account>,
}

/// `PUT /v1/templates/{asset}`: enters a template, changes it or retires it. Name and language say
/// which; a template in another language is another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateChange {
    /// The version that you have read; 0 for a new one.
    pub version: u64,
    /// 1 to 512 of `a-z 0-9 _`.
    pub name: String,
    /// `en`, `en_US`, `zh_CN` …
    pub language: String,
    /// What it is for.
    pub category: TemplateCategory,
    /// How the provider's review stands; `retired` takes it out of use.
    pub status: TemplateStatus,
    /// One line of at most 60 characters, with at most one value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// 1 to 1,024 characters. Values are numbered `{{1}}`, `{{2}}` … without a gap, or all have
    /// names of `a-z 0-9 _`.
    pub body: String,
    /// One line of at most 60 characters, without values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// At most 10 texts of 1 to 25 characters, without values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<String>,
    /// For each value, in order, a variable of canned messages (`first_name`, `attribute.Order` …)
    /// from which clients fill it, or nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<String>,
}
