//! Templates: messages that a provider approves beforehand and carries outside its window, too.

use crate::Time;
use crate::message::content::same_names;
use domain::template as d;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A template of an account in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Template {
    /// The template's name at the provider; the same in every language.
    pub name: String,
    /// The language, for example `en_US`.
    pub language: String,
    /// The template's purpose.
    pub category: TemplateCategory,
    /// The template's state: agents can send an `approved` one only.
    pub status: TemplateStatus,
    /// The line above the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The text, with `{{1}}` or `{{name}}` where values go.
    pub body: String,
    /// The line beneath the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The texts of the template's buttons.
    #[serde(default)]
    pub buttons: Vec<String>,
    /// The values that a message gives as `parameters`, in this order. The list holds a name that
    /// stands in header and body once, and a number once for each part.
    pub placeholders: Vec<Placeholder>,
    /// The variable of canned messages from which clients fill each placeholder, in the same order;
    /// empty, or missing at the end: an agent writes the value.
    #[serde(default)]
    pub fills: Vec<String>,
    /// The version: every change raises it.
    pub version: u64,
    /// The moment of the last change.
    pub updated_at: Time,
    /// The person who made the last change.
    pub updated_by: String,
}

/// A value that a template takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Placeholder {
    /// The part in which the placeholder stands first.
    pub part: TemplatePart,
    /// The placeholder's number or name.
    pub name: String,
}

/// A part of a template that takes values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplatePart {
    /// The line above the body.
    Header,
    /// The text.
    Body,
}

/// A template's purpose, by which the provider sorts and bills it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplateCategory {
    /// Messages about something that the customer ordered or asked for.
    Utility,
    /// Offers and news.
    Marketing,
    /// One-time codes.
    Authentication,
}

/// Whether agents can send a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplateStatus {
    /// The provider approved the template.
    Approved,
    /// The provider stopped the template for a while.
    Paused,
    /// The provider refused the template.
    Rejected,
    /// The business uses the template no longer. To agents it does not exist.
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
    /// The account's name.
    pub name: String,
    /// The channel: `whatsapp` …
    pub channel: String,
    /// The account's templates, by name and language.
    pub templates: Vec<Template>,
}

/// The answer to `GET /v1/templates?asset=`: the accounts of the caller's teams that carry
/// templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Templates {
    /// The accounts, by id.
    pub accounts: Vec<Account>,
}

/// The body of `PUT /v1/templates/{asset}`: enters a template, changes it or retires it. Name and
/// language name the template; the same name in another language is another template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateChange {
    /// The version that you have read; 0 for a new template.
    pub version: u64,
    /// The template's name: 1 to 512 of `a-z 0-9 _`.
    pub name: String,
    /// The language: `en`, `en_US`, `zh_CN` …
    pub language: String,
    /// The template's purpose.
    pub category: TemplateCategory,
    /// The state of the provider's review; `retired` takes the template out of use.
    pub status: TemplateStatus,
    /// The line above the body: at most 60 characters, with at most one value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The text: 1 to 1,024 characters. Values are numbered `{{1}}`, `{{2}}` … without a gap, or
    /// all have names of `a-z 0-9 _`.
    pub body: String,
    /// The line beneath the body: at most 60 characters, without values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The texts of the buttons: at most 10, each of 1 to 25 characters, without values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<String>,
    /// For each value, in order, a variable of canned messages (`first_name`, `attribute.Order` …)
    /// from which clients fill the value, or nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<String>,
}
