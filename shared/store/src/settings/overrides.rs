//! The settings: one document for the workspace, and one for each team and queue with settings of
//! its own.
//!
//! A document holds overrides only. A queue follows the workspace's rules, with its team's
//! overrides and then its own; the read of the directory computes them once.

pub use crate::settings::scope::Scope;
pub use domain::hours::{Hours, Shift};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::item::{self, BODY, Item, n, s};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use domain::{
    AgentId, Label, Millis, Mode, Policy, QueueId, Skill, Strategy, Survey, TeamId, TransferMode,
    WrapUp,
};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// All settings in force in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// The settings on which decisions depend.
    pub policy: Arc<Policy>,
    /// The business hours; `None`: always open.
    pub hours: Option<Hours>,
    /// The text for customers who write outside these hours.
    pub off_hours_message: Option<String>,
}

/// Reads a field that is present: its `null` is a value, not an absence.
fn given<'de, D, T>(deserializer: D) -> std::result::Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

macro_rules! overrides {
    ($($field:ident: $type:ty,)+) => {
        /// The overrides of one place; `None`: the setting around it holds.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Overrides {
            $(
                #[doc = concat!("See [`Policy::", stringify!($field), "`].")]
                #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
                pub $field: Option<$type>,
            )+
            /// The business hours.
            #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
            pub hours: Option<Option<Hours>>,
            /// The text for customers who write outside these hours.
            #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
            pub off_hours_message: Option<Option<String>>,
        }

        impl Overrides {
            /// Returns the rules of a place with these overrides within `around`.
            #[must_use]
            pub fn within(&self, around: &Rules) -> Rules {
                let mut rules = around.clone();
                let policy = Arc::make_mut(&mut rules.policy);
                $(if let Some(value) = &self.$field { value.clone_into(&mut policy.$field); })+
                if let Some(hours) = &self.hours {
                    rules.hours.clone_from(hours);
                }
                if let Some(message) = &self.off_hours_message {
                    rules.off_hours_message.clone_from(message);
                }
                rules
            }

            /// Returns these overrides, and those of `others` for the settings without one.
            #[must_use]
            pub fn or(self, others: Self) -> Self {
                Self {
                    $($field: self.$field.or(others.$field),)+
                    hours: self.hours.or(others.hours),
                    off_hours_message: self.off_hours_message.or(others.off_hours_message),
                }
            }
        }
    };
}

overrides! {
    discuss_timeout: Millis,
    assign_timeout: Millis,
    conference_timeout: Millis,
    step_timeout: Millis,
    requeue_after: Option<Millis>,
    requeue_warning: Millis,
    auto_resolve_after: Millis,
    closing_phrases: Vec<String>,
    abandon_after: Option<Millis>,
    reopen_within: Option<Millis>,
    first_answer_target: Millis,
    first_answer_warning: Millis,
    offline_requeue_after: Option<Millis>,
    wrap_up: WrapUp,
    wrap_up_limit: Option<Millis>,
    dispositions: Vec<String>,
    transfer_mode: TransferMode,
    transfer_outside_own_teams: bool,
    transfer_keeps_wait: bool,
    transfer_keeps_priority: bool,
    conference_limit: u8,
    mode: Mode,
    strategy: Strategy,
    skills: Vec<Skill>,
    priority: u8,
    reject_reasons: Vec<String>,
    withdraw_reasons: Vec<String>,
    away_reasons: Vec<String>,
    surveys: Vec<Survey>,
    triggers: Vec<String>,
    labels: Vec<Label>,
    tags: Vec<String>,
    web_origins: Vec<String>,
    history_stays_with_team: bool,
}

/// The overrides of one scope, with their last change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// The overrides.
    pub own: Overrides,
    /// The version, which goes up with every change; 0 before the first.
    pub version: u64,
    /// The manager or admin who made the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<AgentId>,
    /// The moment of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Millis>,
}

/// All settings documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documents(BTreeMap<Scope, Document>);

impl Documents {
    /// The document of a scope; an empty one if the scope has none.
    #[must_use]
    pub fn of(&self, scope: &Scope) -> Document {
        self.0.get(scope).cloned().unwrap_or_default()
    }

    /// Puts a document in place of the scope's.
    pub fn put(&mut self, scope: Scope, document: Document) {
        self.0.insert(scope, document);
    }

    /// The workspace's rules.
    #[must_use]
    pub fn workspace(&self) -> Rules {
        self.over(&Scope::Workspace, Rules::default())
    }

    /// The rules of a team.
    #[must_use]
    pub fn team(&self, team: &TeamId) -> Rules {
        self.over(&Scope::Team(team.clone()), self.workspace())
    }

    /// The rules of a queue that `team` serves.
    #[must_use]
    pub fn queue(&self, queue: &QueueId, team: &TeamId) -> Rules {
        self.over(&Scope::Queue(queue.clone()), self.team(team))
    }

    fn over(&self, scope: &Scope, around: Rules) -> Rules {
        match self.0.get(scope) {
            Some(document) => document.own.within(&around),
            None => around,
        }
    }
}

/// A change of a settings document, which the log keeps for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The moment of the change.
    pub at: Millis,
    /// The manager or admin who made it.
    pub by: AgentId,
    /// The scope of the document.
    pub scope: Scope,
    /// The changed fields.
    pub changes: Vec<Change>,
}

/// A changed field, in the protocol's words. `None`: the document had no value there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The name of the field.
    pub field: String,
    /// The value before.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub from: Option<Value>,
    /// The value after.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub to: Option<Value>,
}

impl Store {
    /// Writes a settings document with its entry in the change log, unless somebody changed the
    /// document since version `read`. Returns whether it was written.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_settings(
        &self,
        document: &Document,
        read: u64,
        changed: &Changed,
    ) -> Result<bool> {
        let mut item = item::key(key::CONFIG_PK, key::settings_sk(&changed.scope));
        item.insert(BODY.to_owned(), s(item::json(document)?));
        item.insert("version".to_owned(), n(document.version));
        self.put_logged(item, read, document.version, changed).await
    }

    /// Puts version `version` of an item in place of version `read` (0: there is none), with its
    /// entry in the log of changes. Returns whether that version stood there.
    pub(crate) async fn put_logged(
        &self,
        item: Item,
        read: u64,
        version: u64,
        changed: &Changed,
    ) -> Result<bool> {
        let put = Put::builder().table_name(&self.table).set_item(Some(item));
        let put = if read == 0 {
            put.condition_expression("attribute_not_exists(pk)")
        } else {
            put.condition_expression("#v = :read")
                .expression_attribute_names("#v", item::VERSION)
                .expression_attribute_values(":read", n(read))
        };
        let put = put.build().map_err(|e| Error::Failed(e.to_string()))?;
        self.write_logged(TransactWriteItem::builder().put(put).build(), version, changed).await
    }

    /// Writes under a condition, with an entry in the log of changes. Returns whether the condition
    /// held.
    pub(crate) async fn write_logged(
        &self,
        write: TransactWriteItem,
        version: u64,
        changed: &Changed,
    ) -> Result<bool> {
        let mut entry = item::key(key::CONFIG_LOG_PK, change_sk(changed, version));
        entry.insert(BODY.to_owned(), s(item::json(changed)?));
        let log = Put::builder().table_name(&self.table).set_item(Some(entry));
        let log = log.build().map_err(|e| Error::Failed(e.to_string()))?;
        let log = TransactWriteItem::builder().put(log).build();
        let request = self.client.transact_write_items();
        written(request.transact_items(write).transact_items(log).send().await)
    }

    /// Puts an act into the log of changes that changes no record, such as a sign-in link.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_change(&self, changed: &Changed) -> Result<()> {
        let act = changed.changes.first().map_or("", |change| change.field.as_str());
        let mut entry = item::key(key::CONFIG_LOG_PK, format!("{}#{act}", change_sk(changed, 0)));
        entry.insert(BODY.to_owned(), s(item::json(changed)?));
        self.client.put_item().table_name(&self.table).set_item(Some(entry)).send().await?;
        Ok(())
    }

    /// Returns the newest `limit` changes of settings and records, newest first: all of them, or
    /// those of one place.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn settings_changes(&self, of: Option<&Scope>, limit: usize) -> Result<Vec<Changed>> {
        let page = i32::try_from(if of.is_some() { 500 } else { limit }).unwrap_or(i32::MAX);
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::CONFIG_LOG_PK))
            .scan_index_forward(false)
            .consistent_read(true)
            .limit(page)
            .into_paginator()
            .items()
            .send();
        let mut changes = Vec::new();
        while changes.len() < limit
            && let Some(item) = pages.next().await
        {
            let changed: Changed = item::body(&item?, BODY)?;
            if of.is_none_or(|of| changed.scope == *of) {
                changes.push(changed);
            }
        }
        Ok(changes)
    }
}

/// Whether a write under a condition was carried out: `false` if somebody else was faster.
pub(super) fn written<T, R>(
    sent: std::result::Result<T, SdkError<TransactWriteItemsError, R>>,
) -> Result<bool>
where
    Error: From<SdkError<TransactWriteItemsError, R>>,
{
    let outrun = |reason: Option<&str>| {
        matches!(reason, Some("ConditionalCheckFailed" | "TransactionConflict"))
    };
    match sent {
        Ok(_) => Ok(true),
        Err(error) => match error.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(cancelled))
                if cancelled.cancellation_reasons().iter().any(|r| outrun(r.code())) =>
            {
                Ok(false)
            }
            _ => Err(error.into()),
        },
    }
}

pub(super) fn change_sk(changed: &Changed, version: u64) -> String {
    format!("{:013}#{}#{version:010}", changed.at.0, changed.scope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_can_be_overridden() {
        let policy = serde_json::to_value(Policy::default()).unwrap();
        let own: Overrides = serde_json::from_value(policy.clone()).unwrap();
        assert_eq!(serde_json::to_value(&own).unwrap(), policy);
        assert_eq!(own.within(&Rules::default()), Rules::default());
    }

    #[test]
    fn the_queue_overrules_its_team_and_the_team_the_workspace() {
        let (team, queue): (TeamId, QueueId) =
            ("support".parse().unwrap(), "returns".parse().unwrap());
        let own = |discuss: i64| Overrides {
            discuss_timeout: Some(Millis::seconds(discuss)),
            ..Overrides::default()
        };
        let mut all = Documents::default();
        let put = |all: &mut Documents, scope, own| {
            all.put(scope, Document { own, ..Document::default() });
        };
        let seconds = |all: &Documents| all.queue(&queue, &team).policy.discuss_timeout.0 / 1_000;
        assert_eq!(seconds(&all), 120);
        put(&mut all, Scope::Workspace, own(60));
        assert_eq!(seconds(&all), 60);
        put(&mut all, Scope::Team(team.clone()), own(50));
        assert_eq!(seconds(&all), 50);
        put(&mut all, Scope::Queue(queue.clone()), own(40));
        assert_eq!(seconds(&all), 40);
        assert_eq!(all.team(&team).policy.discuss_timeout, Millis::seconds(50));
    }

    #[test]
    fn off_is_something_else_than_unsaid() {
        let own = Overrides { requeue_after: Some(None), ..Overrides::default() };
        let json = serde_json::to_string(&own).unwrap();
        assert_eq!(json, r#"{"requeue_after":null}"#);
        assert_eq!(serde_json::from_str::<Overrides>(&json).unwrap(), own);
        assert_eq!(own.within(&Rules::default()).policy.requeue_after, None);
    }
}
