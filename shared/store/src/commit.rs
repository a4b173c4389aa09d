//! Commits: one put or one transaction writes an entry with everything that must change with it.
//!
//! The condition that entry `seq` does not exist yet is the lock of the whole thread. The loser of
//! a race gets the winner's entry back with the failed condition, and decides again without
//! reading.

use crate::agent::workload::Workload;
use crate::contact::record;
use crate::error::build;
use crate::item::Item;
use crate::log::{ENTRY, Stored, read_entry, write_entry};
use crate::mention::{self, Mention};
use crate::queue::{Line, place_key, place_update};
use crate::timer::Due;
use crate::{Error, Result, Store, engagement};
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{
    CancellationReason, Delete, Put, ReturnValuesOnConditionCheckFailure as Returned,
    TransactWriteItem,
};
use domain::effect::Effects;
use domain::{AgentId, Entry, Thread};

/// An entry and the changes that go with it.
pub struct Commit<'a> {
    /// The thread after the entry.
    pub thread: &'a Thread,
    /// The entry.
    pub entry: &'a Entry,
    /// The other changes.
    pub effects: &'a Effects,
    /// The capacity of each agent, which matters for those who get a conversation.
    pub capacity: &'a (dyn Fn(&AgentId) -> u32 + Sync),
    /// The line that a queue shows of the conversation from now on; empty: the line stays.
    pub summary: &'a str,
    /// The name of the kind of channel, for the contact's record.
    pub channel: &'a str,
}

/// The result of a commit.
#[expect(clippy::large_enum_variant, reason = "one for each commit, and never kept")]
#[derive(Debug)]
pub enum Outcome {
    /// The table holds the entry.
    Done,
    /// Another command wrote this entry first; here it is.
    Lost(Box<Stored>),
    /// A workload did not allow the entry: it is full, or nobody is there. The table is unchanged.
    Workload {
        /// The agent of the workload.
        agent: AgentId,
        /// The workload as it stands.
        workload: Workload,
    },
    /// Another transaction touched the same items. The table is unchanged; try again.
    Conflict,
}

/// The purpose of an action of the transaction, by which its cancellation reason can be read.
enum Action {
    Entry,
    Workload(AgentId),
    Other,
}

impl Store {
    /// Writes an entry with the changes that go with it.
    ///
    /// # Errors
    /// If the table fails. The entry may be written all the same; writing it again is safe.
    pub async fn commit(&self, commit: &Commit<'_>) -> Result<Outcome> {
        let entry = write_entry(commit.thread, commit.entry)?;
        let line = self.line(commit).await?;
        let mut others = self.others(commit, line)?;
        if others.is_empty() {
            return self.put_entry(entry).await;
        }
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(entry.clone()))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(Returned::AllOld)
            .build()
            .map_err(build)?;
        others.insert(0, (Action::Entry, TransactWriteItem::builder().put(put).build()));
        let (actions, items): (Vec<_>, Vec<_>) = others.into_iter().unzip();
        let sent = self.client.transact_write_items().set_transact_items(Some(items)).send().await;
        match sent {
            Ok(_) => Ok(Outcome::Done),
            Err(error) => match error.as_service_error() {
                Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
                    outcome(&actions, cancelled.cancellation_reasons(), &entry)
                }
                Some(
                    TransactWriteItemsError::TransactionInProgressException(_)
                    | TransactWriteItemsError::IdempotentParameterMismatchException(_),
                ) => Ok(Outcome::Conflict),
                _ => Err(error.into()),
            },
        }
    }

    async fn put_entry(&self, entry: Item) -> Result<Outcome> {
        let sent = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(entry.clone()))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(Outcome::Done),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(failed)) => {
                    lost(failed.item(), &entry)
                }
                // Another transaction is writing this same entry.
                Some(PutItemError::TransactionConflictException(_)) => Ok(Outcome::Conflict),
                _ => Err(error.into()),
            },
        }
    }

    /// The line that the queue is to show of the conversation, if it enters a queue or its place
    /// changes. An entry without a line of its own reuses the summary's.
    async fn line(&self, commit: &Commit<'_>) -> Result<Option<Line>> {
        if commit.effects.enters_queue.is_none() {
            return Ok(None);
        }
        if !commit.summary.is_empty() {
            return Ok(Some(Line::New(commit.summary.to_owned())));
        }
        let opened = commit.thread.conversation.opened_at;
        let line = self.line_of(opened, &commit.thread.conversation_id()).await?;
        Ok(Some(Line::Known(line)))
    }

    fn others(
        &self,
        commit: &Commit<'_>,
        line: Option<Line>,
    ) -> Result<Vec<(Action, TransactWriteItem)>> {
        let effects = commit.effects;
        let mut all = Vec::new();
        for (agent, change) in &effects.workloads {
            let capacity = (commit.capacity)(agent);
            let update = self.workload_update(agent, change, capacity, commit.entry.at)?;
            all.push((
                Action::Workload(agent.clone()),
                TransactWriteItem::builder().update(update).build(),
            ));
        }
        if let Some(place) = &effects.leaves_queue {
            let delete = Delete::builder()
                .table_name(&self.table)
                .set_key(Some(place_key(place)))
                .build()
                .map_err(build)?;
            all.push((Action::Other, TransactWriteItem::builder().delete(delete).build()));
        }
        if let Some((place, line)) = effects.enters_queue.as_ref().zip(line) {
            let update = place_update(&self.table, place, commit.thread, line)?;
            all.push((Action::Other, TransactWriteItem::builder().update(update).build()));
        }
        for timer in &effects.timers {
            let put = Put::builder()
                .table_name(&self.table)
                .set_item(Some(Due::of(&commit.thread.id, timer).item()))
                .build()
                .map_err(build)?;
            all.push((Action::Other, TransactWriteItem::builder().put(put).build()));
        }
        for change in &effects.engagements {
            let item = engagement::action(&self.table, change, commit.thread)?;
            all.push((Action::Other, item));
        }
        let mention = Mention::of(commit.thread, commit.entry);
        for (agent, mention) in effects.mentions.iter().zip(mention.iter().cycle()) {
            all.push((Action::Other, mention::noted(&self.table, agent, mention)?));
        }
        if effects.contact {
            let item = record::seen(&self.table, commit.thread, commit.channel, commit.entry.at)?;
            all.push((Action::Other, item));
        }
        if let Some(said) = &effects.introduced {
            let item = record::introduced(&self.table, commit.thread, commit.channel, said)?;
            all.push((Action::Other, item));
        }
        Ok(all)
    }
}

/// Reads cancellation reasons by position. The entry's reason comes first: a decision on an old
/// state makes all others meaningless.
fn outcome(actions: &[Action], reasons: &[CancellationReason], ours: &Item) -> Result<Outcome> {
    let failed = |reason: &CancellationReason| reason.code() == Some("ConditionalCheckFailed");
    let mut workload = None;
    let mut conflict = false;
    for (action, reason) in actions.iter().zip(reasons) {
        match action {
            Action::Entry if failed(reason) => return lost(reason.item(), ours),
            Action::Workload(agent) if failed(reason) => {
                let found = reason.item().map(Workload::read).unwrap_or_default();
                workload = Some(Outcome::Workload { agent: agent.clone(), workload: found });
            }
            _ => match reason.code() {
                Some("TransactionConflict") => conflict = true,
                Some("ThrottlingError" | "ProvisionedThroughputExceeded") => {
                    return Err(Error::Throttled);
                }
                None | Some("None" | "ConditionalCheckFailed") => {}
                Some(other) => {
                    return Err(Error::Failed(format!(
                        "{other}: {}",
                        reason.message().unwrap_or("no message")
                    )));
                }
            },
        }
    }
    // A conflict may hide a lost entry: the caller reads again first.
    if conflict {
        return Ok(Outcome::Conflict);
    }
    workload.ok_or_else(|| Error::Failed("a transaction was cancelled without a reason".to_owned()))
}

/// Another command wrote this entry first. If the entry is ours to the letter, the commit had
/// succeeded and its answer got lost.
fn lost(winner: Option<&Item>, ours: &Item) -> Result<Outcome> {
    let Some(winner) = winner.filter(|w| !w.is_empty()) else { return Ok(Outcome::Conflict) };
    if winner.get(ENTRY) == ours.get(ENTRY) {
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Lost(Box::new(read_entry(winner)?)))
}
