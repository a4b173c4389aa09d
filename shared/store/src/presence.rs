//! Agents' presence, as they or their managers set it. The table keeps managers' changes for 90
//! days.

use crate::agent::workload::{AWAY, SET_BY, SINCE, Workload};
use crate::item::{self, BODY, Item, SK, TTL, n, s};
use crate::key::SOCKETS;
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    Put, ReturnValuesOnConditionCheckFailure as Returned, TransactWriteItem, Update,
};
use domain::{AgentId, Millis};
use serde::{Deserialize, Serialize};

/// The time for which the table keeps a manager's change of presence.
const KEPT: Millis = Millis::hours(90 * 24);
/// The number of changes that one request reads.
const NEWEST: i32 = 100;

/// A change that a manager or admin made to an agent's presence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresenceChange {
    /// The moment of the change.
    pub at: Millis,
    /// The manager or admin who made it.
    pub by: AgentId,
    /// The reason for which the agent takes no work, empty if there is none; `None`: the agent
    /// takes work.
    pub away: Option<String>,
}

/// The stored fields beside the key.
#[derive(Serialize, Deserialize)]
struct Body {
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    away: Option<String>,
    #[serde(rename = "b")]
    by: AgentId,
}

/// The result of setting an agent's presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PresenceSet {
    /// The presence is set, and the change recorded.
    Done,
    /// The agent already had this presence.
    Unchanged,
    /// Nobody is connected.
    Offline,
    /// Another transaction touched the workload. The table is unchanged; try again.
    Conflict,
}

impl Store {
    /// Notes that the agent takes work, or the reason for which they take none. A second call
    /// changes nothing.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn set_away(&self, agent: &AgentId, away: Option<&str>, now: Millis) -> Result<()> {
        let mut request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .expression_attribute_names("#a", AWAY)
            .expression_attribute_names("#s", SINCE)
            .expression_attribute_names("#by", SET_BY)
            .expression_attribute_values(":now", n(now.0));
        request = match away {
            Some(reason) => request
                .update_expression("SET #a = :why, #s = :now REMOVE #by")
                .condition_expression("attribute_not_exists(#a) OR #a <> :why")
                .expression_attribute_values(":why", s(reason)),
            None => request
                .update_expression("SET #s = :now REMOVE #a, #by")
                .condition_expression("attribute_exists(#a)"),
        };
        match request.send().await {
            Err(error)
                if !error
                    .as_service_error()
                    .is_some_and(UpdateItemError::is_conditional_check_failed_exception) =>
            {
                Err(error.into())
            }
            _ => Ok(()),
        }
    }

    /// Sets an agent's presence for them, and records who did. An agent who is offline cannot be
    /// made to take work.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn set_away_for(
        &self,
        agent: &AgentId,
        change: &PresenceChange,
    ) -> Result<PresenceSet> {
        let build = |e: aws_sdk_dynamodb::error::BuildError| Error::Failed(e.to_string());
        let workload = Update::builder()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .return_values_on_condition_check_failure(Returned::AllOld)
            .expression_attribute_names("#a", AWAY)
            .expression_attribute_names("#s", SINCE)
            .expression_attribute_names("#by", SET_BY)
            .expression_attribute_values(":now", n(change.at.0))
            .expression_attribute_values(":by", s(change.by.as_str()));
        let workload = match &change.away {
            Some(reason) => workload
                .update_expression("SET #a = :why, #s = :now, #by = :by")
                .condition_expression("attribute_not_exists(#a) OR #a <> :why")
                .expression_attribute_values(":why", s(reason)),
            None => workload
                .update_expression("SET #s = :now, #by = :by REMOVE #a")
                .condition_expression("attribute_exists(#sockets) AND attribute_exists(#a)")
                .expression_attribute_names("#sockets", SOCKETS),
        };
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(written(agent, change)?))
            .build()
            .map_err(build)?;
        let both = vec![
            TransactWriteItem::builder().update(workload.build().map_err(build)?).build(),
            TransactWriteItem::builder().put(put).build(),
        ];
        let sent = self.client.transact_write_items().set_transact_items(Some(both)).send().await;
        let Err(error) = sent else { return Ok(PresenceSet::Done) };
        match error.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
                let reasons = cancelled.cancellation_reasons();
                let of = |code| reasons.iter().find(|r| r.code() == Some(code));
                if let Some(refused) = of("ConditionalCheckFailed") {
                    let found = refused.item().map(Workload::read).unwrap_or_default();
                    let nobody = change.away.is_none() && found.sockets.is_empty();
                    return Ok(if nobody { PresenceSet::Offline } else { PresenceSet::Unchanged });
                }
                match of("TransactionConflict") {
                    Some(_) => Ok(PresenceSet::Conflict),
                    None => Err(error.into()),
                }
            }
            Some(TransactWriteItemsError::TransactionInProgressException(_)) => {
                Ok(PresenceSet::Conflict)
            }
            _ => Err(error.into()),
        }
    }

    /// Returns the newest changes that others made to an agent's presence, newest first.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn presence_changes(
        &self,
        agent: &AgentId,
        now: Millis,
    ) -> Result<Vec<PresenceChange>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk > :oldest")
            .expression_attribute_values(":pk", s(key::presence_pk(agent)))
            .expression_attribute_values(":oldest", s(key::moment_sk(now - KEPT)))
            .scan_index_forward(false)
            .consistent_read(true)
            .limit(NEWEST)
            .send()
            .await?;
        Ok(found.items().iter().filter_map(|item| item::readable(read(item))).collect())
    }
}

fn written(agent: &AgentId, change: &PresenceChange) -> Result<Item> {
    let mut item = item::key(key::presence_pk(agent), key::moment_sk(change.at));
    let body = Body { away: change.away.clone(), by: change.by.clone() };
    item.insert(BODY.to_owned(), s(item::json(&body)?));
    item.insert(TTL.to_owned(), n((change.at + KEPT).0 / 1_000));
    Ok(item)
}

fn read(item: &Item) -> Result<PresenceChange> {
    let damaged = || Error::damaged(item::name(item), "its key is not that of a change");
    let at = item::text(item, SK).and_then(|sk| sk.parse().ok()).ok_or_else(damaged)?;
    let Body { away, by } = item::body(item, BODY)?;
    Ok(PresenceChange { at: Millis(at), by, away })
}
