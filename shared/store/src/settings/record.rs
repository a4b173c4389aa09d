//! The records of the directory, and their writing with a version.

use crate::item::{self, BODY, Item, n, s};
use crate::settings::asset_secrets::AssetSecrets;
use crate::settings::overrides::{Changed, change_sk};
use crate::{Error, Result, SignIn, Store, key};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{CancellationReason, Put, TransactWriteItem, Update};
use domain::workspace::{ApiKey, Asset, Queue, Team};
use domain::{AgentId, Millis, Profile};
use serde::{Deserialize, Serialize};

/// An agent's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The fields that the rules look at.
    #[serde(flatten)]
    pub profile: Profile,
    /// The e-mail address at the sign-in service.
    pub email: String,
    /// The link that calls the agent (F22): `tel:`, `sip:` or `sips:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Whether the agent works here. An agent who has left keeps the record, for the names in
    /// threads.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub active: bool,
    /// The account by which the agent signs in, from the first sign-in on. Only
    /// [`Store::bind_sign_in`] and [`Store::unbind_sign_in`] change it; a write of the record
    /// leaves it alone.
    #[serde(skip)]
    pub signs_in: Option<SignIn>,
}

const fn yes() -> bool {
    true
}

/// The workspace's own record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workspace {
    /// The business's name; empty before an admin gave one.
    pub name: String,
    /// Whether an admin put the checklist of the first steps away.
    pub checklist_hidden: bool,
}

/// The version of a record, and its last change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The number of changes; 0: there is no such record. A record that a script wrote has 1.
    pub version: u64,
    /// The admin or manager who made the last change.
    pub by: Option<AgentId>,
    /// The moment of the last change.
    pub at: Option<Millis>,
}

/// One record of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// The workspace itself.
    Workspace(Workspace),
    /// An agent.
    Agent(Agent),
    /// A team.
    Team(Team),
    /// A queue.
    Queue(Queue),
    /// An account.
    Asset(Asset),
    /// The fields of an asset's provider.
    Secrets(AssetSecrets),
    /// A key of the API.
    Key(ApiKey),
}

/// The sort key of the workspace's own record.
const WORKSPACE_SK: &str = "workspace#";
/// Attribute: the number of changes of a record.
const VERSION: &str = "version";
/// Attribute: the agent who changed a record last.
const BY: &str = "by";
/// Attribute: the moment of a record's last change.
const AT: &str = "at";

macro_rules! record {
    ($($kind:ident),+) => {
        $(impl From<$kind> for Record {
            fn from(record: $kind) -> Self {
                Self::$kind(record)
            }
        })+
    };
}
record!(Workspace, Agent, Team, Queue, Asset);

impl From<AssetSecrets> for Record {
    fn from(record: AssetSecrets) -> Self {
        Self::Secrets(record)
    }
}

impl From<ApiKey> for Record {
    fn from(record: ApiKey) -> Self {
        Self::Key(record)
    }
}

/// The outcome of a write under conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrote {
    /// It stands.
    Done,
    /// Somebody changed the record first.
    Outrun,
    /// Somebody changed another record first: the rules must look again.
    Overtaken,
}

impl Record {
    /// The sort key: the kind of the record, and its id.
    pub(super) fn sk(&self) -> String {
        match self {
            Self::Workspace(_) => WORKSPACE_SK.to_owned(),
            Self::Agent(a) => key::agent_sk(&a.profile.id),
            Self::Team(t) => format!("team#{}", t.id),
            Self::Queue(q) => format!("queue#{}", q.id),
            Self::Asset(a) => format!("asset#{}", a.id),
            Self::Secrets(s) => format!("secrets#{}", s.asset),
            Self::Key(k) => format!("key#{}", k.id),
        }
    }

    fn body(&self) -> Result<String> {
        match self {
            Self::Workspace(w) => item::json(w),
            Self::Agent(a) => item::json(a),
            Self::Team(t) => item::json(t),
            Self::Queue(q) => item::json(q),
            Self::Asset(a) => item::json(a),
            Self::Secrets(s) => item::json(s),
            Self::Key(k) => item::json(k),
        }
    }
}

impl Store {
    /// Writes records without regard to their versions, all or none (up to 100): for a new table.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_records(&self, records: &[Record]) -> Result<()> {
        let mut request = self.client.transact_write_items();
        for record in records {
            // An update, not a put: a put would remove the account to which an agent's record is
            // bound.
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(item::key(key::CONFIG_PK, record.sk())))
                .update_expression("SET #b = :body")
                .expression_attribute_names("#b", BODY)
                .expression_attribute_values(":body", s(record.body()?))
                .build()
                .map_err(|e| Error::Failed(e.to_string()))?;
            request = request.transact_items(TransactWriteItem::builder().update(update).build());
        }
        request.send().await?;
        Ok(())
    }

    /// Writes a record with its entry in the log of changes, unless somebody changed the record
    /// since version `read` (0: there is none), or any record since `turn`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_record(
        &self,
        record: &Record,
        read: u64,
        changed: &Changed,
        turn: Option<u64>,
    ) -> Result<Wrote> {
        self.put_together(&[(record, read, changed)], turn).await
    }

    /// Writes records as [`Store::put_record`], all or none, up to 49.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_together(
        &self,
        records: &[(&Record, u64, &Changed)],
        turn: Option<u64>,
    ) -> Result<Wrote> {
        let mut request = self.client.transact_write_items();
        for (record, read, changed) in records {
            for part in self.parts_of(record, *read, changed)? {
                request = request.transact_items(part);
            }
        }
        if let Some(turn) = turn {
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(item::key(key::CONFIG_PK, key::TURN_SK)))
                .update_expression("SET #v = :next")
                .expression_attribute_names("#v", VERSION)
                .expression_attribute_values(":next", n(turn.saturating_add(1)));
            let update = match turn {
                0 => update.condition_expression("attribute_not_exists(pk)"),
                _ => update
                    .condition_expression("#v = :turn")
                    .expression_attribute_values(":turn", n(turn)),
            };
            let update = update.build().map_err(|e| Error::Failed(e.to_string()))?;
            request = request.transact_items(TransactWriteItem::builder().update(update).build());
        }
        let Err(error) = request.send().await else { return Ok(Wrote::Done) };
        let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) =
            error.as_service_error()
        else {
            return Err(error.into());
        };
        let reasons = cancelled.cancellation_reasons();
        let ours = records.len() * 2;
        let is = |reason: &CancellationReason, code| reason.code() == Some(code);
        if reasons.iter().take(ours).any(|reason| is(reason, "ConditionalCheckFailed")) {
            return Ok(Wrote::Outrun);
        }
        let met = |reason: &CancellationReason| {
            is(reason, "ConditionalCheckFailed") || is(reason, "TransactionConflict")
        };
        if reasons.iter().any(met) { Ok(Wrote::Overtaken) } else { Err(error.into()) }
    }

    fn parts_of(
        &self,
        record: &Record,
        read: u64,
        changed: &Changed,
    ) -> Result<[TransactWriteItem; 2]> {
        let version = read.saturating_add(1);
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CONFIG_PK, record.sk())))
            .update_expression("SET #b = :body, #v = :version, #by = :by, #at = :at")
            .expression_attribute_names("#b", BODY)
            .expression_attribute_names("#v", VERSION)
            .expression_attribute_names("#by", BY)
            .expression_attribute_names("#at", AT)
            .expression_attribute_values(":body", s(record.body()?))
            .expression_attribute_values(":version", n(version))
            .expression_attribute_values(":by", s(changed.by.to_string()))
            .expression_attribute_values(":at", n(changed.at.0));
        let update = match read {
            0 => update.condition_expression("attribute_not_exists(pk)"),
            // A record that a script wrote has no version yet.
            1 => update
                .condition_expression(
                    "attribute_exists(pk) AND (attribute_not_exists(#v) OR #v = :read)",
                )
                .expression_attribute_values(":read", n(read)),
            _ => update
                .condition_expression("#v = :read")
                .expression_attribute_values(":read", n(read)),
        };
        let mut entry =
            item::key(key::CONFIG_LOG_PK, format!("{}#record", change_sk(changed, version)));
        entry.insert(BODY.to_owned(), s(item::json(changed)?));
        let log = Put::builder().table_name(&self.table).set_item(Some(entry));
        let failed = |e: aws_sdk_dynamodb::error::BuildError| Error::Failed(e.to_string());
        let update = update.build().map_err(failed)?;
        let log = log.build().map_err(failed)?;
        Ok([
            TransactWriteItem::builder().update(update).build(),
            TransactWriteItem::builder().put(log).build(),
        ])
    }
}

impl Stamp {
    pub(super) fn read(item: &Item) -> Self {
        Self {
            version: item::number(item, VERSION).and_then(|v| u64::try_from(v).ok()).unwrap_or(1),
            by: item::text(item, BY).and_then(|by| by.parse().ok()),
            at: item::number(item, AT).map(Millis),
        }
    }
}
